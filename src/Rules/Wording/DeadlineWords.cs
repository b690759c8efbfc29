using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Procedures;

namespace EmrSec.Rules.Wording;

/// <summary>Deadlines in Vietnamese: the same on the screen and in papers.</summary>
public static class DeadlineWords
{
    /// <summary>«28/02/2026», «từ 01/01/2027», «đến 31/12/2026»; «–» without a date.</summary>
    /// <param name="obligation">The obligation.</param>
    public static string Due(Obligation obligation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return obligation switch
        {
            { Kind: DueKind.Ongoing, Due: { } until } => $"đến {FactText.Date(until)}",
            { Kind: DueKind.From, Due: { } from } => $"từ {FactText.Date(from)}",
            { Due: { } due } => FactText.Date(due),
            _ => "–",
        };
    }

    /// <summary>«trễ 266», «còn 41», «sớm 10», «đúng ngày»; empty where no days are counted.</summary>
    /// <param name="status">The standing.</param>
    /// <param name="days">Days early, late or left; not negative.</param>
    public static string Days(ObligationStatus status, int? days) => (status, days) switch
    {
        (_, null) => "",
        (ObligationStatus.Met, 0) => "đúng ngày",
        (ObligationStatus.Met, { } early) => $"sớm {FactText.Number(early)}",
        (ObligationStatus.MetLate or ObligationStatus.Overdue, { } late) => $"trễ {FactText.Number(late)}",
        (_, { } left) => $"còn {FactText.Number(left)}",
    };

    /// <summary>A step of the procedure as a deadline.</summary>
    /// <param name="step">The step.</param>
    public static string Step(ClockStep step) => step switch
    {
        ClockStep.Answer => "Hạn trả lời nếu hồ sơ chưa hợp lệ",
        ClockStep.Appraisal => "Hạn thẩm định",
        _ => "Hạn phê duyệt",
    };

    /// <summary>«15 ngày làm việc».</summary>
    /// <param name="clock">The clock.</param>
    public static string Length(LegalClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return $"{clock.Length} {(clock.Unit == ClockUnit.Days ? "ngày" : "ngày làm việc")}";
    }

    /// <summary>A clock's last day, from when it is counted, and where one stands.</summary>
    /// <param name="result">The clock.</param>
    public static string Clock(ClockResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result switch
        {
            { Clock: { } clock, Count: { Due: { } due } count } => $"{FactText.Date(due)}{(count.IsProvisional ? " (tạm tính)" : "")}, {Length(clock)} {result.Why} ({clock.Citation}){Off(count.DueOff)}.",
            _ => $"{result.Why}.",
        };
    }

    /// <summary>How often a duty comes.</summary>
    /// <param name="duty">The duty.</param>
    public static string Period(PeriodicDuty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return duty switch
        {
            { Yearly: { } yearly } => $"hằng năm, đến {yearly.LastDay.Day:00}/{yearly.LastDay.Month:00}",
            { Months: { } months } => $"{months} tháng một lần",
            { MonthsByLevel: { Count: > 0 } byLevel } => string.Join("; ", byLevel.GroupBy(pair => pair.Value).Select(group => $"{group.Key} tháng một lần ở cấp độ {string.Join(", ", group.Select(pair => pair.Key))}")),
            { Hours: 0 } => "ngay khi có sự kiện",
            { Hours: { } hours } => $"trong {hours} giờ từ khi có sự kiện",
            _ => "khi có sự kiện, không ấn định chu kỳ",
        };
    }

    /// <summary>The days on which a pack is in force.</summary>
    /// <param name="inForce">The days.</param>
    public static string InForce(InForce inForce)
    {
        ArgumentNullException.ThrowIfNull(inForce);
        return $"từ {FactText.Date(inForce.From)}{(inForce.To is { } to ? $" đến {FactText.Date(to)}" : "")}";
    }

    private static string Off(string? reason) => reason is null ? "" : $"; ngày cuối là ngày nghỉ ({reason})";
}
