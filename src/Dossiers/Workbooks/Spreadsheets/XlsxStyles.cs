using System.Xml;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>The styles of a workbook: one for each <see cref="CellLook"/>, in its order (ECMA-376-1, 18.8).</summary>
internal static class XlsxStyles
{
    // Built-in formats: 0 general, 49 text; ours begin at 164.
    private const int General = 0, AsText = 49, DayFormat = 164, NumberFormat = 165;

    private static readonly string[] Fonts =
    [
        """<sz val="11"/><color rgb="FF1F2933"/><name val="Arial"/><family val="2"/>""",
        """<b/><sz val="16"/><color rgb="FF0B3C5D"/><name val="Arial"/><family val="2"/>""",
        """<sz val="10"/><color rgb="FF52606D"/><name val="Arial"/><family val="2"/>""",
        """<b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Arial"/><family val="2"/>""",
        """<b/><sz val="11"/><color rgb="FF0B3C5D"/><name val="Arial"/><family val="2"/>""",
        """<sz val="8"/><color rgb="FF9AA5B1"/><name val="Arial"/><family val="2"/>""",
    ];

    private static readonly string?[] Fills = [null, "gray125", "FF0B3C5D", "FFD9E6F2", "FFF0F2F5", "FFFFFBE6"];

    private static readonly string[] Sides = ["left", "right", "top", "bottom"];

    // Font, fill, border, number format, locked, horizontal, vertical, wraps.
    private static readonly (CellLook Look, int Font, int Fill, int Border, int Format, bool Locked, string Horizontal, string Vertical)[] Looks =
    [
        (CellLook.Plain, 0, 0, 0, General, true, "general", "top"),
        (CellLook.Title, 1, 0, 0, General, true, "left", "center"),
        (CellLook.Note, 2, 0, 0, General, true, "left", "top"),
        (CellLook.Heading, 3, 2, 1, General, true, "center", "center"),
        (CellLook.Section, 4, 3, 1, General, true, "left", "center"),
        (CellLook.Label, 0, 4, 1, General, true, "left", "top"),
        (CellLook.Help, 2, 4, 1, General, true, "left", "top"),
        (CellLook.Locked, 2, 4, 1, AsText, true, "left", "top"),
        (CellLook.Text, 0, 5, 1, AsText, false, "left", "top"),
        (CellLook.Choice, 0, 5, 1, AsText, false, "left", "top"),
        (CellLook.Number, 0, 5, 1, NumberFormat, false, "center", "top"),
        (CellLook.Day, 0, 5, 1, DayFormat, false, "center", "top"),
        (CellLook.Key, 5, 0, 0, AsText, true, "left", "top"),
    ];

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", XlsxNames.Main);
        xml.WriteRaw($"""<numFmts count="2"><numFmt numFmtId="{Text(DayFormat)}" formatCode="dd/mm/yyyy"/><numFmt numFmtId="{Text(NumberFormat)}" formatCode="#,##0"/></numFmts>""");
        xml.WriteRaw($"""<fonts count="{Text(Fonts.Length)}">{string.Concat(Fonts.Select(font => $"<font>{font}</font>"))}</fonts>""");
        xml.WriteRaw($"""<fills count="{Text(Fills.Length)}">{string.Concat(Fills.Select(Fill))}</fills>""");
        var line = string.Concat(Sides.Select(side => $"""<{side} style="thin"><color rgb="FFCBD2D9"/></{side}>"""));
        xml.WriteRaw($"""<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{line}<diagonal/></border></borders>""");
        xml.WriteRaw("""<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""");
        xml.WriteRaw($"""<cellXfs count="{Text(Looks.Length)}">""");
        foreach (var look in Looks.OrderBy(look => (int)look.Look))
        {
            // quotePrefix: a text that begins with «=» stays a text when somebody edits the cell.
            var quote = look.Look is CellLook.Text or CellLook.Locked ? " quotePrefix=\"1\"" : "";
            xml.WriteRaw($"""<xf numFmtId="{Text(look.Format)}" fontId="{Text(look.Font)}" fillId="{Text(look.Fill)}" borderId="{Text(look.Border)}" xfId="0"{quote} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="{look.Horizontal}" vertical="{look.Vertical}" wrapText="{(look.Look is CellLook.Key ? 0 : 1)}"{(look.Look is CellLook.Title or CellLook.Note or CellLook.Key || look.Horizontal is not "left" ? "" : " indent=\"1\"")}/><protection locked="{(look.Locked ? 1 : 0)}"/></xf>""");
        }

        xml.WriteRaw("</cellXfs>");
        xml.WriteRaw("""<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>""");
        xml.WriteEndElement();
    }

    private static string Fill(string? colour) => colour switch
    {
        null => """<fill><patternFill patternType="none"/></fill>""",
        "gray125" => """<fill><patternFill patternType="gray125"/></fill>""",
        _ => $"""<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>""",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
