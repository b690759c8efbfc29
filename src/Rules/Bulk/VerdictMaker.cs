using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>Judges one requirement on what is stored: step by step what <see cref="RequirementAssessor"/> does, without the words.</summary>
internal static class VerdictMaker
{
    private const int False = 0;
    private const int Unknown = 1;
    private const int True = 3;

    public static BulkVerdict Make(LevelRequirement requirement, LevelConditions conditions, StoredAnswers answers, int day)
    {
        var applies = requirement.Applies < 0 ? True : conditions.Truth(requirement.Applies);
        var product = False;
        for (var i = requirement.FirstProduct; i < requirement.LastProduct; i++)
        {
            product |= conditions.Truth(i) & applies;
        }

        var answer = answers.On(requirement.Index, day);
        var (status, documentation) = Judge(requirement, applies, answer, answers.Zones[requirement.Index], day);
        var isOverdue = answer?.Due < day && status is not (RequirementStatus.Met or RequirementStatus.NotApplicable);
        return new BulkVerdict(BulkVerdict.Pack(status, documentation, product, isOverdue));
    }

    private static (RequirementStatus Status, Documentation Documentation) Judge(LevelRequirement requirement, int applies, StoredAnswer? answer, ZoneState zone, int day)
    {
        if (applies == False)
        {
            return (RequirementStatus.NotApplicable, Documentation.None);
        }

        if (answer is { Status: RequirementStatus.NotApplicable })
        {
            // Only a fact that is still open can bear the answer out.
            return (requirement.Applies >= 0 && applies == Unknown ? RequirementStatus.Unknown : RequirementStatus.Unmet, Documentation.None);
        }

        var answered = Answered(answer, day);
        return zone switch
        {
            ZoneState.Undrawn => answered,
            ZoneState.Drawn => answered.Status is RequirementStatus.Partial or RequirementStatus.Unmet ? answered : (RequirementStatus.Met, Documentation.Documented),
            _ when answer is null && applies == Unknown => answered,
            ZoneState.Open when answer is null => (RequirementStatus.Unknown, Documentation.None),
            _ => (RequirementStatus.Unmet, Documentation.None),
        };
    }

    private static (RequirementStatus Status, Documentation Documentation) Answered(StoredAnswer? answer, int day) => answer switch
    {
        null => (RequirementStatus.Unknown, Documentation.None),
        { Status: RequirementStatus.Unmet } => (RequirementStatus.Unmet, Documentation.None),
        { } given when given.ValidUntil < day => (RequirementStatus.Unmet, Documentation.Expired),
        { HasEvidence: true } given => (given.Status, Documentation.Documented),
        { } given => (given.Status, Documentation.Undocumented),
    };
}
