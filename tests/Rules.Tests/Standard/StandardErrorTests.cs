using EmrSec.Rules.Diagnostics;

namespace EmrSec.Rules.Tests.Standard;

/// <summary>A slip in a catalogue of a standard, in a crosswalk or in a period by level is found at its place, and the file is not used.</summary>
public class StandardErrorTests
{
    private const string Catalogue = "rules/nd331-2026/requirements/tcvn-14423.yaml";
    private const string Crosswalk = "rules/nd331-2026/crosswalk-tt12.yaml";
    private const string Procedure = "rules/nd331-2026/procedure.yaml";

    [Theory]
    [InlineData("LU063", "clauses: { 1: \"3.1 a)\", ", "clauses: { ", "«clauses»")]
    [InlineData("LU062", "law: [30.3.e, 30.3.a]", "law: [30.3.e, 30.3.h]", "30.3.h")]
    [InlineData("LU062", "plan: [d]", "plan: [k]", "«k»")]
    [InlineData("LU062", "groupAt: { 2: sw }", "groupAt: { 2: sx }", "«sx»")]
    [InlineData("LU063", "groupAt: { 2: sw }", "groupAt: { 1: sw }", "«1»")]
    [InlineData("KD004", "force: equivalent", "force: equal", "equal")]
    [InlineData("KD001", "force: { 1: mandatory,", "force: { 6: mandatory,", "«6»")]
    [InlineData("KD004", "rule: every, unit: month", "rule: each, unit: month", "each")]
    [InlineData("LU067", "rule: every, unit: month", "rule: every, unit: km", "every")]
    [InlineData("LU067", "values: { 1: 12, 2: 12, 3: 12, 4: 12, 5: 6 }", "values: {}", "review")]
    [InlineData("KD008", "values: { 1: 12, 2: 12, 3: 12, 4: 12, 5: 6 }", "values: { 1: 0 }", "«1»")]
    [InlineData("KD001", "values: { 3: 12, 4: 6, 5: 6 }", "values: { 2: 12 }", "«2»")]
    [InlineData("LU067", "    appliesWhen: { system.wireless: true }", "    appliesWhen: { system.wireless: true }\n    mayNotApply: không có", "mayNotApply")]
    [InlineData("LU061", "- { id: b, title", "- { id: a, title", "«a»")]
    public void A_slip_in_the_catalogue_is_found(string code, string right, string wrong, string named)
    {
        var (packs, diagnostics) = Rewritten.Load(Catalogue, right, wrong);

        Found(diagnostics, code, named, Catalogue);
        packs.ShouldNotBeNull().Requirements.Select(catalogue => catalogue.Header.Id).ShouldBe(["tt12-2022"]);

        // The crosswalk goes with it, without a finding of its own.
        packs.Crosswalks.ShouldBeEmpty();
        diagnostics.Items.ShouldAllBe(item => item.Position.File == Catalogue);
    }

    [Theory]
    [InlineData("LU068", "to: tcvn.risk.process,", "to: tcvn.risk.proces,", "tcvn.risk.proces")]
    [InlineData("LU068", "wholly: [tt12.m.1.6]", "wholly: [tt12.m.1.66]", "tt12.m.1.66")]
    [InlineData("LU068", "  - { to: tcvn.hw.orphans, none: true }\n", "", "tcvn.hw.orphans")]
    [InlineData("LU068", "tcvn.hw.orphans, none: true", "tcvn.hw.orphans", "none")]
    [InlineData("LU068", "tcvn.hw.orphans, none: true", "tcvn.hw.orphans, none: true, partly: [tt12.m.1.6]", "none")]
    [InlineData("LU061", "to: tcvn.hw.orphans,", "to: tcvn.hw.inventory,", "tcvn.hw.inventory")]
    [InlineData("LU061", "wholly: [tt12.m.1.6]", "wholly: [tt12.m.1.6, tt12.m.1.6]", "tt12.m.1.6")]
    [InlineData("LU074", "from: tt12-2022", "from: tt12-2023", "tt12-2023")]
    public void A_slip_in_the_crosswalk_is_found(string code, string right, string wrong, string named)
    {
        var (packs, diagnostics) = Rewritten.Load(Crosswalk, right, wrong);

        Found(diagnostics, code, named, Crosswalk);
        packs.ShouldNotBeNull().Crosswalks.ShouldBeEmpty();
        packs.Requirements.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("KD003", "every: { 1: 12, 2: 12, 3: 6, 4: 6, 5: 3 }", "every: { 1: 12, 2: 12, 3: 6, 4: 6 }", "«5»")]
    [InlineData("KD001", "every: { 4: 6, 5: 3 }", "every: { 3: 6, 4: 6, 5: 3 }", "«3»")]
    [InlineData("KD003", "sections: { 4: \"6.11.2.5\", 5: \"7.11.2.5\" }", "sections: { 4: \"6.11.2.5\" }", "«5»")]
    public void A_slip_in_a_period_by_level_is_found(string code, string right, string wrong, string named)
    {
        var (packs, diagnostics) = Rewritten.Load(Procedure, right, wrong);

        Found(diagnostics, code, named, Procedure);
        packs.ShouldNotBeNull().Procedures.ShouldNotContain(procedure => procedure.Regime == "nd331-2026");
    }

    private static void Found(DiagnosticBag diagnostics, string code, string named, string file)
    {
        var finding = diagnostics.Items.FirstOrDefault(item => item.Code == code).ShouldNotBeNull(string.Join('\n', diagnostics.Items));
        finding.Severity.ShouldBe(DiagnosticSeverity.Error);
        finding.Message.ShouldContain(named);
        finding.Position.File.ShouldBe(file);
        finding.Position.Line.ShouldBeGreaterThan(1);
    }
}
