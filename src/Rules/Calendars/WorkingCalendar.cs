using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Calendars;

/// <summary>Which days are worked. It speaks of its own years only: any other day is an error, never a working day.</summary>
public sealed class WorkingCalendar
{
    // Days by their distance from the first: days in the framework's dictionaries would be compiled at start-up (ADR 005).
    private readonly int _first;
    private readonly DayOff?[] _off;
    private readonly bool[] _worked;
    private readonly bool[] _weekend;

    internal WorkingCalendar(bool[] weekend, IReadOnlyList<CalendarYear> years)
    {
        _weekend = weekend;
        Years = years;
        _first = new DateOnly(years[0].Year, 1, 1).DayNumber;
        var length = new DateOnly(years[^1].Year, 12, 31).DayNumber - _first + 1;
        _off = new DayOff?[length];
        _worked = new bool[length];
        foreach (var year in years)
        {
            foreach (var day in year.DaysOff)
            {
                _off[day.Date.DayNumber - _first] = day;
            }

            foreach (var day in year.Worked)
            {
                _worked[day.Date.DayNumber - _first] = true;
            }
        }
    }

    /// <summary>Its id, such as <c>vn</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its title, in Vietnamese.</summary>
    public required string Title { get; init; }

    /// <summary>SHA-256 of its file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>What it rests on.</summary>
    public required IReadOnlyList<CalendarSource> Sources { get; init; }

    /// <summary>Its years, one after the other.</summary>
    public IReadOnlyList<CalendarYear> Years { get; }

    /// <summary>Whether a day is worked, with the reason where the weekday does not say it all.</summary>
    /// <param name="day">The day.</param>
    public DayStatus IsWorkingDay(DateOnly day)
    {
        if (YearOf(day) is not { } year)
        {
            return new DayStatus(day, null, null, false, Outside(day));
        }

        var index = day.DayNumber - _first;
        if (_worked[index])
        {
            return new DayStatus(day, true, "làm bù theo lịch hoán đổi", year.IsProvisional, null);
        }

        return _off[index] is { } off ? new DayStatus(day, false, off.Name, year.IsProvisional || off.IsProvisional, null)
            : _weekend[(int)day.DayOfWeek] ? new DayStatus(day, false, Weekday(day), year.IsProvisional, null)
            : new DayStatus(day, true, null, year.IsProvisional, null);
    }

    /// <summary>The day that is so many working days after a start; the start is not counted.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many; 0 gives the start.</param>
    /// <param name="pauses">Days in which the clock stands still; null = none.</param>
    public DayCount AddWorkingDays(DateOnly start, int days, IReadOnlyList<Pause>? pauses = null) => Count(start, days, pauses ?? [], skipsDaysOff: true);

    /// <summary>The day that is so many days after a start, days off counted like any other; the start is not counted.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many; 0 gives the start.</param>
    /// <param name="pauses">Days in which the clock stands still; null = none.</param>
    public DayCount AddDays(DateOnly start, int days, IReadOnlyList<Pause>? pauses = null) => Count(start, days, pauses ?? [], skipsDaysOff: false);

    private DayCount Count(DateOnly start, int days, IReadOnlyList<Pause> pauses, bool skipsDaysOff)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (pauses.Any(pause => pause.To < pause.From))
        {
            throw new ArgumentException("a pause ends before it begins", nameof(pauses));
        }

        var counted = new List<DateOnly>();
        var skipped = new List<SkippedDay>();
        var status = IsWorkingDay(start);
        var provisional = status.IsProvisional;
        while (status.Error is null && counted.Count < days)
        {
            status = IsWorkingDay(status.Day.AddDays(1));
            provisional |= status.IsProvisional;
            if (status.Error is not null)
            {
                break;
            }

            if (pauses.Any(pause => pause.Covers(status.Day)))
            {
                skipped.Add(new SkippedDay(status.Day, "tạm dừng, chờ bổ sung hồ sơ"));
            }
            else if (skipsDaysOff && status.IsWorking is false)
            {
                skipped.Add(new SkippedDay(status.Day, status.Reason!));
            }
            else
            {
                counted.Add(status.Day);
            }
        }

        return status.Error is { } error
            ? new DayCount(start, null, counted, skipped, provisional, null, error)
            : new DayCount(start, status.Day, counted, skipped, provisional, status.IsWorking is false ? status.Reason : null, null);
    }

    private CalendarYear? YearOf(DateOnly day)
    {
        var index = day.Year - Years[0].Year;
        return index >= 0 && index < Years.Count ? Years[index] : null;
    }

    private string Outside(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"ngày {FactText.Date(day)} nằm ngoài lịch làm việc «{Id}»: lịch chỉ có các năm {Years[0].Year}–{Years[^1].Year}");

    /// <summary>The day of the week, in Vietnamese.</summary>
    /// <param name="day">The day.</param>
    public static string Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Sunday => "Chủ nhật",
        DayOfWeek.Monday => "thứ Hai",
        DayOfWeek.Tuesday => "thứ Ba",
        DayOfWeek.Wednesday => "thứ Tư",
        DayOfWeek.Thursday => "thứ Năm",
        DayOfWeek.Friday => "thứ Sáu",
        _ => "thứ Bảy",
    };
}
