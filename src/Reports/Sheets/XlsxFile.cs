using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EmrSec.Reports.Sheets;

/// <summary>
/// Writes tables as an Excel workbook (ISO/IEC 29500), row by row: a table of a hundred thousand rows takes no more memory than one of ten.
/// Texts stand in their cells as texts, so that none is a formula. The same tables give the same bytes.
/// </summary>
public static class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";

    // Day 1 of a workbook is 1 January 1900, and 29 February 1900 counts though there was none.
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook.</summary>
    /// <param name="tables">Its sheets, at least one.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(IReadOnlyList<SheetTable> tables, Stream output)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentOutOfRangeException.ThrowIfZero(tables.Count, nameof(tables));
        ArgumentNullException.ThrowIfNull(output);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var numbers = Enumerable.Range(1, tables.Count).ToList();
        Text(zip, "[Content_Types].xml", $"<Types xmlns=\"{Packages}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{string.Concat(numbers.Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>");
        Text(zip, "_rels/.rels", $"<Relationships xmlns=\"{Packages}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Text(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}relationships\">{string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"))}<Relationship Id=\"rId{tables.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        Text(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(numbers.Select(number => $"<sheet name=\"{System.Security.SecurityElement.Escape(tables[number - 1].Name)}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"))}</sheets></workbook>");

        // Cell styles: 0 plain, 1 bold for the header, 2 a day.
        Text(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Times New Roman\"/></font><font><b/><sz val=\"11\"/><name val=\"Times New Roman\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        foreach (var number in numbers)
        {
            using var part = Entry(zip, $"xl/worksheets/sheet{number}.xml");
            Sheet(tables[number - 1], part);
        }
    }

    private static void Sheet(SheetTable table, Stream output)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultColWidth=\"16\" defaultRowHeight=\"15\"/>");
        xml.WriteStartElement("sheetData", Main);
        Row(xml, table.Header.Select(SheetCell.Of), isHeader: true);
        foreach (var row in table.Rows)
        {
            Row(xml, row, isHeader: false);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, IEnumerable<SheetCell> cells, bool isHeader)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c", Main);
            switch (cell)
            {
                case { Number: { } number }:
                    xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
                    break;
                case { Day: { } day }:
                    xml.WriteAttributeString("s", "2");
                    xml.WriteElementString("v", Main, (day.DayNumber - DayZero).ToString(CultureInfo.InvariantCulture));
                    break;
                case { Text: { Length: > 0 } text }:
                    xml.WriteAttributeString("t", "inlineStr");
                    xml.WriteAttributeString("s", isHeader ? "1" : "0");
                    xml.WriteStartElement("is", Main);
                    xml.WriteStartElement("t", Main);
                    xml.WriteAttributeString("xml", "space", null, "preserve");
                    xml.WriteString(Clean(text));
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                    break;
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // XML has no place for control characters and halves of characters.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xffff || XmlConvert.IsXmlChar((char)rune.Value)));

    private static void Text(ZipArchive zip, string name, string content)
    {
        using var part = Entry(zip, name);
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + content));
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }
}
