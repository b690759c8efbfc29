using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>Writes a workbook (ECMA-376). The same plan gives the same bytes. There is no formula in any cell: texts are inline strings.</summary>
internal static class XlsxWriter
{
    // The earliest time a ZIP can hold.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes.</summary>
    /// <param name="output">Where it goes; stays open.</param>
    /// <param name="sheets">The sheets; the first is shown.</param>
    /// <param name="title">The workbook's title.</param>
    /// <param name="created">When it was made.</param>
    public static void Write(Stream output, IReadOnlyList<SheetPlan> sheets, string title, DateTimeOffset created)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", xml => ContentTypes(xml, sheets.Count));
        Part(zip, "_rels/.rels", xml => Relations(xml,
            ("rId1", $"{XlsxNames.Relations}/officeDocument", "xl/workbook.xml"),
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")));
        Part(zip, "docProps/core.xml", xml => Core(xml, title, created));
        Part(zip, "xl/workbook.xml", xml => Workbook(xml, sheets));
        Part(zip, "xl/_rels/workbook.xml.rels", xml => Relations(xml,
        [
            .. sheets.Select((_, i) => ($"rId{Text(i + 1)}", $"{XlsxNames.Relations}/worksheet", $"worksheets/sheet{Text(i + 1)}.xml")),
            ($"rId{Text(sheets.Count + 1)}", $"{XlsxNames.Relations}/styles", "styles.xml"),
        ]));
        Part(zip, "xl/styles.xml", XlsxStyles.Write);
        for (var i = 0; i < sheets.Count; i++)
        {
            var (sheet, isFirst) = (sheets[i], i == 0);
            Part(zip, $"xl/worksheets/sheet{Text(i + 1)}.xml", xml => new XlsxSheetWriter(xml, sheet).Write(isFirst));
        }
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", XlsxNames.ContentTypes);
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml");
        Default("xml", "application/xml");
        Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        Override("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        Override("/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
        for (var i = 1; i <= sheets; i++)
        {
            Override($"/xl/worksheets/sheet{Text(i)}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        }

        xml.WriteEndElement();

        void Default(string extension, string type) => Element(xml, "Default", ("Extension", extension), ("ContentType", type));
        void Override(string part, string type) => Element(xml, "Override", ("PartName", part), ("ContentType", type));
    }

    private static void Relations(XmlWriter xml, params IEnumerable<(string Id, string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", XlsxNames.PackageRelations);
        foreach (var (id, type, target) in relations)
        {
            Element(xml, "Relationship", ("Id", id), ("Type", type), ("Target", target));
        }

        xml.WriteEndElement();
    }

    private static void Core(XmlWriter xml, string title, DateTimeOffset created)
    {
        const string Dublin = "http://purl.org/dc/elements/1.1/", Terms = "http://purl.org/dc/terms/", Schema = "http://www.w3.org/2001/XMLSchema-instance";
        xml.WriteStartElement("cp", "coreProperties", XlsxNames.CoreProperties);
        xml.WriteElementString("dc", "title", Dublin, title);
        xml.WriteElementString("dc", "creator", Dublin, "EmrSec");
        xml.WriteStartElement("dcterms", "created", Terms);
        xml.WriteAttributeString("xsi", "type", Schema, "dcterms:W3CDTF");
        xml.WriteString(created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, IReadOnlyList<SheetPlan> sheets)
    {
        xml.WriteStartElement("workbook", XlsxNames.Main);
        xml.WriteAttributeString("xmlns", "r", null, XlsxNames.Relations);
        xml.WriteStartElement("bookViews");
        Element(xml, "workbookView", ("xWindow", "0"), ("yWindow", "0"), ("windowWidth", "28800"), ("windowHeight", "15000"), ("tabRatio", "850"));
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", Text(i + 1));
            if (sheets[i].Visibility is not "visible")
            {
                xml.WriteAttributeString("state", sheets[i].Visibility);
            }

            xml.WriteAttributeString("r", "id", XlsxNames.Relations, $"rId{Text(i + 1)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Names(xml, sheets);
        xml.WriteEndElement();
    }

    private static void Names(XmlWriter xml, IReadOnlyList<SheetPlan> sheets)
    {
        xml.WriteStartElement("definedNames");
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            if (sheet.HasFilter)
            {
                Name("_xlnm._FilterDatabase", i, $"{Quoted(sheet.Name)}!{XlsxSheetWriter.FilterRange(sheet, absolute: true)}", isHidden: true);
            }

            if (sheet.HeadingRow > 0)
            {
                Name("_xlnm.Print_Titles", i, $"{Quoted(sheet.Name)}!${Text(sheet.HeadingRow)}:${Text(sheet.HeadingRow)}", isHidden: false);
            }
        }

        xml.WriteEndElement();

        void Name(string name, int sheet, string text, bool isHidden)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("localSheetId", Text(sheet));
            if (isHidden)
            {
                xml.WriteAttributeString("hidden", "1");
            }

            xml.WriteString(text);
            xml.WriteEndElement();
        }
    }

    /// <summary>A sheet's name as formulas write it.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>An element with attributes and nothing in it.</summary>
    public static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(attribute, value);
            }
        }

        xml.WriteEndElement();
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
