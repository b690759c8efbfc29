# Runs EmrSec from a clone, building it on first use and whenever its source or the law changed.
# test.ps1 dot-sources this file for its functions. UTF-8 with byte-order mark, for Windows PowerShell 5.1.
$ErrorActionPreference = 'Stop'
$OutputEncoding = [Text.UTF8Encoding]::new($false)
try { [Console]::OutputEncoding = $OutputEncoding } catch { } # no console to set

$root = $PSScriptRoot
$artifacts = Join-Path $root 'artifacts'
$built = Join-Path $artifacts 'emrsec'
$program = Join-Path $built 'emrsec.exe'

function Write-Note([string] $text) { [Console]::Error.WriteLine($text) }

# Exit code 3: the program failed.
function Stop-Failed([string] $text) {
    Write-Note $text
    exit 3
}

# An installation that has an SDK 10: its dotnet.exe and its folder. Nothing where there is none.
function Find-Dotnet {
    $candidates = @(Get-Command dotnet.exe -CommandType Application -ErrorAction SilentlyContinue | Select-Object -ExpandProperty Source)
    foreach ($folder in @($env:DOTNET_ROOT, "$env:USERPROFILE\.dotnet", "$env:LOCALAPPDATA\Microsoft\dotnet", "$env:ProgramFiles\dotnet")) {
        if ($folder) { $candidates += "$folder\dotnet.exe" }
    }
    foreach ($candidate in $candidates) {
        if (-not (Test-Path -LiteralPath $candidate -PathType Leaf)) { continue }
        $sdk = & $candidate --list-sdks | Where-Object { $_ -match '^10\.' } | Select-Object -Last 1
        if ($sdk -match '\[(.*)\\sdk\]') { return [pscustomobject]@{ Path = $candidate; Root = $Matches[1] } }
    }
}

function Get-RequiredDotnet {
    $dotnet = Find-Dotnet
    if ($dotnet) { return $dotnet }
    Stop-Failed @'
EmrSec cần bộ phát triển .NET SDK 10, máy này chưa có.
Cài bằng lệnh: winget install Microsoft.DotNet.SDK.10
hoặc tải tại https://dotnet.microsoft.com/download/dotnet/10.0
Cài xong, mở cửa sổ lệnh mới rồi chạy lại.
'@
}

# Whether a folder's sources changed: a file since the build began, a folder (which tells of removed files) since it ended.
function Test-Newer([IO.DirectoryInfo] $folder, [datetime] $began, [datetime] $ended) {
    if ($folder.LastWriteTimeUtc -gt $ended) { return $true }
    foreach ($entry in $folder.EnumerateFileSystemInfos()) {
        if ($entry -is [IO.DirectoryInfo]) {
            if ($entry.Name -in 'bin', 'obj') { continue }
            if (Test-Newer $entry $began $ended) { return $true }
        }
        elseif ($entry.LastWriteTimeUtc -gt $began) { return $true }
    }
    return $false
}

function Test-Current {
    $stamp = [IO.FileInfo]::new((Join-Path $built '.stamp'))
    $finished = [IO.FileInfo]::new((Join-Path $built '.finished'))
    if (-not ((Test-Path -LiteralPath $program) -and $stamp.Exists -and $finished.Exists)) { return $false }
    foreach ($file in ([IO.DirectoryInfo]::new($root)).EnumerateFiles()) {
        $counts = $file.Extension -in '.props', '.targets' -or $file.Name -eq 'global.json'
        if ($counts -and $file.LastWriteTimeUtc -gt $stamp.LastWriteTimeUtc) { return $false }
    }
    foreach ($name in 'src', 'rules') {
        if (Test-Newer ([IO.DirectoryInfo]::new((Join-Path $root $name))) $stamp.LastWriteTimeUtc $finished.LastWriteTimeUtc) { return $false }
    }
    return $true
}

