using EmrSec.Rules.Decisions;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Levels;

/// <summary>How certain a level is.</summary>
public enum LevelStatus
{
    /// <summary>One level, whatever the missing facts are.</summary>
    Determined,

    /// <summary>Between two levels, depending on missing facts.</summary>
    Range,

    /// <summary>In some way to fill in the missing facts no criterion holds (or none holds at all).</summary>
    Undetermined,
}

/// <summary>A criterion that holds.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Component">The component of which it holds; null = the system itself.</param>
/// <param name="Facts">The facts that met it.</param>
public sealed record LevelGround(Criterion Criterion, SystemProfile? Component, IReadOnlyList<Reason> Facts);

/// <summary>A criterion of a higher level, and why it does not give that level.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="IsOpen">A missing fact could still make it hold; else it is known not to hold.</param>
/// <param name="Because">The facts that say no, or that are missing.</param>
/// <param name="Enough">Those of them that are enough to say so.</param>
public sealed record NotHigher(Criterion Criterion, bool IsOpen, IReadOnlyList<Reason> Because, IReadOnlyList<Reason> Enough);

/// <summary>A fact that nobody declared and on which the answer depends.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="System">The system or component it is a fact of; null for the facility.</param>
public sealed record MissingFact(FactDefinition Fact, SystemProfile? System);

/// <summary>A presumed value that mattered to the answer.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="System">The system or component.</param>
/// <param name="Value">The value presumed.</param>
/// <param name="Why">Why it may be presumed.</param>
public sealed record UsedPresumption(FactDefinition Fact, SystemProfile System, FactValue Value, string Why);

/// <summary>The level of a system, with reasons.</summary>
public sealed class LevelResult
{
    internal LevelResult(QuestionTarget target, FactFrame frame, IReadOnlyList<JudgedMember> judged)
    {
        Target = target;
        Frame = frame;
        Judged = judged;
    }

    /// <summary>The system.</summary>
    public required SystemProfile System { get; init; }

    /// <summary>The law it was judged by.</summary>
    public required Regime Regime { get; init; }

    /// <summary>How certain it is.</summary>
    public LevelStatus Status => AtLeast is null ? LevelStatus.Undetermined : AtLeast == AtMost ? LevelStatus.Determined : LevelStatus.Range;

    /// <summary>The level, 1–5, where determined; else null.</summary>
    public int? Value => Status == LevelStatus.Determined ? AtLeast : null;

    /// <summary>The lowest level over all ways to fill in the missing facts; null if in some way no criterion holds.</summary>
    public required int? AtLeast { get; init; }

    /// <summary>The highest level over all ways to fill in the missing facts; null if no criterion can hold.</summary>
    public required int? AtMost { get; init; }

    /// <summary>Whether the bounds were computed over every way; false where the budget ran out and they may be wider than need be.</summary>
    public required bool IsExact { get; init; }

    /// <summary>The criteria that hold at the level that is certain.</summary>
    public required IReadOnlyList<LevelGround> Grounds { get; init; }

    /// <summary>Every criterion of a higher level than is certain, and why it does not give that level.</summary>
    public required IReadOnlyList<NotHigher> NotHigher { get; init; }

    /// <summary>The missing facts on which the level depends, the most decisive first.</summary>
    public required IReadOnlyList<MissingFact> Missing { get; init; }

    /// <summary>The presumed values without which the answer would be less certain.</summary>
    public required IReadOnlyList<UsedPresumption> Presumed { get; init; }

    /// <summary>Whether the level was found on the components (the highest prevails) and not on the system alone.</summary>
    public required bool ByComponents { get; init; }

    /// <summary>Whether what the facility proposes agrees with the law; null where it proposes nothing or the range leaves it open.</summary>
    public bool? Agrees => System.ProposedLevel switch
    {
        null => null,
        var proposed when Value is { } value => proposed == value,
        var proposed when proposed < AtLeast || proposed > AtMost => false,
        _ => null,
    };

    /// <summary>What the missing facts decide, for planning questions.</summary>
    internal QuestionTarget Target { get; }

    /// <summary>The facts it was judged on, presumed ones filled in.</summary>
    internal FactFrame Frame { get; }

    /// <summary>The members that were judged, with the truth of every criterion.</summary>
    internal IReadOnlyList<JudgedMember> Judged { get; }
}
