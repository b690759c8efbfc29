using EmrSec.Rules.Calendars;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;

namespace EmrSec.Rules.Procedures;

/// <summary>Who appraises and who approves the dossier of a system.</summary>
public sealed class AuthorityResult
{
    /// <summary>The rules of every level the system may have, the lowest first; empty where no level is possible.</summary>
    public required IReadOnlyList<AuthorityRule> Possible { get; init; }

    /// <summary>The rule, where all possible levels have the same.</summary>
    public AuthorityRule? Rule => Possible.Count == 1 ? Possible[0] : null;

    /// <summary>Whether the security unit operates the system whose dossier it would appraise; null where that is unknown.</summary>
    public required bool? Conflict { get; init; }

    /// <summary>The rule about the conflict; null where the procedure has none.</summary>
    public required ConflictRule? ConflictRule { get; init; }

    /// <summary>Why there is a conflict or none, in Vietnamese.</summary>
    public required string Why { get; init; }
}

/// <summary>Where the facility stands on a periodic duty.</summary>
public sealed class DutyResult
{
    /// <summary>The duty.</summary>
    public required PeriodicDuty Duty { get; init; }

    /// <summary>The system it is for; null for the body as a whole.</summary>
    public required LevelResult? System { get; init; }

    /// <summary>Where the facility stands.</summary>
    public required ObligationStatus Status { get; init; }

    /// <summary>The next due date, where it is known.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Days left, or past where overdue.</summary>
    public int? Days { get; init; }

    /// <summary>The day it was done last.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>The reason in one sentence, in Vietnamese.</summary>
    public required string Why { get; init; }
}

/// <summary>When an authority has to be done with the dossier of a system.</summary>
public sealed class ClockResult
{
    /// <summary>The system.</summary>
    public required LevelResult System { get; init; }

    /// <summary>What is measured.</summary>
    public required ClockStep Step { get; init; }

    /// <summary>The clock; null where it depends on a level that is not certain.</summary>
    public required LegalClock? Clock { get; init; }

    /// <summary>The count from its start to its last day; null where it cannot be begun.</summary>
    public required DayCount? Count { get; init; }

    /// <summary>What it starts from, or why there is no date, in Vietnamese.</summary>
    public required string Why { get; init; }

    /// <summary>Where the authority stands on the day of the assessment; unknown where the start or the end is not declared for certain.</summary>
    public ObligationStatus Status { get; init; } = ObligationStatus.Unknown;

    /// <summary>The day the step was done, where declared.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Whether the start is declared as the law counts it; false where another day stands in for it.</summary>
    public bool IsCertain { get; init; }
}

/// <summary>What a procedure says of a facility on a day.</summary>
/// <param name="Procedure">The procedure.</param>
/// <param name="Authorities">Who appraises and approves, one for each system in the assessment's order.</param>
/// <param name="Duties">The periodic duties.</param>
/// <param name="Clocks">The time limits of the steps of the dossier; empty where it was not submitted.</param>
public sealed record ProcedureAssessment(
    Procedure Procedure, IReadOnlyList<AuthorityResult> Authorities, IReadOnlyList<DutyResult> Duties, IReadOnlyList<ClockResult> Clocks);
