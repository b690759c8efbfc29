using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Tests.Requirements;

/// <summary>Assesses one system under NĐ 85 and 12/2022/TT-BTTTT, as the program does.</summary>
internal static class RequirementRun
{
    public static DateOnly AsOf { get; } = new(2026, 5, 20);

    /// <summary>The findings at each level that the system may have.</summary>
    /// <param name="facts">Its facts, as between the braces of a YAML mapping.</param>
    /// <param name="answers">The answers.</param>
    public static IReadOnlyList<LevelFindings> Assess(string facts, params RequirementAnswer[] answers) => Assess(System("one", facts), answers);

    public static IReadOnlyList<LevelFindings> Assess(SystemProfile system, params RequirementAnswer[] answers)
    {
        var facility = new FacilityProfile(FactSet.Empty, FactSet.Empty, [system]) { Answers = answers };
        return FacilityAssessor.Assess(BuiltInRules.Packs, facility, new AssessmentOptions(AsOf, "nd85-2016")).Requirements.ShouldHaveSingleItem().Levels;
    }

    public static SystemProfile System(string id, string facts, params SystemProfile[] components)
    {
        var diagnostics = new DiagnosticBag();
        var mapping = YamlReader.Read($"{{ {facts} }}", "facts", diagnostics).ShouldBeOfType<YamlMapping>();
        var read = new FactReader(BuiltInRules.Packs.Facts, diagnostics).Read(mapping, FactScope.System, []);
        diagnostics.Items.ShouldBeEmpty(facts);
        return new SystemProfile(id, id, read, components);
    }

    public static RequirementFinding? Of(LevelFindings findings, string id) =>
        findings.Findings.SingleOrDefault(finding => string.Equals(finding.Requirement.Id, id, StringComparison.Ordinal));
}
