using EmrSec.Rules.Calendars;

namespace EmrSec.Rules.Procedures;

/// <summary>A supplement that the appraiser asked for. The appraisal's clock stands still meanwhile.</summary>
/// <param name="Requested">The day it was asked for; this day still counts.</param>
/// <param name="Answered">The day the answer was received; counting goes on the day after. Null while it is awaited.</param>
public sealed record Supplement(DateOnly Requested, DateOnly? Answered);

/// <summary>What the authorities did with a dossier, on which days. What is null is not declared.</summary>
/// <param name="Received">The day the appraiser received the dossier.</param>
/// <param name="Complete">The day it had a full valid dossier.</param>
/// <param name="Supplements">The supplements asked for, in order.</param>
/// <param name="Appraised">The day of the appraisal's opinion.</param>
/// <param name="ApprovalFileReceived">The day the approver had a full valid approval file.</param>
public sealed record ProcessingRecord(
    DateOnly? Received, DateOnly? Complete, IReadOnlyList<Supplement> Supplements, DateOnly? Appraised, DateOnly? ApprovalFileReceived)
{
    /// <summary>The day the appraiser sent the dossier back as not valid; known where a case's steps tell it.</summary>
    public DateOnly? Answered { get; init; }

    /// <summary>The day the approver approved or refused; known where a case's steps tell it.</summary>
    public DateOnly? Decided { get; init; }

    /// <summary>The days on which the appraisal's clock stands still, as known on a day; a supplement still awaited then pauses through that day.</summary>
    /// <param name="asOf">The day.</param>
    public IReadOnlyList<Pause> PausesAt(DateOnly asOf)
    {
        var pauses = new List<Pause>();
        foreach (var supplement in Supplements)
        {
            var last = supplement.Answered is { } answered && answered <= asOf ? answered : asOf;
            if (supplement.Requested < last)
            {
                pauses.Add(new Pause(supplement.Requested.AddDays(1), last));
            }
        }

        return pauses;
    }

    /// <summary>The supplement that is awaited on a day; null where there is none.</summary>
    /// <param name="asOf">The day.</param>
    public Supplement? AwaitedAt(DateOnly asOf) =>
        Supplements.FirstOrDefault(supplement => supplement.Requested <= asOf && (supplement.Answered is not { } answered || answered > asOf));
}
