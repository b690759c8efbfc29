using System.Globalization;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Assessor.Pages;

/// <summary>How each system stands on the requirements of its level, and the heaviest gaps.</summary>
internal static class RequirementSection
{
    private const int MaxGaps = 10;

    public static void Write(Page page, Assessment assessment)
    {
        if (assessment.Catalogue is not { } catalogue || assessment.Systems.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Head(2, $"4. YÊU CẦU CỦA {catalogue.Header.Document.Cite}");
        page.Table(
            ["Mã", "Cấp độ", "Tổng", "Đạt", "Một phần", "Chưa đạt", "Không áp dụng", "Chưa trả lời"],
            [.. assessment.Requirements.SelectMany(system => system.Levels, (system, level) => Row(system, level))]);
        foreach (var system in assessment.Requirements.Where(system => system.Levels.Count == 0))
        {
            page.Item(0, "– ", new Span($"{system.System.System.Name}: chưa xác định được cấp độ nên chưa biết phải đáp ứng những yêu cầu nào.", Tone.Warn));
        }

        WriteGaps(page, assessment);
    }

    private static IReadOnlyList<Span> Row(SystemFindings system, LevelFindings level)
    {
        var totals = level.Totals;
        return [system.System.System.Id, $"{level.Level}", Number(totals.Total), Number(totals.Met), Number(totals.Partial), Number(totals.Unmet), Number(totals.NotApplicable), Number(totals.Unknown)];
    }

    /// <summary>The gaps of each system at the lowest level it may have, the heaviest of all systems first.</summary>
    private static void WriteGaps(Page page, Assessment assessment)
    {
        var gaps = assessment.Requirements.Where(system => system.Levels.Count > 0)
            .SelectMany(system => system.Levels[0].Gaps, (system, gap) => new Entry(system.System.System.Id, gap))
            .GroupBy(each => $"{(int)each.Gap.Weight}/{each.Gap.Finding.Requirement.Id}", StringComparer.Ordinal)
            .OrderBy(group => (int)group.First().Gap.Weight)
            .ToList();
        page.Blank();
        if (gaps.Count == 0)
        {
            page.Line("Chưa có khoảng cách nào trong các yêu cầu đã trả lời.");
            return;
        }

        page.Line("Khoảng cách, nặng nhất trước:");
        foreach (var group in gaps.Take(MaxGaps))
        {
            var gap = group.First().Gap;
            page.Item(0, "• ", new Span(gap.Finding.Requirement.Id, Tone.Strong), $" [{string.Join(", ", group.Select(each => each.System))}] {gap.What}", new Span($" ({gap.Finding.Citation})", Tone.Muted));
            page.Item(1, "Vì: ", gap.Weight == GapWeight.ProductMissing ? $"{gap.Finding.Why}; {gap.Finding.DemandedProduct!.Note}" : gap.Finding.Why);
            if (gap.Finding.Progress is { } progress)
            {
                page.Item(1, "Kế hoạch: ", Progress(progress));
            }
        }

        if (gaps.Count > MaxGaps)
        {
            page.Line($"… và {gaps.Count - MaxGaps} khoảng cách nữa; đủ cả và cách khắc phục: --format json");
        }
    }

    private static Span Progress(RequirementProgress progress)
    {
        string?[] parts = [progress.Plan, progress.Due is { } due ? $"hạn {FactText.Date(due)}{(progress.IsOverdue ? " (QUÁ HẠN)" : "")}" : null, progress.Owner];
        return new Span(string.Join("; ", parts.OfType<string>()), progress.IsOverdue ? Tone.Bad : Tone.Normal);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Entry(string System, RequirementGap Gap);
}
