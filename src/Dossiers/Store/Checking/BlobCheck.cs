using EmrSec.Dossiers.Store.Blobs;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Checking;

/// <summary>Reads every file again and compares it with its hash; a file that is wrong is named by the case and the name it was filed under.</summary>
/// <param name="findings">Receives what is wrong.</param>
internal sealed class BlobCheck(FindingList findings)
{
    /// <summary>How many files were read.</summary>
    public long Count { get; private set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Reads the files.</summary>
    /// <param name="session">The store.</param>
    /// <param name="blobs">Its files.</param>
    public void Run(Session session, IBlobStore blobs)
    {
        var names = Names(session);
        foreach (var (sha256, (name, size)) in names)
        {
            Check(blobs, sha256, name, size);
        }

        foreach (var blob in blobs.All().Where(blob => !names.ContainsKey(blob.Sha256)))
        {
            findings.Add("KH062", $"tệp {blob.Sha256} ({blob.Size} byte) không thuộc hồ sơ nào: có lẽ việc tải lên bị ngắt giữa chừng; bỏ đi bằng «emrsec store check --sweep»", isError: false);
        }
    }

    // The first who filed it stands for all.
    private static Dictionary<string, (string Name, long Size)> Names(Session session)
    {
        var names = new Dictionary<string, (string, long)>(StringComparer.Ordinal);
        session.Each("SELECT facility, number, name, sha256, size FROM evidence", row => (Id: row.Case(), Name: row.Text(), Hash: row.Text(), Size: row.Long()), found => names.TryAdd(found.Hash, ($"minh chứng «{found.Name}» của hồ sơ {found.Id}", found.Size)));
        session.Each("SELECT facility, number, name, sha256, size FROM papers", row => (Id: row.Case(), Name: row.Text(), Hash: row.Text(), Size: row.Long()), found => names.TryAdd(found.Hash, ($"văn bản «{found.Name}» của hồ sơ {found.Id}", found.Size)));
        return names;
    }

    private void Check(IBlobStore blobs, string sha256, string name, long size)
    {
        try
        {
            using var stream = blobs.Open(sha256);
            if (stream is null)
            {
                findings.Add("KH060", $"{name}: tệp đã mất ({sha256})");
                return;
            }

            var read = BlobCopy.Run(stream, to: null, long.MaxValue);
            Count++;
            Bytes += read.Size;
            if (!string.Equals(read.Sha256, sha256, StringComparison.Ordinal) || read.Size != size)
            {
                findings.Add("KH061", $"{name}: tệp đã bị sửa ({sha256})");
            }
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            findings.Add("KH061", $"{name}: không đọc được tệp ({sha256}): {e.Message}");
        }
    }
}
