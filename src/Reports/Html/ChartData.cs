using EmrSec.Reports.Documents;
using EmrSec.Reports.Drawings;
using EmrSec.Reports.Templates.Filling;

namespace EmrSec.Reports.Html;

/// <summary>Says what a chart's numbers are: who cannot see the picture gets all that is in it.</summary>
internal static class ChartData
{
    /// <summary>The numbers as text; null for what is no chart.</summary>
    /// <param name="content">The chart.</param>
    public static string? Describe(FigureContent content) => content switch
    {
        BarChart chart => Join(chart.Categories.Select((category, i) => $"{category}: {string.Join(", ", chart.Series.Select(series => Named(series.Name, series.Values[i], chart.Unit)))}")),
        DonutChart chart => Join(chart.Slices.Select(slice => Named(slice.Name, slice.Value, null)).Prepend(chart.Centre)),
        HeatMap map => Join(map.Rows.Select((row, i) => $"{row}: {string.Join(", ", map.Columns.Select((column, j) => map.Cells[i][j] is { Label.Length: > 0 } cell ? $"{column} {cell.Label}" : null).OfType<string>())}")),
        Timeline line => Join(line.Events.OrderBy(item => item.Date).Select(item => $"{VietnameseText.Date(item.Date)}: {item.Text} ({State(item.State)})")),
        _ => null,
    };

    private static string Join(IEnumerable<string?> parts) => string.Join("; ", parts.OfType<string>()) + ".";

    private static string Named(string name, decimal value, string? unit) => $"{name} {ChartDrawer.Written(value, unit)}".TrimStart();

    private static string State(EventState state) => state switch
    {
        EventState.Done => "đã xong",
        EventState.Overdue => "quá hạn",
        _ => "chưa đến hạn",
    };
}
