using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Drawings;

/// <summary>Draws bars.</summary>
internal static class BarDrawer
{
    private const decimal Thickness = 5;
    private const decimal Gap = 4;
    private const decimal PlotHeight = 55;

    /// <summary>Bars from left to right, each category's name above its bars.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">The width in millimetres.</param>
    public static Drawing Horizontal(BarChart chart, decimal width)
    {
        var shapes = new List<Shape>();
        var plot = width - 24;
        var scale = plot / Maximum(chart);
        var y = 0m;
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            var lines = TextWrap.Lines(chart.Categories[category], width, ChartDrawer.TextSize);
            var height = lines.Count * TextWrap.LineHeight(ChartDrawer.TextSize);
            shapes.Add(new Caption(0, y, width, height, lines, CaptionAlignment.Left));
            y += height + 0.5m;
            y = Bars(chart, category, y, scale, shapes) + Gap;
        }

        shapes.Add(new Segment(new Point(0, 0), new Point(0, y - Gap / 2)));
        return new Drawing(width, Legend(chart, y, width, shapes), shapes);
    }

    /// <summary>Bars upwards, each category's name under its bars.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">The width in millimetres.</param>
    public static Drawing Vertical(BarChart chart, decimal width)
    {
        var shapes = new List<Shape>();
        var group = width / Math.Max(1, chart.Categories.Count);
        var scale = (PlotHeight - 6) / Maximum(chart);
        var bars = chart.Stacked ? 1 : Math.Max(1, chart.Series.Count);
        var thickness = Math.Min(14, group * 0.8m / bars);
        var lowest = PlotHeight;
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            var x = group * category + (group - thickness * bars) / 2;
            var top = PlotHeight;
            for (var series = 0; series < chart.Series.Count; series++)
            {
                var value = chart.Series[series].Values[category];
                var height = value * scale;
                top = chart.Stacked ? top - height : PlotHeight - height;
                shapes.Add(new Box(x, top, thickness, height, Fill.OfSeries(series)));
                if (!chart.Stacked)
                {
                    shapes.Add(Value(value, chart.Unit, x + thickness / 2 - 10, top - 5, CaptionAlignment.Centre));
                    x += thickness;
                }
            }

            if (chart.Stacked)
            {
                shapes.Add(Value(chart.Series.Sum(series => series.Values[category]), chart.Unit, x + thickness / 2 - 10, top - 5, CaptionAlignment.Centre));
            }

            var lines = TextWrap.Lines(chart.Categories[category], group - 1, ChartDrawer.TextSize);
            var text = lines.Count * TextWrap.LineHeight(ChartDrawer.TextSize);
            shapes.Add(new Caption(group * category, PlotHeight + 1, group, text, lines, CaptionAlignment.Centre));
            lowest = Math.Max(lowest, PlotHeight + 1 + text);
        }

        shapes.Add(new Segment(new Point(0, PlotHeight), new Point(width, PlotHeight)));
        return new Drawing(width, Legend(chart, lowest + 2, width, shapes), shapes);
    }

    private static decimal Bars(BarChart chart, int category, decimal y, decimal scale, List<Shape> shapes)
    {
        var x = 0m;
        for (var series = 0; series < chart.Series.Count; series++)
        {
            var value = chart.Series[series].Values[category];
            var length = value * scale;
            shapes.Add(new Box(x, y, length, Thickness, Fill.OfSeries(series)));
            if (chart.Stacked)
            {
                x += length;
                continue;
            }

            shapes.Add(Value(value, chart.Unit, length + 1, y, CaptionAlignment.Left));
            y += Thickness + 0.8m;
        }

        if (chart.Stacked)
        {
            shapes.Add(Value(chart.Series.Sum(series => series.Values[category]), chart.Unit, x + 1, y, CaptionAlignment.Left));
            y += Thickness;
        }

        return y;
    }

    private static Caption Value(decimal value, string? unit, decimal x, decimal y, CaptionAlignment alignment) =>
        new(x, y, alignment == CaptionAlignment.Centre ? 20 : 23, Thickness, [ChartDrawer.Written(value, unit)], alignment);

    private static decimal Legend(BarChart chart, decimal y, decimal width, List<Shape> shapes) => chart.Series.Count < 2
        ? y
        : ChartDrawer.Legend(chart.Series.Select((series, i) => (series.Name, Fill.OfSeries(i))), 0, y, width, shapes);

    private static decimal Maximum(BarChart chart)
    {
        var largest = chart.Categories.Select((_, i) => chart.Stacked
            ? chart.Series.Sum(series => series.Values[i])
            : chart.Series.Select(series => series.Values[i]).DefaultIfEmpty().Max()).DefaultIfEmpty().Max();
        return Math.Max(chart.Maximum ?? 0, largest) is > 0 and var most ? most : 1;
    }
}
