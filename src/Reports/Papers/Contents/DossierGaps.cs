using EmrSec.Reports.Papers.Values;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>What stops the protection plan of a dossier: no catalogue, a requirement without an answer, a gap without a plan.</summary>
/// <param name="request">What the paper is made of.</param>
internal sealed class DossierGaps(PaperRequest request)
{
    /// <summary>What to do where no catalogue goes with the regime.</summary>
    public const string WhereCatalogue = "các gói luật: nạp gói có danh mục yêu cầu của luật này";

    /// <summary>What is said where no catalogue goes with the regime.</summary>
    /// <param name="request">What the paper is made of.</param>
    public static string NoCatalogue(PaperRequest request) =>
        $"phương án đáp ứng từng yêu cầu: chưa có danh mục yêu cầu cơ bản đi với {request.Assessment.Regime.Header.Document.Number}";

    /// <summary>Whether a content is the answers as a whole; they are told one by one here.</summary>
    /// <param name="part">The content.</param>
    public static bool IsOfAnswers(DossierPart part) => part.Keys[0].StartsWith("answers.", StringComparison.Ordinal);

    /// <summary>Notes all of them.</summary>
    /// <param name="gate">Gets what is missing.</param>
    public void Check(PaperGate gate)
    {
        if (request.Assessment.Catalogue is null)
        {
            gate.Lacks("catalogue", NoCatalogue(request), WhereCatalogue);
        }

        var open = request.Systems
            .SelectMany(system => new[] { system.Requirements, system.Checks }.SelectMany(findings => findings?.Levels ?? []).SelectMany(level => level.Findings), (system, finding) => (System: system, Finding: finding))
            .Select(each => (each.System, each.Finding, What: Lack(each.Finding)))
            .Where(each => each.What is not null);
        foreach (var group in open.GroupBy(each => (each.Finding.Requirement.Id, each.What)))
        {
            var (system, finding, what) = group.First();
            var systems = group.Select(each => each.System.Record).Distinct().ToList();
            var alone = systems.Count == 1 ? $"; riêng hệ thống này: answers.{system.Record.Id}/{finding.Requirement.Id}" : "";
            var answer = finding.Answer is { } given
                ? request.Dossier.Answers.FirstOrDefault(known => known.Requirement.Equals(given.Requirement, StringComparison.Ordinal) && string.Equals(known.SystemId, given.SystemId, StringComparison.Ordinal))
                : null;
            gate.Lacks(
                $"answers.{finding.Requirement.Id}",
                $"{what} «{finding.Requirement.Title}» ({finding.Citation}) của {string.Join(", ", systems.Select(record => $"«{record.Name}»"))}",
                AnswerValues.Where(finding.Requirement.Id) + alone,
                answer?.Position);
        }
    }

    private static string? Lack(RequirementFinding finding) => finding switch
    {
        { Status: RequirementStatus.NotApplicable } => null,
        { Status: RequirementStatus.Unknown } => "chưa trả lời yêu cầu",
        { Status: RequirementStatus.Partial or RequirementStatus.Unmet, Requirement.Kind: not RequirementKind.Rule } when !finding.Answers.Any(answer => answer?.Plan is not null) => "chưa có kế hoạch (plan) cho yêu cầu chưa đạt",
        { Status: RequirementStatus.Met, Requirement: { Zone: null, Dates: null }, Answer: { How: null, Plan: null } } => "chưa nêu cách đáp ứng (how) yêu cầu",
        _ => null,
    };
}
