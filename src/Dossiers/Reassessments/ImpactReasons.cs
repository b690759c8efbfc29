using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Changes;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Wording;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>Says why a facility would change: both assessments in full, side by side.</summary>
internal sealed class ImpactReasons(IDossierStore store, RulePackSet now, RulePackSet next, DateOnly asOf)
{
    private const int MostReasons = 5;

    /// <summary>Why, for one kind of change.</summary>
    public IReadOnlyList<string> Of(FacilityImpact facility, ImpactKind kind)
    {
        if (store.Content(facility.Case, facility.Revision) is not { } json
            || Assess(now, json, facility.Case) is not { } before
            || Assess(next, json, facility.Case) is not { } after)
        {
            return [];
        }

        var changes = AssessmentChanges.Between(before, after);
        return kind switch
        {
            ImpactKind.Level => [.. changes.Levels.Where(level => level.IsChange).Select(Level)],
            ImpactKind.Requirements => Few([.. changes.Shifts.Select(shift => $"{shift.System.System.Id}: thêm {FactText.Number(shift.Added)}, bớt {FactText.Number(shift.Removed)} yêu cầu"), .. changes.Requirements.Select(Requirement)]),
            ImpactKind.Deadline => Few([.. changes.Deadlines.Select(Deadline)]),
            ImpactKind.Law => [after.Choice.Why],
            _ => [],
        };
    }

    private Assessment? Assess(RulePackSet packs, byte[] json, CaseId id)
    {
        var facility = new DossierReader(packs.Facts).ReadCanonical(json, id.ToString()).Dossier?.ToProfile();
        var options = new AssessmentOptions(asOf);
        return facility is null || RegimeChoice.Of(packs, facility, options).Regime is null ? null : FacilityAssessor.Assess(packs, facility, options);
    }

    private static string Level(LevelChange change) =>
        $"{(change.Now ?? change.Before)!.System.Id}: trước theo {Grounds(change.Before)}; sau theo {Grounds(change.Now)}";

    private static string Grounds(LevelResult? level) => level is { Grounds.Count: > 0 }
        ? string.Join("; ", level.Grounds.Select(ground => $"{ground.Criterion.Citation} ({string.Join(", ", ground.Facts.Select(fact => $"{fact.Fact.Label}: {fact.ValueText}"))})").Distinct(StringComparer.Ordinal).Take(2))
        : "chưa tiêu chí nào";

    private static string Requirement(RequirementChange change) =>
        $"{change.System.System.Id}: {change.Now.Requirement.Id} «{change.Now.Requirement.Title}»: {change.Before.Status.InWords().ToLowerInvariant()} → {change.Now.Status.InWords().ToLowerInvariant()}";

    private static string Deadline(DeadlineChange change) => change switch
    {
        { Now: null } => $"không còn: {change.Before!.Title} ({change.Before.Citation})",
        { Now: var current } => $"{current.Title}: hạn {current.DueText}. {current.Why}",
    };

    private static List<string> Few(List<string> reasons) =>
        reasons.Count <= MostReasons ? reasons : [.. reasons.Take(MostReasons), $"và {FactText.Number(reasons.Count - MostReasons)} điều nữa"];
}
