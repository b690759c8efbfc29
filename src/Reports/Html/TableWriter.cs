using System.Xml.Linq;
using EmrSec.Reports.Documents;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>Writes tables: captions, header cells with their scope, header rows that print on every page.</summary>
/// <param name="blocks">Writes the cells' content.</param>
/// <param name="classes">Gets widths and sizes.</param>
internal sealed class TableWriter(BlockWriter blocks, MeasureClasses classes)
{
    // On a phone a table of many columns scrolls sideways rather than becoming letters on top of each other.
    private const int LeastColumnWidth = 5;
    private const int MostColumnsToSqueeze = 3;

    /// <summary>A table in a box that scrolls sideways on narrow screens.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">The width of the text on paper, in millimetres.</param>
    public XElement Write(Table table, decimal width)
    {
        var count = table.Columns.Count;
        var isLayout = !table.Ruled && table.HeaderRows == 0 && !table.Rows.Any(row => row.Cells.Any(cell => cell.IsRowHeader));
        var isWide = count > MostColumnsToSqueeze;
        var label = RunWriter.Flat(table.Caption?.ToString() ?? "");
        return El(
            "div",
            Class("scroll"),
            isWide ? At("role", "region") : null,
            isWide ? At("aria-label", label.Length == 0 ? "Bảng" : label) : null,

            // Who has no mouse must be able to scroll it too (WCAG 2.1, 2.1.1).
            isWide ? At("tabindex", "0") : null,
            El(
                "table",
                Class(table.Ruled ? "ruled-cells" : null, table.FontSize is { } size ? classes.Of("font-size", size, "pt") : null, isWide ? classes.Of("min-width", count * LeastColumnWidth, "em") : null),
                isLayout ? At("role", "presentation") : null,
                table.Caption is { } caption ? El("caption", RunWriter.Write(caption)) : null,
                El("colgroup", Widths(table.Columns, width).Select(share => El("col", Class(classes.Of("width", share, "%"))))),
                table.HeaderRows > 0 ? El("thead", Rows(table, 0, table.HeaderRows, width)) : null,
                table.Rows.Count > table.HeaderRows ? El("tbody", Rows(table, table.HeaderRows, table.Rows.Count, width)) : null));
    }

    private IEnumerable<XElement> Rows(Table table, int from, int end, decimal width)
    {
        var taken = new int[table.Columns.Count];
        for (var row = from; row < end; row++)
        {
            var cells = new List<XElement>();
            var column = 0;
            foreach (var cell in table.Rows[row].Cells)
            {
                while (taken[column] > row)
                {
                    column++;
                }

                taken.AsSpan(column, cell.ColumnSpan).Fill(row + cell.RowSpan);
                cells.Add(Cell(table, cell, column, isHeader: row < table.HeaderRows, width));
                column += cell.ColumnSpan;
            }

            yield return El("tr", cells);
        }
    }

    private XElement Cell(Table table, TableCell cell, int column, bool isHeader, decimal width)
    {
        var alignment = isHeader ? TextAlignment.Centre : cell.Alignment ?? table.Columns[column].Alignment;
        return El(
            isHeader || cell.IsRowHeader ? "th" : "td",
            isHeader ? At("scope", "col") : cell.IsRowHeader ? At("scope", "row") : null,
            cell.ColumnSpan > 1 ? At("colspan", cell.ColumnSpan) : null,
            cell.RowSpan > 1 ? At("rowspan", cell.RowSpan) : null,
            Class(BlockWriter.Alignment(alignment), isHeader || cell.VerticalAlignment == VerticalAlignment.Middle ? "middle" : null),
            blocks.Write(cell.Blocks, width));
    }

    // Shares of the table's width in per cent. Millimetres that leave the others nothing are narrowed.
    private static IEnumerable<decimal> Widths(IReadOnlyList<TableColumn> columns, decimal width)
    {
        var @fixed = columns.Where(column => !column.Width.IsShare).Sum(column => column.Width.Value);
        var shares = columns.Where(column => column.Width.IsShare).Sum(column => column.Width.Value);
        if (shares == 0)
        {
            return columns.Select(column => 100 * column.Width.Value / @fixed);
        }

        var scale = @fixed > width * 0.9m ? width * 0.9m / @fixed : 1;
        var rest = width - (@fixed * scale);
        return columns.Select(column => 100 / width * (column.Width.IsShare ? rest * column.Width.Value / shares : column.Width.Value * scale));
    }
}
