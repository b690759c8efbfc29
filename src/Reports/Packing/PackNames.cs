namespace EmrSec.Reports.Packing;

/// <summary>Names in a pack: relative, without tricks, alike on every system.</summary>
internal static class PackNames
{
    private const int MaxLength = 400;

    /// <summary>Whether a name leads nowhere but below the folder it is unpacked in, on Windows too.</summary>
    /// <param name="name">The name, with «/» between folders.</param>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= MaxLength
        && name.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && !part.EndsWith('.') && !part.EndsWith(' '))
        && !name.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '\u202a' or '\u202b' or '\u202d' or '\u202e' or '\u2066' or '\u2067' or '\u2068');
}
