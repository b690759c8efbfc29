namespace EmrSec.Reports.Pdf.Layout;

/// <summary>A cell with its content laid out. Rows count within its group.</summary>
internal sealed record CellBox(int Row, int RowSpan, int Column, int ColumnSpan, bool IsMiddle, IReadOnlyList<FlowItem> Items)
{
    public const double PadY = 2;

    public double ContentHeight => FlowItem.Total(Items) + (2 * PadY);

    /// <summary>The height of what must not be torn apart at its top.</summary>
    public double LeastHeight
    {
        get
        {
            var end = 0;
            while (end < Items.Count && Items[end].KeepWithNext)
            {
                end++;
            }

            return FlowItem.Total([.. Items.Take(end + 1)]) + (2 * PadY);
        }
    }

    /// <summary>How many items fit, without tearing apart what belongs together where that can be helped.</summary>
    public int Fitting(double room)
    {
        var (used, count, whole) = (2 * PadY, 0, 0);
        for (; count < Items.Count; count++)
        {
            used += Items[count].Height + (count == 0 ? 0 : Items[count].SpaceBefore);
            if (used > room + 0.01)
            {
                break;
            }

            whole = Items[count].KeepWithNext && count < Items.Count - 1 ? whole : count + 1;
        }

        return whole > 0 ? whole : count;
    }
}

/// <summary>Rows of a table that spanning cells tie together, most often one. Where they do not fit on a page they break.</summary>
internal sealed class RowGroup(double[] edges, bool ruled, double alwaysWhole) : FlowItem
{
    private readonly List<CellBox> _cells = [];
    private double[] _tops = [];

    public RepeatedHeader? Header { get; set; }

    public override FlowItem? Repeated => Header;

    // Low rows go to the next page whole: to break them saves nothing and reads badly.
    public override double LeastHeight => Height <= alwaysWhole ? Height : _cells.Where(cell => cell.Row == 0).Max(cell => cell.LeastHeight);

    public void Add(CellBox cell) => _cells.Add(cell);

    /// <summary>Finds the rows' heights, once all cells are there.</summary>
    public void Measure()
    {
        var heights = new double[_cells.Max(cell => cell.Row + cell.RowSpan)];
        foreach (var cell in _cells.OrderBy(cell => cell.Row + cell.RowSpan))
        {
            // A cell over several rows makes the last of them taller where it has to.
            var above = heights.AsSpan(cell.Row, cell.RowSpan - 1);
            var rest = cell.ContentHeight;
            foreach (var height in above)
            {
                rest -= height;
            }

            ref var last = ref heights[cell.Row + cell.RowSpan - 1];
            last = Math.Max(last, rest);
        }

        _tops = new double[heights.Length + 1];
        for (var i = 0; i < heights.Length; i++)
        {
            _tops[i + 1] = _tops[i] + heights[i];
        }

        Height = _tops[^1];
    }

    public override void Draw(PageCanvas page, double x, double y)
    {
        foreach (var cell in _cells)
        {
            var (top, bottom) = (_tops[cell.Row], _tops[cell.Row + cell.RowSpan]);
            var spare = cell.IsMiddle ? (bottom - top - cell.ContentHeight) / 2 : 0;
            DrawAll(cell.Items, page, x + edges[cell.Column] + TableFlow.PadX, y + top + CellBox.PadY + spare);
        }

        if (ruled)
        {
            DrawRules(page, x, y);
        }
    }

    public override (FlowItem? First, FlowItem Remainder) Split(double room)
    {
        var row = Array.FindLastIndex(_tops, top => top <= room);
        if (row < 0 || row >= _tops.Length - 1)
        {
            return (null, this);
        }

        var isWhole = row > 0 && _tops[row + 1] - _tops[row] <= alwaysWhole;
        var cut = isWhole ? _tops[row] : room;
        var (first, rest) = (new RowGroup(edges, ruled, alwaysWhole), new RowGroup(edges, ruled, alwaysWhole) { Header = Header, KeepWithNext = KeepWithNext });
        var placed = false;
        foreach (var cell in _cells)
        {
            placed |= Divide(cell, row, isWhole, cut, first, rest);
        }

        if (!placed)
        {
            return (null, this);
        }

        first.Measure();
        rest.Measure();
        return (first, rest);
    }

    private bool Divide(CellBox cell, int row, bool isWhole, double cut, RowGroup first, RowGroup rest)
    {
        var end = cell.Row + cell.RowSpan;
        if (end <= row)
        {
            first.Add(cell);
            return true;
        }

        if (cell.Row > row || (isWhole && cell.Row == row))
        {
            rest.Add(cell with { Row = cell.Row - row });
            return false;
        }

        var fitting = cell.Fitting(cut - _tops[cell.Row]);
        var lastRow = isWhole ? row : row + 1;
        first.Add(cell with { RowSpan = lastRow - cell.Row, Items = [.. cell.Items.Take(fitting)] });
        rest.Add(cell with { Row = 0, RowSpan = end - row, Items = [.. cell.Items.Skip(fitting)] });
        return fitting > 0;
    }

    private void DrawRules(PageCanvas page, double x, double y)
    {
        page.Mark(null);
        foreach (var cell in _cells)
        {
            page.Frame(x + edges[cell.Column], y + _tops[cell.Row], edges[cell.Column + cell.ColumnSpan] - edges[cell.Column], _tops[cell.Row + cell.RowSpan] - _tops[cell.Row], 0.5);
        }
    }
}

/// <summary>A table's header rows on a further page; there they are an artifact, since they were read already.</summary>
internal sealed class RepeatedHeader : FlowItem
{
    private readonly RowGroup _rows;

    public RepeatedHeader(RowGroup rows)
    {
        _rows = rows;
        Height = rows.Height;
    }

    public override void Draw(PageCanvas page, double x, double y)
    {
        page.IsRepeating = true;
        _rows.Draw(page, x, y);
        page.IsRepeating = false;
    }
}
