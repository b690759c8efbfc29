using System.IO.Compression;

namespace EmrSec.Reports.Packing;

/// <summary>Puts the signature of a manifest into its pack.</summary>
public static class PackSealer
{
    /// <summary>Copies a pack and adds the signature; what is in the pack stays as it is.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="signature">The detached signature over its manifest.</param>
    /// <param name="output">Where the signed pack goes; must be able to seek.</param>
    public static void Seal(Stream pack, ReadOnlySpan<byte> signature, Stream output)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(output);
        pack.Position = 0;
        pack.CopyTo(output);
        output.Position = 0;
        using var zip = new ZipArchive(output, ZipArchiveMode.Update, leaveOpen: true);
        var entry = zip.CreateEntry(PackManifest.SignatureName, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var target = entry.Open();
        target.Write(signature);
    }
}
