using EmrSec.Reports.Templates;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The gaps by the law's weight, what is not answered yet, and the rules beside the requirements.</summary>
internal static class GapValues
{
    /// <summary>The gaps, a group for each weight that occurs, the heaviest first.</summary>
    /// <param name="systems">The systems.</param>
    public static TemplateValues[] Weights(IReadOnlyList<PaperSystem> systems)
    {
        var number = 0;
        return
        [
            .. GapGroup.Of([.. FindingValues.Findings(systems)]).GroupBy(group => group.Weight).Index().Select(item => new TemplateValues
            {
                ["number"] = item.Index + 1,
                ["title"] = item.Item.Key.InWords(),
                ["count"] = item.Item.Count(),
                ["gaps"] = item.Item.Select(group => Gap(group, ++number)).ToArray(),
            }),
        ];
    }

    /// <summary>What nobody has answered, by system and group.</summary>
    /// <param name="systems">The systems.</param>
    public static TemplateValues[] Unanswered(IReadOnlyList<PaperSystem> systems) =>
    [
        .. FindingValues.Findings(systems).Where(system => system.Levels.Count > 0)
            .SelectMany(system => system.Levels[0].Findings.Where(finding => finding.Status == RequirementStatus.Unknown).GroupBy(finding => finding.Requirement.Group), (system, group) => new TemplateValues
            {
                ["system"] = system.System.System.Name,
                ["group"] = group.Key.Title,
                ["count"] = group.Count(),
                ["items"] = string.Join("; ", group.Select(finding => $"{finding.Requirement.Title} ({finding.Requirement.Id})")),
            }),
    ];

    /// <summary>The rules beside the requirements that apply, or may apply, at the lowest level that a system may have.</summary>
    /// <param name="systems">The systems.</param>
    public static TemplateValues[] Checks(IReadOnlyList<PaperSystem> systems) =>
    [
        .. systems.Where(system => system.Checks is { Levels.Count: > 0 })
            .SelectMany(system => system.Checks!.Levels[0].Findings, (system, finding) => (system.Record.Id, finding))
            .Where(check => check.finding.Status != RequirementStatus.NotApplicable)
            .GroupBy(check => $"{check.finding.Requirement.Id} {check.finding.Status} {check.finding.Why}", StringComparer.Ordinal)
            .Select(group => new TemplateValues
            {
                ["title"] = group.First().finding.Requirement.Title,
                ["citation"] = group.First().finding.Citation,
                ["systems"] = string.Join(", ", group.Select(check => check.Id)),
                ["status"] = group.First().finding.Status.InWords(),
                ["why"] = group.First().finding.Why,
            }),
    ];

    private static TemplateValues Gap(GapGroup group, int number)
    {
        var requirement = group.Systems[0].Gap.Finding.Requirement;
        return new TemplateValues
        {
            ["number"] = number,
            ["id"] = requirement.Id,
            ["what"] = group.Systems[0].Gap.What,
            ["systems"] = string.Join(", ", group.Systems.Select(each => each.Who)),
            ["why"] = Lines(group.Alike(each => each.Gap.Why), gap => gap.Why),
            ["citation"] = Lines(group.Alike(each => each.Gap.Finding.Citation), gap => gap.Finding.Citation),
            ["close"] = ReportValues.Optional(requirement.Guidance?.Close),
            ["plan"] = ReportValues.Optional(string.Join('\n', group.Alike(each => $"{each.Gap.Finding.Progress}").Where(alike => alike.First.Gap.Finding.Progress?.Plan is not null).Select(alike => alike.Who + alike.First.Gap.Finding.Progress!.Plan))),
            ["owner"] = Lines(group.Alike(each => each.Gap.Finding.Progress?.Owner ?? ""), gap => gap.Finding.Progress?.Owner ?? "chưa giao"),
            ["due"] = Lines(group.Alike(each => $"{each.Gap.Finding.Progress?.Due} {each.Gap.Finding.Progress?.IsOverdue}"), Due),
        };
    }

    private static string Due(RequirementGap gap) => gap.Finding.Progress is { Due: { } due } progress
        ? FactText.Date(due) + (progress.IsOverdue ? " (QUÁ HẠN)" : "")
        : "chưa định";

    private static string Lines(IEnumerable<(string Who, SystemGap First)> alike, Func<RequirementGap, string> text) =>
        string.Join('\n', alike.Select(each => each.Who + text(each.First.Gap)));
}
