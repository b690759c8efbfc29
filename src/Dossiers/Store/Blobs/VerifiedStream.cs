using System.Security.Cryptography;
using EmrSec.Dossiers.Files;

namespace EmrSec.Dossiers.Store.Blobs;

/// <summary>A file of the store that is hashed as it is read: at its end it is the one that was kept, or reading fails.</summary>
internal sealed class VerifiedStream(Stream inner, string sha256) : PassingStream(inner)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _isVerified;

    protected override void Passed(ReadOnlySpan<byte> piece)
    {
        if (!piece.IsEmpty)
        {
            _hash.AppendData(piece);
        }
        else if (!_isVerified)
        {
            _isVerified = string.Equals(Convert.ToHexStringLower(_hash.GetHashAndReset()), sha256, StringComparison.Ordinal)
                ? true
                : throw StoreErrors.Altered($"tệp {sha256}");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
