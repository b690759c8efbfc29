using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Requirements;

/// <summary>
/// Finds how systems stand on the rules beside the requirements: as with requirements, but where the milestones declared tell by
/// themselves (12/2022/TT-BTTTT, Điều 9, khoản 7) they prevail over an answer.
/// </summary>
internal sealed class CheckAssessor(RequirementCatalogue checks, FacilityProfile facility, DateOnly asOf)
{
    private readonly RequirementAssessor _answers = new(checks, facility.Answers, asOf);

    public SystemFindings Assess(LevelResult system)
    {
        var findings = _answers.Assess(system);
        var levels = new List<LevelFindings>();
        foreach (var level in findings.Levels)
        {
            var told = new List<RequirementFinding>();
            foreach (var finding in level.Findings)
            {
                told.Add(finding.Requirement.Dates is { } dates && finding.Status != RequirementStatus.NotApplicable ? Tell(finding, dates) : finding);
            }

            levels.Add(new LevelFindings(level.Level, told, RequirementTotals.Of(told), RequirementGaps.Of(told)));
        }

        return new SystemFindings(system, levels);
    }

    private RequirementFinding Tell(RequirementFinding finding, DatesInOrder dates)
    {
        var (first, before) = (Declared(dates.First), Declared(dates.Before));
        if (first is null)
        {
            return finding;
        }

        var hasFirst = !first.Value.IsNone;
        var says = hasFirst ? $"{dates.First.Label}: {FactText.Date(first.Value.Date)}" : $"{dates.First.Label}: {dates.First.NoneLabel}";
        if (before is { Value.IsNone: false })
        {
            // «Trước khi»: on the same day nobody can tell which came first.
            var order = hasFirst ? first.Value.Date.CompareTo(before.Value.Date) : 1;
            var both = $"{says}; {dates.Before.Label}: {FactText.Date(before.Value.Date)}";
            return order == 0
                ? finding with { Status = RequirementStatus.Unknown, Why = $"{both}: cùng ngày, chưa rõ việc nào trước" }
                : finding with { Status = order < 0 ? RequirementStatus.Met : RequirementStatus.Unmet, Why = both, Documentation = order < 0 ? Documentation.Documented : Documentation.None };
        }

        return hasFirst && before is not null
            ? finding with { Status = RequirementStatus.Met, Why = $"{says}; {dates.Before.Label}: {dates.Before.NoneLabel}", Documentation = Documentation.Documented }
            : finding;
    }

    /// <summary>A date after the day of the assessment has not happened yet.</summary>
    private DeclaredFact? Declared(FactDefinition milestone) =>
        facility.Milestones.TryGet(milestone, out var declared) && (declared.Value.IsNone || declared.Value.Date <= asOf) ? declared : null;
}