# Builds beside the last build and then takes its place; the caller holds the lock.
function Publish-Program {
    $dotnet = Get-RequiredDotnet
    $fresh = Join-Path $artifacts '.new'
    $old = Join-Path $artifacts '.old'
    if (Test-Path -LiteralPath $built) { Write-Note 'Đang biên dịch lại EmrSec: mã nguồn hoặc luật đã đổi…' }
    else { Write-Note 'Đang biên dịch EmrSec lần đầu (khoảng 1 phút)…' }
    foreach ($left in $fresh, $old) {
        if (Test-Path -LiteralPath $left) { Remove-Item -LiteralPath $left -Recurse -Force }
    }
    New-Item -ItemType Directory -Path $fresh | Out-Null
    New-Item -ItemType File -Path (Join-Path $fresh '.stamp') | Out-Null
    $env:DOTNET_NOLOGO = '1'
    $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
    Push-Location -LiteralPath $root
    # What dotnet writes to stderr is part of its log, not an exception of this script.
    $ErrorActionPreference = 'Continue'
    try {
        $log = & $dotnet.Path publish src/Assessor/EmrSec.Assessor.csproj -c Release --nologo -v quiet '-nodeReuse:false' '-p:UseSharedCompilation=false' -o $fresh 2>&1 | Out-String
        $status = $LASTEXITCODE
    }
    finally {
        $ErrorActionPreference = 'Stop'
        Pop-Location
    }
    if ($status -ne 0 -or -not (Test-Path -LiteralPath (Join-Path $fresh 'emrsec.exe'))) {
        Write-Note $log
        Remove-Item -LiteralPath $fresh -Recurse -Force
        Stop-Failed 'Không biên dịch được EmrSec; lý do ở trên.'
    }
    [IO.File]::WriteAllText((Join-Path $fresh '.dotnet-root'), $dotnet.Root)
    New-Item -ItemType File -Path (Join-Path $fresh '.finished') | Out-Null
    try {
        if (Test-Path -LiteralPath $built) { [IO.Directory]::Move($built, $old) }
        [IO.Directory]::Move($fresh, $built)
    }
    catch [IO.IOException], [UnauthorizedAccessException] {
        Stop-Failed "Không thay được $($built): đóng các cửa sổ đang chạy EmrSec rồi chạy lại."
    }
    if (Test-Path -LiteralPath $old) { Remove-Item -LiteralPath $old -Recurse -Force -ErrorAction SilentlyContinue }
}

# Runs the build unless another process just did.
function Confirm-Built {
    if (Test-Current) { return }
    [IO.Directory]::CreateDirectory($artifacts) | Out-Null
    $lock = $null
    $said = $false
    while (-not $lock) {
        try { $lock = [IO.File]::Open((Join-Path $artifacts '.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] {
            if (-not $said) { Write-Note 'Đang chờ một lần biên dịch khác xong…' }
            $said = $true
            Start-Sleep -Milliseconds 200
        }
    }
    try { if (-not (Test-Current)) { Publish-Program } }
    finally { $lock.Dispose() }
}

# Windows PowerShell 5.1 loses empty arguments and the quotes inside an argument.
function ConvertTo-NativeArgument([string] $argument) {
    if ($PSVersionTable.PSVersion -ge [version] '7.3') { return $argument }
    if ($argument -eq '') { return '""' }
    return $argument -replace '(\\*)"', '$1$1\"'
}

function Main([string[]] $arguments) {
    Confirm-Built
    $dotnetRoot = [IO.File]::ReadAllText((Join-Path $built '.dotnet-root')).Trim()
    if (-not $env:DOTNET_ROOT -and (Test-Path -LiteralPath $dotnetRoot)) { $env:DOTNET_ROOT = $dotnetRoot }
    $native = @($arguments | ForEach-Object { ConvertTo-NativeArgument $_ })
    # Messages on stderr are no exceptions of this script.
    $ErrorActionPreference = 'Continue'
    & $program @native
}

if ($MyInvocation.InvocationName -ne '.') {
    Main $args
    exit $LASTEXITCODE
}
