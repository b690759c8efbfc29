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
        page.Head(2, $"4. YÊU CẦU CỦA {catalogue.Header.Document.Cite}{(catalogue.Basis is null ? "" : $" ({catalogue.Standard})")}");
        page.Table(
            ["Mã", "Cấp độ", "Tổng", "Đạt", "Một phần", "Chưa đạt", "Không áp dụng", "Chưa trả lời"],
            [.. assessment.Requirements.SelectMany(system => system.Levels, (system, level) => Row(system, level))]);
        foreach (var system in assessment.Requirements.Where(system => system.Levels.Count == 0))
        {
            page.Item(0, "– ", new Span($"{system.System.System.Name}: chưa xác định được cấp độ nên chưa biết phải đáp ứng những yêu cầu nào.", Tone.Warn));
        }

        WriteCarriedOver(page, assessment);
        WriteUncounted(page, assessment);
        WriteGaps(page, assessment);
    }

    /// <summary>How many open requirements have an answer under the law before, to be confirmed.</summary>
    private static void WriteCarriedOver(Page page, Assessment assessment)
    {
        var counts = new List<string>();
        foreach (var (who, level) in Levels(assessment))
        {
            if (level.Findings.Count(finding => finding.CarriedOver.Count > 0) is var count and > 0)
            {
                counts.Add($"{who} {Number(count)}");
            }
        }

        if (counts.Count > 0)
        {
            page.Item(0, "– ", $"Yêu cầu chưa trả lời mà có câu trả lời theo luật trước, mang sang chờ xác nhận, chưa coi là đạt: {string.Join("; ", counts)}.");
        }
    }

    private static IEnumerable<(string Who, LevelFindings Level)> Levels(Assessment assessment) =>
        assessment.Requirements.SelectMany(system => system.Levels, (system, level) => ($"{system.System.System.Id} cấp độ {level.Level}:", level));

    /// <summary>What stands beside the requirements of a level, such as physical security: how it stands, never in the totals.</summary>
    private static void WriteUncounted(Page page, Assessment assessment)
    {
        foreach (var group in Levels(assessment).SelectMany(each => each.Level.Uncounted, (each, finding) => (each.Who, Finding: finding)).GroupBy(each => each.Finding.Group))
        {
            var counts = group.GroupBy(each => each.Who, StringComparer.Ordinal).Select(each =>
            {
                var totals = RequirementTotals.Of(each.Select(one => one.Finding));
                return $"{each.Key} đạt {Number(totals.Met)} trên {Number(totals.Total)}, chưa trả lời {Number(totals.Unknown)}";
            });
            page.Item(0, "– ", new Span($"{group.Key.Title}, không tính vào số trên ({group.Key.Citation}): {string.Join("; ", counts)}.", Tone.Muted));
        }
    }

    private static IReadOnlyList<Span> Row(SystemFindings system, LevelFindings level)
    {
        var totals = level.Totals;
        return [system.System.System.Id, $"{level.Level}", Number(totals.Total), Number(totals.Met), Number(totals.Partial), Number(totals.Unmet), Number(totals.NotApplicable), Number(totals.Unknown)];
    }

    /// <summary>The gaps of every system at every level it may have, the heaviest first; what several systems lack is said once, with each one's ground.</summary>
    private static void WriteGaps(Page page, Assessment assessment)
    {
        var groups = GapGroup.Of(assessment.Requirements);
        page.Blank();
        if (groups.Count == 0)
        {
            page.Line("Chưa có khoảng cách nào trong các yêu cầu đã trả lời.");
            return;
        }

        page.Line("Khoảng cách, nặng nhất trước:");
        foreach (var group in groups.Take(MaxGaps))
        {
            WriteGroup(page, group);
        }

        if (groups.Count > MaxGaps)
        {
            page.Line($"… và {groups.Count - MaxGaps} khoảng cách nữa; đủ cả và cách khắc phục: --format json");
        }
    }

    private static void WriteGroup(Page page, GapGroup group)
    {
        var gap = group.Systems[0].Gap;
        page.Item(0, "• ", new Span(gap.Finding.Requirement.Id, Tone.Strong), $" [{string.Join(", ", group.Systems.Select(each => each.Who))}] {gap.What}");
        foreach (var (who, first) in group.Alike(each => $"{each.Gap.Why} {each.Gap.Finding.Progress}"))
        {
            page.Item(1, "Vì: ", $"{who}{first.Gap.Why}");
            if (first.Gap.Finding.Progress is { } progress)
            {
                page.Item(1, "Kế hoạch: ", Progress(progress));
            }
        }

        foreach (var (who, first) in group.Alike(each => each.Gap.Finding.Citation))
        {
            page.Item(1, "Căn cứ: ", new Span($"{who}{first.Gap.Finding.Citation}", Tone.Muted));
        }
    }

    private static Span Progress(RequirementProgress progress)
    {
        string?[] parts = [progress.Plan, progress.Due is { } due ? $"hạn {FactText.Date(due)}{(progress.IsOverdue ? " (QUÁ HẠN)" : "")}" : null, progress.Owner];
        return new Span(string.Join("; ", parts.OfType<string>()), progress.IsOverdue ? Tone.Bad : Tone.Normal);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
