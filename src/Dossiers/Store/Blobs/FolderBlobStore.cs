using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Blobs;

/// <summary>
/// Files in a folder, each under its hash in folders by its first four digits: <c>ab/cd/abcd…</c>. A file is written under another name,
/// flushed, and renamed: what has its hash for a name is whole.
/// </summary>
/// <param name="folder">The folder; made with the first file.</param>
/// <param name="session">The store it belongs to.</param>
internal sealed class FolderBlobStore(string folder, Session session) : IBlobStore
{
    private readonly string _incoming = Path.Combine(folder, "incoming");

    public BlobRef Put(Stream content, long limit)
    {
        ArgumentNullException.ThrowIfNull(content);
        var draft = Path.Combine(_incoming, Path.GetRandomFileName());
        try
        {
            OwnersOnly.CreateFolder(folder);
            Directory.CreateDirectory(_incoming);
            var blob = Write(draft, content, limit);
            Place(draft, blob.Sha256);
            return blob;
        }
        catch (UnauthorizedAccessException e)
        {
            throw StoreErrors.ReadOnly(folder, e);
        }
        catch (IOException e)
        {
            throw IsFull(e) ? StoreErrors.Full(folder, e) : StoreErrors.Failed(folder, e);
        }
        finally
        {
            Forget(draft);
        }
    }

    public Stream? Open(string sha256)
    {
        var path = PathOf(sha256);
        try
        {
            return path is null ? null : new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Failed(path!, e);
        }
    }

    public IEnumerable<BlobRef> All()
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (PathOf(file.Name) is { } path && string.Equals(path, file.FullName, StringComparison.Ordinal))
            {
                yield return new BlobRef(file.Name, file.Length);
            }
        }
    }

    public bool Remove(string sha256) => session.Write(
        () =>
        {
            if (BlobReferences.IsReferenced(session, sha256))
            {
                throw StoreErrors.Referenced(sha256);
            }

            if (PathOf(sha256) is not { } path || !File.Exists(path))
            {
                return false;
            }

            File.Delete(path);
            return true;
        },
        static () => false);

    /// <summary>Takes away drafts that whoever wrote them left: a program that was killed.</summary>
    /// <param name="before">Younger ones may still be written.</param>
    /// <returns>How many.</returns>
    public int SweepDrafts(DateTimeOffset before)
    {
        if (!Directory.Exists(_incoming))
        {
            return 0;
        }

        var old = new DirectoryInfo(_incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList();
        old.ForEach(file => Forget(file.FullName));
        return old.Count;
    }

    private static BlobRef Write(string draft, Stream content, long limit)
    {
        using var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var blob = BlobCopy.Run(content, stream, limit);
        stream.Flush(flushToDisk: true);
        return blob;
    }

    private static void Forget(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What failed before is what the user has to know; drafts are swept by «store check --sweep».
        }
    }

    // ENOSPC on Unix, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 112 or 39;

    // The same content is put in its own place again: a file damaged meanwhile is healed by that.
    private void Place(string draft, string sha256)
    {
        var path = PathOf(sha256)!;
        var parent = Path.GetDirectoryName(path)!;
        var isNew = !Directory.Exists(parent);
        Directory.CreateDirectory(parent);
        File.Move(draft, path, overwrite: true);
        FolderSync.Flush(parent);
        if (isNew)
        {
            FolderSync.Flush(Path.GetDirectoryName(parent)!);
            FolderSync.Flush(folder);
            FolderSync.Flush(Path.GetDirectoryName(folder)!);
        }
    }

    // Only a hash has a place: a name from outside never becomes a path.
    private string? PathOf(string sha256) => BlobReferences.IsHash(sha256) ? Path.Combine(folder, sha256[..2], sha256[2..4], sha256) : null;
}
