using EmrSec.Rules.Assessments;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Transitions;

/// <summary>What became of a requirement from one law to the next.</summary>
public enum RequirementChange
{
    /// <summary>The old law asked for it, wholly or in part; what was answered then is to be confirmed.</summary>
    CarriedOver,

    /// <summary>The old law asked for it, and the new one binds to a figure that the old one did not set, or set lower, and that no old answer names.</summary>
    Tightened,

    /// <summary>Nothing that the old law asked of the system speaks of it.</summary>
    New,
}

/// <summary>One requirement of the new law and what became of it.</summary>
/// <param name="Finding">How the system stands on it; what was answered under the old law is in <see cref="RequirementFinding.CarriedOver"/> and decides nothing.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Sources">The old requirements that spoke of it, at the system's old level or answered all the same; those that speak of the same thing first.</param>
/// <param name="Figures">The figures that ask for more than before, those that are only suggested too; empty where none do.</param>
/// <param name="Weight">How much it would weigh if it were not met.</param>
public sealed record RequirementTransition(
    RequirementFinding Finding, RequirementChange Change, IReadOnlyList<CrosswalkSource> Sources, IReadOnlyList<FigureChange> Figures, GapWeight Weight)
{
    /// <summary>Whether nobody has said yet how the new requirement stands.</summary>
    public bool IsOpen => Finding.Status == RequirementStatus.Unknown;
}

/// <summary>An old requirement that nothing at the new level rests on.</summary>
/// <param name="Finding">How the system stood on it under the old law.</param>
public sealed record DroppedRequirement(RequirementFinding Finding);

/// <summary>One system from one law to the next.</summary>
/// <param name="Comparison">Its level before and after, and the facts that make them differ.</param>
/// <param name="OldLevel">The level whose old requirements were taken: the lowest that is certain; null where none is.</param>
/// <param name="NewLevel">The level whose new requirements were taken: the lowest that is certain; null where none is, and then there are no requirements.</param>
/// <param name="Requirements">Each counted requirement of the new level once, in the order of the standard.</param>
/// <param name="Dropped">The old requirements that nothing rests on, in the order of the appendix; empty where a level is not certain.</param>
public sealed record SystemTransition(
    SystemComparison Comparison, int? OldLevel, int? NewLevel, IReadOnlyList<RequirementTransition> Requirements, IReadOnlyList<DroppedRequirement> Dropped)
{
    /// <summary>How many of the new requirements changed so.</summary>
    /// <param name="change">What became of them.</param>
    public int Count(RequirementChange change) => Requirements.Count(each => each.Change == change);
}
