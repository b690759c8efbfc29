using System.Text;

namespace EmrSec.Reports.Signing.Reading;

/// <summary>Text and dates as PDF writes them (ISO 32000-1, 7.9.2, 7.9.4).</summary>
internal static class TextStrings
{
    /// <summary>A text string; UTF-16 where ASCII does not do.</summary>
    public static PdfString Encode(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        return new PdfString(Ascii.IsValid(composed) ? Encoding.ASCII.GetBytes(composed) : [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(composed)]);
    }

    /// <summary>The text of a string; control characters, which could mislead on a screen, are dropped.</summary>
    public static string Decode(PdfString value)
    {
        var bytes = value.Bytes.AsSpan();
        var text = bytes switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
            _ => Encoding.Latin1.GetString(bytes),
        };
        var clean = new StringBuilder(Math.Min(text.Length, 500));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= 500)
            {
                break;
            }

            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>A date with its distance from UTC.</summary>
    public static PdfString Encode(DateTimeOffset time)
    {
        var offset = time.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return new PdfString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"D:{time:yyyyMMddHHmmss}{sign}{offset:hh}'{offset:mm}'")));
    }

    /// <summary>The time that a date gives; null where it gives none, or none with a distance from UTC.</summary>
    public static DateTimeOffset? DecodeDate(PdfString value)
    {
        var text = Encoding.Latin1.GetString(value.Bytes).Replace("'", string.Empty, StringComparison.Ordinal);
        if (text.EndsWith('Z'))
        {
            text = text[..^1] + "+0000";
        }

        return DateTimeOffset.TryParseExact(text, ["'D:'yyyyMMddHHmmsszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || (text.Length == 21 && DateTimeOffset.TryParseExact(text.Insert(19, ":"), ["'D:'yyyyMMddHHmmsszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            ? time
            : null;
    }
}
