using EmrSec.Rules.Assessments;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Pages;

/// <summary>What the dossier lacks and what to fill in where, what disagrees in it, and the rules beside the requirements.</summary>
internal static class CompletenessSection
{
    // Findings of one check beyond this many are counted.
    private const int MaxOfOneKind = 6;

    public static void Write(Page page, Assessment assessment)
    {
        if (assessment.Completeness is not { } findings)
        {
            return;
        }

        page.Blank();
        page.Head(2, "5. THÀNH PHẦN VÀ NỘI DUNG HỒ SƠ");
        page.Table(
            ["Trạng thái", "Thành phần", "Căn cứ", "Ghi chú"],
            [.. findings.Documents.Select(document => (IReadOnlyList<Span>)[document.Status.Say(), document.Part.Title, document.Part.Citation.ToString(), document.Why])]);
        page.Blank();
        WriteContents(page, findings);
        WriteConsistency(page, findings);
        WriteChecks(page, assessment);
    }

    private static void WriteContents(Page page, DossierFindings findings)
    {
        var counts = new int[5];
        var lacking = new List<ContentFinding>();
        foreach (var content in findings.Contents)
        {
            counts[(int)content.Status]++;
            if (content.Status is not (ContentStatus.Present or ContentStatus.NotRequired))
            {
                lacking.Add(content);
            }
        }

        page.Line($"Nội dung ({findings.Law.Header.Document.Cite}): {findings.Contents.Count} mục; có {counts[0]}, chưa đủ {counts[1]}, thiếu {counts[2]}, chưa rõ {counts[4]}, không cần {counts[3]}.");
        foreach (var group in lacking.GroupBy(Together, StringComparer.Ordinal))
        {
            WriteContent(page, [.. group]);
        }

        page.Blank();
    }

    /// <summary>The fields of a body are read together, and what only a level that is not certain would ask for; else one content of all systems.</summary>
    private static string Together(ContentFinding content) =>
        content.Part.IsOfSystem && content is { Status: ContentStatus.Unknown, Part.Levels.Count: < 5 } ? $"level {content.Part.Levels[0]}"
        : content.Part.IsOfSystem ? content.Part.Id
        : content.Part.Keys[0].Split('.')[0];

    private static void WriteContent(Page page, List<ContentFinding> group)
    {
        List<DossierPart> parts = [.. group.Select(content => content.Part).Distinct()];
        var citation = parts[0].Citation;
        var cited = parts.Count > 1 ? citation with { Point = parts.TrueForAll(part => part.Citation == citation) ? citation.Point : null } : citation;
        page.Item(0, "• ", Worst(group).Say(), $": {string.Join("; ", parts.Select(part => part.Title))}{Systems(group)}", new Span($" ({cited})", Tone.Muted));
        if (parts.Count > 1)
        {
            if (group[0].Status == ContentStatus.Unknown)
            {
                page.Item(1, "Vì: ", $"chỉ cần nếu là cấp độ {string.Join(", ", parts[0].Levels)}");
            }

            page.Item(1, "Điền: ", string.Join(", ", parts.SelectMany(part => part.Keys)));
            return;
        }

        foreach (var reason in group.GroupBy(content => content.Why, StringComparer.Ordinal))
        {
            List<ContentFinding> same = [.. reason];
            var about = same.Count == group.Count || same[0].System is null ? "" : $"{string.Join(", ", same.Select(content => content.System?.Id))}: ";
            page.Item(1, "Vì: ", $"{about}{reason.Key}");
        }

        page.Item(1, "Điền: ", parts[0].Fill);
    }

    private static ContentStatus Worst(List<ContentFinding> group) =>
        group.Exists(content => content.Status == ContentStatus.Missing) ? ContentStatus.Missing
        : group.Exists(content => content.Status == ContentStatus.Partial) ? ContentStatus.Partial
        : ContentStatus.Unknown;

    private static string Systems(List<ContentFinding> group) =>
        group[0].System is null ? "" : $" [{string.Join(", ", group.Select(content => content.System?.Id).Distinct(StringComparer.Ordinal))}]";

    private static void WriteConsistency(Page page, DossierFindings findings)
    {
        if (findings.Consistency.Count == 0)
        {
            page.Line(new Span("Không thấy mâu thuẫn nào trong hồ sơ.", Tone.Good));
            return;
        }

        page.Line("Mâu thuẫn và chỗ cần xem lại, nặng nhất trước:");
        foreach (var kind in findings.Consistency.GroupBy(finding => $"{finding.Severity} {finding.Check}", StringComparer.Ordinal))
        {
            List<IGrouping<string, ConsistencyFinding>> different = [.. kind.GroupBy(finding => finding.Message, StringComparer.Ordinal)];
            foreach (var same in different.Take(MaxOfOneKind))
            {
                WriteFinding(page, [.. same]);
            }

            if (different.Count > MaxOfOneKind)
            {
                page.Item(1, "", $"… và {different.Count - MaxOfOneKind} chỗ nữa như vậy; đủ cả: --format json");
            }
        }
    }

    private static void WriteFinding(Page page, List<ConsistencyFinding> same)
    {
        var finding = same[0];
        var systems = finding.System is null ? "" : $" [{string.Join(", ", same.Select(each => each.System?.Id).Distinct(StringComparer.Ordinal))}]";
        var citation = finding.Citation is { } law ? $" ({law})" : "";
        page.Item(0, "• ", finding.Severity.Say(), $"{systems}: {finding.Message}", new Span(citation, Tone.Muted));
        page.Item(1, "Sửa: ", finding.Do, new Span($" ({Place(finding)})", Tone.Muted));
    }

    private static string Place(ConsistencyFinding finding) => finding.Position.Line == 0 ? "cả tệp" : $"dòng {finding.Position.Line}, cột {finding.Position.Column}";

    /// <summary>Only what applies, or may apply, at the lowest level that a system may have.</summary>
    private static void WriteChecks(Page page, Assessment assessment)
    {
        var applying = assessment.Checks.Where(system => system.Levels.Count > 0)
            .SelectMany(system => system.Levels[0].Findings, (system, finding) => new Check(system.System.System.Id, finding))
            .Where(check => check.Finding.Status != RequirementStatus.NotApplicable);
        List<IReadOnlyList<Span>> rows =
        [
            .. applying.GroupBy(check => $"{check.Finding.Requirement.Id} {check.Finding.Status.Contract()} {check.Finding.Why}", StringComparer.Ordinal).Select(group => (IReadOnlyList<Span>)
            [
                group.First().Finding.Requirement.Id, group.First().Finding.Requirement.Title, string.Join(", ", group.Select(check => check.System)), group.First().Finding.Status.Say(), group.First().Finding.Why,
            ]),
        ];
        if (rows.Count > 0)
        {
            page.Blank();
            page.Line("Quy định kèm theo (không tính vào số yêu cầu; trả lời ở answers như các yêu cầu):");
            page.Table(["Mã", "Quy định", "Hệ thống", "Kết quả", "Vì"], rows);
        }
    }

    private sealed record Check(string System, RequirementFinding Finding);
}
