using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>
/// The verdict of every combination of answer, evidence, zone and day, worked out once: step by step what <see cref="RequirementAssessor"/>
/// does, without the words. Looking up has no branch that depends on the answer.
/// </summary>
internal static class VerdictTable
{
    /// <summary>The truth value false, as conditions give it.</summary>
    public const int False = 0;

    /// <summary>The truth value true.</summary>
    public const int True = 3;

    private const int Unknown = 1;
    private const int ExpiredAt = 6;
    private const int OverdueAt = 7;
    private const int AppliesAt = 8;
    private const int ConditionalAt = 10;

    private static readonly byte[] Verdicts = Make();

    /// <summary>The verdict on a requirement that applies to every system, the product left out.</summary>
    /// <param name="bits">The answer.</param>
    /// <param name="validUntil">The last day of its evidence.</param>
    /// <param name="due">The day its plan is due.</param>
    /// <param name="day">The day.</param>
    public static int Find(int bits, int validUntil, int due, int day) => Verdicts[Key(bits, validUntil, due, day) | True << AppliesAt];

    /// <summary>The same where the requirement applies under a condition.</summary>
    /// <param name="bits">The answer.</param>
    /// <param name="validUntil">The last day of its evidence.</param>
    /// <param name="due">The day its plan is due.</param>
    /// <param name="day">The day.</param>
    /// <param name="applies">The condition's truth.</param>
    public static int Find(int bits, int validUntil, int due, int day, int applies) =>
        Verdicts[Key(bits, validUntil, due, day) | applies << AppliesAt | 1 << ConditionalAt];

    // The sign of a difference is 1 just where the day has passed.
    private static int Key(int bits, int validUntil, int due, int day) =>
        bits | (int)((uint)(validUntil - day) >> 31) << ExpiredAt | (int)((uint)(due - day) >> 31) << OverdueAt;

    private static byte[] Make()
    {
        var verdicts = new byte[1 << (ConditionalAt + 1)];
        for (var key = 0; key < verdicts.Length; key++)
        {
            var (status, documentation) = Judge(key & 63, (key >> ExpiredAt & 1) != 0, key >> AppliesAt & 3, (key >> ConditionalAt & 1) != 0);
            var isOverdue = (key >> OverdueAt & 1) != 0 && status is not (RequirementStatus.Met or RequirementStatus.NotApplicable);
            verdicts[key] = BulkVerdict.Pack(status, documentation, False, isOverdue);
        }

        return verdicts;
    }

    private static (RequirementStatus Status, Documentation Documentation) Judge(int bits, bool isExpired, int applies, bool isConditional)
    {
        if (applies == False)
        {
            return (RequirementStatus.NotApplicable, Documentation.None);
        }

        var said = AnswerBits.StatusOf(bits);
        if (said == RequirementStatus.NotApplicable)
        {
            // Only a fact that is still open can bear the answer out.
            return (isConditional && applies == Unknown ? RequirementStatus.Unknown : RequirementStatus.Unmet, Documentation.None);
        }

        var answered = Answered(said, (bits & AnswerBits.Evidence) != 0, isExpired);
        var isAnswered = said != RequirementStatus.Unknown;
        return AnswerBits.ZoneOf(bits) switch
        {
            ZoneState.Undrawn => answered,
            ZoneState.Drawn => answered.Status is RequirementStatus.Partial or RequirementStatus.Unmet ? answered : (RequirementStatus.Met, Documentation.Documented),
            _ when !isAnswered && applies == Unknown => answered,
            ZoneState.Open when !isAnswered => (RequirementStatus.Unknown, Documentation.None),
            _ => (RequirementStatus.Unmet, Documentation.None),
        };
    }

    private static (RequirementStatus Status, Documentation Documentation) Answered(RequirementStatus said, bool hasEvidence, bool isExpired) => said switch
    {
        RequirementStatus.Met or RequirementStatus.Partial when isExpired => (RequirementStatus.Unmet, Documentation.Expired),
        RequirementStatus.Met or RequirementStatus.Partial => (said, hasEvidence ? Documentation.Documented : Documentation.Undocumented),
        _ => (said, Documentation.None),
    };
}
