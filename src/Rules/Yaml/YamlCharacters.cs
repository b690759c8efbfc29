using System.Text;

namespace EmrSec.Rules.Yaml;

/// <summary>Which characters a text may hold: what people type, and nothing that hides or breaks lines in its own way.</summary>
public static class YamlCharacters
{
    // As many as Unicode's stream-safe format allows (UAX 15, 13); putting thousands in order takes normalisation minutes.
    private const int MostMarks = 30;

    /// <summary>Checks a whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="diagnostics">Receives the first thing that is wrong.</param>
    /// <returns>Whether the text may be read on.</returns>
    public static bool Check(string text, string file, DiagnosticBag diagnostics)
    {
        var (tab, bad) = (FindIndentingTab(text), FindBad(text));
        if (tab >= 0 && (bad < 0 || tab < bad))
        {
            diagnostics.Error("YM002", At(text, tab, file), "dùng phím Tab để thụt lề", "YAML chỉ nhận dấu cách: thay mỗi Tab bằng hai dấu cách");
        }
        else if (bad >= 0)
        {
            diagnostics.Error("YM003", At(text, bad, file), Describe(text[bad]), "tệp này có đúng là hồ sơ YAML không? Nếu đúng, xoá ký tự này");
        }

        return tab < 0 && bad < 0;
    }

    /// <summary>Index of the first character that no text may hold, or -1.</summary>
    /// <param name="text">The text.</param>
    public static int FindBad(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            marks = text[i] >= '\u0300' && char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark ? marks + 1 : 0;
            if (marks > MostMarks || IsBad(text, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What is wrong with a character, in Vietnamese.</summary>
    /// <param name="c">The character.</param>
    public static string Describe(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark
        ? "có quá nhiều dấu chồng lên một chữ"
        : string.Create(CultureInfo.InvariantCulture, $"có ký tự không thuộc văn bản (U+{(int)c:X4})");

    /// <summary>A text in NFC.</summary>
    /// <param name="value">The text.</param>
    public static string Nfc(string value) => NeedsNormalising(value) ? value.Normalize(NormalizationForm.FormC) : value;

    private static int FindIndentingTab(string text)
    {
        for (var tab = text.IndexOf('\t', StringComparison.Ordinal); tab >= 0; tab = text.IndexOf('\t', tab + 1))
        {
            var before = tab;
            while (before > 0 && text[before - 1] == ' ')
            {
                before--;
            }

            if (before == 0 || text[before - 1] == '\n')
            {
                return tab;
            }
        }

        return -1;
    }

    private static SourcePosition At(string text, int index, string file)
    {
        var before = text.AsSpan(0, index);
        return new SourcePosition(file, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    // NEL, U+2028 and U+2029 end a line for YAML 1.1 but for no editor: lines would be counted differently.
    private static bool IsBad(string text, int i)
    {
        var c = text[i];
        return c switch
        {
            < ' ' => c is not ('\t' or '\n' or '\r'),
            < '\u007f' => false,
            <= '\u009f' or '\u2028' or '\u2029' or '\ufffe' or '\uffff' => true,
            _ when char.IsHighSurrogate(c) => i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]),
            _ when char.IsLowSurrogate(c) => i == 0 || !char.IsHighSurrogate(text[i - 1]),
            _ => false,
        };
    }

    // Vietnamese as keyboards write it today is NFC already; only text with characters outside those blocks is looked at closer.
    private static bool NeedsNormalising(string value)
    {
        foreach (var c in value)
        {
            if (c >= '\u0300' && c is not (>= '\u1e00' and <= '\u1eff') and not (>= '\u2010' and <= '\u2027'))
            {
                return true;
            }
        }

        return false;
    }
}
