using System.Xml;

namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>Reads workbooks that Excel, LibreOffice or WPS saved (ECMA-376 transitional and strict): what the cells hold, not how they look.</summary>
internal sealed class XlsxReader
{
    private readonly XlsxPackage _package;
    private readonly List<string> _texts = [];
    private readonly List<bool> _isDay = [];
    private int _cells;
    private long _characters;

    private XlsxReader(XlsxPackage package) => _package = package;

    /// <summary>Reads.</summary>
    /// <param name="file">The file; must be able to seek.</param>
    /// <exception cref="XlsxRefusedException">It is no workbook that may be read.</exception>
    public static ReadBook Read(Stream file)
    {
        using var package = XlsxPackage.Open(file);
        return new XlsxReader(package).Read();
    }

    private ReadBook Read()
    {
        var main = Relations("").Find(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target
            ?? throw new XlsxRefusedException("BT001", "tệp không có sổ tính bên trong", "lấy lại tệp gốc");
        var relations = Relations(main);
        Part("/sharedStrings", ReadTexts);
        Part("/styles", xml => _isDay.AddRange(XlsxFormats.Days(xml)));
        var from1904 = false;
        var sheets = new List<(string Name, string Part)>();
        _package.Read(main, xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "workbookPr")
                {
                    from1904 = xml.GetAttribute("date1904") is "1" or "true";
                }
                else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "sheet" && relations.Find(relation => string.Equals(relation.Id, RelationId(xml), StringComparison.Ordinal)) is { Target: { } target } found
                    && found.Type.EndsWith("/worksheet", StringComparison.Ordinal))
                {
                    sheets.Add((xml.GetAttribute("name") ?? "", target));
                }
            }
        });
        return sheets.Count > XlsxLimits.Sheets
            ? throw new XlsxRefusedException("BT006", "sổ tính có quá nhiều trang", null)
            : new ReadBook([.. sheets.Select(sheet => new ReadSheet(sheet.Name, Cells(sheet.Part)))], from1904);

        void Part(string type, Action<XmlReader> read)
        {
            if (relations.Find(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Target is { } part && _package.Has(part))
            {
                _package.Read(part, read);
            }
        }
    }

    // The attribute's namespace differs between the transitional and the strict form.
    private static string? RelationId(XmlReader xml)
    {
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            if (xml.LocalName is "id" && xml.NamespaceURI.Length > 0)
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        xml.MoveToElement();
        return null;
    }

    private List<(string Id, string Type, string? Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..(slash + 1)];
        var relations = new List<(string, string, string?)>();
        _package.Read($"{folder}_rels/{part[(slash + 1)..]}.rels", xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Relationship")
                {
                    var target = xml.GetAttribute("Target") ?? "";
                    relations.Add((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target));
                }
            }
        });
        return relations;
    }

    private void ReadTexts(XmlReader xml)
    {
        xml.MoveToContent();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "si")
            {
                if (_texts.Count >= XlsxLimits.Cells)
                {
                    throw TooMuch();
                }

                _texts.Add(RichText(xml));
            }
        }
    }

    // The runs of a text without what is only a reading aid (ECMA-376-1, 18.4.6 rPh).
    private string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "rPh")
            {
                var aid = xml.Depth;
                while (!xml.IsEmptyElement && xml.Read() && xml.Depth > aid)
                {
                }
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && IsInText(xml, depth))
            {
                text += Counted(xml.Value);
            }
        }

        return CellText.Unescape(text);
    }

    // Blanks between elements are no text: those of a run stand two or three levels down, right below «t».
    private static bool IsInText(XmlReader xml, int depth) => xml.NodeType is not XmlNodeType.Whitespace || xml.Depth > depth + 1;

    private Dictionary<CellAddress, ReadCell> Cells(string part)
    {
        var cells = new Dictionary<CellAddress, ReadCell>();
        _package.Read(part, xml =>
        {
            var row = 0;
            var column = 0;
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (xml.LocalName is "row")
                {
                    row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                    column = 0;
                }
                else if (xml.LocalName is "c")
                {
                    var at = CellAddress.Read(xml.GetAttribute("r") ?? "") ?? new CellAddress(row, column + 1);
                    column = at.Column;
                    if (Cell(xml) is { } cell && !cell.IsBlank)
                    {
                        cells[at] = ++_cells <= XlsxLimits.Cells ? cell : throw TooMuch();
                    }
                }
            }
        });
        return cells;
    }

    private ReadCell? Cell(XmlReader xml)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var isDay = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) && style < _isDay.Count && _isDay[style];
        if (xml.IsEmptyElement)
        {
            return null;
        }

        string? value = null;
        var isFormula = false;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                isFormula |= xml.LocalName is "f";
                value = xml.LocalName switch { "v" => Value(xml), "is" => RichText(xml), _ => value };
            }
        }

        return value is null && !isFormula ? null : Cell(type, value ?? "", isFormula, isDay);
    }

    private string Value(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            text += xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? Counted(xml.Value) : "";
        }

        return text;
    }

    private ReadCell Cell(string type, string value, bool isFormula, bool isDay) => type switch
    {
        "s" => new ReadCell(ReadKind.Text, Plain(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _texts.Count ? _texts[index] : ""), isFormula, isDay),
        "inlineStr" => new ReadCell(ReadKind.Text, Plain(value), isFormula, isDay),
        "str" => new ReadCell(ReadKind.Text, Plain(CellText.Unescape(value)), isFormula, isDay),
        "d" => new ReadCell(ReadKind.Text, value.Length > 10 ? value[..10] : value, isFormula, isDay),
        "b" => new ReadCell(ReadKind.Boolean, value, isFormula, isDay),
        "e" => new ReadCell(ReadKind.Error, value, isFormula, isDay),
        _ => value.Length == 0 ? new ReadCell(ReadKind.Text, "", isFormula, isDay) : new ReadCell(ReadKind.Number, value, isFormula, isDay),
    };

    private static string Plain(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        try
        {
            return lines.Normalize();
        }
        catch (ArgumentException)
        {
            throw new XlsxRefusedException("BT008", "một ô có ký tự không hợp lệ (nửa ký tự Unicode)", "lấy lại tệp gốc");
        }
    }

    private string Counted(string text)
    {
        _characters += text.Length;
        return _characters > XlsxLimits.Characters ? throw TooMuch() : text;
    }

    private static XlsxRefusedException TooMuch() => new("BT006", "sổ tính có quá nhiều ô hoặc quá nhiều chữ", "chỉ đến tệp do emrsec dossier workbook lập");
}
