using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Requirements;

/// <summary>
/// Finds how systems stand on the rules beside the requirements: as with requirements, but where the milestones declared tell by
/// themselves (12/2022/TT-BTTTT, Điều 9, khoản 7) they prevail over an answer.
/// </summary>
internal sealed class CheckAssessor(IReadOnlyList<RequirementCatalogue> checks, FacilityProfile facility, DateOnly asOf)
{
    private readonly (RequirementCatalogue Rules, RequirementAssessor Answers)[] _packs = [.. checks.Select(each => (each, new RequirementAssessor(each, facility.Answers, asOf)))];

    /// <summary>The findings of every pack together, level by level.</summary>
    public SystemFindings Assess(LevelResult system)
    {
        var levels = new List<LevelFindings>();
        foreach (var (rules, answers) in _packs)
        {
            foreach (var level in answers.Assess(system).Levels)
            {
                var at = levels.FindIndex(each => each.Level == level.Level);
                List<RequirementFinding> told = [.. at < 0 ? [] : levels[at].Findings, .. level.Findings.Select(finding => Tell(finding, rules))];
                var merged = new LevelFindings(level.Level, told, RequirementTotals.Of(told), RequirementGaps.Of(told));
                if (at < 0)
                {
                    levels.Add(merged);
                }
                else
                {
                    levels[at] = merged;
                }
            }
        }

        return new SystemFindings(system, levels);
    }

    private RequirementFinding Tell(RequirementFinding finding, RequirementCatalogue rules)
    {
        if (finding.Requirement.Dates is not { } dates || finding.Status == RequirementStatus.NotApplicable || Declared(dates.First) is not { } first)
        {
            return finding;
        }

        return dates.FirstIsLatest ? TellLatest(finding, dates, first, rules.Header.InForce.From) : TellOrder(finding, dates, first);
    }

    private RequirementFinding TellOrder(RequirementFinding finding, DatesInOrder dates, DeclaredFact first)
    {
        var before = Declared(dates.Before);
        var hasFirst = !first.Value.IsNone;
        var says = Say(dates.First, first);
        if (before is { Value.IsNone: false })
        {
            // «Trước khi»: on the same day nobody can tell which came first.
            var order = hasFirst ? first.Value.Date.CompareTo(before.Value.Date) : 1;
            var both = $"{says}; {Say(dates.Before, before)}";
            return order == 0
                ? finding with { Status = RequirementStatus.Unknown, Why = $"{both}: cùng ngày, chưa rõ việc nào trước" }
                : finding with { Status = order < 0 ? RequirementStatus.Met : RequirementStatus.Unmet, Why = both, Documentation = order < 0 ? Documentation.Documented : Documentation.None };
        }

        return hasFirst && before is not null
            ? finding with { Status = RequirementStatus.Met, Why = $"{says}; {Say(dates.Before, before)}", Documentation = Documentation.Documented }
            : finding;
    }

    /// <summary>
    /// The last of several times says nothing of the first, and the law asks for more times than one: dates are told beside the answer,
    /// which decides. Only «never», where the other came under this law, is wrong for certain.
    /// </summary>
    private RequirementFinding TellLatest(RequirementFinding finding, DatesInOrder dates, DeclaredFact first, DateOnly since)
    {
        var says = Say(dates.First, first);
        if (Declared(dates.Before) is not { Value.IsNone: false } before)
        {
            return finding with { Why = $"{finding.Why}; {says} (mốc này chưa đủ để kết luận)" };
        }

        var both = $"{says}; {Say(dates.Before, before)}";
        return first.Value.IsNone && before.Value.Date >= since
            ? finding with { Status = RequirementStatus.Unmet, Why = both, Documentation = Documentation.None }
            : finding with { Why = $"{finding.Why}; {both} (hai mốc này chưa đủ để kết luận)" };
    }

    private static string Say(FactDefinition milestone, DeclaredFact declared) =>
        $"{milestone.Label}: {(declared.Value.IsNone ? milestone.NoneLabel : FactText.Date(declared.Value.Date))}";

    /// <summary>A date after the day of the assessment has not happened yet.</summary>
    private DeclaredFact? Declared(FactDefinition milestone) =>
        facility.Milestones.TryGet(milestone, out var declared) && (declared.Value.IsNone || declared.Value.Date <= asOf) ? declared : null;
}
