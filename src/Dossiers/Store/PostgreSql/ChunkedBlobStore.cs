using EmrSec.Dossiers.Store.Blobs;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.PostgreSql;

/// <summary>
/// Files in the database, in pieces, so that every machine has them. A file is first kept on this machine's disk: its hash is its key, and
/// where the connection goes it can be sent again.
/// </summary>
/// <param name="session">The store.</param>
internal sealed class ChunkedBlobStore(Session session) : IBlobStore
{
    /// <summary>The length of every piece but the last.</summary>
    public const int ChunkSize = 256 * 1024;

    private const int FilesInPage = 500;

    public BlobRef Put(Stream content, long limit)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var spool = Spool(content, limit, out var blob);
        session.WriteAside(() =>
        {
            // One that is there already, or that another is just putting there (this waits for it), is left alone.
            if (session.Execute("INSERT INTO blobs (sha256, size) VALUES (@p0, @p1) ON CONFLICT DO NOTHING", blob.Sha256, blob.Size) == 1)
            {
                Send(spool, blob.Sha256);
            }

            return true;
        });
        return blob;
    }

    public Stream? Open(string sha256) =>
        BlobReferences.IsHash(sha256) && session.Query("SELECT size FROM blobs WHERE sha256 = @p0", row => row.Long(), sha256) is [var size] ? new ChunkStream(session, sha256, size) : null;

    public IEnumerable<BlobRef> All()
    {
        for (var last = ""; ;)
        {
            var files = session.Query($"SELECT sha256, size FROM blobs WHERE sha256 > @p0 ORDER BY sha256 LIMIT {FilesInPage}", row => new BlobRef(row.Text(), row.Long()), last);
            foreach (var file in files)
            {
                yield return file;
            }

            if (files.Count < FilesInPage)
            {
                yield break;
            }

            last = files[^1].Sha256;
        }
    }

    public bool Remove(string sha256) => session.Write(
        () => BlobReferences.IsReferenced(session, sha256) ? throw StoreErrors.Referenced(sha256) : session.Execute("DELETE FROM blobs WHERE sha256 = @p0", sha256) == 1,
        static () => false);

    private static FileStream Spool(Stream content, long limit, out BlobRef blob)
    {
        var spool = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), OwnersOnly.Options(FileMode.CreateNew, FileAccess.ReadWrite, FileOptions.DeleteOnClose));
        try
        {
            blob = BlobCopy.Run(content, spool, limit);
            return spool;
        }
        catch (IOException e)
        {
            spool.Dispose();
            throw StoreErrors.Failed(Path.GetTempPath(), e);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private void Send(FileStream spool, string sha256)
    {
        spool.Position = 0;
        var buffer = new byte[ChunkSize];
        for (var chunk = 0L; ; chunk++)
        {
            var read = spool.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (read == 0)
            {
                return;
            }

            session.Execute("INSERT INTO blob_chunks (sha256, chunk, content) VALUES (@p0, @p1, @p2)", sha256, chunk, buffer[..read]);
        }
    }
}
