using System.Diagnostics;
using System.Globalization;

namespace EmrSec.Dossiers.Tests.Store;

/// <summary>A disk of a few kilobytes, in memory, where this user may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Mounts one; null where that is not allowed.</summary>
    public static SmallDisk? Mount(string path, int kilobytes)
    {
        Directory.CreateDirectory(path);
        return OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k"), "tmpfs", path) ? new SmallDisk(path) : null;
    }

    public void Dispose() => Run("umount", Path);

    private static bool Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
