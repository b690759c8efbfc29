using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>A grid of shaded cells; each says its value, so that the shade is never needed to read it.</summary>
internal sealed class HeatDrawing : FigureDrawing
{
    private const double Cell = 22;

    // Darker than this, and black letters no longer stand out (WCAG 2.1, 1.4.3: 4.5 to 1).
    private const double Darkest = 0.5;

    private readonly HeatMap _map;
    private readonly FigurePen _pen;
    private readonly double _nameWidth;
    private readonly double _cellWidth;
    private readonly IReadOnlyList<FlowItem>[] _rows;
    private readonly IReadOnlyList<FlowItem>[] _columns;

    public HeatDrawing(HeatMap map, FigurePen pen, double width)
    {
        (_map, _pen, Width) = (map, pen, width);
        _nameWidth = Math.Min(map.Rows.Max(name => pen.Shape(name).Width()) + 1, width * 0.4);
        _cellWidth = (width - _nameWidth - 6) / map.Columns.Count;
        _rows = [.. map.Rows.Select(name => pen.Lines(name, _nameWidth, TextAlignment.Right))];
        _columns = [.. map.Columns.Select(name => pen.Lines(name, _cellWidth - 2, TextAlignment.Centre, RunStyle.Bold))];
        Height = HeaderHeight + _rows.Sum(Row) + 1;
    }

    private double HeaderHeight => _columns.Max(FlowItem.Total) + 4;

    public override void Draw(PageCanvas page, double x, double y)
    {
        var left = x + _nameWidth + 6;
        for (var i = 0; i < _columns.Length; i++)
        {
            FlowItem.DrawAll(_columns[i], page, left + (i * _cellWidth) + 1, y + HeaderHeight - 4 - FlowItem.Total(_columns[i]));
        }

        y += HeaderHeight;
        for (var row = 0; row < _rows.Length; row++)
        {
            var height = Row(_rows[row]);
            FlowItem.DrawAll(_rows[row], page, x, y + ((height - FlowItem.Total(_rows[row])) / 2));
            for (var column = 0; column < _columns.Length; column++)
            {
                DrawCell(page, _map.Cells[row][column], left + (column * _cellWidth), y, height);
            }

            y += height;
        }
    }

    private void DrawCell(PageCanvas page, HeatCell? cell, double x, double y, double height)
    {
        if (cell is not null)
        {
            page.Grey(1 - ((double)cell.Shade * Darkest));
            page.Fill(x, y, _cellWidth, height);
            page.Grey(0);
            var lines = _pen.Lines(cell.Label, _cellWidth - 2, TextAlignment.Centre);
            FlowItem.DrawAll(lines, page, x + 1, y + ((height - FlowItem.Total(lines)) / 2));
        }

        page.Frame(x, y, _cellWidth, height, 0.5);
    }

    private static double Row(IReadOnlyList<FlowItem> name) => Math.Max(Cell, FlowItem.Total(name) + 4);
}
