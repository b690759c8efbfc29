using EmrSec.Reports.Templates;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers.Values;

/// <summary>
/// The protection plan of a system: requirement by requirement in the groups of the law, each with the facility's own answer, and the
/// rules beside the requirements (12/2022/TT-BTTTT, Điều 8, khoản 6 và Điều 9; 331/2026/NĐ-CP, Điều 22, khoản 6 và Điều 30).
/// </summary>
internal static class PlanValues
{
    /// <summary>Adds a system's plan to its values: one for each level that it may have.</summary>
    /// <param name="values">The values.</param>
    /// <param name="system">The system.</param>
    /// <param name="parts">The parts that the law wants the plan in; empty = the groups of the requirements are its parts.</param>
    public static void Add(TemplateValues values, PaperSystem system, IReadOnlyList<LawHeading> parts)
    {
        var levels = system.Requirements?.Levels ?? [];
        values["plans"] = levels.Select((level, index) => Plan(level, index, levels.Count > 1, system, parts)).ToArray();
        values["hasNoPlan"] = system.Requirements is null ? new AbsentValue() : new TemplateValues
        {
            ["asked"] = levels.Count == 0,
            ["text"] = new AbsentValue($"yêu cầu phải đáp ứng của {system.Record.Name}: chưa xác định được cấp độ", "các dữ kiện của hệ thống: chạy emrsec dossier ask"),
        };
        values["rules"] = Rules(system);
    }

    private static TemplateValues Plan(LevelFindings level, int index, bool isOneOfSeveral, PaperSystem system, IReadOnlyList<LawHeading> parts)
    {
        List<PlanPart> chapters = [.. parts.Count == 0 ? PlanPart.ByGroup(level) : PlanPart.ByHeading(level, parts)];
        return new TemplateValues
        {
            ["number"] = index + 1,
            ["level"] = level.Level,
            ["isOneOfSeveral"] = isOneOfSeveral,
            ["total"] = level.Totals.Total,
            ["unit"] = parts.Count == 0 ? "Nhóm yêu cầu" : "Phần của phương án",
            ["totals"] = chapters.Select((part, number) => Totals(RequirementTotals.Of(part.Findings), part.Title, number + 1)).Append(Totals(level.Totals, "Cộng", null)).ToArray(),
            ["groups"] = chapters.Select((part, number) => new TemplateValues
            {
                ["number"] = number + 1,
                ["title"] = part.Title,
                ["citation"] = part.Citation,
                ["isEmpty"] = part.Findings.Count == 0,
                ["also"] = ReportValues.Optional(string.Join("; ", part.Also.Select(finding => $"{finding.Requirement.Title} ({finding.At.Clause})"))),
                ["sections"] = part.Sections.Select(section => new TemplateValues
                {
                    ["title"] = section.Title ?? "",
                    ["rows"] = section.Findings.Select((finding, row) => Row(finding, row, system)).ToArray(),
                }).ToArray(),
            }).ToArray(),
        };
    }

    private static TemplateValues Totals(RequirementTotals totals, string title, int? number) => new()
    {
        ["number"] = number is { } of ? of : "",
        ["title"] = title,
        ["total"] = totals.Total,
        ["met"] = totals.Met,
        ["partial"] = totals.Partial,
        ["unmet"] = totals.Unmet,
        ["notApplicable"] = totals.NotApplicable,
        ["unknown"] = totals.Unknown,
    };

    private static TemplateValues Row(RequirementFinding finding, int index, PaperSystem system)
    {
        var answer = AnswerValues.Of(finding, system.Record);
        answer["number"] = index + 1;
        answer["title"] = finding.Requirement.Title;
        answer["detail"] = finding.At.Detail ?? "";
        answer["product"] = finding.DemandedProduct is { } product ? $"Luật đòi {product.What} ({product.Note})" : "";
        answer["citation"] = finding.Citation;
        return answer;
    }

    // At the lowest level that the system may have; what does not apply to it is no part of its plan.
    private static TemplateValues[] Rules(PaperSystem system) =>
    [
        .. (system.Checks is { Levels: [var level, ..] } ? level.Findings : []).Where(finding => finding.Status != RequirementStatus.NotApplicable)
            .Select((finding, index) => Row(finding, index, system)),
    ];
}
