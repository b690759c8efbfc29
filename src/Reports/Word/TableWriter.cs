using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>Writes tables: header rows repeat, rows break over pages.</summary>
/// <param name="blocks">Writes the cells' content.</param>
/// <param name="bodySize">The document's type size.</param>
internal sealed class TableWriter(BlockWriter blocks, decimal bodySize)
{
    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    /// <summary>A table with its caption above.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">The width of the text, in millimetres.</param>
    public IEnumerable<XElement> Write(Table table, decimal width)
    {
        if (table.Caption is { } caption)
        {
            yield return BlockWriter.Paragraph([Val("pStyle", WordStyles.Caption)], blocks.Runs(caption));
        }

        var widths = Widths(table.Columns, width);
        yield return El(
            "tbl",
            El(
                "tblPr",
                El("tblW", At("w", widths.Sum()), At("type", "dxa")),
                table.Ruled ? El("tblBorders", Sides.Select(side => El(side, At("val", "single"), At("sz", 4), At("space", 0), At("color", "auto")))) : null,
                El("tblLayout", At("type", "fixed")),
                El("tblCellMar", El("left", At("w", 70), At("type", "dxa")), El("right", At("w", 70), At("type", "dxa"))),
                El("tblLook", At("val", "0020"), At("firstRow", table.HeaderRows > 0 ? 1 : 0))),
            El("tblGrid", widths.Select(column => El("gridCol", At("w", column)))),
            Rows(table, widths));

        // Two tables in a row would become one; a cell must end with a paragraph.
        yield return El("p", El("pPr", El("spacing", At("before", 0), At("after", 0), At("line", 120), At("lineRule", "exact")), El("rPr", Val("sz", 2))));
    }

    private IEnumerable<XElement> Rows(Table table, int[] widths)
    {
        var below = new (TableCell Cell, int Rows)[widths.Length];
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var cells = new List<XElement>();
            var given = new Queue<TableCell>(table.Rows[row].Cells);
            for (var column = 0; column < widths.Length;)
            {
                TableCell? cell = null;
                var continues = below[column].Rows > 0;
                if (continues)
                {
                    below[column].Rows--;
                    cell = below[column].Cell;
                }
                else if (given.TryDequeue(out cell) && cell.RowSpan > 1)
                {
                    below[column] = (cell, cell.RowSpan - 1);
                }

                var span = Math.Clamp(cell?.ColumnSpan ?? 1, 1, widths.Length - column);
                cells.Add(Cell(table, row, column, span, cell, continues, widths));
                column += span;
            }

            yield return El("tr", row < table.HeaderRows ? El("trPr", El("tblHeader")) : null, cells);
        }
    }

    private XElement Cell(Table table, int row, int column, int span, TableCell? cell, bool continues, int[] widths)
    {
        var width = widths.Skip(column).Take(span).Sum();
        var isHeader = row < table.HeaderRows;
        var look = new Look(isHeader || cell?.IsRowHeader == true ? RunStyle.Bold : RunStyle.None, table.FontSize is { } size && size != bodySize ? size : null);
        var alignment = isHeader ? TextAlignment.Centre : cell?.Alignment ?? table.Columns[column].Alignment;
        var content = cell is null || continues
            ? []
            : blocks.Write(cell.Blocks, new Surrounding((width - 140) * 25.4m / 1440, InTable: true, alignment, look)).ToList();
        if (content.Count == 0 || content[^1].Name != W + "p")
        {
            content.Add(BlockWriter.Paragraph([Val("pStyle", WordStyles.Table)]));
        }

        return El(
            "tc",
            El(
                "tcPr",
                El("tcW", At("w", width), At("type", "dxa")),
                span > 1 ? Val("gridSpan", span) : null,
                continues ? El("vMerge") : cell?.RowSpan > 1 ? Val("vMerge", "restart") : null,
                isHeader || cell?.VerticalAlignment == VerticalAlignment.Middle ? Val("vAlign", "center") : null),
            content);
    }

    private static int[] Widths(IReadOnlyList<TableColumn> columns, decimal width)
    {
        var @fixed = columns.Where(column => !column.Width.IsShare).Sum(column => column.Width.Value);
        var shares = columns.Where(column => column.Width.IsShare).Sum(column => column.Width.Value);

        // Millimetres that leave the others nothing are narrowed: the table never leaves the page.
        var scale = shares == 0 || @fixed > width * 0.9m ? (shares == 0 ? 1m : 0.9m) * width / Math.Max(1, @fixed) : 1;
        scale = shares == 0 && @fixed <= width ? 1 : scale;
        var rest = width - @fixed * scale;
        return [.. columns.Select(column => Twips(column.Width.IsShare ? rest * column.Width.Value / shares : column.Width.Value * scale))];
    }
}
