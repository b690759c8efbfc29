using EmrSec.Rules.Assessments;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>The outcome that an assessment in full comes to: the yardstick of bulk assessment.</summary>
public static class OutcomeOf
{
    /// <summary>The outcome of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public static FacilityOutcome Assessment(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var systems = new List<SystemOutcome>();
        for (var i = 0; i < assessment.Systems.Count; i++)
        {
            places[assessment.Systems[i].System.Id] = i;
            systems.Add(System(assessment, i));
        }

        return new FacilityOutcome(
            RuleMark.Of(assessment.Regime.Header.Id),
            systems,
            [
                .. assessment.Obligations.Where(result => result.Status != ObligationStatus.NotApplicable)
                    .Select(result => new DeadlineOutcome(RuleMark.Of(result.Obligation.Id), DeadlineKind.Obligation, -1, result.Status, result.Obligation.Due)),
                .. (assessment.Procedure?.Duties ?? [])
                    .Select(result => new DeadlineOutcome(RuleMark.Of(result.Duty.Id), DeadlineKind.Duty, result.System is { } system ? places[system.System.Id] : -1, result.Status, result.Due)),
            ]);
    }

    /// <summary>Adds a mark to the mark of a set.</summary>
    internal static uint Mix(uint set, uint mark) => unchecked((set * 16777619u) ^ mark) is not 0 and var mixed ? mixed : 1;

    private static SystemOutcome System(Assessment assessment, int index)
    {
        var level = assessment.Systems[index];
        if (assessment.Requirements.Count <= index || assessment.Requirements[index].Levels is not [var lowest, ..])
        {
            return new SystemOutcome(level.System.Id, level.AtLeast, level.AtMost, default, 0, 0, 0, 0);
        }

        var totals = lowest.Totals;
        var expired = lowest.Findings.Where(finding => finding.Documentation == Documentation.Expired).ToList();
        return new SystemOutcome(
            level.System.Id,
            level.AtLeast,
            level.AtMost,
            new BulkTotals(totals.Met, totals.Partial, totals.Unmet, totals.NotApplicable, totals.Unknown),
            lowest.Findings.Aggregate(0u, (set, finding) => Mix(set, unchecked(RuleMark.Of(finding.Requirement.Id) + (uint)finding.Status))),
            expired.Count,
            expired.Aggregate(0u, (set, finding) => Mix(set, RuleMark.Of(finding.Requirement.Id))),
            lowest.Findings.Count(finding => finding.Progress is { IsOverdue: true }));
    }
}
