namespace EmrSec.Dossiers.Files;

/// <summary>A temporary file beside the one it is to become; removed unless it took that place.</summary>
internal sealed class DraftFile : IDisposable
{
    private DraftFile(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Writes the draft and flushes it to disk.</summary>
    /// <param name="target">The file it is to become.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="mode">Its Unix mode; null = as new files have it.</param>
    public static DraftFile Write(string target, byte[] bytes, UnixFileMode? mode) => Write(target, stream => stream.Write(bytes), mode);

    /// <summary>Writes the draft and flushes it to disk.</summary>
    /// <param name="target">The file it is to become.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="mode">Its Unix mode; null = as new files have it.</param>
    public static DraftFile Write(string target, Action<Stream> write, UnixFileMode? mode = null)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(target)) ?? ".";
        var draft = new DraftFile(System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(target)}.{System.IO.Path.GetRandomFileName()}.tmp"));
        try
        {
            using var stream = new FileStream(draft.Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            if (mode is { } unixMode && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, unixMode);
            }

            write(stream);
            stream.Flush(flushToDisk: true);
            return draft;
        }
        catch
        {
            draft.Dispose();
            throw;
        }
    }

    /// <summary>Takes the place of a file.</summary>
    /// <param name="target">The file.</param>
    public void Replace(string target) => File.Move(Path, target, overwrite: true);

    /// <summary>Takes a place where no file is; <see cref="FileInTheWayException"/> where there is one by now.</summary>
    /// <param name="target">The place.</param>
    public void TakeFreePlace(string target)
    {
        try
        {
            File.Move(Path, target, overwrite: false);
        }
        catch (IOException) when (System.IO.Path.Exists(target))
        {
            throw new FileInTheWayException();
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What failed before is what the user has to know.
        }
    }
}
