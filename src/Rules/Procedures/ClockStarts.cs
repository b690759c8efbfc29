using EmrSec.Rules.Calendars;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Procedures;

/// <summary>A day that a clock starts from.</summary>
/// <param name="Day">The day; not counted itself.</param>
/// <param name="IsCertain">Whether it is the day the law counts from; false where another day stands in for it.</param>
/// <param name="Why">Which day it is, in Vietnamese.</param>
internal sealed record ClockStart(DateOnly Day, bool IsCertain, string Why);

/// <summary>The days that a dossier's clocks start from and end on, as declared by the day of the assessment.</summary>
/// <param name="Received">What the answer to an invalid dossier is counted from; null where the dossier was not submitted.</param>
/// <param name="Complete">What the appraisal is counted from; null where the dossier was not submitted.</param>
/// <param name="ApprovalFile">What the approval is counted from; null where only an estimate can be made.</param>
/// <param name="Answered">The day the appraiser said that something was missing.</param>
/// <param name="Valid">The day the dossier was found valid.</param>
/// <param name="Appraised">The day of the appraisal's opinion.</param>
/// <param name="Approved">The day of the approval.</param>
/// <param name="Pauses">When the appraisal's clock stood still.</param>
/// <param name="Awaited">The supplement that is still awaited.</param>
internal sealed record ClockStarts(
    ClockStart? Received,
    ClockStart? Complete,
    ClockStart? ApprovalFile,
    DateOnly? Answered,
    DateOnly? Valid,
    DateOnly? Appraised,
    DateOnly? Approved,
    IReadOnlyList<Pause> Pauses,
    Supplement? Awaited)
{
    public static ClockStarts Of(FactCatalogue catalogue, FacilityProfile facility, DateOnly asOf)
    {
        var processing = facility.Processing;
        var submitted = Milestone(catalogue, facility, "milestones.dossierSubmitted", asOf);
        var received = By(processing?.Received, asOf);
        var complete = By(processing?.Complete, asOf);
        var appraised = By(processing?.Appraised, asOf);
        var file = By(processing?.ApprovalFileReceived, asOf);
        var first = received is { } day ? new ClockStart(day, true, $"kể từ ngày nhận hồ sơ {FactText.Date(day)}")
            : submitted is { } sent ? new ClockStart(sent, false, $"kể từ ngày gửi hồ sơ {FactText.Date(sent)}")
            : null;
        return new ClockStarts(
            first,
            complete is { } valid ? new ClockStart(valid, true, $"kể từ ngày nhận đủ hồ sơ hợp lệ {FactText.Date(valid)}")
                : first is null ? null
                : first with { IsCertain = false, Why = $"{first.Why}, nếu hồ sơ đã đủ và hợp lệ" },
            file is { } whole ? new ClockStart(whole, true, $"kể từ ngày nhận đủ hồ sơ phê duyệt {FactText.Date(whole)}")
                : appraised is { } opinion ? new ClockStart(opinion, false, $"kể từ ngày có ý kiến thẩm định {FactText.Date(opinion)}, nếu trình ngay")
                : null,
            By(processing?.Answered, asOf) ?? Asked(processing, asOf),
            complete,
            appraised,
            By(processing?.Decided, asOf) ?? Milestone(catalogue, facility, "milestones.dossierApproved", asOf),
            processing?.PausesAt(asOf) ?? [],
            processing?.AwaitedAt(asOf));
    }

    // A supplement asked for after the dossier was found valid is the appraisal's: it answers nothing that was not valid.
    private static DateOnly? Asked(ProcessingRecord? processing, DateOnly asOf) =>
        processing is { Supplements: [var asked, ..] } && !(processing.Complete <= asked.Requested) ? By(asked.Requested, asOf) : null;

    // A day after the assessment has not come yet.
    private static DateOnly? By(DateOnly? day, DateOnly asOf) => day <= asOf ? day : null;

    private static DateOnly? Milestone(FactCatalogue catalogue, FacilityProfile facility, string id, DateOnly asOf) =>
        catalogue.Find(id) is { } fact && facility.Milestones.TryGet(fact, out var declared) && !declared.Value.IsNone ? By(declared.Value.Date, asOf) : null;
}
