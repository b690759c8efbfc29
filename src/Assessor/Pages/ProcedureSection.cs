using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;

namespace EmrSec.Assessor.Pages;

/// <summary>Who appraises and approves each system, the time limits of its dossier, and the periodic duties.</summary>
internal static class ProcedureSection
{
    public static void WriteAuthority(Page page, AuthorityResult authority)
    {
        if (authority.Possible.Count == 0)
        {
            return;
        }

        foreach (var rule in authority.Possible)
        {
            var label = authority.Rule is null ? $"Nếu là {Levels(rule)}: " : "";
            page.Item(1, label, $"Thẩm định: {rule.Appraiser.Text}; phê duyệt: {rule.Approver.Text} ({rule.Citation}).");
            foreach (var first in rule.FirstObtain)
            {
                page.Item(2, "cần có trước: ", $"{first.Text} ({first.Citation})");
            }
        }

        if (authority is { Conflict: true, ConflictRule: { } conflict })
        {
            page.Item(1, "Xung đột: ", new Span($"{conflict.Text} Ở đây {authority.Why}. Cách giải quyết: {string.Join("; hoặc ", conflict.Ways)} ({conflict.Citation}).", Tone.Bad));
        }
    }

    public static void WriteClocks(Page page, IEnumerable<ClockResult> clocks)
    {
        foreach (var result in clocks)
        {
            page.Item(1, $"{Words.Step(result.Step)}: ", result switch
            {
                { Clock: { } clock, Count: { Due: { } due } count } => new Span($"{FactText.Date(due)}{(count.IsProvisional ? " (tạm tính)" : "")}, {Words.Length(clock)} {result.Why} ({clock.Citation}){Off(count.DueOff)}.", result.Status.Say().Tone),
                _ => new Span($"{result.Why}.", Tone.Warn),
            });
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

    private static string Levels(AuthorityRule rule) => $"cấp độ {rule.Levels}";

    private static string Off(string? reason) => reason is null ? "" : $"; ngày cuối là ngày nghỉ ({reason})";
}
