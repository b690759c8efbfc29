using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Workflow;

/// <summary>A paper that a step is taken by: made, or given back signed, its signatures verified and its bytes found to be those of the paper that was made.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Revision">The revision it was made from.</param>
/// <param name="Day">The day it is issued; null where it says none.</param>
/// <param name="Regime">The law it was made by.</param>
/// <param name="IsSigned">Whether it was given back signed.</param>
public sealed record PaperProof(string Kind, int Revision, DateOnly? Day, string Regime, bool IsSigned);

/// <summary>Somebody wants to take a step: everything that the answer depends on.</summary>
public sealed record StepAttempt
{
    /// <summary>The step.</summary>
    public required StepRule Rule { get; init; }

    /// <summary>The case.</summary>
    public required CaseFile Case { get; init; }

    /// <summary>Its steps so far, the first first.</summary>
    public required IReadOnlyList<CaseStep> Steps { get; init; }

    /// <summary>Who wants to take it, and in what capacity.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The day it is to count for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day it is today, in Vietnam.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Why; null where nothing is said.</summary>
    public string? Reason { get; init; }

    /// <summary>The level of the current revision on the day; null where it is not certain.</summary>
    public required int? Level { get; init; }

    /// <summary>The law it is judged by.</summary>
    public required string Regime { get; init; }

    /// <summary>Who appraises and approves; null where the level is not certain.</summary>
    public required CaseBodies? Bodies { get; init; }

    /// <summary>What the dossier lacks before it may be sent; looked at for <see cref="StepKind.Submit"/> and <see cref="StepKind.Answer"/>.</summary>
    public IReadOnlyList<Refusal> Gaps { get; init; } = [];

    /// <summary>The day the security regulation was issued, as the current revision says; null where it does not.</summary>
    public DateOnly? RegulationIssued { get; init; }

    /// <summary>The paper given signed with the step, or the one that was made where the step asks for no more; null where there is none.</summary>
    public PaperProof? Paper { get; init; }

    /// <summary>Why the level is not certain, in Vietnamese; null where it is.</summary>
    public string? WhyNoLevel { get; init; }
}
