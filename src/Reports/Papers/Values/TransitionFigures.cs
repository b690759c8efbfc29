using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Transitions;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The figures of the transition: what became of the requirements, by system and by group of the new standard.</summary>
internal static class TransitionFigures
{
    private static readonly RequirementChange[] Changes = [RequirementChange.CarriedOver, RequirementChange.Tightened, RequirementChange.New];

    /// <summary>A bar for each system.</summary>
    /// <param name="transition">The transition.</param>
    public static NamedFigure Systems(Transition transition)
    {
        List<SystemTransition> systems = [.. transition.Systems.Where(system => system.Requirements.Count > 0)];
        return Bars(
            [.. systems.Select(system => system.Comparison.System.Name)],
            change => systems.Select(system => (decimal)system.Count(change)),
            "Biểu đồ số yêu cầu mang sang, siết chặt, mới của từng hệ thống; số liệu ở bảng 2");
    }

    /// <summary>A bar for each group of the new standard, all systems together.</summary>
    /// <param name="transition">The transition.</param>
    public static NamedFigure Groups(Transition transition)
    {
        var groups = transition.Systems.SelectMany(system => system.Requirements).GroupBy(each => each.Finding.Group)
            .OrderBy(group => transition.Crosswalk.To.Groups.ToList().IndexOf(group.Key)).ToList();
        return Bars(
            [.. groups.Select(group => group.Key.Title)],
            change => groups.Select(group => (decimal)group.Count(each => each.Change == change)),
            "Biểu đồ số yêu cầu mang sang, siết chặt, mới theo nhóm của tiêu chuẩn, tính chung các hệ thống");
    }

    private static NamedFigure Bars(IReadOnlyList<string> categories, Func<RequirementChange, IEnumerable<decimal>> values, string text)
    {
        List<ChartSeries> series = [.. Changes.Select(change => new ChartSeries(change.InWords(), [.. values(change)]))];
        return new NamedFigure(new BarChart(BarDirection.Horizontal, categories, series) { Stacked = true }, text);
    }
}
