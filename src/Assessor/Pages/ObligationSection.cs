using EmrSec.Rules.Assessments;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>Where the facility stands on the obligations that bind it, the most pressing first.</summary>
internal static class ObligationSection
{
    public static void Write(Page page, Assessment assessment)
    {
        page.Head(2, "2. NGHĨA VỤ VÀ THỜI HẠN");
        var binding = assessment.Obligations.Where(result => result.Status != ObligationStatus.NotApplicable)
            .OrderBy(result => Urgency.Rank(result.Status))
            .ThenBy(result => result.Obligation.Due?.DayNumber ?? int.MaxValue)
            .ThenBy(result => result.Obligation.Id, StringComparer.Ordinal)
            .ToList();
        if (binding.Count == 0)
        {
            page.Line("Không có nghĩa vụ nào của các văn bản chỉ đạo đang áp dụng cho cơ sở này.");
        }

        page.Table(
            ["Trạng thái", "Hạn", "Số ngày", "Nghĩa vụ", "Mã"],
            [.. binding.Select(result => (IReadOnlyList<Span>)[result.Status.Say(), DeadlineWords.Due(result.Obligation), DeadlineWords.Days(result.Status, result.Days), result.Obligation.Title, new Span(result.Obligation.Id, Tone.Muted)])]);
        page.Blank();
        foreach (var result in binding)
        {
            WriteObligation(page, result);
        }

        WriteRest(page, assessment);
        page.Blank();
    }

    private static void WriteObligation(Page page, ObligationResult result)
    {
        page.Item(0, "• ", new Span(result.Obligation.Id, Tone.Strong), " – ", result.Status.Say(), $": {result.Why}");
        page.Item(1, "", $"{result.Obligation.Citation}{Approximate(result)}: ", new Span(result.Directive.Header.Document.Quote(result.Obligation.Quote), Tone.Muted));
        if (result.OnDeadlineDay && result.Obligation.Quote.Contains("trước ", StringComparison.OrdinalIgnoreCase))
        {
            page.Item(1, "Lưu ý: ", new Span("hoàn thành đúng ngày đến hạn; nếu hiểu chặt chữ «trước ngày» thì đơn vị thẩm định có thể nêu ý kiến.", Tone.Warn));
        }

        foreach (var note in result.Notes)
        {
            page.Item(1, "Lưu ý: ", note);
        }
    }

    /// <summary>What does not bind, by directive and by the fact that says so.</summary>
    private static void WriteRest(Page page, Assessment assessment)
    {
        foreach (var directive in assessment.Obligations.Where(result => result.Status == ObligationStatus.NotApplicable).GroupBy(result => result.Directive.Header.Id, StringComparer.Ordinal))
        {
            var whole = directive.Count() == directive.First().Directive.Obligations.Count;
            foreach (var reason in directive.GroupBy(result => result.Why, StringComparer.Ordinal))
            {
                var what = whole ? $"{directive.First().Directive.Header.Document.Cite} ({reason.Count()} nghĩa vụ)" : string.Join(", ", reason.Select(result => result.Obligation.Id));
                page.Item(0, "– ", new Span($"{what}: {reason.Key}", Tone.Muted));
                foreach (var note in reason.SelectMany(result => result.Notes).Distinct(StringComparer.Ordinal))
                {
                    page.Item(1, "Lưu ý: ", note);
                }
            }
        }

        foreach (var directive in assessment.NotYetInForce)
        {
            page.Item(0, "– ", new Span($"{directive.Header.Document.Cite}: chưa ban hành vào ngày đánh giá.", Tone.Muted));
        }
    }

    private static string Approximate(ObligationResult result) =>
        result.Directive.Header.Document.IsApproximate ? " (ngày ban hành ước định)" : "";
}
