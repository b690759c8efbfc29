namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>How high a row must be for its wrapped texts; an estimate, a little too high rather than too low.</summary>
internal static class RowHeights
{
    private const double Line = 14.5, Padding = 4, Least = 18;

    // Excel's limit.
    private const double Most = 409;

    // Characters of 11 points for each unit of a column's width, with the blanks that wrapping leaves at the ends of lines.
    private const double PerUnit = 1.1;

    /// <summary>The height in points.</summary>
    /// <param name="row">The row.</param>
    /// <param name="widths">The widths of its columns.</param>
    public static double Of(PlannedRow row, IReadOnlyList<double> widths)
    {
        var lines = row.Cells.Index()
            .Where(cell => cell.Item is { Look: not CellLook.Key, Value.Text: not null } && cell.Index < widths.Count && widths[cell.Index] > 0)
            .Select(cell => Lines(cell.Item!.Value.Text!, widths[cell.Index] * (Share(cell.Item.Look) * PerUnit)))
            .DefaultIfEmpty(1)
            .Max();
        return Math.Min(Most, Math.Max(Least, (lines * Line) + Padding));
    }

    // Smaller letters take less, capitals more.
    private static double Share(CellLook look) => look switch
    {
        CellLook.Help or CellLook.Locked => 1.15,
        CellLook.Section or CellLook.Heading => 0.8,
        _ => 1,
    };

    private static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / (width - 1.5))));
}
