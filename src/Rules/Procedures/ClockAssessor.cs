using EmrSec.Rules.Calendars;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;

namespace EmrSec.Rules.Procedures;

/// <summary>Tells by when each authority has to be done with the dossier of each system, and whether it was.</summary>
internal sealed class ClockAssessor(Procedure procedure, ClockStarts starts, DateOnly asOf)
{
    public IReadOnlyList<ClockResult> Assess(IReadOnlyList<LevelResult> systems)
    {
        var results = new List<ClockResult>();
        if (starts.Received is not null || starts.Complete is not null || starts.ApprovalFile is not null)
        {
            foreach (var system in systems)
            {
                Assess(system, results);
            }
        }

        return results;
    }

    private void Assess(LevelResult system, List<ClockResult> results)
    {
        if (starts.Received is not null && Clock(system, ClockStep.Answer, starts.Received, [], starts.Answered) is { } answer)
        {
            results.Add(starts.Valid is { } valid && starts.Answered is null ? With(answer, ObligationStatus.NotApplicable, $"hồ sơ đã đủ, hợp lệ từ ngày {FactText.Date(valid)}") : answer);
        }

        var appraisal = starts.Complete is null ? null : Clock(system, ClockStep.Appraisal, starts.Complete, starts.Pauses, starts.Appraised);
        if (appraisal is not null)
        {
            results.Add(appraisal);
        }

        // At levels 1–2 a supplement may be awaited after the approval file is there; from level 3 all of them lie before.
        if (Clock(system, ClockStep.Approval, starts.ApprovalFile ?? Estimate(appraisal), starts.Pauses, starts.Approved) is { } approval)
        {
            results.Add(approval);
        }
    }

    /// <summary>The approval's start where nobody declared it; null where not even an estimate can be made.</summary>
    private ClockStart? Estimate(ClockResult? appraisal) => appraisal switch
    {
        // Without an appraisal clock (levels 1–2) the security unit appraises and approves the file it has received.
        null => starts.Complete is { } complete ? complete with { IsCertain = false, Why = $"{complete.Why}; luật không ấn định thời gian thẩm định ở cấp độ này" } : null,
        { Count.Due: { } due } => new ClockStart(due, false, $"kể từ ngày cuối của hạn thẩm định {FactText.Date(due)}; thẩm định và trình sớm hơn thì hạn sớm hơn"),
        _ => null,
    };

    /// <summary>One step for one system; null where no possible level has a clock for it.</summary>
    private ClockResult? Clock(LevelResult system, ClockStep step, ClockStart? start, IReadOnlyList<Pause> pauses, DateOnly? doneOn)
    {
        var levels = ProcedureAssessor.Possible(system);
        var (any, clock) = Limit(step, levels);
        if (!any)
        {
            return null;
        }

        var count = clock is not null && start is not null ? clock.Due(procedure.Calendar, start.Day, pauses) : null;
        var result = new ClockResult
        {
            System = system,
            Step = step,
            Clock = clock,
            Count = count,
            IsCertain = start is { IsCertain: true },
            DoneOn = doneOn,
            Why = clock is null ? "tuỳ cấp độ, hiện chưa xác định" : count?.Error ?? start?.Why ?? "chưa tính được vì chưa tính được hạn thẩm định",
        };
        return count?.Due is { } due ? Stand(result, due) : result;
    }

    /// <summary>Whether some possible level has a time limit for the step, and the limit where all have the same.</summary>
    private (bool Any, LegalClock? Clock) Limit(ClockStep step, LevelSet levels)
    {
        LegalClock? found = null;
        var any = false;
        var same = true;
        for (var level = levels.Lowest; level <= 5; level++)
        {
            if (levels.Contains(level))
            {
                var clock = procedure.ClockFor(step, level);
                same &= !any && found is null && level == levels.Lowest || ReferenceEquals(clock, found);
                found = clock;
                any |= clock is not null;
            }
        }

        return (any, same ? found : null);
    }

    private ClockResult Stand(ClockResult result, DateOnly due)
    {
        if (result.DoneOn is { } done)
        {
            // Late or in time is said of an authority only from the day the law counts from.
            return !result.IsCertain ? With(result, ObligationStatus.Unknown, $"đã xong ngày {FactText.Date(done)}; chưa khai đủ ngày nhận hồ sơ nên không kết luận đúng hạn hay chậm")
                : done <= due ? With(result, ObligationStatus.Met, $"đã xong ngày {FactText.Date(done)}, đúng hạn")
                : With(result, ObligationStatus.MetLate, $"đã xong ngày {FactText.Date(done)}, chậm {FactText.Number(done.DayNumber - due.DayNumber)} ngày");
        }

        if (result.Step != ClockStep.Approval && starts.Approved is { } approved)
        {
            return With(result, ObligationStatus.Unknown, $"hồ sơ đã được phê duyệt ngày {FactText.Date(approved)}; chưa khai ngày xong bước này");
        }

        if (result.Step == ClockStep.Appraisal && starts.Awaited is { } awaited)
        {
            return With(result, ObligationStatus.Pending, $"đồng hồ đang dừng từ ngày {FactText.Date(awaited.Requested)}, chờ bổ sung; hạn tính như thể hồ sơ được bổ sung ngày {FactText.Date(asOf)}");
        }

        var left = due.DayNumber - asOf.DayNumber;
        return left >= 0 ? With(result, left <= ObligationAssessor.SoonDays ? ObligationStatus.DueSoon : ObligationStatus.Pending, $"còn {FactText.Number(left)} ngày")
            : result.IsCertain ? With(result, ObligationStatus.Overdue, $"quá hạn {FactText.Number(-left)} ngày")
            : With(result, ObligationStatus.Unknown, $"đã qua ngày ước tính {FactText.Number(-left)} ngày; khai ngày nhận hồ sơ ở mục processing để kết luận");
    }

    private static ClockResult With(ClockResult result, ObligationStatus status, string standing) => new()
    {
        System = result.System,
        Step = result.Step,
        Clock = result.Clock,
        Count = result.Count,
        IsCertain = result.IsCertain,
        DoneOn = result.DoneOn,
        Status = status,
        Why = $"{result.Why}; {standing}",
    };
}
