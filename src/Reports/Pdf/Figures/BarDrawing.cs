using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>Bars with their values written at their ends, and a legend where there are several series.</summary>
internal abstract class BarDrawing : FigureDrawing
{
    protected const double LegendBox = 10;

    protected BarDrawing(BarChart chart, FigurePen pen, double width)
    {
        (Chart, Pen, Width) = (chart, pen, width);
        var totals = chart.Stacked
            ? Enumerable.Range(0, chart.Categories.Count).Select(i => chart.Series.Sum(series => series.Values[i]))
            : chart.Series.SelectMany(series => series.Values);
        Top = (double)Math.Max(chart.Maximum ?? 0, Math.Max(totals.Max(), 0.0001m));
        Legend = chart.Series.Count == 1 ? [] : [.. chart.Series.Select(series => pen.Lines(series.Name, width - LegendBox - 8, TextAlignment.Left))];
        LegendHeight = Legend.Sum(FlowItem.Total) + (Legend.Count > 0 ? 8 : 0);
    }

    protected BarChart Chart { get; }

    protected FigurePen Pen { get; }

    /// <summary>The value at the end of the axis.</summary>
    protected double Top { get; }

    protected IReadOnlyList<IReadOnlyList<FlowItem>> Legend { get; }

    protected double LegendHeight { get; }

    public static BarDrawing Make(BarChart chart, FigurePen pen, double width) => chart.Direction == BarDirection.Horizontal
        ? new HorizontalBars(chart, pen, width)
        : new VerticalBars(chart, pen, width);

    protected void DrawLegend(PageCanvas page, double x, double y)
    {
        for (var i = 0; i < Legend.Count; i++)
        {
            Hatching.Fill(page, i, x, y + 1, LegendBox, LegendBox - 1);
            FlowItem.DrawAll(Legend[i], page, x + LegendBox + 6, y);
            y += FlowItem.Total(Legend[i]);
        }
    }

    protected string Value(decimal value) => FigurePen.Number(value, Chart.Unit);
}

/// <summary>Bars from left to right, names at their left.</summary>
internal sealed class HorizontalBars : BarDrawing
{
    private const double Bar = 13;
    private const double Gap = 7;
    private readonly IReadOnlyList<FlowItem>[] _names;
    private readonly double _nameWidth;
    private readonly double _valueWidth;

    public HorizontalBars(BarChart chart, FigurePen pen, double width)
        : base(chart, pen, width)
    {
        _nameWidth = Math.Min(chart.Categories.Max(name => pen.Shape(name).Width()) + 1, width * 0.45);
        _names = [.. chart.Categories.Select(name => pen.Lines(name, _nameWidth, TextAlignment.Right))];
        _valueWidth = chart.Series.SelectMany(series => series.Values).Append(chart.Series.Sum(series => series.Values.Max())).Max(value => pen.Shape(Value(value)).Width()) + 6;
        Height = _names.Sum(Row) + LegendHeight;
    }

    private int BarsInRow => Chart.Stacked ? 1 : Chart.Series.Count;

    public override void Draw(PageCanvas page, double x, double y)
    {
        var origin = x + _nameWidth + 6;
        var scale = (Width - _nameWidth - 6 - _valueWidth) / Top;
        var bottom = y + _names.Sum(Row);
        for (var i = 0; i < _names.Length; i++)
        {
            var row = Row(_names[i]);
            FlowItem.DrawAll(_names[i], page, x, y + ((row - FlowItem.Total(_names[i])) / 2));
            DrawBars(page, i, origin, y + ((row - (Bar * BarsInRow)) / 2), scale);
            y += row;
        }

        page.Line(origin, bottom - _names.Sum(Row), origin, bottom, 0.8);
        DrawLegend(page, x, bottom + 8);
    }

    private void DrawBars(PageCanvas page, int category, double origin, double y, double scale)
    {
        var (at, total) = (origin, 0m);
        for (var s = 0; s < Chart.Series.Count; s++)
        {
            var value = Chart.Series[s].Values[category];
            var length = (double)value * scale;
            Hatching.Fill(page, s, at, y, length, Bar - 2);
            if (Chart.Stacked)
            {
                (at, total) = (at + length, total + value);
            }
            else
            {
                DrawValue(page, value, at + length, y);
                y += Bar;
            }
        }

        if (Chart.Stacked)
        {
            DrawValue(page, total, at, y);
        }
    }

    private void DrawValue(PageCanvas page, decimal value, double x, double y) =>
        FlowItem.DrawAll(Pen.Lines(Value(value), _valueWidth, TextAlignment.Left), page, x + 4, y);

    private double Row(IReadOnlyList<FlowItem> name) => Math.Max(FlowItem.Total(name), Bar * BarsInRow) + Gap;
}

/// <summary>Bars upwards, names under them.</summary>
internal sealed class VerticalBars : BarDrawing
{
    private const double PlotHeight = 150;
    private readonly IReadOnlyList<FlowItem>[] _names;
    private readonly double _group;

    public VerticalBars(BarChart chart, FigurePen pen, double width)
        : base(chart, pen, width)
    {
        _group = width / chart.Categories.Count;
        _names = [.. chart.Categories.Select(name => pen.Lines(name, _group - 4, TextAlignment.Centre))];
        Height = pen.LineHeight + 2 + PlotHeight + 4 + _names.Max(FlowItem.Total) + LegendHeight;
    }

    public override void Draw(PageCanvas page, double x, double y)
    {
        var ground = y + Pen.LineHeight + 2 + PlotHeight;
        var bars = Chart.Stacked ? 1 : Chart.Series.Count;
        var bar = Math.Min(_group * 0.7 / bars, 40);
        for (var i = 0; i < _names.Length; i++)
        {
            var left = x + (i * _group);
            DrawBars(page, i, left + ((_group - (bar * bars)) / 2), bar, ground);
            FlowItem.DrawAll(_names[i], page, left + 2, ground + 4);
        }

        page.Line(x, ground, x + Width, ground, 0.8);
        DrawLegend(page, x, ground + 4 + _names.Max(FlowItem.Total) + 8);
    }

    private void DrawBars(PageCanvas page, int category, double x, double bar, double ground)
    {
        var total = 0m;
        for (var s = 0; s < Chart.Series.Count; s++)
        {
            var value = Chart.Series[s].Values[category];
            var height = (double)value / Top * PlotHeight;
            var foot = Chart.Stacked ? ground - ((double)total / Top * PlotHeight) : ground;
            Hatching.Fill(page, s, x, foot - height, bar - (Chart.Stacked ? 0 : 2), height);
            total += value;
            if (!Chart.Stacked)
            {
                DrawValue(page, value, x, bar, foot - height);
                x += bar;
            }
        }

        if (Chart.Stacked)
        {
            DrawValue(page, total, x, bar, ground - ((double)total / Top * PlotHeight));
        }
    }

    private void DrawValue(PageCanvas page, decimal value, double x, double bar, double top)
    {
        var text = Pen.Shape(Value(value));
        var width = Math.Max(text.Width() + 1, bar);
        FlowItem.DrawAll(Pen.Lines(Value(value), width, TextAlignment.Centre), page, x + ((bar - width) / 2), top - Pen.LineHeight - 1);
    }
}
