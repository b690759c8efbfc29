using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store;

/// <summary>Names from outside, as the store takes them.</summary>
internal static class StoreNames
{
    private const int Longest = 64;
    private const int LongestFile = 255;

    /// <summary>A facility's code, NFC.</summary>
    /// <exception cref="StoreException">It cannot be one.</exception>
    public static string Facility(string code) => Check(code, Longest) ?? throw StoreErrors.BadName("mã cơ sở", code);

    /// <summary>An account's name: letters, digits, «.», «-», «_», «@», «\» and spaces inside.</summary>
    /// <exception cref="StoreException">It cannot be one.</exception>
    public static string Account(string account) =>
        Check(account, Longest) is { } name && name.All(letter => char.IsLetterOrDigit(letter) || ".-_@\\ ".Contains(letter, StringComparison.Ordinal)) ? name
        : throw StoreErrors.BadName("tên tài khoản", account);

    /// <summary>A file's name, NFC, without folders.</summary>
    /// <exception cref="StoreException">It cannot be one.</exception>
    public static string File(string name) =>
        Check(name, LongestFile) is { } file && !file.AsSpan().ContainsAny('/', '\\') ? file : throw StoreErrors.BadName("tên tệp", name);

    private static string? Check(string name, int longest)
    {
        var clean = SqlValue.Clean(name);
        return clean.Length >= 1 && clean.Length <= longest && clean.Trim().Length == clean.Length && !clean.Any(char.IsControl) ? clean : null;
    }
}
