using System.IO.Compression;
using System.Security.Cryptography;

namespace EmrSec.Reports.Exchange;

/// <summary>Writes an exchange package: the files as they come, then the manifest with the SHA-256 of each, then the signature over it.</summary>
public sealed class ExchangeWriter : IDisposable
{
    // The earliest time a ZIP can hold: the same content gives the same bytes.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip;
    private readonly List<ExchangeFile> _files = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { ExchangeManifest.FileName, ExchangeManifest.SignatureName };

    /// <summary>Begins a package.</summary>
    /// <param name="output">Where it goes; stays open.</param>
    public ExchangeWriter(Stream output) => _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Whether a file of this name can be added.</summary>
    /// <param name="name">Its name in the package.</param>
    public bool CanAdd(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ExchangeNames.IsSafe(name) && !_names.Contains(name.Normalize());
    }

    /// <summary>Adds a file.</summary>
    /// <param name="file">What is said of it; its size and hash are computed.</param>
    /// <param name="content">Its content; read once, never as a whole.</param>
    /// <exception cref="ArgumentException">The name is not one that a package may hold, or is taken.</exception>
    public void Add(ExchangeFile file, Stream content)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(content);
        if (!CanAdd(file.Name))
        {
            throw new ArgumentException($"«{file.Name}» is not a free name for a package.", nameof(file));
        }

        _names.Add(file.Name.Normalize());
        using var target = Open(file.Name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long size = 0;
        for (int read; (read = content.Read(buffer)) > 0; size += read)
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        _files.Add(file with { Size = size, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) });
    }

    /// <summary>Ends the package with its manifest and, where it is signed, the signature.</summary>
    /// <param name="describe">Makes the manifest of the files.</param>
    /// <param name="sign">Makes the detached signature over the manifest's bytes; null = not signed.</param>
    /// <returns>The manifest.</returns>
    public ExchangeManifest Finish(Func<IReadOnlyList<ExchangeFile>, ExchangeManifest> describe, Func<byte[], byte[]>? sign)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var manifest = describe(_files);
        var bytes = manifest.ToJson();
        Put(ExchangeManifest.FileName, bytes);
        if (sign is not null)
        {
            Put(ExchangeManifest.SignatureName, sign(bytes));
        }

        return manifest;
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private void Put(string name, byte[] bytes)
    {
        using var target = Open(name);
        target.Write(bytes);
    }

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }
}
