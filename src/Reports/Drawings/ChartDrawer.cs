using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates.Filling;

namespace EmrSec.Reports.Drawings;

/// <summary>Draws charts: grey, hatched, every value written out, so that they read in black and white.</summary>
internal static class ChartDrawer
{
    /// <summary>Type size of what is written in charts, in points.</summary>
    public const decimal TextSize = 10;

    /// <summary>A chart as a picture; null where the content is no chart.</summary>
    /// <param name="content">The chart.</param>
    /// <param name="width">The picture's width in millimetres.</param>
    public static Drawing? Draw(FigureContent content, decimal width) => content switch
    {
        BarChart { Direction: BarDirection.Horizontal } bars => BarDrawer.Horizontal(bars, width),
        BarChart bars => BarDrawer.Vertical(bars, width),
        DonutChart donut => DonutDrawer.Draw(donut, width),
        HeatMap map => HeatMapDrawer.Draw(map, width),
        Timeline timeline => TimelineDrawer.Draw(timeline, width),
        _ => null,
    };

    /// <summary>A legend: a patch and a name in each line.</summary>
    /// <param name="entries">The names with their fills.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="y">Its upper edge.</param>
    /// <param name="width">Its width.</param>
    /// <param name="shapes">Gets its shapes.</param>
    /// <returns>Where it ends.</returns>
    public static decimal Legend(IEnumerable<(string Name, Fill Fill)> entries, decimal x, decimal y, decimal width, List<Shape> shapes)
    {
        foreach (var (name, fill) in entries)
        {
            var lines = TextWrap.Lines(name, width - 8, TextSize);
            var height = Math.Max(5, lines.Count * TextWrap.LineHeight(TextSize) + 1);
            shapes.Add(new Box(x, y + (height - 3.5m) / 2, 6, 3.5m, fill));
            shapes.Add(new Caption(x + 8, y, width - 8, height, lines, CaptionAlignment.Left));
            y += height;
        }

        return y;
    }

    /// <summary>A value with its unit, as Vietnamese writes numbers.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit.</param>
    public static string Written(decimal value, string? unit) => VietnameseText.Number(value) + unit;
}
