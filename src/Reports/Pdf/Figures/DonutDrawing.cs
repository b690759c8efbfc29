using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>A ring of parts, with a legend of names, values and shares at its right.</summary>
internal sealed class DonutDrawing : FigureDrawing
{
    private const double Outer = 70;
    private const double Inner = 40;
    private const double LegendBox = 10;
    private readonly DonutChart _chart;
    private readonly FigurePen _pen;
    private readonly IReadOnlyList<FlowItem>[] _legend;

    public DonutDrawing(DonutChart chart, FigurePen pen, double width)
    {
        (_chart, _pen) = (chart, pen);
        var total = chart.Slices.Sum(slice => slice.Value);
        var room = width - (2 * Outer) - 24 - LegendBox - 6;
        _legend = [.. chart.Slices.Select(slice => pen.Lines($"{slice.Name}: {FigurePen.Number(slice.Value, null)} ({FigurePen.Number(Math.Round(slice.Value * 100 / total, 1, MidpointRounding.AwayFromZero), "%")})", room, TextAlignment.Left))];
        Width = (2 * Outer) + 24 + LegendBox + 6 + room;
        Height = Math.Max((2 * Outer) + 2, LegendHeight);
    }

    private double LegendHeight => _legend.Sum(lines => FlowItem.Total(lines) + 4);

    public override void Draw(PageCanvas page, double x, double y)
    {
        var (centreX, centreY) = (x + Outer + 1, page.Height - y - (Height / 2));
        var total = (double)_chart.Slices.Sum(slice => slice.Value);
        var from = 0.0;
        for (var i = 0; i < _chart.Slices.Count; i++)
        {
            var (start, end) = (from, from + ((double)_chart.Slices[i].Value / total));
            if (end > start)
            {
                Hatching.Fill(page, i, (x, y + (Height / 2) - Outer - 1, (2 * Outer) + 2, (2 * Outer) + 2), path => Sector(path, centreX, centreY, start, end));
            }

            from = end;
        }

        if (_chart.Centre is { } centre)
        {
            var lines = _pen.Lines(centre, Inner * 1.6, TextAlignment.Centre, RunStyle.Bold);
            FlowItem.DrawAll(lines, page, centreX - (Inner * 0.8), y + ((Height - FlowItem.Total(lines)) / 2));
        }

        DrawLegend(page, x + (2 * Outer) + 24, y + ((Height - LegendHeight) / 2));
    }

    private void DrawLegend(PageCanvas page, double x, double y)
    {
        for (var i = 0; i < _legend.Length; i++)
        {
            Hatching.Fill(page, i, x, y + 1, LegendBox, LegendBox - 1);
            FlowItem.DrawAll(_legend[i], page, x + LegendBox + 6, y);
            y += FlowItem.Total(_legend[i]) + 4;
        }
    }

    // Clockwise from the top; shares of the whole circle.
    private static void Sector(ByteWriter path, double x, double y, double from, double to)
    {
        path.Operands(X(x, Outer, from), Y(y, Outer, from)).Raw("m "u8);
        Arc(path, x, y, Outer, from, to);
        path.Operands(X(x, Inner, to), Y(y, Inner, to)).Raw("l "u8);
        Arc(path, x, y, Inner, to, from);
        path.Raw("h "u8);
    }

    // Bézier curves of at most an eighth of a circle: off by less than a ten-thousandth of the radius.
    private static void Arc(ByteWriter path, double x, double y, double radius, double from, double to)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(to - from) * 8));
        var step = (to - from) / pieces;
        var handle = 4.0 / 3 * Math.Tan(step * Math.PI / 2) * radius;
        for (var i = 0; i < pieces; i++)
        {
            var (a, b) = (from + (i * step), from + ((i + 1) * step));
            path.Operands(
                X(x, radius, a) + (handle * Math.Cos(Angle(a))),
                Y(y, radius, a) - (handle * Math.Sin(Angle(a))),
                X(x, radius, b) - (handle * Math.Cos(Angle(b))),
                Y(y, radius, b) + (handle * Math.Sin(Angle(b))),
                X(x, radius, b),
                Y(y, radius, b)).Raw("c "u8);
        }
    }

    private static double Angle(double share) => share * 2 * Math.PI;

    private static double X(double x, double radius, double share) => x + (radius * Math.Sin(Angle(share)));

    private static double Y(double y, double radius, double share) => y + (radius * Math.Cos(Angle(share)));
}
