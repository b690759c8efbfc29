using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>Who appraises and approves each system, the time limits of its dossier, and the periodic duties.</summary>
internal static class ProcedureSection
{
    public static void WriteAuthority(Page page, AuthorityResult authority)
    {
        foreach (var text in AuthorityWords.Of(authority))
        {
            page.Item(1, text.Condition, text.Text);
            foreach (var first in text.First)
            {
                page.Item(2, "cần có trước: ", first);
            }
        }

        if (AuthorityWords.Conflict(authority) is { } conflict)
        {
            page.Item(1, "Xung đột: ", new Span(conflict, Tone.Bad));
        }
    }

    public static void WriteClocks(Page page, IEnumerable<ClockResult> clocks)
    {
        foreach (var result in clocks)
        {
            var tone = result is { Clock: not null, Count.Due: not null } ? result.Status.Say().Tone : Tone.Warn;
            page.Item(1, $"{DeadlineWords.Step(result.Step)}: ", new Span(DeadlineWords.Clock(result), tone));
        }
    }

    public static void WriteDuties(Page page, Assessment assessment)
    {
        if (assessment.Procedure is not { Duties.Count: > 0 } procedure)
        {
            return;
        }

        page.Head(3, "Việc định kỳ (lần kế tiếp):");
        page.Table(
            ["Trạng thái", "Hạn", "Việc", "Hệ thống", "Căn cứ"],
            [.. procedure.Duties.Select(result => (IReadOnlyList<Span>)
            [
                result.Status.Say(), result.Due is { } due ? FactText.Date(due) : "–", result.Duty.Title, result.System?.System.Id ?? "cả cơ quan", result.Duty.Citation.ToString(),
            ])]);
        foreach (var reason in procedure.Duties.Where(result => result.Status is ObligationStatus.Overdue or ObligationStatus.DueSoon or ObligationStatus.Unknown).GroupBy(result => result.Why, StringComparer.Ordinal))
        {
            page.Item(0, "– ", $"{string.Join(", ", reason.Select(result => result.Duty.Id).Distinct(StringComparer.Ordinal))}: {reason.Key}");
        }

        foreach (var group in procedure.Duties.Where(result => result.Duty.DoneBy is not null).GroupBy(result => result.Duty.DoneBy!, StringComparer.Ordinal))
        {
            page.Item(0, "Lưu ý: ", $"từ cấp độ 3 trở lên, việc kiểm tra, đánh giá phải do {group.Key} thực hiện ({group.First().Duty.Citation}).");
        }

        page.Blank();
    }
}
