using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Portfolio;

/// <summary>The rows of many facilities as values and figures.</summary>
/// <param name="rows">The rows by urgency.</param>
internal sealed class PortfolioValues(IReadOnlyList<PortfolioRow> rows)
{
    /// <summary>The heat map holds so many facilities: more would not be read on a page.</summary>
    public const int MostInMap = 20;

    private static readonly ObligationStatus[] Columns =
        [ObligationStatus.Overdue, ObligationStatus.DueSoon, ObligationStatus.Unknown, ObligationStatus.Pending, ObligationStatus.MetLate, ObligationStatus.Met];

    /// <summary>The table of the facilities.</summary>
    public TemplateValues[] Facilities =>
    [
        .. rows.Select(row => new TemplateValues
        {
            ["code"] = ReportValues.Optional(row.Code),
            ["name"] = row.Name,
            ["level"] = row.Level,
            ["overdue"] = row.Count(ObligationStatus.Overdue),
            ["dueSoon"] = row.Count(ObligationStatus.DueSoon),
            ["unknown"] = row.Count(ObligationStatus.Unknown),
            ["pending"] = row.Count(ObligationStatus.Pending),
            ["done"] = row.Count(ObligationStatus.Met) + row.Count(ObligationStatus.MetLate),
            ["worst"] = row.Worst.InWords(),
            ["first"] = row.Pressing is [var first, ..] ? $"{first.Title}: hạn {first.DueText}, {first.DaysText} ngày" : new AbsentValue(),
            ["next"] = row.Next is { } next ? next : new AbsentValue(),
        }),
    ];

    /// <summary>Everything overdue or due soon of all facilities, the most pressing first.</summary>
    public TemplateValues[] Pressing =>
    [
        .. rows.SelectMany(row => row.Pressing, (row, deadline) => (row, deadline))
            .OrderBy(each => Rules.Deadlines.Urgency.Rank(each.deadline.Status))
            .ThenBy(each => each.deadline.Due ?? DateOnly.MaxValue)
            .Select(each => new TemplateValues
            {
                ["status"] = each.deadline.Status.InWords(),
                ["due"] = each.deadline.DueText,
                ["days"] = ReportValues.Optional(each.deadline.DaysText),
                ["title"] = each.deadline.Title,
                ["system"] = each.deadline.System ?? "cả cơ quan",
                ["facility"] = each.row.Name,
            }),
    ];

    /// <summary>How many facilities stand how, by what presses most in each.</summary>
    public NamedFigure Bars()
    {
        List<ChartSlice> slices = [.. rows.GroupBy(row => row.Worst).OrderBy(group => Rules.Deadlines.Urgency.Rank(group.Key)).Select(group => new ChartSlice(group.Key.InWords(), group.Count()))];
        var chart = new BarChart(BarDirection.Horizontal, [.. slices.Select(slice => slice.Name)], [new ChartSeries("Số cơ sở", [.. slices.Select(slice => slice.Value)])]);
        return new NamedFigure(chart, "Biểu đồ số cơ sở theo việc gấp nhất: " + string.Join(", ", slices.Select(slice => string.Create(CultureInfo.InvariantCulture, $"{slice.Name.ToLowerInvariant()} {slice.Value}"))));
    }

    /// <summary>The most pressing facilities against the standings.</summary>
    public NamedFigure Map()
    {
        var shown = rows.Take(MostInMap).ToList();
        var most = Math.Max(1, shown.SelectMany(row => Columns.Take(4).Select(row.Count)).Max());
        var map = new HeatMap(
            [.. Columns.Select(status => status.InWords())],
            [.. shown.Select(row => row.Name)],
            [.. shown.Select(row => (IReadOnlyList<HeatCell?>)[.. Columns.Select(status => Cell(status, row.Count(status), most))])]);
        return new NamedFigure(map, "Bản đồ nhiệt: mỗi hàng một cơ sở, mỗi cột một tình trạng, trong ô là số việc; số liệu ở bảng các cơ sở");
    }

    // Only what presses is shaded: many things done are no heat.
    private static HeatCell? Cell(ObligationStatus status, int count, int most) => count == 0
        ? null
        : new HeatCell(status is ObligationStatus.Overdue or ObligationStatus.DueSoon or ObligationStatus.Unknown ? (decimal)count / most : 0, count.ToString(CultureInfo.InvariantCulture));
}
