using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>How values are written in columns.</summary>
internal static class SqlValue
{
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>ISO 8601 in UTC with seven decimals: texts sort as the moments do.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    public static string? Of(DateTimeOffset? moment) => moment is { } there ? Of(there) : null;

    public static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day is { } there ? Of(there) : null;

    public static string Of(IReadOnlyList<string> list) => JsonSerializer.Serialize(list.Select(each => Clean(each)), Plain);

    public static object? Of(int? number) => number is { } there ? (long)there : null;

    public static DateTimeOffset ToMoment(string written) =>
        DateTimeOffset.ParseExact(written, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateOnly ToDay(string written) => DateOnly.ParseExact(written, DayFormat, CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> ToList(string written) => written is "[]" ? [] : JsonSerializer.Deserialize<List<string>>(written)!;

    /// <summary>Text as it is kept: NFC. Refused are halves of characters and NUL, which PostgreSQL cannot keep.</summary>
    /// <exception cref="StoreException">It cannot be kept.</exception>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('\0', StringComparison.Ordinal) || HasLoneSurrogate(text))
        {
            throw StoreErrors.UnkeepableText(text);
        }

        return text.IsNormalized() ? text : text.Normalize();
    }

    public static string? CleanOrNull(string? text) => text is null ? null : Clean(text);

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
