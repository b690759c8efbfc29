using System.Text;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>
/// Text of values on its way through Markdown and YAML. Every ASCII character that is neither a letter nor a digit travels as a
/// private-use character, which no markup knows; reading the result turns it back. So a value is only ever text, wherever a
/// template puts it, and its spaces and quotation marks come out as they went in.
/// </summary>
internal static class ValueText
{
    /// <summary>Before and after the mark of a missing value.</summary>
    public const char GapStart = '\uE000';

    /// <summary>After the mark of a missing value.</summary>
    public const char GapEnd = '\uE001';

    private const char Base = '\uE100';

    /// <summary>The text made inert: NFC, ends trimmed, lines ended by line feeds.</summary>
    /// <param name="text">The value's text, without characters that <see cref="FindBad"/> finds.</param>
    public static string Encode(string text)
    {
        var result = new StringBuilder(text.Length);
        var lines = text.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var c in string.Join('\n', lines))
        {
            result.Append(c is '\t' ? ' ' : c == ' ' || c > 127 || char.IsAsciiLetterOrDigit(c) ? c : (char)(Base + c));
        }

        return result.ToString();
    }

    /// <summary>The mark of a missing value.</summary>
    /// <param name="label">What is missing.</param>
    public static string Mark(string label) => GapStart + Encode($"[chưa có: {label}]") + GapEnd;

    /// <summary>Turns inert characters back.</summary>
    /// <param name="text">Text of the filled template.</param>
    public static string Decode(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(Base, (char)(Base + 127)))
        {
            return text;
        }

        return string.Create(text.Length, text, static (result, text) =>
        {
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = text[i] is >= Base and <= (char)(Base + 127) ? (char)(text[i] - Base) : text[i];
            }
        });
    }

    /// <summary>Where a character stands that has no place in a paper, or -1: controls, marks that turn the direction of writing
    /// (they can make a name read as another), halves of characters, private use.</summary>
    /// <param name="text">Text as given.</param>
    public static int FindBad(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsBad(c))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsBad(char c) => c switch
    {
        '\n' or '\r' or '\t' => false,
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        '\uFFFE' or '\uFFFF' or (>= '\uE000' and <= '\uF8FF') => true,
        _ => char.IsControl(c) || char.IsSurrogate(c),
    };
}
