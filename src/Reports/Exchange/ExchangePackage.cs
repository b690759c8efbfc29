using System.IO.Compression;
using System.Security.Cryptography;
using EmrSec.Reports.Packing;

namespace EmrSec.Reports.Exchange;

/// <summary>
/// An exchange package that was opened and compared with its manifest, file by file. Made for hostile files: names, sizes, counts and ratios are
/// bounded, nothing is unpacked, and what is read later is read within the bounds that were checked.
/// </summary>
public sealed class ExchangePackage : IDisposable
{
    /// <summary>The most files of a package.</summary>
    public const int MaxFiles = 10_000;

    /// <summary>The most bytes of a manifest, a signature or a dossier (32 MiB).</summary>
    public const int MaxSmall = 32 * 1024 * 1024;

    /// <summary>The most bytes of one file (512 MiB).</summary>
    public const long MaxFile = 512L * 1024 * 1024;

    /// <summary>The most bytes of all files together (8 GiB).</summary>
    public const long MaxTotal = 8L * 1024 * 1024 * 1024;

    // Beyond this a file may not be packed tighter than the ratio; DEFLATE reaches about 1,030.
    private const long Unsuspicious = 16L * 1024 * 1024, Ratio = 200;
    private const int LinkMode = 0xA000, RegularMode = 0x8000, ModeMask = 0xF000;

    private static readonly string[] Demanded = ["dossier", "content"];

    private readonly ZipArchive? _zip;
    private readonly List<PackProblem> _problems = [];

    private ExchangePackage(ZipArchive? zip) => _zip = zip;

    /// <summary>Its manifest; null where it has none that can be read.</summary>
    public ExchangeManifest? Manifest { get; private set; }

    /// <summary>The manifest's bytes, over which the signature goes; empty where there is none.</summary>
    public ReadOnlyMemory<byte> ManifestBytes { get; private set; }

    /// <summary>The detached signature over the manifest; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Signature { get; private set; }

    /// <summary>What is wrong; empty where the package is what its manifest says.</summary>
    public IReadOnlyList<PackProblem> Problems => _problems;

    /// <summary>Whether the package is what its manifest says.</summary>
    public bool IsIntact => _problems.Count == 0 && Manifest is not null;

