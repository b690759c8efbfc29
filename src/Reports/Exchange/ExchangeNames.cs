using EmrSec.Reports.Packing;

namespace EmrSec.Reports.Exchange;

/// <summary>Names in an exchange package, which is unpacked on machines of every kind.</summary>
internal static class ExchangeNames
{
    private const int LongestPart = 120, LongestName = 255, MostFolders = 8;

    // Windows opens a device where a file has one of these names, whatever its extension.
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>Whether a name leads nowhere but below the folder it is unpacked in, on every system.</summary>
    public static bool IsSafe(string name)
    {
        var parts = name.Split('/');
        return PackNames.IsSafe(name)
            && name.Length <= LongestName
            && parts.Length <= MostFolders
            && parts.All(part => part.Length <= LongestPart && !part.StartsWith(' ') && !Devices.Contains(part.Split('.')[0].TrimEnd()))
            && name.IsNormalized();
    }
}
