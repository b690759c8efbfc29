using System.IO.Compression;
using System.Security.Cryptography;

namespace EmrSec.Reports.Packing;

/// <summary>What is wrong with a pack.</summary>
/// <param name="Code">A word for programs, such as <c>hash-differs</c>.</param>
/// <param name="Name">The file of the pack; null for the pack as a whole.</param>
/// <param name="Message">What is wrong, in Vietnamese.</param>
public sealed record PackProblem(string Code, string? Name, string Message);

/// <summary>What came of looking at a pack.</summary>
/// <param name="Manifest">Its manifest; null where it has none that can be read.</param>
/// <param name="ManifestBytes">The manifest's bytes, over which a signature goes; empty where there is none.</param>
/// <param name="Signature">The detached signature over the manifest; null where there is none.</param>
/// <param name="Problems">What is wrong; empty where the pack is what its manifest says.</param>
public sealed record PackVerification(PackManifest? Manifest, ReadOnlyMemory<byte> ManifestBytes, ReadOnlyMemory<byte>? Signature, IReadOnlyList<PackProblem> Problems)
{
    /// <summary>Whether the pack is what its manifest says.</summary>
    public bool IsIntact => Problems.Count == 0;
}

/// <summary>Compares a pack with its manifest, file by file, without unpacking it. Made for hostile files: names, sizes and counts are bounded.</summary>
public static class PackVerifier
{
    /// <summary>The most files of a pack.</summary>
    public const int MaxFiles = 20_000;

    /// <summary>The most bytes of a manifest or signature (16 MiB).</summary>
    public const int MaxManifest = 16 * 1024 * 1024;

    /// <summary>The most bytes of all files together (8 GiB).</summary>
    public const long MaxTotal = 8L * 1024 * 1024 * 1024;

    private const int LinkMode = 0xA000;
    private const int ModeMask = 0xF000;

    /// <summary>Looks at a pack.</summary>
    /// <param name="pack">The ZIP; must be able to seek.</param>
    public static PackVerification Verify(Stream pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var problems = new List<PackProblem>();
        try
        {
            using var zip = new ZipArchive(pack, ZipArchiveMode.Read, leaveOpen: true);
            return Verify(zip, problems);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            problems.Add(new PackProblem("not-zip", null, "tệp không phải gói ZIP, hoặc gói đã hỏng"));
            return new PackVerification(null, default, null, problems);
        }
    }

    private static PackVerification Verify(ZipArchive zip, List<PackProblem> problems)
    {
        if (zip.Entries.Count > MaxFiles)
        {
            problems.Add(new PackProblem("too-many-files", null, $"gói có {zip.Entries.Count.ToString(CultureInfo.InvariantCulture)} tệp, quá {MaxFiles.ToString(CultureInfo.InvariantCulture)}"));
            return new PackVerification(null, default, null, problems);
        }

        CheckNames(zip, problems);
        var manifestBytes = Small(zip, PackManifest.FileName, problems);
        var signature = zip.GetEntry(PackManifest.SignatureName) is null ? null : Small(zip, PackManifest.SignatureName, problems);
        if (manifestBytes is null || PackManifest.Read(manifestBytes) is not { } manifest)
        {
            problems.Add(new PackProblem("no-manifest", PackManifest.FileName, "gói không có manifest.json đọc được"));
            return new PackVerification(null, manifestBytes, Memory(signature), problems);
        }

        if (problems.Count == 0)
        {
            Compare(zip, manifest, problems);
        }

        return new PackVerification(manifest, manifestBytes, Memory(signature), problems);
    }

    private static ReadOnlyMemory<byte>? Memory(byte[]? bytes) => bytes is null ? default(ReadOnlyMemory<byte>?) : new ReadOnlyMemory<byte>(bytes); // A plain null would become an empty memory.

    private static void CheckNames(ZipArchive zip, List<PackProblem> problems)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
        {
            if (!PackNames.IsSafe(entry.FullName))
            {
                problems.Add(new PackProblem("unsafe-name", entry.FullName, "tên tệp dẫn ra ngoài thư mục giải nén hoặc có ký tự không cho phép"));
            }
            else if (!seen.Add(entry.FullName.Normalize()))
            {
                problems.Add(new PackProblem("duplicate-name", entry.FullName, "hai tệp trùng tên"));
            }
            else if (((entry.ExternalAttributes >> 16) & ModeMask) == LinkMode)
            {
                problems.Add(new PackProblem("link", entry.FullName, "tệp là một liên kết"));
            }
        }
    }

    private static void Compare(ZipArchive zip, PackManifest manifest, List<PackProblem> problems)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal) { PackManifest.FileName, PackManifest.SignatureName };
        long total = 0;
        foreach (var file in manifest.Files)
        {
            if (!listed.Add(file.Name))
            {
                problems.Add(new PackProblem("listed-twice", file.Name, "manifest.json nêu tệp này hai lần"));
                continue;
            }

            if (zip.GetEntry(file.Name) is not { } entry)
            {
                problems.Add(new PackProblem("missing", file.Name, "manifest.json nêu tệp này nhưng trong gói không có"));
                continue;
            }

            total += Math.Max(0, file.Size);
            if (total > MaxTotal)
            {
                problems.Add(new PackProblem("too-large", file.Name, "các tệp trong gói quá lớn"));
                return;
            }

            if (Differs(entry, file) is { } problem)
            {
                problems.Add(problem);
            }
        }

        foreach (var entry in zip.Entries.Where(entry => !listed.Contains(entry.FullName)))
        {
            problems.Add(new PackProblem("not-listed", entry.FullName, "tệp có trong gói nhưng manifest.json không nêu"));
        }
    }

    // Never reads more than the manifest allows: what unpacks to more is a bomb or was changed.
    private static PackProblem? Differs(ZipArchiveEntry entry, PackEntry file)
    {
        using var content = entry.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long size = 0;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            size += read;
            if (size > file.Size)
            {
                return new PackProblem("size-differs", file.Name, "tệp lớn hơn kích thước ghi trong manifest.json");
            }

            hash.AppendData(buffer, 0, read);
        }

        if (size < file.Size)
        {
            return new PackProblem("size-differs", file.Name, "tệp nhỏ hơn kích thước ghi trong manifest.json");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()).Equals(file.Sha256, StringComparison.Ordinal)
            ? null
            : new PackProblem("hash-differs", file.Name, "nội dung tệp đã bị sửa: mã băm SHA-256 khác với manifest.json");
    }

    private static byte[]? Small(ZipArchive zip, string name, List<PackProblem> problems)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var content = entry.Open();
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > MaxManifest)
            {
                problems.Add(new PackProblem("too-large", name, "tệp quá lớn"));
                return null;
            }
        }

        return copy.ToArray();
    }
}
