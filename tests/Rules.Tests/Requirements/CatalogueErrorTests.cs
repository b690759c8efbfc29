using EmrSec.Rules.Cases;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Rules.Tests.Requirements;

/// <summary>A slip in a catalogue of requirements is found at its place, and the catalogue is then not used.</summary>
public class CatalogueErrorTests
{
    private const string File = "rules/tt12-2022/requirements.yaml";
    private const string Cases = "rules/tt12-2022/requirements.cases.yaml";
    private const string FirstLevels = "    levels: [1, 2, 3, 4, 5]\n    items: { 1: \"I.1.1.1\"";

    [Theory]
    [InlineData("LU060", "regime: nd85-2016", "regime: nd85-2015", "nd85-2015", "nd85-2016")]
    [InlineData("LU061", "- id: tt12.m.1.1.2\n", "- id: tt12.m.1.1.1\n", "tt12.m.1.1.1", null)]
    [InlineData("LU061", "- { id: organisation,", "- { id: policy,", "policy", null)]
    [InlineData("LU062", "group: policy", "group: polcy", "polcy", "policy")]
    [InlineData("LU063", "items: { 1: \"I.1.1.1\", 2: \"I.1.1.1\", ", "items: { 1: \"I.1.1.1\", ", "items", null)]
    [InlineData("LU063", FirstLevels, "    levels: [1, 2, 4, 3, 5]\n    items: { 1: \"I.1.1.1\"", "tăng dần", null)]
    [InlineData("LU063", FirstLevels, "    levels: [1, 2, 2, 3, 4, 5]\n    items: { 1: \"I.1.1.1\"", "tăng dần", null)]
    [InlineData("LU063", FirstLevels, "    levels: [1, 2, 3, 4]\n    items: { 1: \"I.1.1.1\"", "«5»", null)]
    [InlineData("LU063", "      - levels: [3]\n        what: tường lửa cơ sở dữ liệu", "      - levels: [2]\n        what: tường lửa cơ sở dữ liệu", "cấp độ 2", null)]
    [InlineData("LU064", "    zone: internal\n", "", "zone", null)]
    [InlineData("LU064", "    kind: process\n", "    kind: process\n    zone: dmz\n", "zone", null)]
    [InlineData("LU066", "meets: [\"9.2\"]", "meets: [\"9.2x\"]", "9.2x", "9.2a")]
    [InlineData("LU066", "meets: [\"9.2\"]", "meets: [\"1\"]", "«1»", null)]
    public void A_slip_is_found(string code, string right, string wrong, string named, string? meant)
    {
        var (packs, diagnostics) = Rewritten.Load(File, right, wrong);

        var finding = diagnostics.Items.First(item => item.Code == code);
        finding.Severity.ShouldBe(DiagnosticSeverity.Error);
        finding.Message.ShouldContain(named);
        finding.Position.File.ShouldBe(File);
        finding.Position.Line.ShouldBeGreaterThan(1);
        finding.Position.Column.ShouldBeGreaterThan(0);
        if (meant is not null)
        {
            finding.Help.ShouldNotBeNull().ShouldContain(meant);
        }

        packs.ShouldNotBeNull().Requirements.ShouldNotContain(catalogue => catalogue.Header.Id == "tt12-2022");
        packs.Regimes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Criteria_of_a_regime_cannot_be_named_by_the_regime_itself()
    {
        var (packs, diagnostics) = Rewritten.Load("rules/nd85-2016/pack.yaml", "- { system.function: internal }\n        - { system.information: { onlyOf: [public] } }", "- { meets: [\"8.1\"] }");

        diagnostics.Items.ShouldContain(item => item.Code == "LU065" && item.Position.Line > 1);
        packs!.FindRegime("nd85-2016").ShouldBeNull();
    }

    [Theory]
    [InlineData("gap: productMissing", "gap: planMissing", "gap")]
    [InlineData("product: \"true\"", "product: \"false\"", "product")]
    [InlineData("applies: \"false\"", "applies: \"true\"", "applies")]
    [InlineData("status: unmet, documentation: expired", "status: met, documentation: expired", "status")]
    [InlineData("documentation: undocumented", "documentation: documented", "documentation")]
    [InlineData("overdue: true", "overdue: false", "overdue")]
    [InlineData("why: \"được giữ lại\"", "why: \"bị xoá\"", "why")]
    [InlineData("Phụ lục III, mục II.1.b.vii", "Phụ lục III, mục II.1.b.vi", "citation")]
    [InlineData("tt12.d.plan.xvii: { absent: true }", "tt12.d.plan.xvi: { absent: true }", "có yêu cầu này")]
    [InlineData("missing: [system.kinds]", "missing: [system.email]", "missing")]
    [InlineData("totals: { total: 66 }", "totals: { total: 65 }", "total")]
    [InlineData("totals: { level: 2, total: 46 }", "totals: { level: 4, total: 68 }", "cấp độ 4")]
    [InlineData("tt12.m.1.6: {", "tt12.m.1.66: {", "tt12.m.1.66")]
    public void A_case_that_expects_something_else_fails(string right, string wrong, string named)
    {
        var files = Rewritten.Files(Cases, right, wrong);
        var diagnostics = new DiagnosticBag();
        var failed = CaseRunner.Run(files, BuiltInRules.Packs, diagnostics).Where(result => !result.Passed).ToList();

        diagnostics.Items.ShouldBeEmpty();
        failed.ShouldNotBeEmpty();
        failed.SelectMany(result => result.Failures).ShouldContain(failure => failure.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_that_names_a_status_without_its_citation_is_an_error()
    {
        var diagnostics = new DiagnosticBag();
        CaseRunner.Run(Rewritten.Files(Cases, ", citation: \"12/2022/TT-BTTTT, Phụ lục I, mục I.1.6\"", ""), BuiltInRules.Packs, diagnostics);

        diagnostics.Items.ShouldHaveSingleItem().Code.ShouldBe("LU041");
    }
}
