# Everything that is checked, on Windows. Its last line is «N passed, N failed».
$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath $PSScriptRoot
. "$PSScriptRoot\emrsec.ps1"

$passed = 0
$failed = 0
$results = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory -Path $results | Out-Null

# Whatever ends the run, the last line says how it ended.
function Complete-Run([int] $status) {
    Remove-Item -LiteralPath $results -Recurse -Force -ErrorAction SilentlyContinue
    if ($status -ne 0 -and $script:failed -eq 0) { $script:failed = 1 }
    if ($script:failed -ne 0 -and $status -eq 0) { $status = 1 }
    Write-Host "$script:passed passed, $script:failed failed" # not to the pipeline: a caller may be capturing it
    exit $status
}

# emrsec.ps1 ends the process here; in a test run the last line comes first.
function Stop-Failed([string] $text) {
    Write-Note $text
    Complete-Run 3
}

# Adds up the results that `dotnet test` wrote, given its exit code.
function Add-TestResults([int] $status) {
    $before = $script:failed
    $ran = 0
    foreach ($file in Get-ChildItem -LiteralPath $results -Filter *.trx) {
        $counters = $null
        try { $counters = ([xml] [IO.File]::ReadAllText($file.FullName)).TestRun.ResultSummary.Counters } catch { Write-Output "$_" }
        if (-not $counters) {
            Write-Output "No results in $($file.FullName): its test project did not finish."
            $script:failed++
            continue
        }
        $bad = [int] $counters.failed + [int] $counters.error + [int] $counters.timeout + [int] $counters.aborted
        $script:passed += [int] $counters.passed
        $script:failed += $bad
        $ran += [int] $counters.passed + $bad
    }
    if ($ran -eq 0) {
        Write-Output 'No test ran.'
        $script:failed++
    }
    elseif ($status -ne 0 -and $script:failed -eq $before) {
        Write-Output "dotnet test ended with exit code $status though no test failed: a test project crashed."
        $script:failed++
    }
}

function Test-Rules {
    & $program rules check rules
    if ($LASTEXITCODE -eq 0) { $script:passed++ } else { $script:failed++ }

    $lines = @(& $program rules test rules)
    $status = $LASTEXITCODE
    $lines | Write-Output
    $last = "$($lines | Select-Object -Last 1)"
    if ($last -match '^(\d+) passed, (\d+) failed$') {
        $good = [int] $Matches[1]
        $bad = [int] $Matches[2]
        $script:passed += $good
        $script:failed += $bad
        if (($status -eq 0 -or $bad -ne 0) -and ($good + $bad) -ne 0) { return }
    }
    Write-Output "emrsec rules test ended with exit code $status and the last line «$last»."
    $script:failed++
}

try {
    $dotnet = Get-RequiredDotnet
    $env:DOTNET_ROOT = $dotnet.Root
    $env:PATH = "$($dotnet.Root);$env:PATH"
    $env:DOTNET_NOLOGO = '1'
    $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
    # From here on the exit codes speak; what the tools write to stderr is no exception.
    $ErrorActionPreference = 'Continue'

    & $dotnet.Path restore EmrSec.sln
    if ($LASTEXITCODE -ne 0) { Complete-Run $LASTEXITCODE }
    & $dotnet.Path build EmrSec.sln -c Release --no-restore --nologo -warnaserror
    if ($LASTEXITCODE -ne 0) { Complete-Run $LASTEXITCODE }
    $ErrorActionPreference = 'Stop'
    Confirm-Built
    $ErrorActionPreference = 'Continue'

    # Papers and signatures are judged by programs that only Linux has; nothing is left out without a word.
    Write-Note 'Kiểm thử văn bản, chữ ký (Reports.Tests, Signing.Tests, TokenCommandTests, TimeStampCommandTests), kho hồ sơ (Dossiers.Tests.Store, ClusterTests: cần máy chủ PostgreSQL), bảng tính mở bằng LibreOffice và thử tệp hỏng (Fuzz) cần các chương trình của Linux: chạy ./test.sh trong WSL.'
    $status = 0
    foreach ($project in 'Rules.Tests', 'Dossiers.Tests', 'Assessor.Tests') {
        & $dotnet.Path test "tests/$project" -c Release --no-build --nologo --filter 'FullyQualifiedName!~TokenCommandTests&FullyQualifiedName!~TimeStampCommandTests&FullyQualifiedName!~Dossiers.Tests.Store&FullyQualifiedName!~ClusterTests&FullyQualifiedName!~LibreOffice' --logger 'trx;LogFilePrefix=tests' --results-directory $results
        if ($LASTEXITCODE -ne 0) { $status = $LASTEXITCODE }
    }
    Add-TestResults $status
    Test-Rules
}
catch {
    Write-Note "$_"
    Complete-Run 1
}
Complete-Run 0
