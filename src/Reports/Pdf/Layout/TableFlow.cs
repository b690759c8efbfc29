using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>Lays out tables: columns to their widths, cells to their columns, rows that spanning cells tie together in groups.</summary>
internal static class TableFlow
{
    public const double PadX = 4;
    private const double LeastShare = 30;
    private const double CellSpacing = 2;

    public static void Add(FlowBuilder flow, Table table)
    {
        var place = flow.Place;
        place.Table = ++flow.Shared.Tables;
        (place.Row, place.Column) = (0, 0);
        if (TableGrid.Read(table, place) is { } grid)
        {
            var element = new StructElement("Table", flow.Parent);
            AddCaption(flow, table, element);
            AddRows(flow, table, grid, element);
        }

        place.Table = 0;
    }

    private static void AddCaption(FlowBuilder flow, Table table, StructElement element)
    {
        if (table.Caption is { } caption)
        {
            flow.AddLines(flow.Shape(caption, new StructElement("Caption", element), RunStyle.Bold), TextAlignment.Centre, 0, flow.Settings.Spacing, keepWithNext: true);
        }
    }

    private static void AddRows(FlowBuilder flow, Table table, TableGrid grid, StructElement element)
    {
        var edges = Edges(table, flow.Settings.Width);
        var groups = new List<RowGroup>();
        StructElement? part = null;
        foreach (var (first, end) in grid.Groups())
        {
            var isHeader = first < table.HeaderRows;
            if (first == 0 || first == table.HeaderRows)
            {
                part = new StructElement(isHeader ? "THead" : "TBody", element);
            }

            groups.Add(Group(flow, table, grid, edges, part!, first, end));
        }

        var headers = grid.HeaderGroups;
        var header = headers == 1 ? new RepeatedHeader(groups[0]) : null;
        for (var i = 0; i < groups.Count; i++)
        {
            groups[i].SpaceBefore = i == 0 ? (table.Caption is null ? flow.Settings.Spacing : 3) : 0;
            groups[i].KeepWithNext = i < headers && i < groups.Count - 1;
            groups[i].Header = i < headers || header is null || header.Height > flow.Settings.Height / 2 ? null : header;
        }

        flow.Items.AddRange(groups);
        flow.Items.Add(new SpaceItem(4) { KeepWithNext = false });
    }

    private static RowGroup Group(FlowBuilder flow, Table table, TableGrid grid, double[] edges, StructElement part, int first, int end)
    {
        var group = new RowGroup(edges, table.Ruled, flow.Settings.Height / 4);
        for (var row = first; row < end; row++)
        {
            var line = new StructElement("TR", part);
            foreach (var cell in grid.Cells(row))
            {
                group.Add(Cell(flow, table, cell, edges, line, first));
            }
        }

        group.Measure();
        return group;
    }

    private static CellBox Cell(FlowBuilder flow, Table table, GridCell grid, double[] edges, StructElement line, int firstRow)
    {
        var cell = grid.Cell;
        var isHeader = grid.Row < table.HeaderRows;
        var element = new StructElement(isHeader || cell.IsRowHeader ? "TH" : "TD", line) { Attributes = Attributes(cell, isHeader) };
        (flow.Place.Row, flow.Place.Column) = (grid.Row + 1, grid.Column + 1);
        var column = table.Columns[grid.Column];
        var width = Math.Max(edges[grid.Column + cell.ColumnSpan] - edges[grid.Column] - (2 * PadX), 4);
        var size = (double?)table.FontSize is { } points ? Math.Clamp(points, 8, 14) : flow.Settings.Size;
        var settings = flow.Settings with
        {
            Width = width,
            Size = size,
            FirstIndent = 0,
            Spacing = CellSpacing,
            Alignment = cell.Alignment ?? (isHeader ? TextAlignment.Centre : column.Alignment),
            Style = flow.Settings.Style | (isHeader ? RunStyle.Bold : RunStyle.None),
            InCell = true,
        };
        var inner = new FlowBuilder(flow.Shared, settings, element);
        inner.AddAll(cell.Blocks, mayBeOwn: true);
        return new CellBox(grid.Row - firstRow, cell.RowSpan, grid.Column, cell.ColumnSpan, isHeader || cell.VerticalAlignment == VerticalAlignment.Middle, inner.Items);
    }

    private static string? Attributes(TableCell cell, bool isHeader)
    {
        var scope = isHeader ? "/Scope/Column" : cell.IsRowHeader ? "/Scope/Row" : "";
        var columns = cell.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $"/ColSpan {cell.ColumnSpan}") : "";
        var rows = cell.RowSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $"/RowSpan {cell.RowSpan}") : "";
        return scope.Length + columns.Length + rows.Length == 0 ? null : "/O/Table" + scope + columns + rows;
    }

    // Where the columns' sides are, from 0 to the table's width.
    private static double[] Edges(Table table, double width)
    {
        var fixedWidth = table.Columns.Where(column => !column.Width.IsShare).Sum(column => Points.FromMillimetres(column.Width.Value));
        var shares = table.Columns.Where(column => column.Width.IsShare).ToArray();
        var weights = shares.Sum(column => (double)column.Width.Value);

        // Columns in millimetres give way where they would push the table over the margin.
        var room = width - (shares.Length * LeastShare);
        var scale = fixedWidth > room ? room / fixedWidth : 1;
        var rest = width - (fixedWidth * scale);
        var edges = new double[table.Columns.Count + 1];
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i].Width;
            edges[i + 1] = edges[i] + (column.IsShare ? rest * (double)column.Value / weights : Points.FromMillimetres(column.Value) * scale);
        }

        return edges;
    }
}
