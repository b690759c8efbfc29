using System.Globalization;
using EmrSec.Rules.Calendars;

namespace EmrSec.Rules.Tests.Calendars;

public class WorkingCalendarTests
{
    private static readonly string[] DaysOff =
    [
        // 2025: Bộ luật Lao động 2019, Điều 112 and the notices of the year.
        "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-04-07", "2025-04-30", "2025-05-01", "2025-05-02", "2025-09-01", "2025-09-02",
        "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24",
        "2027-01-01", "2027-02-04", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-04-16", "2027-04-30", "2027-05-03", "2027-09-02", "2027-09-03", "2027-11-24",
    ];

    private static readonly string[] Worked = ["2025-04-26", "2026-01-10", "2026-08-22"];

    private static WorkingCalendar Calendar => BuiltInRules.Packs.Calendars.Single();

    [Fact]
    public void Every_day_of_the_three_years_is_what_the_law_says()
    {
        var off = DaysOff.Select(Day).ToHashSet();
        var worked = Worked.Select(Day).ToHashSet();
        for (var day = Day("2025-01-01"); day <= Day("2027-12-31"); day = day.AddDays(1))
        {
            var expected = worked.Contains(day) || (!off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            var status = Calendar.IsWorkingDay(day);
            status.IsWorking.ShouldBe(expected, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            status.IsProvisional.ShouldBe(day.Year == 2027);
            (status.Reason is null).ShouldBe(expected && !worked.Contains(day));
        }
    }

    [Fact]
    public void The_culture_day_is_off_from_2026()
    {
        Calendar.IsWorkingDay(Day("2025-11-24")).IsWorking.ShouldBe(true);
        Calendar.IsWorkingDay(Day("2026-11-24")).IsWorking.ShouldBe(false);
    }

    [Fact]
    public void Fifteen_working_days_from_20_august_2026_with_the_days_shown()
    {
        var count = Calendar.AddWorkingDays(Day("2026-08-20"), 15);

        count.Due.ShouldBe(Day("2026-09-14"));
        count.IsProvisional.ShouldBeFalse();
        count.Counted.Select(Iso).ShouldBe(
        [
            "2026-08-21", "2026-08-22", "2026-08-24", "2026-08-25", "2026-08-26", "2026-08-27", "2026-08-28", "2026-09-03", "2026-09-04",
            "2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11", "2026-09-14",
        ]);
        count.Skipped.Select(skipped => $"{Iso(skipped.Day)} {skipped.Reason}").ShouldBe(
        [
            "2026-08-23 Chủ nhật", "2026-08-29 thứ Bảy", "2026-08-30 Chủ nhật", "2026-08-31 Nghỉ hoán đổi, làm bù ngày 22/08/2026",
            "2026-09-01 Quốc khánh, ngày liền kề", "2026-09-02 Quốc khánh", "2026-09-05 thứ Bảy", "2026-09-06 Chủ nhật", "2026-09-12 thứ Bảy", "2026-09-13 Chủ nhật",
        ]);
    }

    [Theory]
    [InlineData("2026-11-20", 7, "2026-12-02")]
    [InlineData("2026-08-20", 5, "2026-08-26")]
    [InlineData("2026-08-20", 25, "2026-09-28")]
    [InlineData("2026-08-21", 1, "2026-08-22")]
    [InlineData("2026-08-22", 0, "2026-08-22")]
    public void Working_days(string start, int days, string due) => Calendar.AddWorkingDays(Day(start), days).Due.ShouldBe(Day(due));

    [Fact]
    public void Days_count_days_off_like_any_other()
    {
        var count = Calendar.AddDays(Day("2026-02-10"), 15);

        count.Due.ShouldBe(Day("2026-02-25"));
        count.Counted.Count.ShouldBe(15);
        count.Skipped.ShouldBeEmpty();
        Calendar.AddDays(Day("2026-02-10"), 7).DueOff.ShouldBe("Tết Âm lịch");
    }

    [Fact]
    public void A_provisional_year_is_said_when_touched()
    {
        Calendar.AddWorkingDays(Day("2026-12-30"), 1).IsProvisional.ShouldBeFalse();
        Calendar.AddWorkingDays(Day("2026-12-30"), 2).ShouldSatisfyAllConditions(
            count => count.Due.ShouldBe(Day("2027-01-04")),
            count => count.IsProvisional.ShouldBeTrue());
    }

    [Theory]
    [InlineData("2031-03-03")]
    [InlineData("2024-12-31")]
    [InlineData("2027-12-31")]
    public void Outside_the_calendar_is_an_error_that_names_its_years(string start)
    {
        foreach (var count in new[] { Calendar.AddWorkingDays(Day(start), 7), Calendar.AddDays(Day(start), 7) })
        {
            count.Due.ShouldBeNull();
            count.Error!.ShouldContain("2025–2027");
        }

        var status = Calendar.IsWorkingDay(Day("2031-03-03"));
        status.IsWorking.ShouldBeNull();
        status.Error.ShouldBe("ngày 03/03/2031 nằm ngoài lịch làm việc «vn»: lịch chỉ có các năm 2025–2027");
    }

    [Fact]
    public void Days_of_a_pause_do_not_count()
    {
        Pause[] pauses = [new(Day("2026-02-12"), Day("2026-02-14")), new(Day("2026-02-20"), Day("2026-02-20"))];
        var count = Calendar.AddDays(Day("2026-02-10"), 15, pauses);

        count.Due.ShouldBe(Day("2026-03-01"));
        count.Skipped.Select(skipped => Iso(skipped.Day)).ShouldBe(["2026-02-12", "2026-02-13", "2026-02-14", "2026-02-20"]);
        count.Skipped.ShouldAllBe(skipped => skipped.Reason.Contains("bổ sung", StringComparison.Ordinal));

        // Friday to Monday: two working days lost, the weekend between them counts for nothing either way.
        Calendar.AddWorkingDays(Day("2026-11-02"), 7, [new Pause(Day("2026-11-06"), Day("2026-11-09"))]).Due.ShouldBe(Day("2026-11-13"));
        Calendar.AddWorkingDays(Day("2026-11-02"), 7).Due.ShouldBe(Day("2026-11-11"));
        Should.Throw<ArgumentException>(() => Calendar.AddDays(Day("2026-02-10"), 1, [new Pause(Day("2026-02-12"), Day("2026-02-11"))]));
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.AddDays(Day("2026-02-10"), -1));
    }

    [Theory]
    [InlineData("LU070", "  - year: 2026", "  - year: 2028")]
    [InlineData("LU071", "2025-01-28, name", "2025-01-27, name")]
    [InlineData("LU071", "2025-01-28, name", "2026-01-28, name")]
    [InlineData("LU072", "{ date: 2025-04-07", "{ date: 2025-04-06")]
    [InlineData("LU072", "working: [2025-04-26]", "working: [2025-04-25]")]
    [InlineData("LU073", "insteadOf: 2026-04-26", "insteadOf: 2026-04-24")]
    [InlineData("LU073", "working: [2025-04-26]", "working: []")]
    [InlineData("KD004", "weekend: [saturday, sunday]", "weekend: [saturday, sunda]")]
    public void A_calendar_that_contradicts_itself_is_not_used(string code, string from, string to)
    {
        var result = Rewritten.Load("rules/calendar/vn.yaml", from, to);

        result.Diagnostics.Items.Select(item => item.Code).ShouldContain(code);
        result.Packs!.Calendars.ShouldBeEmpty();
        result.Packs.Procedures.ShouldBeEmpty();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
