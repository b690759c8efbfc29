namespace EmrSec.Dossiers.Store.Blobs;

/// <summary>
/// What a store is made of is for the one who made it, on Unix: network drawings and reports of weaknesses are for nobody else. Who shares a
/// store gives the right to others; files made later go by their folder.
/// </summary>
internal static class OwnersOnly
{
    /// <summary>The mode of a file.</summary>
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>Makes an empty file.</summary>
    /// <param name="path">The file; none may be there.</param>
    public static void Create(string path) => new FileStream(path, Options(System.IO.FileMode.CreateNew, FileAccess.Write, FileOptions.None)).Dispose();

    /// <summary>Makes a folder, where it is not there.</summary>
    /// <param name="path">The folder.</param>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, FolderMode);
        }
    }

    /// <summary>How a file is made.</summary>
    /// <param name="mode">Whether it may be there.</param>
    /// <param name="access">What is done with it.</param>
    /// <param name="options">What else the system is to know.</param>
    public static FileStreamOptions Options(System.IO.FileMode mode, FileAccess access, FileOptions options) => OperatingSystem.IsWindows()
        ? new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, Options = options }
        : new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, Options = options, UnixCreateMode = FileMode };
}
