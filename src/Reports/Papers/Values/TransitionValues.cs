using EmrSec.Reports.Templates;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Transitions;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The rows of the transition; what is alike for several systems is said once.</summary>
/// <param name="transition">The transition.</param>
internal sealed class TransitionValues(Transition transition)
{
    private readonly DateOnly _asOf = transition.After.AsOf;

    /// <summary>The systems whose level is a range or unknown, and which level's requirements stand for it.</summary>
    public object[] Uncertain =>
    [
        .. from system in transition.Systems
           from level in new[] { system.Comparison.Levels[^2], system.Comparison.Levels[^1] }
           where level.Status != LevelStatus.Determined
           select (object)$"{system.Comparison.System.Name}, theo {level.Regime.Header.Document.Number}: {level.InWords()}; {(level.AtLeast is { } least ? $"yêu cầu lấy ở cấp độ {least}" : "chưa biết phải đáp ứng những yêu cầu nào")}.",
    ];

    /// <summary>The old requirements that nothing rests on.</summary>
    public TemplateValues[] Dropped =>
    [
        .. transition.Systems.SelectMany(system => system.Dropped, (system, dropped) => (system.Comparison.System.Id, dropped.Finding))
            .GroupBy(each => $"{each.Finding.Requirement.Id} {each.Finding.Status} {each.Finding.Citation}", StringComparer.Ordinal)
            .Select(same => new TemplateValues
            {
                ["id"] = same.First().Finding.Requirement.Id,
                ["title"] = same.First().Finding.Requirement.Title,
                ["systems"] = string.Join(", ", same.Select(each => each.Id)),
                ["citation"] = same.First().Finding.Citation,
                ["status"] = same.First().Finding.Status.InWords(),
            }),
    ];

    /// <summary>The work plan, a group for each weight that occurs, the heaviest first.</summary>
    public TemplateValues[] Plan
    {
        get
        {
            var number = 0;
            return
            [
                .. transition.Plan.GroupBy(step => TransitionWords.PlanHeading(step.Weight), StringComparer.Ordinal).Index().Select(item => new TemplateValues
                {
                    ["number"] = item.Index + 1,
                    ["title"] = item.Item.Key,
                    ["count"] = item.Item.Sum(step => step.Settles.Count),
                    ["steps"] = item.Item.Select(step => new TemplateValues
                    {
                        ["number"] = ++number,
                        ["what"] = step.Kind.InWords(),
                        ["about"] = TransitionWords.About(step, _asOf),
                        ["count"] = step.Settles.Count,
                        ["systems"] = TransitionWords.Systems(step),
                        ["settles"] = TransitionWords.Targets(step),
                        ["plan"] = ReportValues.Optional(step.Kind == WorkKind.Finish ? step.Old!.Answer.Plan : null),
                        ["owner"] = ReportValues.Optional(step.Kind == WorkKind.Finish ? step.Old!.Answer.Owner : null),
                    }).ToArray(),
                }),
            ];
        }
    }

    /// <summary>One system's levels and counts.</summary>
    /// <param name="system">The system.</param>
    public static TemplateValues System(SystemTransition system) => new()
    {
        ["name"] = system.Comparison.System.Name,
        ["id"] = system.Comparison.System.Id,
        ["before"] = system.Comparison.Levels[^2].InWords(),
        ["after"] = system.Comparison.Levels[^1].InWords(),
        ["change"] = TransitionWords.Change(system.Comparison),
        ["deciding"] = TransitionWords.Deciding(system.Comparison) ?? "–",
        ["total"] = system.Requirements.Count,
        ["carried"] = system.Count(RequirementChange.CarriedOver),
        ["tightened"] = system.Count(RequirementChange.Tightened),
        ["new"] = system.Count(RequirementChange.New),
        ["dropped"] = system.Dropped.Count,
    };

    /// <summary>The requirements that changed so, in the order of the standard.</summary>
    /// <param name="change">What became of them.</param>
    public TemplateValues[] Of(RequirementChange change)
    {
        var order = transition.Crosswalk.To.Requirements.Index().ToDictionary(item => item.Item.Id, item => item.Index, StringComparer.Ordinal);
        return
        [
            .. transition.Systems.SelectMany(system => system.Requirements, (system, each) => (system.Comparison.System.Id, Each: each))
                .Where(pair => pair.Each.Change == change)
                .GroupBy(pair => (pair.Each.Finding.Requirement, Figures: Figures(pair.Each), Old: TransitionWords.Old(pair.Each, _asOf) ?? "", pair.Each.Finding.Status))
                .OrderBy(same => order[same.Key.Requirement.Id])
                .Select((same, index) => new TemplateValues
                {
                    ["number"] = index + 1,
                    ["id"] = same.Key.Requirement.Id,
                    ["title"] = same.Key.Requirement.Title,
                    ["group"] = same.First().Each.Finding.Group.Title,
                    ["systems"] = string.Join(", ", same.Select(pair => pair.Id)),
                    ["figures"] = same.Key.Figures,
                    ["old"] = same.Key.Old,
                    ["clause"] = string.Join('\n', same.GroupBy(pair => pair.Each.Finding.At.Clause ?? pair.Each.Finding.At.Item, StringComparer.Ordinal)
                        .Select(at => at.Count() == same.Count() ? at.Key : $"{string.Join(", ", at.Select(pair => pair.Id))}: {at.Key}")),
                    ["status"] = same.Key.Status == RequirementStatus.Unknown && same.First().Each.Finding.CarriedOver.Count > 0 ? "chờ xác nhận" : same.Key.Status.InWords().ToLowerInvariant(),
                }),
        ];
    }

    private static string Figures(RequirementTransition requirement) => string.Join("; ", requirement.Figures.Select(TransitionWords.Say));
}
