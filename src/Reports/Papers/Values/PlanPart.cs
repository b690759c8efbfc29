using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers.Values;

/// <summary>A table of a part of the protection plan.</summary>
/// <param name="Title">Its title; null where the part has one table.</param>
/// <param name="Findings">Its requirements.</param>
internal sealed record PlanSection(string? Title, IReadOnlyList<RequirementFinding> Findings);

/// <summary>A part of the protection plan. Every requirement of a level stands in one part, so that it is answered once.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Citation">Where the law names it.</param>
/// <param name="Sections">Its tables.</param>
/// <param name="Also">Requirements that answer this part too and stand in another.</param>
internal sealed record PlanPart(string Title, string Citation, IReadOnlyList<PlanSection> Sections, IReadOnlyList<RequirementFinding> Also)
{
    /// <summary>Its requirements.</summary>
    public IReadOnlyList<RequirementFinding> Findings => [.. Sections.SelectMany(section => section.Findings)];

    /// <summary>A part for each group of the law (12/2022/TT-BTTTT, Phụ lục I–V).</summary>
    /// <param name="level">The requirements.</param>
    public static IEnumerable<PlanPart> ByGroup(LevelFindings level) =>
        level.Findings.GroupBy(finding => finding.Requirement.Group).Select(group => new PlanPart(group.Key.Title, group.Key.Citation.ToString(), [new PlanSection(null, [.. group])], []));

    /// <summary>
    /// The parts that the law names, each there even where it is empty (331/2026/NĐ-CP, Điều 29, khoản 2); within a part the groups of the
    /// standard. A requirement stands in the first part that it answers.
    /// </summary>
    /// <param name="level">The requirements.</param>
    /// <param name="parts">The parts.</param>
    public static IEnumerable<PlanPart> ByHeading(LevelFindings level, IReadOnlyList<LawHeading> parts)
    {
        foreach (var part in parts)
        {
            var own = level.Findings.Where(finding => ReferenceEquals(Home(finding, parts), part)).GroupBy(finding => finding.Group);
            yield return new PlanPart(
                part.Title,
                part.Citation.ToString(),
                [.. own.Select(group => new PlanSection(group.Key.Clauses.TryGetValue(level.Level, out var clause) ? $"{group.Key.Title} (mục {clause})" : group.Key.Title, [.. group]))],
                [.. level.Findings.Where(finding => finding.Requirement.PlanParts.Contains(part) && !ReferenceEquals(Home(finding, parts), part))]);
        }
    }

    // One that the catalogue places nowhere is not lost: it stands in the first part.
    private static LawHeading Home(RequirementFinding finding, IReadOnlyList<LawHeading> parts) => finding.Requirement.PlanParts is [var first, ..] ? first : parts[0];
}
