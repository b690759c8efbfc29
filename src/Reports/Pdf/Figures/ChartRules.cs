using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>What a chart's data must be for it to show anything true.</summary>
internal static class ChartRules
{
    public static bool Accept(BarChart chart, Place place) => Check(
        chart.Categories.Count > 0 && chart.Series.Count > 0
            && chart.Series.All(series => series.Values.Count == chart.Categories.Count && series.Values.All(value => value >= 0))
            && chart.Maximum is null or > 0,
        place,
        "biểu đồ cột phải có loại và chuỗi số liệu; mỗi chuỗi có đủ số liệu không âm cho từng loại");

    public static bool Accept(DonutChart chart, Place place) => Check(
        chart.Slices.All(slice => slice.Value >= 0) && chart.Slices.Sum(slice => slice.Value) > 0,
        place,
        "biểu đồ vành phải có số liệu không âm, tổng lớn hơn 0");

    public static bool Accept(HeatMap chart, Place place) => Check(
        chart.Columns.Count > 0 && chart.Rows.Count > 0 && chart.Cells.Count == chart.Rows.Count
            && chart.Cells.All(row => row.Count == chart.Columns.Count && row.All(cell => cell is null or { Shade: >= 0 and <= 1 })),
        place,
        "bản đồ nhiệt phải có đủ ô cho từng hàng, từng cột; độ đậm từ 0 đến 1");

    public static bool Accept(Timeline chart, Place place) => Check(chart.Events.Count > 0, place, "dòng thời gian phải có ít nhất một mốc");

    private static bool Check(bool holds, Place place, string message)
    {
        if (!holds)
        {
            place.Error("VB010", message, "kiểm tra số liệu của biểu đồ");
        }

        return holds;
    }
}
