using EmrSec.Rules.Completeness;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Wording;

/// <summary>The words of results as the contract <c>emrsec.assessment/1</c> writes them; they never change.</summary>
public static class ContractWords
{
    /// <summary>How certain a level is.</summary>
    /// <param name="status">The result.</param>
    public static string Contract(this LevelStatus status) => status switch
    {
        LevelStatus.Determined => "determined",
        LevelStatus.Range => "range",
        _ => "undetermined",
    };

    /// <summary>Where one stands on a deadline.</summary>
    /// <param name="status">The result.</param>
    public static string Contract(this ObligationStatus status) => status switch
    {
        ObligationStatus.Met => "met",
        ObligationStatus.MetLate => "metLate",
        ObligationStatus.Pending => "pending",
        ObligationStatus.DueSoon => "dueSoon",
        ObligationStatus.Overdue => "overdue",
        ObligationStatus.NotApplicable => "notApplicable",
        ObligationStatus.Unknown => "unknown",
        _ => "ongoing",
    };

    /// <summary>How a requirement stands.</summary>
    /// <param name="status">The result.</param>
    public static string Contract(this RequirementStatus status) => status switch
    {
        RequirementStatus.Met => "met",
        RequirementStatus.Partial => "partial",
        RequirementStatus.Unmet => "unmet",
        RequirementStatus.NotApplicable => "notApplicable",
        _ => "unknown",
    };

    /// <summary>A truth of three.</summary>
    /// <param name="truth">The result.</param>
    public static string Contract(this Truth truth) => truth switch
    {
        Truth.True => "true",
        Truth.False => "false",
        _ => "unknown",
    };

    /// <summary>Whether what is said is proved.</summary>
    /// <param name="documentation">The result.</param>
    public static string Contract(this Documentation documentation) => documentation switch
    {
        Documentation.Documented => "documented",
        Documentation.Undocumented => "undocumented",
        Documentation.Expired => "expired",
        _ => "none",
    };

    /// <summary>How much a gap weighs.</summary>
    /// <param name="weight">The result.</param>
    public static string Contract(this GapWeight weight) => weight switch
    {
        GapWeight.ProductMissing => "productMissing",
        GapWeight.PlanMissing => "planMissing",
        GapWeight.Unmet => "unmet",
        GapWeight.Partial => "partial",
        GapWeight.Undocumented => "undocumented",
        _ => "suggested",
    };

    /// <summary>How binding a requirement is.</summary>
    /// <param name="force">How binding.</param>
    public static string Contract(this RequirementForce force) => force switch
    {
        RequirementForce.Mandatory => "mandatory",
        RequirementForce.Equivalent => "equivalent",
        _ => "suggested",
    };

    /// <summary>How a figure of a requirement is compared.</summary>
    /// <param name="rule">How.</param>
    public static string Contract(this ThresholdRule rule) => rule switch
    {
        ThresholdRule.Every => "every",
        ThresholdRule.AtLeast => "atLeast",
        _ => "atMost",
    };

    /// <summary>What a figure of a requirement counts.</summary>
    /// <param name="unit">The unit.</param>
    public static string Contract(this ThresholdUnit unit) => unit switch
    {
        ThresholdUnit.Minute => "minute",
        ThresholdUnit.Hour => "hour",
        ThresholdUnit.Day => "day",
        ThresholdUnit.Month => "month",
        ThresholdUnit.Kilometre => "km",
        ThresholdUnit.Time => "time",
        ThresholdUnit.Character => "character",
        _ => "item",
    };

    /// <summary>Whether a content is there.</summary>
    /// <param name="status">The result.</param>
    public static string Contract(this ContentStatus status) => status switch
    {
        ContentStatus.Present => "present",
        ContentStatus.Partial => "partial",
        ContentStatus.Missing => "missing",
        ContentStatus.NotRequired => "not-required",
        _ => "unknown",
    };

    /// <summary>How much a contradiction weighs.</summary>
    /// <param name="severity">The result.</param>
    public static string Contract(this ConsistencySeverity severity) => severity switch
    {
        ConsistencySeverity.Error => "error",
        ConsistencySeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>What a clock measures.</summary>
    /// <param name="step">The result.</param>
    public static string Contract(this ClockStep step) => step switch
    {
        ClockStep.Answer => "answer",
        ClockStep.Appraisal => "appraisal",
        _ => "approval",
    };
}
