using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Making;

/// <summary>A file to which updates are appended one after the other.</summary>
internal interface IGrowingPdf
{
    /// <summary>Opens what is there so far.</summary>
    ByteSource Open();

    /// <summary>Appends an update.</summary>
    void Append(byte[] update);
}

/// <summary>In memory.</summary>
internal sealed class GrowingBytes(byte[] bytes) : IGrowingPdf
{
    public byte[] Bytes { get; private set; } = bytes;

    public ByteSource Open() => ByteSource.Of(Bytes);

    public void Append(byte[] update)
    {
        var grown = GC.AllocateUninitializedArray<byte>(Bytes.Length + update.Length);
        Bytes.AsSpan().CopyTo(grown);
        update.AsSpan().CopyTo(grown.AsSpan(Bytes.Length));
        Bytes = grown;
    }
}

/// <summary>In a temporary file beside the one it is to become; removed unless it took that place.</summary>
internal sealed class GrowingFile : IGrowingPdf, IDisposable
{
    private readonly string _draft;
    private readonly string _target;

    private GrowingFile(string draft, string target) => (_draft, _target) = (draft, target);

    public static GrowingFile CopyOf(string input, string target)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(target)) ?? ".";
        var file = new GrowingFile(Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp"), target);
        try
        {
            using var from = new FileStream(input, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var to = new FileStream(file._draft, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            from.CopyTo(to, 1 << 20);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public ByteSource Open() => ByteSource.OpenFile(_draft);

    public void Append(byte[] update)
    {
        using var stream = new FileStream(_draft, FileMode.Append, FileAccess.Write, FileShare.None);
        stream.Write(update);
        stream.Flush(flushToDisk: true);
    }

    public void TakePlace() => File.Move(_draft, _target, overwrite: true);

    public void Dispose()
    {
        try
        {
            File.Delete(_draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What failed before is what the user has to know.
        }
    }
}
