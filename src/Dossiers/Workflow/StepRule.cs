using EmrSec.Dossiers.Store;
using EmrSec.Rules.Levels;

namespace EmrSec.Dossiers.Workflow;

/// <summary>What a step demands of its paper.</summary>
public enum PaperDemand
{
    /// <summary>Nothing; it is filed where it is given, signed and verified.</summary>
    Optional,

    /// <summary>It must have been made: later papers name its number and day. Signed, it is verified and filed.</summary>
    Made,

    /// <summary>It must be given signed, and its signatures hold.</summary>
    Signed,
}

/// <summary>A paper that a step is taken by.</summary>
/// <param name="Kind">Its kind, as papers are called («request-appraisal»).</param>
/// <param name="Levels">The levels at which the step has this paper.</param>
/// <param name="Demand">What the step demands of it.</param>
public sealed record StepPaper(string Kind, LevelSet Levels, PaperDemand Demand)
{
    /// <summary>Whether the step is refused without it signed.</summary>
    public bool MustBeSigned => Demand is PaperDemand.Signed;
}

/// <summary>Where the laws have a step, by regime.</summary>
/// <param name="Nd85">In 85/2016/NĐ-CP and 12/2022/TT-BTTTT.</param>
/// <param name="Nd331">In 331/2026/NĐ-CP.</param>
public sealed record StepLaw(string Nd85, string Nd331)
{
    /// <summary>The place in the law that a case is judged by; in both where that is not known yet.</summary>
    /// <param name="regime">The regime, such as <c>nd85-2016</c>; null = not known.</param>
    public string In(string? regime) => regime switch
    {
        null => $"{Nd85}; {Nd331}",
        _ when regime.StartsWith("nd85", StringComparison.Ordinal) => Nd85,
        _ => Nd331,
    };
}

/// <summary>A step that there is: from where to where, by whom, with which paper.</summary>
/// <param name="Kind">Which step.</param>
/// <param name="Word">Its word on the command line and behind «case.» in the audit trail.</param>
/// <param name="Title">What it is called, in Vietnamese.</param>
/// <param name="From">The states it leads away from; empty for the first.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Role">In what capacity it is taken.</param>
/// <param name="Law">Where the laws have it.</param>
public sealed record StepRule(StepKind Kind, string Word, string Title, IReadOnlyList<CaseState> From, CaseState To, ActorRole Role, StepLaw Law)
{
    /// <summary>The levels of dossiers that have the step.</summary>
    public LevelSet Levels { get; init; } = LevelSet.Between(1, 5);

    /// <summary>The papers it is taken by, at most one a level.</summary>
    public IReadOnlyList<StepPaper> Papers { get; init; } = [];

    /// <summary>Whether a reason must be given.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Whether only a dossier may pass whose level is certain.</summary>
    public bool NeedsLevel { get; init; }

    /// <summary>What it is called in the audit trail.</summary>
    public string Action => "case." + Word;

    /// <summary>The paper of the step at a level; null where it has none.</summary>
    /// <param name="level">The level, 1–5; null where it is not certain.</param>
    public StepPaper? PaperAt(int? level)
    {
        foreach (var paper in Papers)
        {
            if (level is { } known && paper.Levels.Contains(known))
            {
                return paper;
            }
        }

        return null;
    }
}
