namespace EmrSec.Rules.Calendars;

/// <summary>What a calendar says of one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsWorking">Whether it is worked; null outside the calendar.</param>
/// <param name="Reason">Why it is off, or worked against the rule; null for an ordinary working day.</param>
/// <param name="IsProvisional">The answer may change with a notice yet to come.</param>
/// <param name="Error">The day is outside the calendar's years, which are named; else null.</param>
public sealed record DayStatus(DateOnly Day, bool? IsWorking, string? Reason, bool IsProvisional, string? Error);

/// <summary>A day that does not count, and why.</summary>
/// <param name="Day">The day.</param>
/// <param name="Reason">Why, in Vietnamese.</param>
public sealed record SkippedDay(DateOnly Day, string Reason);

/// <summary>Days in which a clock stands still because a supplement is awaited, both inclusive.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record Pause(DateOnly From, DateOnly To)
{
    /// <summary>Whether the clock stands still on a day.</summary>
    /// <param name="day">The day.</param>
    public bool Covers(DateOnly day) => From <= day && day <= To;
}

/// <summary>A count of days from a start; the start itself is not counted.</summary>
/// <param name="Start">The start.</param>
/// <param name="Due">The last day; null where the count leaves the calendar.</param>
/// <param name="Counted">The days counted, in order.</param>
/// <param name="Skipped">The days passed over, in order.</param>
/// <param name="IsProvisional">A provisional year was touched.</param>
/// <param name="DueOff">Why the last day is no working day; null where it is one.</param>
/// <param name="Error">The count leaves the calendar's years, which are named; else null.</param>
public sealed record DayCount(
    DateOnly Start, DateOnly? Due, IReadOnlyList<DateOnly> Counted, IReadOnlyList<SkippedDay> Skipped, bool IsProvisional, string? DueOff, string? Error);
