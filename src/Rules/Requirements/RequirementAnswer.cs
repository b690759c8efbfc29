namespace EmrSec.Rules.Requirements;

/// <summary>How a requirement stands.</summary>
public enum RequirementStatus
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Met in part.</summary>
    Partial,

    /// <summary>Not met.</summary>
    Unmet,

    /// <summary>The law does not ask it of this system.</summary>
    NotApplicable,

    /// <summary>Nobody has said.</summary>
    Unknown,
}

/// <summary>What the rules see of a facility's answer to a requirement.</summary>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="SystemId">The system it is about; null = every system without an answer of its own.</param>
/// <param name="Status">What the facility says; never <see cref="RequirementStatus.Unknown"/>.</param>
public sealed record RequirementAnswer(string Requirement, string? SystemId, RequirementStatus Status)
{
    /// <summary>How it is met, or why it does not apply.</summary>
    public string? How { get; init; }

    /// <summary>What proves it.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The last day on which the evidence holds.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What is planned.</summary>
    public string? Plan { get; init; }

    /// <summary>The day by which the plan is to be carried out.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Who carries it out.</summary>
    public string? Owner { get; init; }
}
