using EmrSec.Rules.Cases;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Tests;

/// <summary>The rules built into the program, loaded once.</summary>
internal static class BuiltInRules
{
    public static IReadOnlyList<PackFile> Files { get; } = PackSource.BuiltIn();

    public static RulePackSet Packs { get; } = Load();

    /// <summary>A system of these facts, written as in a dossier.</summary>
    public static SystemProfile System(string facts, string id = "s") => new(id, id, Read(facts, FactScope.System), []);

    /// <summary>Milestones, written as in a dossier.</summary>
    public static FactSet Milestones(string facts) => Read(facts, FactScope.Milestone);

    private static FactSet Read(string facts, FactScope scope)
    {
        var diagnostics = new DiagnosticBag();
        var read = new FactReader(Packs.Facts, diagnostics).Read((YamlMapping)YamlReader.Read(facts, "test", diagnostics)!, scope, []);
        diagnostics.Items.ShouldBeEmpty();
        return read;
    }

    private static RulePackSet Load()
    {
        var result = PackLoader.Load(Files, new DiagnosticBag());
        result.Diagnostics.Items.ShouldBeEmpty();
        return result.Packs.ShouldNotBeNull();
    }
}

public class BuiltInRulesTests
{
    [Fact]
    public void Every_case_beside_the_packs_passes()
    {
        var diagnostics = new DiagnosticBag();
        var results = CaseRunner.Run(BuiltInRules.Files, BuiltInRules.Packs, diagnostics);

        diagnostics.Items.ShouldBeEmpty();
        results.Count.ShouldBeGreaterThan(400);
        results.Where(result => !result.Passed)
            .Select(result => $"{result.Position} {result.Name}: {string.Join(" | ", result.Failures)}")
            .ShouldBeEmpty();
        CaseRunner.Untested(results, BuiltInRules.Packs).ShouldBeEmpty();
    }

    [Fact]
    public void The_checks_find_nothing_but_facts_that_later_parts_use()
    {
        var diagnostics = new DiagnosticBag();
        PackChecks.Run(BuiltInRules.Packs, diagnostics);

        diagnostics.Items.ShouldAllBe(item => item.Severity == DiagnosticSeverity.Note);
    }

    [Fact]
    public void The_law_is_silent_on_nationwide_infrastructure_that_need_not_run_all_the_time()
    {
        var gaps = GapFinder.Find(BuiltInRules.Packs, BuiltInRules.Packs.FindRegime("nd85-2016")!);
        var text = gaps.Select(gap => string.Join(" & ", gap.Facts.Select(fact => $"{fact.Fact.Id}: {fact.Is}"))).ToList();

        text.ShouldContain("system.function: hệ thống thông tin khác & system.information: không có thông tin bí mật nhà nước");
        text.ShouldContain("system.function: cơ sở hạ tầng thông tin & system.information: không có thông tin bí mật nhà nước & system.infrastructureScope: toàn quốc & system.continuous: không");
        text.ShouldContain("system.function: phục vụ hoạt động nội bộ & system.information: có thông tin bí mật nhà nước & system.harm: không làm tổn hại");
        gaps.Select(gap => gap.Facts.Count).ShouldBeInOrder();
    }
}
