using System.Security.Cryptography;

namespace EmrSec.Dossiers.Store.Blobs;

/// <summary>Copies a file and takes its hash on the way.</summary>
internal static class BlobCopy
{
    private const int Piece = 128 * 1024;

    /// <summary>Copies one.</summary>
    /// <param name="from">Read to its end.</param>
    /// <param name="to">Written to; null where only the hash is wanted.</param>
    /// <param name="limit">The most bytes accepted.</param>
    /// <exception cref="StoreException">It is longer.</exception>
    public static BlobRef Run(Stream from, Stream? to, long limit)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Piece];
        var size = 0L;
        while (from.Read(buffer) is > 0 and var read)
        {
            size += read;
            if (size > limit)
            {
                throw StoreErrors.TooLong(limit);
            }

            hash.AppendData(buffer, 0, read);
            to?.Write(buffer, 0, read);
        }

        return new BlobRef(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }
}
