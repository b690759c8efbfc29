using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The figures of the gap report. Result, documentation and progress each have their own.</summary>
internal static class GapFigures
{
    private static readonly RequirementStatus[] Statuses =
        [RequirementStatus.Met, RequirementStatus.Partial, RequirementStatus.Unmet, RequirementStatus.Unknown, RequirementStatus.NotApplicable];

    private static readonly Documentation[] Proofs = [Documentation.Documented, Documentation.Undocumented, Documentation.Expired];

    /// <summary>The result as a ring.</summary>
    /// <param name="findings">The findings.</param>
    public static NamedFigure Result(IReadOnlyList<RequirementFinding> findings)
    {
        List<ChartSlice> slices = [.. Statuses.Select(status => new ChartSlice(status.InWords(), findings.Count(finding => finding.Status == status)))];
        return new NamedFigure(new DonutChart(slices, $"{findings.Count} yêu cầu"), $"Biểu đồ kết quả: {Say(slices)}");
    }

    /// <summary>The result of each group as bars.</summary>
    /// <param name="findings">The findings.</param>
    public static NamedFigure Groups(IReadOnlyList<RequirementFinding> findings)
    {
        var groups = ByGroup(findings);
        List<ChartSeries> series = [.. Statuses.Select(status => new ChartSeries(status.InWords(), [.. groups.Select(group => (decimal)group.Count(finding => finding.Status == status))]))];
        var chart = new BarChart(BarDirection.Horizontal, [.. groups.Select(group => group.Key.Title)], series) { Stacked = true };
        return new NamedFigure(chart, "Biểu đồ kết quả theo nhóm yêu cầu; số liệu ở bảng kết quả theo nhóm");
    }

    /// <summary>What is proved of what is said to be met, wholly or in part.</summary>
    /// <param name="findings">The findings.</param>
    public static NamedFigure Proof(IReadOnlyList<RequirementFinding> findings) =>
        Bars(Proofs.Select(proof => new ChartSlice(proof.InWords(), findings.Count(finding => finding.Documentation == proof))), "Biểu đồ bằng chứng");

    /// <summary>What is planned for what is not met, or met in part.</summary>
    /// <param name="findings">The findings.</param>
    public static NamedFigure Progress(IReadOnlyList<RequirementFinding> findings) =>
        Bars(ProgressOf(findings), "Biểu đồ tiến độ khắc phục");

    /// <summary>How many of what is not met, or met in part, are planned how; the four add up to all of them.</summary>
    /// <param name="findings">The findings.</param>
    public static IReadOnlyList<ChartSlice> ProgressOf(IReadOnlyList<RequirementFinding> findings)
    {
        List<RequirementFinding> open = [.. findings.Where(finding => finding.Status is RequirementStatus.Unmet or RequirementStatus.Partial)];
        return
        [
            new ChartSlice("Có hạn, chưa đến", open.Count(finding => finding.Progress is { Due: not null, IsOverdue: false })),
            new ChartSlice("Có hạn, đã quá", open.Count(finding => finding.Progress is { IsOverdue: true })),
            new ChartSlice("Có kế hoạch, chưa định hạn", open.Count(finding => finding.Progress is { Due: null })),
            new ChartSlice("Chưa có kế hoạch", open.Count(finding => finding.Progress is null)),
        ];
    }

    /// <summary>The findings by group, in the order of the law.</summary>
    /// <param name="findings">The findings.</param>
    public static IReadOnlyList<IGrouping<RequirementGroup, RequirementFinding>> ByGroup(IReadOnlyList<RequirementFinding> findings) =>
        [.. findings.GroupBy(finding => finding.Requirement.Group)];

    private static NamedFigure Bars(IEnumerable<ChartSlice> values, string name)
    {
        List<ChartSlice> slices = [.. values];
        var chart = new BarChart(BarDirection.Horizontal, [.. slices.Select(slice => slice.Name)], [new ChartSeries("Số yêu cầu", [.. slices.Select(slice => slice.Value)])]);
        return new NamedFigure(chart, $"{name}: {Say(slices)}");
    }

    private static string Say(IEnumerable<ChartSlice> slices) =>
        string.Join(", ", slices.Select(slice => string.Create(CultureInfo.InvariantCulture, $"{slice.Name.ToLowerInvariant()} {slice.Value}")));
}
