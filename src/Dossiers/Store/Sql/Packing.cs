using System.IO.Compression;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>Packs contents: a dossier as JSON takes a fifth of its length. Hashes and digests are of what was packed, never of how.</summary>
internal static class Packing
{
    /// <summary>Nothing longer was ever packed; a length beyond is damage.</summary>
    private const int Longest = 256 << 20;

    // Shorter ones gain nothing that a page of the database would notice.
    private const int Shortest = 200;
    private const int Quality = 5;
    private const int Window = 18;

    /// <summary>Packs, where it is worth it.</summary>
    /// <param name="content">The content.</param>
    /// <returns>What is kept, and the content's length; or the content itself and null.</returns>
    public static (byte[] Kept, object? Length) Pack(byte[] content)
    {
        if (content.Length is < Shortest or > Longest)
        {
            return (content, null);
        }

        var packed = new byte[content.Length];
        return BrotliEncoder.TryCompress(content, packed, out var length, Quality, Window) && length < content.Length * 9L / 10
            ? (packed[..length], (long)content.Length)
            : (content, null);
    }

    /// <summary>Unpacks.</summary>
    /// <param name="kept">What was kept.</param>
    /// <param name="length">The content's length; null where it was kept as it is.</param>
    /// <exception cref="StoreException">It is damaged.</exception>
    public static byte[] Unpack(byte[] kept, long? length)
    {
        if (length is not { } size)
        {
            return kept;
        }

        var content = size is >= 0 and <= Longest ? new byte[size] : throw StoreErrors.Altered("một nội dung nén");
        return BrotliDecoder.TryDecompress(kept, content, out var written) && written == size ? content : throw StoreErrors.Altered("một nội dung nén");
    }
}
