using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

namespace EmrSec.Rules.Deadlines;

/// <summary>Where a deadline comes from.</summary>
public enum DeadlineKind
{
    /// <summary>A directive or a transition obliges the facility.</summary>
    Obligation,

    /// <summary>It comes again and again.</summary>
    Duty,

    /// <summary>An authority has to be done with the dossier.</summary>
    Clock,
}

/// <summary>One thing to be done by a day, whatever sets it: obligations, periodic duties and clocks side by side.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Id">Its id, unique together with the kind and the system.</param>
/// <param name="Title">What is to be done, in Vietnamese.</param>
/// <param name="System">The system it is for; null for the facility as a whole.</param>
/// <param name="Status">Where one stands on the day of the assessment.</param>
public sealed record Deadline(DeadlineKind Kind, string Id, string Title, LevelResult? System, ObligationStatus Status)
{
    /// <summary>The last day; null without a date, or where it is not known.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The last day as people read it: «từ 01/01/2027» for a state that must hold from then on; «–» without a date.</summary>
    public required string DueText { get; init; }

    /// <summary>Calendar days: early (met), late (met late, overdue), left (pending, due soon); null otherwise.</summary>
    public int? Days { get; init; }

    /// <summary>The same in words.</summary>
    public string DaysText => DeadlineWords.Days(Status, Days);

    /// <summary>The day it was done, where it was.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Where the law says so; empty where a clock depends on a level that is not certain.</summary>
    public required string Citation { get; init; }

    /// <summary>The reason in one sentence, in Vietnamese.</summary>
    public required string Why { get; init; }

    /// <summary>The deadlines of an assessment, the most pressing first; what does not apply is left out.</summary>
    /// <param name="assessment">The assessment.</param>
    public static IReadOnlyList<Deadline> Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var all = assessment.Obligations.Select(Of)
            .Concat((assessment.Procedure?.Duties ?? []).Select(Of))
            .Concat((assessment.Procedure?.Clocks ?? []).Select(clock => Of(clock, assessment.AsOf)))
            .Where(deadline => deadline.Status != ObligationStatus.NotApplicable);
        return [.. all.Order(Urgency.First)];
    }

    private static Deadline Of(ObligationResult result) => new(DeadlineKind.Obligation, result.Obligation.Id, result.Obligation.Title, null, result.Status)
    {
        Due = result.Obligation.Due,
        DueText = DeadlineWords.Due(result.Obligation),
        Days = result.Days,
        DoneOn = result.DoneOn,
        Citation = result.Obligation.Citation.ToString(),
        Why = result.Why,
    };

    private static Deadline Of(DutyResult result) => new(DeadlineKind.Duty, result.Duty.Id, result.Duty.Title, result.System, result.Status)
    {
        Due = result.Due,
        DueText = result.Due is { } due ? FactText.Date(due) : "–",
        Days = result.Days,
        DoneOn = result.DoneOn,
        Citation = result.Duty.Citation.ToString(),
        Why = result.Why,
    };

    private static Deadline Of(ClockResult result, DateOnly asOf)
    {
        var due = result.Count?.Due;
        return new Deadline(DeadlineKind.Clock, result.Clock?.Id ?? $"{result.Step}", result.Clock?.Title ?? DeadlineWords.Step(result.Step), result.System, result.Status)
        {
            Due = due,
            DueText = due is { } day ? $"{FactText.Date(day)}{(result.Count!.IsProvisional ? " (tạm tính)" : "")}" : "–",
            Days = due is { } last ? ClockDays(result, last, asOf) : null,
            DoneOn = result.DoneOn,
            Citation = result.Clock?.Citation.ToString() ?? "",
            Why = result.Clock is { } clock && due is not null ? $"{DeadlineWords.Length(clock)} {result.Why}." : $"{char.ToUpperInvariant(result.Why[0])}{result.Why[1..]}.",
        };
    }

    // Nothing is counted where the standing is unknown: the last day is an estimate then.
    private static int? ClockDays(ClockResult result, DateOnly due, DateOnly asOf) => result.Status switch
    {
        ObligationStatus.Met or ObligationStatus.MetLate when result.DoneOn is { } done => Math.Abs(done.DayNumber - due.DayNumber),
        ObligationStatus.Overdue or ObligationStatus.DueSoon or ObligationStatus.Pending => Math.Abs(due.DayNumber - asOf.DayNumber),
        _ => null,
    };
}
