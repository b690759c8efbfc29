using System.Xml;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>Writes one sheet, its elements in the order that ECMA-376-1, 18.3.1.99 demands.</summary>
internal sealed class XlsxSheetWriter(XmlWriter xml, SheetPlan sheet)
{
    // Excel calls a file damaged whose messages are longer.
    private const int MaxTitle = 32, MaxMessage = 255;

    public void Write(bool isShown)
    {
        xml.WriteStartElement("worksheet", XlsxNames.Main);
        Properties();
        View(isShown);
        XlsxWriter.Element(xml, "sheetFormatPr", ("defaultRowHeight", "15"));
        Columns();
        Rows();
        XlsxWriter.Element(xml, "sheetProtection", ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatCells", "0"), ("formatColumns", "0"), ("formatRows", "0"), ("autoFilter", "0"));
        if (sheet.HasFilter)
        {
            XlsxWriter.Element(xml, "autoFilter", ("ref", FilterRange(sheet, absolute: false)));
        }

        Merges();
        Validations();
        XlsxWriter.Element(xml, "pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        XlsxWriter.Element(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", sheet.IsOnePage ? "1" : "0"));
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", XlsxNames.Main, "&L&A&RTrang &P/&N");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The range that can be filtered: from the headings to the last row.</summary>
    public static string FilterRange(SheetPlan sheet, bool absolute)
    {
        var (first, last) = (CellAddress.Letters(2), CellAddress.Letters(sheet.Widths.Count));
        var sign = absolute ? "$" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{first}{sign}{sheet.HeadingRow}:{sign}{last}{sign}{sheet.Rows.Count}");
    }

    private void Properties()
    {
        xml.WriteStartElement("sheetPr");
        if (sheet.Tab is { } colour)
        {
            XlsxWriter.Element(xml, "tabColor", ("rgb", "FF" + colour));
        }

        XlsxWriter.Element(xml, "pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
    }

    private void View(bool isShown)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("showGridLines", "0");
        if (isShown)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        if (sheet.FrozenRows > 0)
        {
            var pane = sheet.FrozenColumns > 0 ? "bottomRight" : "bottomLeft";
            XlsxWriter.Element(xml, "pane",
                ("xSplit", sheet.FrozenColumns > 0 ? XlsxWriter.Text(sheet.FrozenColumns) : null),
                ("ySplit", XlsxWriter.Text(sheet.FrozenRows)),
                ("topLeftCell", new CellAddress(sheet.FrozenRows + 1, sheet.FrozenColumns + 1).ToString()),
                ("activePane", pane),
                ("state", "frozen"));
            XlsxWriter.Element(xml, "selection", ("pane", pane));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Columns()
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < sheet.Widths.Count; i++)
        {
            var width = sheet.Widths[i];
            XlsxWriter.Element(xml, "col",
                ("min", XlsxWriter.Text(i + 1)),
                ("max", XlsxWriter.Text(i + 1)),
                ("width", (width == 0 ? 9 : width).ToString(CultureInfo.InvariantCulture)),
                ("hidden", width == 0 ? "1" : null),
                ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private void Rows()
    {
        xml.WriteStartElement("sheetData");
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            var row = sheet.Rows[i];
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", XlsxWriter.Text(i + 1));
            // Excel fits a row to its text when it opens the file, LibreOffice only when the text changes: what it will need is said.
            xml.WriteAttributeString("ht", (row.Height ?? RowHeights.Of(row, sheet.Widths)).ToString(CultureInfo.InvariantCulture));
            if (row.Height is not null)
            {
                xml.WriteAttributeString("customHeight", "1");
            }

            if (row.IsHidden)
            {
                xml.WriteAttributeString("hidden", "1");
            }

            for (var j = 0; j < row.Cells.Count; j++)
            {
                if (row.Cells[j] is { } cell)
                {
                    Cell(new CellAddress(i + 1, j + 1), cell);
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Cell(CellAddress at, PlannedCell cell)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", at.ToString());
        xml.WriteAttributeString("s", XlsxWriter.Text((int)cell.Look));
        if (cell.Value.Number is { } number)
        {
            xml.WriteElementString("v", XlsxNames.Main, number.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Value.Text is { } text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(CellText.Escape(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Merges()
    {
        var spreads = sheet.Rows.Index().Where(row => row.Item.Spread > 1).ToList();
        if (spreads.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("mergeCells");
        xml.WriteAttributeString("count", XlsxWriter.Text(spreads.Count));
        foreach (var (i, row) in spreads)
        {
            XlsxWriter.Element(xml, "mergeCell", ("ref", $"{new CellAddress(i + 1, 2)}:{new CellAddress(i + 1, row.Spread + 1)}"));
        }

        xml.WriteEndElement();
    }

    private void Validations()
    {
        if (sheet.Rules.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", XlsxWriter.Text(sheet.Rules.Count));
        foreach (var (rule, cells) in sheet.Rules)
        {
            Validation(rule, cells);
        }

        xml.WriteEndElement();
    }

    private void Validation(CellRule rule, List<CellAddress> cells)
    {
        xml.WriteStartElement("dataValidation");
        var kind = rule.Kind switch { RuleKind.List => "list", RuleKind.Whole => "whole", RuleKind.Day => "date", RuleKind.Formula => "custom", _ => null };
        Attribute("type", kind);
        Attribute("allowBlank", "1");
        Attribute("showInputMessage", "1");
        Attribute("showErrorMessage", rule.Error is null ? null : "1");
        if (rule.Error is { } error)
        {
            Attribute("errorTitle", "Chưa nhận được");
            Attribute("error", Cut(error, MaxMessage));
        }

        Attribute("promptTitle", Cut(rule.Title, MaxTitle));
        Attribute("prompt", Cut(rule.Message, MaxMessage));
        Attribute("sqref", string.Join(' ', Ranges(cells)));
        Formula("formula1", rule.First);
        Formula("formula2", rule.Second);
        xml.WriteEndElement();

        void Attribute(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                xml.WriteAttributeString(name, value);
            }
        }

        void Formula(string name, string? text)
        {
            if (text is not null)
            {
                xml.WriteElementString(name, XlsxNames.Main, text);
            }
        }
    }

    // Cells below each other as one range.
    private static IEnumerable<string> Ranges(List<CellAddress> cells)
    {
        var ordered = cells.OrderBy(cell => cell.Column).ThenBy(cell => cell.Row).ToList();
        for (var i = 0; i < ordered.Count;)
        {
            var end = i;
            while (end + 1 < ordered.Count && ordered[end + 1].Column == ordered[i].Column && ordered[end + 1].Row == ordered[end].Row + 1)
            {
                end++;
            }

            yield return end == i ? ordered[i].ToString() : $"{ordered[i]}:{ordered[end]}";
            i = end + 1;
        }
    }

    // Never within a pair of surrogates.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        end -= char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return text[..end].TrimEnd() + "…";
    }
}
