using EmrSec.Reports.Templates;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers.Values;

/// <summary>The plans of all systems together: what is to be done by when, the earliest first (12/2022/TT-BTTTT, Điều 14: lộ trình); and the evidence named.</summary>
internal static class RoadmapValues
{
    /// <summary>The plans, those alike said once with all that they serve.</summary>
    /// <param name="request">What the paper is made of.</param>
    public static TemplateValues[] Plans(PaperRequest request) =>
    [
        .. Uses(request).Where(use => use.Answer.Plan is not null && use.Finding.Status is RequirementStatus.Partial or RequirementStatus.Unmet)
            .GroupBy(use => (use.Answer.Plan, use.Answer.Due, use.Answer.Owner))
            .OrderBy(group => group.Key.Due ?? DateOnly.MaxValue)
            .Select((group, index) => new TemplateValues
            {
                ["number"] = index + 1,
                ["due"] = group.Key.Due is { } due ? FactText.Date(due) : "",
                ["isLate"] = group.Key.Due < request.Assessment.AsOf,
                ["plan"] = group.Key.Plan,
                ["owner"] = group.Key.Owner ?? "",
                ["requirements"] = Joined(group, use => use.Finding.Requirement.Title),
                ["systems"] = request.Systems.Count > 1 && group.Select(use => use.System).Distinct().Count() == request.Systems.Count ? "Tất cả" : Joined(group, use => use.System.Record.Name),
            }),
    ];

    /// <summary>The evidence, each once with the requirements that it proves.</summary>
    /// <param name="request">What the paper is made of.</param>
    public static TemplateValues[] Evidence(PaperRequest request) =>
    [
        .. Uses(request).SelectMany(use => use.Answer.Evidence, (use, file) => (Use: use, File: file))
            .GroupBy(each => each.File, StringComparer.Ordinal)
            .Select((group, index) => new TemplateValues
            {
                ["number"] = index + 1,
                ["file"] = group.Key,
                ["validUntil"] = string.Join('\n', group.Select(each => each.Use.Answer.ValidUntil).OfType<DateOnly>().Distinct().Order().Select(FactText.Date)),
                ["requirements"] = Joined(group.Select(each => each.Use), use => use.Finding.Requirement.Title),
            }),
    ];

    private static IEnumerable<AnswerUse> Uses(PaperRequest request) =>
        from system in request.Systems
        from level in new[] { system.Requirements, system.Checks }.SelectMany(findings => findings?.Levels ?? [])
        from finding in level.Findings
        from answer in finding.Answers.OfType<RequirementAnswer>()
        select new AnswerUse(system, finding, answer);

    private static string Joined(IEnumerable<AnswerUse> uses, Func<AnswerUse, string> text) => string.Join("; ", uses.Select(text).Distinct(StringComparer.Ordinal));

    private sealed record AnswerUse(PaperSystem System, RequirementFinding Finding, RequirementAnswer Answer);
}
