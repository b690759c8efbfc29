using EmrSec.Rules.Calendars;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Procedures;

/// <summary>How the days of a clock are counted.</summary>
public enum ClockUnit
{
    /// <summary>Every day.</summary>
    Days,

    /// <summary>Working days of the calendar.</summary>
    WorkingDays,
}

/// <summary>What a clock measures.</summary>
public enum ClockStep
{
    /// <summary>Trả lời khi hồ sơ chưa hợp lệ, from the day the dossier is received.</summary>
    Answer,

    /// <summary>Thẩm định, from the day a full valid dossier is received.</summary>
    Appraisal,

    /// <summary>Phê duyệt, from the day a full valid approval file is received.</summary>
    Approval,
}

/// <summary>A body of the dossier.</summary>
public enum DossierBody
{
    /// <summary>Chủ quản.</summary>
    Owner,

    /// <summary>Đơn vị vận hành.</summary>
    Operator,

    /// <summary>Đơn vị chuyên trách về an toàn thông tin.</summary>
    SecurityUnit,
}

/// <summary>Who does a step.</summary>
/// <param name="Body">The body of the dossier that it is; null where it is none of them.</param>
/// <param name="Text">Who, in Vietnamese.</param>
/// <param name="Citation">Where the law says so.</param>
public sealed record Authority(DossierBody? Body, string Text, Citation Citation);

/// <summary>What must be had before the dossier goes to the appraiser.</summary>
/// <param name="Text">What, in Vietnamese.</param>
/// <param name="Citation">Where the law says so.</param>
public sealed record FirstObtain(string Text, Citation Citation);

/// <summary>Who appraises and who approves at some levels.</summary>
/// <param name="Levels">The levels.</param>
/// <param name="Citation">The clause as a whole.</param>
/// <param name="Appraiser">Who appraises.</param>
/// <param name="Approver">Who approves.</param>
/// <param name="FirstObtain">What to obtain first.</param>
public sealed record AuthorityRule(LevelSet Levels, Citation Citation, Authority Appraiser, Authority Approver, IReadOnlyList<FirstObtain> FirstObtain);

/// <summary>The security unit must not appraise a dossier of a system that it operates.</summary>
/// <param name="Levels">The levels at which it would be the appraiser.</param>
/// <param name="Text">The rule, in Vietnamese.</param>
/// <param name="Ways">The ways out, one of them.</param>
/// <param name="Citation">Where the law says so.</param>
public sealed record ConflictRule(LevelSet Levels, string Text, IReadOnlyList<string> Ways, Citation Citation);

/// <summary>A time limit set to an authority.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Step">What it measures.</param>
/// <param name="Levels">The levels it is for.</param>
/// <param name="Length">How many days.</param>
/// <param name="Unit">Which days.</param>
/// <param name="Title">Its title, in Vietnamese.</param>
/// <param name="Citation">Where the law says so.</param>
public sealed record LegalClock(string Id, ClockStep Step, LevelSet Levels, int Length, ClockUnit Unit, string Title, Citation Citation)
{
    /// <summary>The last day of the clock.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="start">The day it starts from, which is not counted.</param>
    /// <param name="pauses">Days in which it stands still; null = none.</param>
    public DayCount Due(WorkingCalendar calendar, DateOnly start, IReadOnlyList<Pause>? pauses = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Unit == ClockUnit.Days ? calendar.AddDays(start, Length, pauses) : calendar.AddWorkingDays(start, Length, pauses);
    }
}

/// <summary>A day of any year.</summary>
/// <param name="Month">Its month.</param>
/// <param name="Day">Its day.</param>
public sealed record DayOfYear(int Month, int Day)
{
    /// <summary>The day in a year.</summary>
    /// <param name="year">The year.</param>
    public DateOnly In(int year) => new(year, Month, Day);
}

/// <summary>A report due once a year.</summary>
/// <param name="WindowFrom">First day of the data, in the year before.</param>
/// <param name="WindowTo">Last day of the data.</param>
/// <param name="LastDay">Last day on time.</param>
public sealed record YearlyWindow(DayOfYear WindowFrom, DayOfYear WindowTo, DayOfYear LastDay);

/// <summary>Something upon which a duty has to be done.</summary>
/// <param name="Text">What happens, in Vietnamese.</param>
/// <param name="Citation">Where the law says so.</param>
public sealed record Occasion(string Text, Citation Citation);

/// <summary>A thing to be done again and again, or whenever something happens.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What, in Vietnamese.</param>
/// <param name="Citation">Where the law says so.</param>
/// <param name="Levels">The levels of the systems it is for; empty = the body as a whole.</param>
/// <param name="Months">The period in months; null where it is a yearly report, the period depends on the level, or the law sets none.</param>
/// <param name="Yearly">The yearly report; null where it has a period.</param>
/// <param name="LastDone">The milestone that says when it was done last; null where there is none.</param>
/// <param name="DoneBy">Who may do it, in Vietnamese; null where the law leaves it open.</param>
public sealed record PeriodicDuty(
    string Id, string Title, Citation Citation, LevelSet Levels, int? Months, YearlyWindow? Yearly, FactDefinition? LastDone, string? DoneBy)
{
    /// <summary>The period in months at each level, where levels differ; empty where <see cref="Months"/> holds at all of them, or there is no period.</summary>
    public IReadOnlyDictionary<int, int> MonthsByLevel { get; init; } = new Dictionary<int, int>();

    /// <summary>The section (mục) of the citation's document at each level, where levels have it in different places; else empty.</summary>
    public IReadOnlyDictionary<int, string> SectionByLevel { get; init; } = new Dictionary<int, string>();

    /// <summary>The occasions on which it has to be done, whatever its period.</summary>
    public IReadOnlyList<Occasion> Occasions { get; init; } = [];

    /// <summary>Within how many hours of the occasion; 0 = at once; null where the law counts no hours.</summary>
    public int? Hours { get; init; }
}

/// <summary>What a regime demands of the way to a level and of the time after it.</summary>
/// <param name="Header">Its id, version and days in force; the document is the regime's.</param>
/// <param name="Regime">The id of the regime.</param>
/// <param name="Calendar">The calendar its clocks are counted by.</param>
/// <param name="Authorities">Who appraises and approves; every level once.</param>
/// <param name="Conflict">When the appraiser is replaced; null where nothing is said.</param>
/// <param name="Clocks">The time limits.</param>
/// <param name="Duties">The periodic duties.</param>
public sealed record Procedure(
    PackHeader Header,
    string Regime,
    WorkingCalendar Calendar,
    IReadOnlyList<AuthorityRule> Authorities,
    ConflictRule? Conflict,
    IReadOnlyList<LegalClock> Clocks,
    IReadOnlyList<PeriodicDuty> Duties)
{
    /// <summary>The time limit of a step at a level; null where the law sets none.</summary>
    /// <param name="step">The step.</param>
    /// <param name="level">The level, 1–5.</param>
    public LegalClock? ClockFor(ClockStep step, int level)
    {
        foreach (var clock in Clocks)
        {
            if (clock.Step == step && clock.Levels.Contains(level))
            {
                return clock;
            }
        }

        return null;
    }

    /// <summary>Who decides at a level.</summary>
    /// <param name="level">The level, 1–5.</param>
    public AuthorityRule AuthorityFor(int level) => Authorities.First(rule => rule.Levels.Contains(level));
}
