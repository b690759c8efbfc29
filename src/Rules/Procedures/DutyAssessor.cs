using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;

namespace EmrSec.Rules.Procedures;

/// <summary>Tells when periodic duties come again and where the facility stands on them.</summary>
internal sealed class DutyAssessor(FactCatalogue catalogue, FactSet milestones, DateOnly asOf)
{
    /// <summary>The same as for obligations: from this many days left on, «sắp đến hạn».</summary>
    private const int SoonDays = ObligationAssessor.SoonDays;

    private readonly FactDefinition? _approved = catalogue.Find("milestones.dossierApproved");

    public IEnumerable<DutyResult> Assess(PeriodicDuty duty, IReadOnlyList<LevelResult> systems)
    {
        if (duty.Levels.IsEmpty)
        {
            yield return Stand(duty, null);
            yield break;
        }

        foreach (var system in systems)
        {
            var levels = ProcedureAssessor.Possible(system);
            if (!duty.Levels.Overlaps(levels))
            {
                continue;
            }

            yield return duty.Levels.ContainsAll(levels) && AtLevels(duty, levels) is { } settled
                ? Stand(settled, system)
                : new DutyResult { Duty = duty, System = system, Status = ObligationStatus.Unknown, Why = "Tuỳ cấp độ của hệ thống, hiện chưa xác định." };
        }
    }

    /// <summary>The duty as the levels that a system may have state it; null where their periods differ.</summary>
    private static PeriodicDuty? AtLevels(PeriodicDuty duty, LevelSet levels)
    {
        if (duty.SectionByLevel.Where(pair => levels.Contains(pair.Key)).Select(pair => pair.Value).Distinct(StringComparer.Ordinal).ToList() is [var section])
        {
            duty = duty with { Citation = duty.Citation with { Section = section } };
        }

        if (duty.MonthsByLevel.Count == 0)
        {
            return duty;
        }

        int[] months = [.. duty.MonthsByLevel.Where(pair => levels.Contains(pair.Key)).Select(pair => pair.Value).Distinct()];
        return months is [var only] ? duty with { Months = only } : null;
    }

    private DutyResult Stand(PeriodicDuty duty, LevelResult? system)
    {
        if (duty is { Months: null, Yearly: null })
        {
            return OnOccasion(duty, system);
        }

        if (duty.LastDone is not { } milestone)
        {
            return At(duty, system, ObligationStatus.Unknown, duty.Yearly is { } yearly ? NextOn(yearly.LastDay) : null, null, "Hồ sơ không có mốc nào ghi việc này; hạn kế tiếp tính từ ngày đánh giá.");
        }

        var declared = milestones.TryGet(milestone, out var fact) ? fact.Value : (FactValue?)null;
        return declared switch
        {
            null => At(duty, system, ObligationStatus.Unknown, null, null, $"Chưa khai: {milestone.Label}."),
            { IsNone: true } => Never(duty, system, milestone),
            { } value when value.Date > asOf => At(duty, system, ObligationStatus.Unknown, null, null, $"Ngày khai {FactText.Date(value.Date)} sau ngày đánh giá; chưa khai lần trước đó."),
            { } value => Due(duty, system, Next(duty, value.Date), value.Date, $"Lần gần nhất {FactText.Date(value.Date)}"),
        };
    }

    // The law sets no period: nothing can be counted, but whether it was ever done can be said.
    private DutyResult OnOccasion(PeriodicDuty duty, LevelResult? system)
    {
        var when = $"Luật không ấn định chu kỳ; làm khi: {string.Join("; ", duty.Occasions.Select(occasion => occasion.Text))}";
        if (duty.LastDone is not { } milestone)
        {
            return At(duty, system, ObligationStatus.Ongoing, null, null, $"{when}.");
        }

        return milestones.TryGet(milestone, out var fact) switch
        {
            false => At(duty, system, ObligationStatus.Unknown, null, null, $"{when}. Chưa khai: {milestone.Label}."),
            _ when fact!.Value.IsNone => At(duty, system, ObligationStatus.Unknown, null, null, $"{when}. Khai là chưa làm lần nào: {milestone.Label}."),
            _ when fact.Value.Date > asOf => At(duty, system, ObligationStatus.Unknown, null, null, $"{when}. Ngày khai {FactText.Date(fact.Value.Date)} sau ngày đánh giá."),
            _ => At(duty, system, ObligationStatus.Ongoing, null, fact.Value.Date, $"{when}. Lần gần nhất {FactText.Date(fact.Value.Date)}."),
        };
    }

    // Never done: the first period runs from the day the dossier was approved.
    private DutyResult Never(PeriodicDuty duty, LevelResult? system, FactDefinition milestone)
    {
        var never = $"Khai là chưa làm lần nào: {milestone.Label}";
        if (_approved is null || !milestones.TryGet(_approved, out var approved))
        {
            return At(duty, system, ObligationStatus.Unknown, null, null, $"{never}; chưa khai ngày hồ sơ được phê duyệt nên chưa biết kỳ đầu.");
        }

        return approved.Value.IsNone || approved.Value.Date > asOf
            ? At(duty, system, ObligationStatus.Unknown, null, null, $"{never}; hồ sơ chưa được phê duyệt nên kỳ đầu chưa bắt đầu.")
            : Due(duty, system, Next(duty, approved.Value.Date), null, $"{never}; kỳ đầu tính từ ngày hồ sơ được phê duyệt {FactText.Date(approved.Value.Date)}");
    }

    private DutyResult Due(PeriodicDuty duty, LevelResult? system, DateOnly due, DateOnly? done, string why)
    {
        var left = due.DayNumber - asOf.DayNumber;
        var status = left < 0 ? ObligationStatus.Overdue : left <= SoonDays ? ObligationStatus.DueSoon : ObligationStatus.Pending;
        var standing = left < 0 ? $"quá hạn {FactText.Number(-left)} ngày" : $"còn {FactText.Number(left)} ngày";
        return At(duty, system, status, due, done, $"{why}; hạn kế tiếp {FactText.Date(due)}, {standing}.", Math.Abs(left));
    }

    /// <summary>The next due date after a day on which a duty was done.</summary>
    public static DateOnly Next(PeriodicDuty duty, DateOnly last) => Next(duty.Yearly, duty.Months, last);

    /// <summary>The same of a yearly report, or of a period in months.</summary>
    public static DateOnly Next(YearlyWindow? window, int? months, DateOnly last)
    {
        if (window is not { } yearly)
        {
            return last.AddMonths(months!.Value);
        }

        // A report sent once the year's data is complete (TT 12, Điều 13: to 14/12) is that year's; one sent sooner is the year's before.
        var reported = last > yearly.WindowTo.In(last.Year) ? last.Year : last.Year - 1;
        return yearly.LastDay.In(reported + 1);
    }

    private DateOnly? NextOn(DayOfYear day) => NextOn(day, asOf);

    /// <summary>The first such day from a day on; null where the calendar ends before.</summary>
    public static DateOnly? NextOn(DayOfYear day, DateOnly asOf) =>
        day.In(asOf.Year) >= asOf ? day.In(asOf.Year)
        : asOf.Year < DateOnly.MaxValue.Year ? day.In(asOf.Year + 1)
        : null;

    private static DutyResult At(PeriodicDuty duty, LevelResult? system, ObligationStatus status, DateOnly? due, DateOnly? done, string why, int? days = null) =>
        new() { Duty = duty, System = system, Status = status, Due = due, Days = days, DoneOn = done, Why = why };
}
