using System.Globalization;
using EmrSec.Rules.Calendars;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>A step whose time was counted.</summary>
/// <param name="Step">The step.</param>
/// <param name="Clock">Its time limit; null where the law sets none at the level.</param>
/// <param name="Count">The count; null where there is no limit.</param>
internal sealed record CountedClock(ClockStep Step, LegalClock? Clock, DayCount? Count);

/// <summary>Time limits counted day by day.</summary>
internal static class ClocksPage
{
    public static Page Build(Regime regime, int level, DateOnly from, IReadOnlyList<CountedClock> clocks)
    {
        var page = new Page().Head(1, $"HẠN XỬ LÝ HỒ SƠ CẤP ĐỘ {level} THEO {regime.Header.Document.Number}, từ ngày {FactText.Date(from)}");
        page.Table(
            ["Bước", "Thời hạn", "Ngày cuối", "Căn cứ"],
            [.. clocks.Select(each => (IReadOnlyList<Span>)(each is { Clock: { } clock, Count.Due: { } due }
                ? [DeadlineWords.Step(each.Step), DeadlineWords.Length(clock), new Span($"{FactText.Date(due)} ({WorkingCalendar.Weekday(due)})", Tone.Strong), clock.Citation.ToString()]
                : [DeadlineWords.Step(each.Step), new Span("luật không ấn định", Tone.Muted), "–", "–"]))]);
        page.Blank();
        foreach (var each in clocks)
        {
            if (each is { Clock: { } clock, Count: { } count })
            {
                Write(page, clock, count);
            }
        }

        return page;
    }

    private static void Write(Page page, LegalClock clock, DayCount count)
    {
        page.Head(3, clock.Title);
        page.Item(1, "Được tính: ", string.Join(", ", count.Counted.Select((day, index) => string.Create(CultureInfo.InvariantCulture, $"{Short(day)} ({index + 1})"))));
        if (count.Skipped.Count > 0)
        {
            page.Item(1, "Không tính: ", string.Join("; ", count.Skipped.Select(skipped => $"{Short(skipped.Day)} {skipped.Reason}")));
        }

        if (count.DueOff is { } off)
        {
            page.Item(1, "Lưu ý: ", new Span($"ngày cuối là ngày nghỉ ({off}); văn bản tính theo ngày liên tục nên chương trình không dời ngày.", Tone.Warn));
        }

        if (count.IsProvisional)
        {
            page.Item(1, "Lưu ý: ", new Span("có ngày thuộc năm mà lịch nghỉ chưa được thông báo chính thức: kết quả tạm tính.", Tone.Warn));
        }
    }

    private static string Short(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);
}
