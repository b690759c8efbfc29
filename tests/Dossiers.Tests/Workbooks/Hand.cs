using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmrSec.Dossiers.Tests.Workbooks;

/// <summary>Does to a workbook what a person does in a spreadsheet program, with a library of others.</summary>
internal sealed class Hand
{
    private readonly SpreadsheetDocument _book;

    private Hand(SpreadsheetDocument book) => _book = book;

    public static byte[] Edit(byte[] book, Action<Hand> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            edit(new Hand(document));
        }

        return stream.ToArray();
    }

    private WorkbookPart Main => _book.WorkbookPart!;

    public Workbook Workbook => Main.Workbook;

    public Sheet Sheet(string name) => Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name);

    public Worksheet Page(string name) => ((WorksheetPart)Main.GetPartById(Sheet(name).Id!)).Worksheet;

    public IEnumerable<Row> Rows(string sheet) => Page(sheet).GetFirstChild<SheetData>()!.Elements<Row>();

    /// <summary>A cell by the hidden keys of its row and column.</summary>
    public Cell At(string sheet, string row, string column)
    {
        var letters = Letters(Rows(sheet).First().Elements<Cell>().Single(cell => cell.InnerText == column));
        var line = Row(sheet, row);
        return line.Elements<Cell>().SingleOrDefault(cell => Letters(cell) == letters) ?? throw new InvalidOperationException($"no cell {row} {column}");
    }

    public Row Row(string sheet, string key) => Rows(sheet).Single(row => row.Elements<Cell>().FirstOrDefault() is { } cell && Letters(cell) == "A" && cell.InnerText == key);

    /// <summary>Its address, such as «Hệ thống!C7».</summary>
    public string Place(string sheet, string row, string column) => $"{sheet}!{At(sheet, row, column).CellReference}";

    public Hand Type(string sheet, string row, string column, string text) => Put(At(sheet, row, column), CellValues.InlineString, new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    /// <summary>As Excel saves it: a reference to the table of texts, here in two runs.</summary>
    public Hand Share(string sheet, string row, string column, string first, string second)
    {
        var part = Main.SharedStringTablePart ?? Main.AddNewPart<SharedStringTablePart>();
        part.SharedStringTable ??= new SharedStringTable();
        part.SharedStringTable.Append(new SharedStringItem(new Run(new Text(first) { Space = SpaceProcessingModeValues.Preserve }), new Run(new Text(second) { Space = SpaceProcessingModeValues.Preserve })));
        var index = part.SharedStringTable.Elements<SharedStringItem>().Count() - 1;
        return Put(At(sheet, row, column), CellValues.SharedString, new CellValue(index.ToString(CultureInfo.InvariantCulture)));
    }

    public Hand Number(string sheet, string row, string column, string digits) => Put(At(sheet, row, column), CellValues.Number, new CellValue(digits));

    public Hand Truth(string sheet, string row, string column, bool truth) => Put(At(sheet, row, column), CellValues.Boolean, new CellValue(truth ? "1" : "0"));

    public Hand Wrong(string sheet, string row, string column, string error) => Put(At(sheet, row, column), CellValues.Error, new CellValue(error));

    public Hand Formula(string sheet, string row, string column, string formula, string result)
    {
        var cell = At(sheet, row, column);
        Put(cell, CellValues.String, new CellFormula(formula));
        cell.Append(new CellValue(result));
        return this;
    }

    public Hand Clear(string sheet, string row, string column)
    {
        var cell = At(sheet, row, column);
        cell.RemoveAllChildren();
        cell.DataType = null;
        return this;
    }

    /// <summary>Clears every cell of a row but its key.</summary>
    public Hand ClearRow(string sheet, string row)
    {
        foreach (var cell in Row(sheet, row).Elements<Cell>().Skip(1))
        {
            cell.RemoveAllChildren();
            cell.DataType = null;
        }

        return this;
    }

    public Hand DeleteRow(string sheet, string row)
    {
        Row(sheet, row).Remove();
        return this;
    }

    /// <summary>Writes the rows below the headings in the opposite order, as sorting does.</summary>
    public Hand Reverse(string sheet)
    {
        var rows = Rows(sheet).Skip(4).ToList();
        var numbers = rows.Select(row => row.RowIndex!.Value).Reverse().ToList();
        foreach (var (row, number) in rows.Zip(numbers))
        {
            Move(row, number);
        }

        var data = Page(sheet).GetFirstChild<SheetData>()!;
        foreach (var row in rows)
        {
            row.Remove();
        }

        data.Append(rows.AsEnumerable().Reverse());
        return this;
    }

    /// <summary>Puts so many rows and columns before everything.</summary>
    public Hand Shift(string sheet, int rows, int columns)
    {
        foreach (var row in Rows(sheet))
        {
            Move(row, row.RowIndex!.Value + (uint)rows);
            foreach (var cell in row.Elements<Cell>())
            {
                cell.CellReference = $"{Moved(Letters(cell), columns)}{row.RowIndex}";
            }
        }

        return this;
    }

    /// <summary>Adds a row at the end with texts in the columns of these keys.</summary>
    public Hand AddRow(string sheet, params (string Column, string Text)[] cells)
    {
        var data = Page(sheet).GetFirstChild<SheetData>()!;
        var number = data.Elements<Row>().Max(row => row.RowIndex!.Value) + 1;
        var added = new Row { RowIndex = number };
        foreach (var head in Rows(sheet).First().Elements<Cell>())
        {
            if (Array.Find(cells, cell => cell.Column == head.InnerText) is { Text: { } text })
            {
                added.Append(new Cell(new InlineString(new Text(text))) { CellReference = $"{Letters(head)}{number}", DataType = CellValues.InlineString });
            }
        }

        data.Append(added);
        return this;
    }

    public Hand Rename(string sheet, string name)
    {
        Sheet(sheet).Name = name;
        return this;
    }

    public Hand Drop(string sheet)
    {
        var gone = Sheet(sheet);
        Main.DeletePart(gone.Id!);
        gone.Remove();
        return this;
    }

    public Hand From1904()
    {
        Workbook.WorkbookProperties = new WorkbookProperties { Date1904 = true };
        return this;
    }

    private Hand Put(Cell cell, CellValues type, OpenXmlElement content)
    {
        cell.RemoveAllChildren();
        cell.DataType = type;
        cell.Append(content);
        return this;
    }

    private static void Move(Row row, uint number)
    {
        row.RowIndex = number;
        foreach (var cell in row.Elements<Cell>())
        {
            cell.CellReference = $"{Letters(cell)}{number}";
        }
    }

    private static string Letters(Cell cell) => string.Concat(cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter));

    private static string Moved(string letters, int by)
    {
        var number = letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) + by;
        var moved = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            moved = (char)('A' + ((number - 1) % 26)) + moved;
        }

        return moved;
    }
}
