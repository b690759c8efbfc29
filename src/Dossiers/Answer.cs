using EmrSec.Rules.Requirements;

namespace EmrSec.Dossiers;

/// <summary>Whether a requirement is met, as the facility says.</summary>
public enum AnswerStatus
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Met in part.</summary>
    Partial,

    /// <summary>Not met.</summary>
    Unmet,

    /// <summary>Does not apply here.</summary>
    NotApplicable,
}

/// <summary>The facility's answer to a requirement.</summary>
/// <param name="Requirement">The requirement's id, such as <c>tt12.m.1.1.1</c>; whether a pack has it is not looked at here.</param>
/// <param name="SystemId">The system it is about; null = every system without an answer of its own.</param>
/// <param name="Status">Whether it is met.</param>
/// <param name="Position">Where the answer is written.</param>
public sealed record Answer(string Requirement, string? SystemId, AnswerStatus Status, SourcePosition Position)
{
    /// <summary>How it is met, or why it does not apply.</summary>
    public string? How { get; init; }

    /// <summary>Files that prove it, as written; empty where none is declared.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The last day on which the evidence holds.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What is planned.</summary>
    public string? Plan { get; init; }

    /// <summary>The day by which the plan is to be carried out.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Who carries it out.</summary>
    public string? Owner { get; init; }

    /// <summary>What the rules see of it.</summary>
    public RequirementAnswer ToProfile() => new(Requirement, SystemId, Result(Status))
    {
        How = How,
        Evidence = Evidence,
        ValidUntil = ValidUntil,
        Plan = Plan,
        Due = Due,
        Owner = Owner,
    };

    private static RequirementStatus Result(AnswerStatus status) => status switch
    {
        AnswerStatus.Met => RequirementStatus.Met,
        AnswerStatus.Partial => RequirementStatus.Partial,
        AnswerStatus.Unmet => RequirementStatus.Unmet,
        _ => RequirementStatus.NotApplicable,
    };
}
