using System.Text;

namespace EmrSec.Reports.Sheets;

/// <summary>
/// Writes a table as CSV (RFC 4180) that a spreadsheet opens as it is: UTF-8 with a byte-order mark, lines ended by CR LF, and an apostrophe
/// before a text that a spreadsheet would run as a formula.
/// </summary>
public static class CsvFile
{
    // What begins a formula in a spreadsheet, its full-width forms too; a tab or line end before one is passed over by some.
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    /// <summary>Writes a table, row by row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(SheetTable table, Stream output)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        Line(writer, table.Header.Select(SheetCell.Of));
        foreach (var row in table.Rows)
        {
            Line(writer, row);
        }
    }

    private static void Line(StreamWriter writer, IEnumerable<SheetCell> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            writer.Write(isFirst ? "" : ",");
            isFirst = false;
            writer.Write(Field(cell));
        }

        writer.WriteLine();
    }

    private static string Field(SheetCell cell) => cell switch
    {
        { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
        { Day: { } day } => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        { Text: { Length: > 0 } text } => Quoted(Dangerous.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text),
        _ => "",
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 && text[0] != ' ' && text[^1] != ' ' ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
