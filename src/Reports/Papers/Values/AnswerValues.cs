using EmrSec.Dossiers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers.Values;

/// <summary>What the facility answers to a requirement, in its own words; where components answer each for itself, all of them.</summary>
internal static class AnswerValues
{
    /// <summary>Where to answer a requirement.</summary>
    /// <param name="requirement">Its id.</param>
    public static string Where(string requirement) => $"mục answers.{requirement} của hồ sơ";

    /// <summary>The cells of a requirement.</summary>
    /// <param name="finding">The requirement and how the system stands on it.</param>
    /// <param name="system">The system.</param>
    public static TemplateValues Of(RequirementFinding finding, SystemRecord system)
    {
        var given = finding.Answers.OfType<RequirementAnswer>().Distinct().ToList();
        var parts = given.Count > 1 ? given : finding.Answer is { } one ? [one] : given;
        return new TemplateValues
        {
            ["how"] = How(finding, parts, system),
            ["status"] = Status(finding),
            ["evidence"] = string.Join('\n', parts.SelectMany(answer => answer.Evidence).Distinct(StringComparer.Ordinal)),
            ["plan"] = Lines(parts, Plan, system),
            ["owner"] = string.Join('\n', parts.Where(IsPlanned).Select(answer => answer.Owner).OfType<string>().Distinct(StringComparer.Ordinal)),
            ["due"] = string.Join('\n', parts.Where(IsPlanned).Select(answer => answer.Due).OfType<DateOnly>().Distinct().Order().Select(FactText.Date)),
        };
    }

    private static object How(RequirementFinding finding, List<RequirementAnswer> parts, SystemRecord system) => (finding, Lines(parts, answer => answer.How, system)) switch
    {
        // What excuses the system is the fact, not the answer.
        ({ Status: RequirementStatus.NotApplicable }, var how) => how.Length == 0 ? Sentence(finding.Why) : $"{how}\n({finding.Why})",
        ({ Status: RequirementStatus.Unknown }, _) => Lack(finding, system),
        (_, { Length: > 0 } how) => how,

        // A zone that is drawn, or milestones, tell by themselves; a plan says how what is not met will be.
        ({ Answer: null }, _) => Sentence(finding.Why),
        ({ Status: RequirementStatus.Partial or RequirementStatus.Unmet, Answer.Plan: not null }, _) => "Chưa thực hiện; đáp ứng theo kế hoạch.",
        ({ Requirement.Zone: not null, Status: RequirementStatus.Met }, _) => Sentence(finding.Why),
        _ => new AbsentValue($"cách đáp ứng «{finding.Requirement.Title}»", Where(finding.Requirement.Id)),
    };

    private static AbsentValue Lack(RequirementFinding finding, SystemRecord system) =>
        new($"câu trả lời cho «{finding.Requirement.Title}» của {system.Name}", Where(finding.Requirement.Id));

    private static string Status(RequirementFinding finding)
    {
        var status = RequirementText.Say(finding.Status);
        return finding.Documentation switch
        {
            Documentation.Undocumented when finding.Status != RequirementStatus.NotApplicable => $"{status}; chưa nêu minh chứng",
            Documentation.Expired => $"{status}; {finding.Why}",
            _ => status,
        };
    }

    private static string? Plan(RequirementAnswer answer) => answer.Plan;

    private static bool IsPlanned(RequirementAnswer answer) => answer is not { Plan: null, Due: null, Owner: null };

    private static string Lines(List<RequirementAnswer> parts, Func<RequirementAnswer, string?> text, SystemRecord system) => parts.Count == 1
        ? text(parts[0]) ?? ""
        : string.Join('\n', parts.Where(answer => text(answer) is not null).Select(answer => $"{NameOf(answer, system)}: {text(answer)}"));

    private static string NameOf(RequirementAnswer answer, SystemRecord system) =>
        system.WithComponents().FirstOrDefault(part => part.Id.Equals(answer.SystemId, StringComparison.Ordinal))?.Name ?? "Chung";

    private static string Sentence(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
