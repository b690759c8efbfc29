using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Drawings;

/// <summary>Draws grids of shaded cells.</summary>
internal static class HeatMapDrawer
{
    /// <summary>A grid.</summary>
    /// <param name="map">The chart.</param>
    /// <param name="width">The width in millimetres.</param>
    public static Drawing Draw(HeatMap map, decimal width)
    {
        var shapes = new List<Shape>();
        var names = width * 0.3m;
        var cell = (width - names) / Math.Max(1, map.Columns.Count);
        var heads = map.Columns.Select(name => TextWrap.Lines(name, cell - 1, ChartDrawer.TextSize)).ToList();
        var y = heads.Select(lines => lines.Count * TextWrap.LineHeight(ChartDrawer.TextSize)).DefaultIfEmpty().Max() + 2;
        for (var i = 0; i < heads.Count; i++)
        {
            shapes.Add(new Caption(names + i * cell, 0, cell, y, heads[i], CaptionAlignment.Centre) { IsBold = true });
        }

        for (var row = 0; row < map.Rows.Count; row++)
        {
            var lines = TextWrap.Lines(map.Rows[row], names - 2, ChartDrawer.TextSize);
            var height = Math.Max(8, lines.Count * TextWrap.LineHeight(ChartDrawer.TextSize) + 2);
            shapes.Add(new Caption(0, y, names - 2, height, lines, CaptionAlignment.Left));
            for (var i = 0; i < map.Columns.Count; i++)
            {
                Cell(map.Cells[row][i], names + i * cell, y, cell, height, shapes);
            }

            y += height;
        }

        return new Drawing(width, y, shapes);
    }

    private static void Cell(HeatCell? cell, decimal x, decimal y, decimal width, decimal height, List<Shape> shapes)
    {
        var shade = Math.Clamp(cell?.Shade ?? 0, 0, 1);
        shapes.Add(new Box(x, y, width, height, new Fill(FillPattern.Solid, shade)));
        if (cell is { Label.Length: > 0 })
        {
            shapes.Add(new Caption(x, y, width, height, TextWrap.Lines(cell.Label, width - 1, ChartDrawer.TextSize), CaptionAlignment.Centre) { IsWhite = shade > 0.55m });
        }
    }
}
