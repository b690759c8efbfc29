using System.Globalization;
using EmrSec.Rules.Calendars;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>Procedures and calendars as people read them.</summary>
internal static class ProcedurePages
{
    public static void List(Page page, RulePackSet packs)
    {
        foreach (var procedure in packs.Procedures)
        {
            page.Head(2, $"{procedure.Header.Id} – {procedure.Header.Title}");
            page.Table(
                ["Mã", "Thời hạn hoặc chu kỳ", "Nội dung"],
                [
                    .. procedure.Clocks.Select(clock => (IReadOnlyList<Span>)[clock.Id, DeadlineWords.Length(clock), clock.Title]),
                    .. procedure.Duties.Select(duty => (IReadOnlyList<Span>)[duty.Id, DeadlineWords.Period(duty), duty.Title]),
                ]);
            page.Blank();
        }

        foreach (var calendar in packs.Calendars)
        {
            page.Head(2, $"{calendar.Id} – {calendar.Title}");
            page.Item(0, "Các năm: ", Years(calendar));
            page.Blank();
        }
    }

    /// <summary>The page of a procedure, a clock, a duty or a calendar; null where there is none of that id.</summary>
    public static Page? Show(RulePackSet packs, string id)
    {
        foreach (var procedure in packs.Procedures)
        {
            if (Same(procedure.Header.Id, id))
            {
                return Whole(procedure);
            }

            if (procedure.Clocks.FirstOrDefault(clock => Same(clock.Id, id)) is { } clock)
            {
                var page = new Page();
                Write(page, clock);
                return page;
            }

            if (procedure.Duties.FirstOrDefault(duty => Same(duty.Id, id)) is { } duty)
            {
                var page = new Page();
                Write(page, duty);
                return page;
            }
        }

        return packs.Calendars.FirstOrDefault(calendar => Same(calendar.Id, id)) is { } found ? Whole(found) : null;
    }

    /// <summary>Every id that <see cref="Show"/> knows.</summary>
    public static IEnumerable<string> Ids(RulePackSet packs) =>
        packs.Procedures.SelectMany(procedure => procedure.Clocks.Select(clock => clock.Id).Concat(procedure.Duties.Select(duty => duty.Id)).Append(procedure.Header.Id))
            .Concat(packs.Calendars.Select(calendar => calendar.Id));

    private static Page Whole(Procedure procedure)
    {
        var page = new Page().Head(1, $"{procedure.Header.Id} – {procedure.Header.Title}");
        page.Item(0, "Hiệu lực: ", DeadlineWords.InForce(procedure.Header.InForce));
        page.Item(0, "SHA-256: ", procedure.Header.Sha256);
        page.Table(
            ["Cấp độ", "Thẩm định", "Phê duyệt", "Căn cứ"],
            [.. procedure.Authorities.Select(rule => (IReadOnlyList<Span>)[rule.Levels.ToString(), rule.Appraiser.Text, rule.Approver.Text, rule.Citation.ToString()])]);
        if (procedure.Conflict is { } conflict)
        {
            page.Item(0, "Xung đột: ", $"{conflict.Text} Cách giải quyết: {string.Join("; hoặc ", conflict.Ways)} ({conflict.Citation}).");
        }

        page.Blank();
        foreach (var clock in procedure.Clocks)
        {
            Write(page, clock);
        }

        foreach (var duty in procedure.Duties)
        {
            Write(page, duty);
        }

        return page;
    }

    private static void Write(Page page, LegalClock clock)
    {
        page.Head(3, $"{clock.Id} – {clock.Title}");
        page.Item(1, "Cấp độ: ", clock.Levels.ToString());
        page.Item(1, "Thời hạn: ", $"tối đa {DeadlineWords.Length(clock)}; không tính ngày bắt đầu");
        page.Item(1, "Căn cứ: ", clock.Citation.ToString());
    }

    private static void Write(Page page, PeriodicDuty duty)
    {
        page.Head(3, $"{duty.Id} – {duty.Title}");
        page.Item(1, "Áp dụng: ", duty.Levels.IsEmpty ? "cả cơ quan, tổ chức" : $"hệ thống cấp độ {duty.Levels}");
        page.Item(1, "Chu kỳ: ", DeadlineWords.Period(duty));
        foreach (var occasion in duty.Occasions)
        {
            page.Item(1, "Khi: ", $"{occasion.Text} ({occasion.Citation})");
        }

        if (duty.LastDone is { } milestone)
        {
            page.Item(1, "Lần gần nhất ở mốc: ", milestone.Id);
        }

        if (duty.DoneBy is { } by)
        {
            page.Item(1, "Ai làm: ", by);
        }

        page.Item(1, "Căn cứ: ", duty.Citation.ToString());
    }

    private static Page Whole(WorkingCalendar calendar)
    {
        var page = new Page().Head(1, $"{calendar.Id} – {calendar.Title}");
        page.Item(0, "Các năm: ", Years(calendar));
        page.Item(0, "SHA-256: ", calendar.Sha256);
        foreach (var source in calendar.Sources)
        {
            page.Item(0, "Căn cứ: ", $"{source.Title}{(source.Number is null ? "" : $" ({source.Number}{(source.Article is null ? "" : $", Điều {source.Article}")})")}: {source.For}");
        }

        foreach (var year in calendar.Years)
        {
            page.Head(3, string.Create(CultureInfo.InvariantCulture, $"Năm {year.Year}{(year.IsProvisional ? " (tạm tính, chưa có thông báo)" : "")}"));
            page.Table(
                ["Ngày nghỉ", "Thứ", "Lý do"],
                [.. year.DaysOff.Select(day => (IReadOnlyList<Span>)[FactText.Date(day.Date), WorkingCalendar.Weekday(day.Date), $"{day.Name}{(day.IsProvisional ? " (tạm tính)" : "")}"])]);
            if (year.Worked.Count > 0)
            {
                page.Item(1, "Làm bù: ", string.Join(", ", year.Worked.Select(day => FactText.Date(day.Date))));
            }
        }

        return page;
    }

    private static string Years(WorkingCalendar calendar) =>
        string.Join(", ", calendar.Years.Select(year => string.Create(CultureInfo.InvariantCulture, $"{year.Year}{(year.IsProvisional ? " (tạm tính)" : "")}")));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
