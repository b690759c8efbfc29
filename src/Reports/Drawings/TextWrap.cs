namespace EmrSec.Reports.Drawings;

/// <summary>Breaks chart texts into lines by an estimate of their width: charts leave room for what the estimate misses.</summary>
internal static class TextWrap
{
    private const decimal MillimetresPerPoint = 25.4m / 72;

    /// <summary>How high a line is, in millimetres.</summary>
    /// <param name="size">Type size in points.</param>
    public static decimal LineHeight(decimal size) => size * MillimetresPerPoint * 1.2m;

    /// <summary>The estimated width of a text, in millimetres.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Type size in points.</param>
    public static decimal Width(string text, decimal size) => text.Sum(c => char.IsUpper(c) ? 0.72m : char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 0 : 0.5m) * size * MillimetresPerPoint;

    /// <summary>The lines of a text; a word wider than the line is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">How wide a line may be, in millimetres.</param>
    /// <param name="size">Type size in points.</param>
    public static IReadOnlyList<string> Lines(string text, decimal width, decimal size)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width, size)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, size) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> Pieces(string word, decimal width, decimal size)
    {
        var most = Math.Max(1, (int)(width / (size * MillimetresPerPoint * 0.72m)));
        return Width(word, size) <= width ? [word] : word.Chunk(most).Select(piece => new string(piece));
    }
}
