using EmrSec.Rules.Conditions;
using EmrSec.Rules.Requirements;

namespace EmrSec.Assessor.Pages;

/// <summary>Requirements as people read them in <c>rules list</c> and <c>rules show</c>.</summary>
internal static class RequirementPages
{
    public static void WriteTable(Page page, RequirementCatalogue catalogue)
    {
        page.Item(0, "Số yêu cầu theo cấp độ 1–5: ", string.Join(", ", Enumerable.Range(1, 5).Select(level => $"{catalogue.OfLevel(level).Count()}")));
        page.Table(
            ["Mã", "Cấp độ", "Nhóm", "Nội dung"],
            [.. catalogue.Requirements.Concat(catalogue.Uncounted).Select(requirement => (IReadOnlyList<Span>)[requirement.Id, Levels(requirement.Levels.Select(at => at.Level)), requirement.Group.IsCounted ? requirement.Group.Id : $"{requirement.Group.Id} (không tính)", requirement.Title])]);
    }

    public static void Write(Page page, RequirementCatalogue catalogue, Requirement requirement)
    {
        page.Head(2, $"{requirement.Id} – {requirement.Title}");
        if (requirement.Kind == RequirementKind.Rule)
        {
            page.Item(0, "Cấp độ: ", Levels(requirement.Levels.Select(at => at.Level)));
            page.Item(0, "Căn cứ: ", requirement.Group.Citation.ToString());
            page.Item(0, "Nội dung: ", requirement.Levels[0].Detail ?? requirement.Title);
        }
        else
        {
            page.Item(0, "Nhóm: ", $"{requirement.Group.Title} ({requirement.Group.Citation})");
        }

        foreach (var at in requirement.Kind == RequirementKind.Rule ? [] : requirement.Levels)
        {
            page.Item(0, $"Cấp độ {at.Level}: ", catalogue.Cite(at) + Force(at.Force));
            if (at.Detail is { } detail)
            {
                page.Item(2, "", detail);
            }

            foreach (var threshold in requirement.Thresholds)
            {
                if (threshold.Say(at.Level) is { } figure)
                {
                    page.Item(2, "", $"{threshold.What}: {figure}{Force(threshold.Force)}");
                }
            }
        }

        if (requirement.AppliesWhen is { } when)
        {
            WriteCondition(page, "Áp dụng khi:", when);
        }
        else
        {
            page.Line(requirement.MayNotApply is { } reason ? $"Áp dụng cho mọi hệ thống của các cấp độ trên, trừ khi {reason}." : "Áp dụng cho mọi hệ thống của các cấp độ trên.");
        }

        WriteHeadings(page, "Thuộc đề mục: ", requirement.Headings);
        WriteHeadings(page, "Phần của phương án: ", requirement.PlanParts);

        foreach (var product in requirement.Products)
        {
            page.Item(0, $"Phải có sản phẩm ở cấp độ {Levels(product.Levels)}: ", new Span(product.What, Tone.Strong));
            page.Item(1, "Căn cứ: ", product.Note);
            WriteCondition(page, "Khi:", product.When);
        }

        if (requirement.Guidance is { } guidance)
        {
            page.Line(new Span($"Gợi ý của EmrSec (không phải lời của {(catalogue.Basis is null ? catalogue.Header.Document.Cite : "tiêu chuẩn")}):", Tone.Muted));
            page.Item(1, "Gợi ý kiểm tra: ", guidance.Check);
            page.Item(1, "Gợi ý bằng chứng: ", string.Join("; ", guidance.Evidence));
            if (guidance.Close is { } close)
            {
                page.Item(1, "Gợi ý khắc phục: ", close);
            }
        }
    }

    private static void WriteHeadings(Page page, string label, IReadOnlyList<LawHeading> headings)
    {
        if (headings.Count > 0)
        {
            page.Item(0, label, string.Join("; ", headings.Select(heading => $"{heading.Title} ({heading.Citation})")));
        }
    }

    private static string Force(RequirementForce force) => force switch
    {
        RequirementForce.Equivalent => " (hoặc tương đương)",
        RequirementForce.Suggested => " (gợi ý)",
        _ => "",
    };

    private static string Levels(IEnumerable<int> levels) => string.Join(", ", levels);

    private static void WriteCondition(Page page, string head, Condition condition)
    {
        page.Item(1, "", head);
        foreach (var line in ConditionText.Lines(condition))
        {
            var text = line.TrimStart(' ');
            page.Item(2 + ((line.Length - text.Length) / 2), "", text);
        }
    }
}
