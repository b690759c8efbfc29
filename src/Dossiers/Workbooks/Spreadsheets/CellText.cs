using System.Text;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>
/// Texts as spreadsheet files hold them: what XML cannot hold, and what looks like it, is written <c>_xHHHH_</c> (ECMA-376-1, 22.9.2.19 ST_Xstring).
/// </summary>
internal static class CellText
{
    private const int EscapeLength = 7;

    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var needs = IsEscape(text, i) || text[i] is '\r' || (text[i] < ' ' && text[i] is not ('\n' or '\t')) || text[i] is '\ufffe' or '\uffff';
            if (needs)
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            }
            else
            {
                escaped?.Append(text[i]);
            }
        }

        return escaped?.ToString() ?? text;
    }

    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEscape(text, i))
            {
                plain.Append((char)int.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += EscapeLength - 1;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        text[at] == '_' && at + EscapeLength <= text.Length && text[at + 1] == 'x' && text[at + EscapeLength - 1] == '_'
        && char.IsAsciiHexDigit(text[at + 2]) && char.IsAsciiHexDigit(text[at + 3]) && char.IsAsciiHexDigit(text[at + 4]) && char.IsAsciiHexDigit(text[at + 5]);
}
