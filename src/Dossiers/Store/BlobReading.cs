using EmrSec.Dossiers.Store.Blobs;

namespace EmrSec.Dossiers.Store;

/// <summary>Reads files of a store so that one that was altered under it is never taken for the one that was kept.</summary>
public static class BlobReading
{
    /// <summary>Opens a file to be read once, from its beginning to its end; null where there is none.</summary>
    /// <param name="blobs">The files.</param>
    /// <param name="sha256">The file's hash.</param>
    /// <returns>A stream whose last read throws <see cref="StoreException"/> where the content is not the one that was kept.</returns>
    public static Stream? OpenVerified(this IBlobStore blobs, string sha256)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        return blobs.Open(sha256) is { } content ? new VerifiedStream(content, sha256) : null;
    }
}