    /// <summary>Opens a package and compares it with its manifest.</summary>
    /// <param name="file">The ZIP; must be able to seek, and stays open.</param>
    public static ExchangePackage Open(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var package = new ExchangePackage(zip);
            package.Check(zip);
            return package;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            zip?.Dispose();
            var broken = new ExchangePackage(null);
            broken.Problem("TD001", null, "tệp không phải gói trao đổi (.emrsec), hoặc gói đã hỏng");
            return broken;
        }
    }

    /// <summary>Opens a file of the package to read, within the size that the manifest says and that was checked.</summary>
    /// <param name="file">A file of the manifest.</param>
    /// <exception cref="InvalidOperationException">The package is not intact.</exception>
    public Stream Open(ExchangeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsIntact && _zip?.GetEntry(file.Name) is { } entry ? entry.Open() : throw new InvalidOperationException("only an intact package is read");
    }

    /// <summary>The bytes of a small file, such as the dossier; null where the package has none of that role.</summary>
    /// <param name="role">Its role: <c>dossier</c> or <c>content</c>.</param>
    public byte[]? Small(string role)
    {
        if (Manifest?.Files.FirstOrDefault(file => string.Equals(file.Role, role, StringComparison.Ordinal)) is not { } found || found.Size > MaxSmall)
        {
            return null;
        }

        using var content = Open(found);
        var bytes = new byte[found.Size];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _zip?.Dispose();

    private void Check(ZipArchive zip)
    {
        if (zip.Entries.Count > MaxFiles)
        {
            Problem("TD006", null, $"gói có {zip.Entries.Count.ToString(CultureInfo.InvariantCulture)} tệp, quá {MaxFiles.ToString(CultureInfo.InvariantCulture)}");
            return;
        }

        CheckEntries(zip);
        if (_problems.Count > 0)
        {
            return;
        }

        Signature = zip.GetEntry(ExchangeManifest.SignatureName) is { } signature && Read(signature) is { } read ? new ReadOnlyMemory<byte>(read) : default(ReadOnlyMemory<byte>?); // A plain null would become an empty memory.
        ManifestBytes = zip.GetEntry(ExchangeManifest.FileName) is { } entry && Read(entry) is { } bytes ? bytes : default;
        Manifest = ManifestBytes.IsEmpty ? null : ExchangeManifest.Read(ManifestBytes.Span);
        if (Manifest is null)
        {
            Problem("TD002", ExchangeManifest.FileName, $"gói không có manifest.json đọc được theo lược đồ {ExchangeManifest.SchemaId}");
            return;
        }

        Compare(zip, Manifest);
    }

    private void CheckEntries(ZipArchive zip)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            var mode = (entry.ExternalAttributes >> 16) & ModeMask;
            if (entry.IsEncrypted)
            {
                Problem("TD007", name, "tệp trong gói được mã hoá");
            }
            else if (!ExchangeNames.IsSafe(name))
            {
                Problem("TD003", name, "tên tệp dẫn ra ngoài thư mục giải nén, quá dài hoặc có ký tự không cho phép");
            }
            else if (!seen.Add(name.Normalize(System.Text.NormalizationForm.FormKC)))
            {
                Problem("TD004", name, "hai tệp trùng tên (không kể chữ hoa, chữ thường, cách gõ dấu)");
            }
            else if (mode is not (0 or RegularMode))
            {
                Problem("TD005", name, mode == LinkMode ? "tệp là một liên kết" : "tệp không phải tệp thường");
            }
        }

        foreach (var entry in zip.Entries.Where(entry => Folders(entry.FullName).Any(seen.Contains)))
        {
            Problem("TD004", entry.FullName, "một tệp trùng tên với thư mục của tệp này");
        }
    }

    private static IEnumerable<string> Folders(string name)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = name.IndexOf('/', slash + 1))
        {
            yield return name[..slash].Normalize(System.Text.NormalizationForm.FormKC);
        }
    }

    private void Compare(ZipArchive zip, ExchangeManifest manifest)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal) { ExchangeManifest.FileName, ExchangeManifest.SignatureName };
        long total = 0;
        foreach (var file in manifest.Files)
        {
            if (!listed.Add(file.Name))
            {
                Problem("TD004", file.Name, "manifest.json nêu tệp này hai lần");
            }
            else if (zip.GetEntry(file.Name) is not { } entry)
            {
                Problem("TD008", file.Name, "manifest.json nêu tệp này nhưng trong gói không có");
            }
            else if (file.Size is < 0 or > MaxFile || (total += file.Size) > MaxTotal)
            {
                Problem("TD006", file.Name, "tệp, hoặc các tệp cộng lại, quá lớn");
                return;
            }
            else if (file.Size > Unsuspicious && file.Size / Ratio > entry.CompressedLength)
            {
                Problem("TD006", file.Name, "tệp giải nén ra quá lớn so với kích thước trong gói");
            }
            else
            {
                CheckContent(entry, file);
            }
        }

        foreach (var entry in zip.Entries.Where(entry => !listed.Contains(entry.FullName)))
        {
            Problem("TD009", entry.FullName, "tệp có trong gói nhưng manifest.json không nêu");
        }

        foreach (var role in Demanded.Where(role => manifest.Files.Count(file => string.Equals(file.Role, role, StringComparison.Ordinal)) != 1))
        {
            Problem("TD002", null, $"gói phải có đúng một tệp loại «{role}»");
        }
    }

    // Never reads more than the manifest allows: what unpacks to more is a bomb or was changed.
    private void CheckContent(ZipArchiveEntry entry, ExchangeFile file)
    {
        using var content = entry.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long size = 0;
        for (int read; size <= file.Size && (read = content.Read(buffer)) > 0;)
        {
            size += read;
            hash.AppendData(buffer, 0, read);
        }

        if (size != file.Size)
        {
            Problem("TD010", file.Name, "kích thước tệp khác với manifest.json");
        }
        else if (!string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Sha256, StringComparison.Ordinal))
        {
            Problem("TD011", file.Name, "nội dung tệp đã bị sửa: mã băm SHA-256 khác với manifest.json");
        }
    }

    private byte[]? Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > MaxSmall)
            {
                Problem("TD006", entry.FullName, "tệp quá lớn");
                return null;
            }
        }

        return copy.ToArray();
    }

    private void Problem(string code, string? name, string message) => _problems.Add(new PackProblem(code, name, message));
}
