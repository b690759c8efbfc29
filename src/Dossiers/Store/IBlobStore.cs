namespace EmrSec.Dossiers.Store;

/// <summary>A file in the store.</summary>
/// <param name="Sha256">Its hash, 64 lower-case hexadecimal digits.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record BlobRef(string Sha256, long Size);

/// <summary>Files by the hash of their content; the same content is kept once. A file is on disk before its row is.</summary>
public interface IBlobStore
{
    /// <summary>Keeps a file; it is flushed to disk when this returns.</summary>
    /// <param name="content">Its bytes, read to the end.</param>
    /// <param name="limit">The most bytes accepted.</param>
    /// <exception cref="StoreException">It is longer, or cannot be written; nothing is kept.</exception>
    BlobRef Put(Stream content, long limit);

    /// <summary>Opens a file to read, as it is on the disk; null where there is none. Whether it is still the one that was kept tells <see cref="BlobReading.OpenVerified"/>.</summary>
    /// <param name="sha256">Its hash.</param>
    Stream? Open(string sha256);

    /// <summary>Every file there is, in no particular order, read as they are asked for.</summary>
    IEnumerable<BlobRef> All();

    /// <summary>Takes away a file that nothing refers to.</summary>
    /// <param name="sha256">Its hash.</param>
    /// <returns>Whether it was there.</returns>
    bool Remove(string sha256);
}
