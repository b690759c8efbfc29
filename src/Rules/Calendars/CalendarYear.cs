namespace EmrSec.Rules.Calendars;

/// <summary>Why a day that would be worked is off.</summary>
public enum DayOffKind
{
    /// <summary>The holiday itself.</summary>
    Holiday,

    /// <summary>Off for a holiday that fell on a weekend (Bộ luật Lao động 2019, Điều 111, khoản 3).</summary>
    Moved,

    /// <summary>Off in exchange for a weekend day that is worked.</summary>
    SwappedOff,
}

/// <summary>A day off besides the weekends.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Its name, in Vietnamese.</param>
/// <param name="Kind">Why it is off.</param>
/// <param name="InsteadOf">The holiday that moved, or the weekend day that is worked; null for a holiday.</param>
/// <param name="IsProvisional">No notice has fixed it yet.</param>
public sealed record DayOff(DateOnly Date, string Name, DayOffKind Kind, DateOnly? InsteadOf, bool IsProvisional);

/// <summary>A weekend day that is worked in exchange for a day off.</summary>
/// <param name="Date">The day.</param>
public sealed record WorkedDay(DateOnly Date);

/// <summary>One year of a calendar.</summary>
/// <param name="Year">The year.</param>
/// <param name="IsProvisional">No notice has fixed the whole of it yet.</param>
/// <param name="DaysOff">The days off besides the weekends, in order.</param>
/// <param name="Worked">The weekend days that are worked in exchange, in order.</param>
public sealed record CalendarYear(int Year, bool IsProvisional, IReadOnlyList<DayOff> DaysOff, IReadOnlyList<WorkedDay> Worked);

/// <summary>What a calendar rests on.</summary>
/// <param name="Number">The document's number; null for notices of every year.</param>
/// <param name="Title">Its title.</param>
/// <param name="Article">The article; null where the whole is meant.</param>
/// <param name="For">What it settles.</param>
public sealed record CalendarSource(string? Number, string Title, string? Article, string For);
