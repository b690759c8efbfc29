using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Drawings;

/// <summary>Draws rings: the ring on the left, the legend with every value on the right.</summary>
internal static class DonutDrawer
{
    private const decimal Outer = 25;
    private const decimal Inner = 14;
    private const int PointsOfCircle = 120;

    /// <summary>A ring.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">The width in millimetres.</param>
    public static Drawing Draw(DonutChart chart, decimal width)
    {
        var shapes = new List<Shape>();
        var whole = chart.Slices.Sum(slice => slice.Value);
        var before = 0m;
        for (var i = 0; i < chart.Slices.Count && whole > 0; i++)
        {
            var share = chart.Slices[i].Value / whole;
            if (share > 0)
            {
                shapes.Add(new Area(Ring(before, before + share), Fill.OfSeries(i)));
            }

            before += share;
        }

        if (chart.Centre is { } centre)
        {
            shapes.Add(new Caption(Outer - Inner, Outer - 6, 2 * Inner, 12, TextWrap.Lines(centre, 2 * Inner - 4, 12), CaptionAlignment.Centre) { Size = 12, IsBold = true });
        }

        var names = chart.Slices.Select((slice, i) => ($"{slice.Name}: {ChartDrawer.Written(slice.Value, null)}", Fill.OfSeries(i)));
        var end = ChartDrawer.Legend(names, 2 * Outer + 8, 2, width - 2 * Outer - 8, shapes);
        return new Drawing(width, Math.Max(2 * Outer + 1, end), shapes);
    }

    // Coordinates are rounded to a thousandth of a millimetre: the same on every machine.
    private static List<Point> Ring(decimal from, decimal to)
    {
        var steps = Math.Max(1, (int)Math.Ceiling((to - from) * PointsOfCircle));
        var angles = Enumerable.Range(0, steps + 1).Select(step => from + (to - from) * step / steps).ToList();
        return [.. angles.Select(angle => At(angle, Outer)), .. Enumerable.Reverse(angles).Select(angle => At(angle, Inner))];
    }

    private static Point At(decimal turn, decimal radius)
    {
        var (sine, cosine) = Math.SinCos((double)turn * 2 * Math.PI);
        return new Point(Outer + radius * Math.Round((decimal)sine, 6), Outer - radius * Math.Round((decimal)cosine, 6));
    }
}
