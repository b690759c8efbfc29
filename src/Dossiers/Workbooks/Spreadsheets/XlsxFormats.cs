using System.Xml;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>Tells which cell styles show a number as a day (ECMA-376-1, 18.8.30).</summary>
internal static class XlsxFormats
{
    /// <summary>For each cell style, in order, whether it is one of days.</summary>
    public static IReadOnlyList<bool> Days(XmlReader xml)
    {
        var days = new HashSet<int>();
        var styles = new List<bool>();
        var isCells = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "cellXfs")
            {
                isCells = false;
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                var id = int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
                switch (xml.LocalName)
                {
                    case "numFmt" when IsDay(xml.GetAttribute("formatCode") ?? ""):
                        days.Add(id);
                        break;
                    case "cellXfs":
                        isCells = !xml.IsEmptyElement;
                        break;
                    case "xf" when isCells:
                        styles.Add(days.Contains(id) || id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));
                        break;
                }
            }
        }

        return styles;
    }

    // y, m, d outside of quotes and brackets.
    private static bool IsDay(string code)
    {
        var isQuoted = false;
        var isBracketed = false;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '[' or ']' when !isQuoted:
                    isBracketed = code[i] == '[';
                    break;
                case '\\' or '_' or '*' when !isQuoted:
                    i++;
                    break;
                case 'd' or 'D' or 'y' or 'Y' when !isQuoted && !isBracketed:
                    return true;
            }
        }

        return false;
    }
}
