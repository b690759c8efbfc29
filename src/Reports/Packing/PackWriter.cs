using System.IO.Compression;
using System.Security.Cryptography;

namespace EmrSec.Reports.Packing;

/// <summary>Writes a pack: papers, evidence, and the manifest with the SHA-256 of each as the last file.</summary>
public sealed class PackWriter : IDisposable
{
    // The earliest time a ZIP can hold: the same content gives the same bytes.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip;
    private readonly List<PackEntry> _entries = [];

    /// <summary>Begins a pack.</summary>
    /// <param name="output">Where it goes; stays open.</param>
    public PackWriter(Stream output) => _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Adds a file.</summary>
    /// <param name="name">Its name in the pack.</param>
    /// <param name="kind">What kind it is.</param>
    /// <param name="title">What it is, in Vietnamese.</param>
    /// <param name="content">Its content; read once, never as a whole.</param>
    /// <exception cref="ArgumentException">The name is not one that a pack may hold.</exception>
    public void Add(string name, string kind, string title, Stream content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        if (!PackNames.IsSafe(name))
        {
            throw new ArgumentException($"«{name}» is not a name for a pack.", nameof(name));
        }

        using var target = Open(name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long size = 0;
        for (int read; (read = content.Read(buffer)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        _entries.Add(new PackEntry(name, kind, title, size, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    /// <summary>Ends the pack with its manifest.</summary>
    /// <param name="describe">Makes the manifest of the files.</param>
    /// <returns>The manifest.</returns>
    public PackManifest Finish(Func<IReadOnlyList<PackEntry>, PackManifest> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var manifest = describe(_entries);
        using var target = Open(PackManifest.FileName);
        target.Write(manifest.ToJson());
        return manifest;
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }
}
