using System.Runtime.InteropServices;

namespace EmrSec.Dossiers.Store.Blobs;

/// <summary>Sees to it that a folder's entries are on disk: on Unix a renamed file may otherwise be gone after a power cut.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a folder; elsewhere than on Unix the file system does it by itself.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"cannot open the folder «{folder}» (errno {Marshal.GetLastPInvokeError()})");
        }

        // Some file systems (of networks) know no fsync for folders and say EINVAL (22); they order it themselves.
        var failed = Synchronise(handle) != 0 && Marshal.GetLastPInvokeError() != 22;
        _ = Close(handle);
        if (failed)
        {
            throw new IOException($"cannot flush the folder «{folder}»");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Synchronise(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
