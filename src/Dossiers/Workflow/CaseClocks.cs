using EmrSec.Dossiers.Store;
using EmrSec.Rules.Calendars;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;

namespace EmrSec.Dossiers.Workflow;

/// <summary>A clock of the law that runs, or ran, over a case.</summary>
/// <param name="Clock">The time limit.</param>
/// <param name="Count">The days counted; its last day is null where the count leaves the calendar.</param>
/// <param name="Status">Where the authority stands on the day: met, met late, pending, due soon, overdue; not applicable where nothing has to be answered; unknown without a last day.</param>
/// <param name="Days">Days left, or late; null where done in time or not known.</param>
/// <param name="DoneOn">The day the step was done; null where it is not.</param>
/// <param name="StoppedSince">The day a supplement was asked for that is still awaited; null while the clock runs.</param>
public sealed record CaseClock(LegalClock Clock, DayCount Count, ObligationStatus Status, int? Days, DateOnly? DoneOn, DateOnly? StoppedSince)
{
    /// <summary>Whether the authority still has to do it.</summary>
    public bool IsOpen => DoneOn is null && Status is not ObligationStatus.NotApplicable;
}

/// <summary>The clocks of a case, from its steps and the law's days.</summary>
public static class CaseClocks
{
    /// <summary>This many days before the last one a clock is due soon.</summary>
    private const int SoonDays = 3;

    /// <summary>The clocks that have started, in the order of the way.</summary>
    /// <param name="procedure">The procedure of the law that the case is judged by.</param>
    /// <param name="case">The case.</param>
    /// <param name="steps">Its steps, the first first.</param>
    /// <param name="asOf">The day.</param>
    public static IReadOnlyList<CaseClock> Of(Procedure procedure, CaseFile @case, IReadOnlyList<CaseStep> steps, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.Level is not { } level || CaseProcessing.Of(steps, level) is not { } record)
        {
            return [];
        }

        var pauses = record.PausesAt(asOf);
        var awaited = record.AwaitedAt(asOf)?.Requested;
        var unfit = @case.State is CaseState.AppraisedUnfit;
        var clocks = new List<CaseClock>();
        Add(clocks, procedure, level, ClockStep.Answer, record.Received, record.Complete is null ? record.Answered : null, [], null, asOf, isMoot: record.Complete is not null);
        Add(clocks, procedure, level, ClockStep.Appraisal, record.Complete, record.Appraised, pauses, awaited, asOf);
        Add(clocks, procedure, level, ClockStep.Approval, record.ApprovalFileReceived, record.Decided, pauses, awaited, asOf, isMoot: unfit);
        return clocks;
    }

    /// <summary>The open clock that is due first; null where none is open.</summary>
    /// <param name="clocks">The clocks of a case.</param>
    public static CaseClock? First(IReadOnlyList<CaseClock> clocks)
    {
        ArgumentNullException.ThrowIfNull(clocks);
        return clocks.Where(clock => clock.IsOpen).OrderBy(clock => clock.Count.Due ?? DateOnly.MaxValue).FirstOrDefault();
    }

    private static void Add(
        List<CaseClock> clocks, Procedure procedure, int level, ClockStep step, DateOnly? start, DateOnly? done, IReadOnlyList<Pause> pauses, DateOnly? stopped, DateOnly asOf, bool isMoot = false)
    {
        if (start is not { } day || procedure.ClockFor(step, level) is not { } limit)
        {
            return;
        }

        var count = limit.Due(procedure.Calendar, day, pauses);
        var (status, days) = isMoot ? (ObligationStatus.NotApplicable, null) : Stand(count.Due, done, asOf);
        clocks.Add(new CaseClock(limit, count, status, days, isMoot ? null : done, done is null && !isMoot ? stopped : null));
    }

    private static (ObligationStatus Status, int? Days) Stand(DateOnly? due, DateOnly? done, DateOnly asOf) => (due, done) switch
    {
        (null, _) => (ObligationStatus.Unknown, null),
        ({ } last, { } on) when on <= last => (ObligationStatus.Met, null),
        ({ } last, { } on) => (ObligationStatus.MetLate, on.DayNumber - last.DayNumber),
        ({ } last, null) when asOf > last => (ObligationStatus.Overdue, asOf.DayNumber - last.DayNumber),
        ({ } last, null) => (last.DayNumber - asOf.DayNumber <= SoonDays ? ObligationStatus.DueSoon : ObligationStatus.Pending, last.DayNumber - asOf.DayNumber),
    };
}
