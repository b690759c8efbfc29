using EmrSec.Rules.Decisions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Obligations;

/// <summary>Where a facility stands on an obligation.</summary>
public enum ObligationStatus
{
    /// <summary>Done on or before the due date.</summary>
    Met,

    /// <summary>Done after the due date.</summary>
    MetLate,

    /// <summary>Declared not done, more than 30 days left.</summary>
    Pending,

    /// <summary>Declared not done, 30 days or fewer left.</summary>
    DueSoon,

    /// <summary>Declared not done, the due date has passed.</summary>
    Overdue,

    /// <summary>Does not bind this facility.</summary>
    NotApplicable,

    /// <summary>Whether it binds, or whether it is done, was not declared.</summary>
    Unknown,

    /// <summary>Without a date; to be done all the time.</summary>
    Ongoing,
}

/// <summary>Where a facility stands on an obligation, with reasons.</summary>
public sealed class ObligationResult
{
    internal ObligationResult(QuestionTarget target) => Target = target;

    /// <summary>The obligation.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>The directive it is from.</summary>
    public required Directive Directive { get; init; }

    /// <summary>Where the facility stands.</summary>
    public required ObligationStatus Status { get; init; }

    /// <summary>Calendar days: early (met), late (met late, overdue), left (pending, due soon); null otherwise.</summary>
    public int? Days { get; init; }

    /// <summary>The day it was done, where it was.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Done on the very day that a deadline names: on time, though «trước ngày» can be read more strictly.</summary>
    public bool OnDeadlineDay { get; init; }

    /// <summary>The facts the answer rests on: those that say it does not bind, or that say when it was done.</summary>
    public required IReadOnlyList<Reason> Facts { get; init; }

    /// <summary>The missing facts that decide, where unknown.</summary>
    public required IReadOnlyList<FactDefinition> Missing { get; init; }

    /// <summary>The reason in one sentence, in Vietnamese.</summary>
    public required string Why { get; init; }

    /// <summary>The remarks that hold.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    internal QuestionTarget Target { get; }
}
