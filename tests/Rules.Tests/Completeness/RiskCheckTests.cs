using System.Text;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Tests.Completeness;

/// <summary>The rules on risk assessments: 331/2026/NĐ-CP, Điều 10. How answers and dates decide stands in the cases beside the pack.</summary>
public class RiskCheckTests
{
    private const string File = "rules/nd331-2026/rules-of-risk.yaml";

    private static RequirementCatalogue Article10 => BuiltInRules.Packs.Checks.Single(catalogue => catalogue.Header.Id == "nd331-2026-article-10");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Every_level_is_asked_the_same(int level) =>
        Article10.OfLevel(level).Select(rule => rule.Id["nd331.r.".Length..]).ShouldBe(["10.1", "10.3.a", "10.3.b", "10.3.c", "10.3.d", "10.3.dd", "10.3.e", "10.3.g", "10.5", "10.6"]);

    [Fact]
    public void The_seven_points_of_the_report_are_cited_as_the_decree_counts_them() =>
        Article10.Requirements.Where(rule => rule.Id.StartsWith("nd331.r.10.3.", StringComparison.Ordinal)).Select(rule => Article10.Cite(rule.At(2)!))
            .ShouldBe("a b c d đ e g".Split(' ').Select(point => $"331/2026/NĐ-CP, Điều 10, khoản 3, điểm {point}"));

    [Fact]
    public void They_are_rules_beside_the_requirements_with_advice_of_their_own()
    {
        Article10.Requirements.ShouldAllBe(rule => rule.Kind == RequirementKind.Rule && rule.AppliesWhen == null);
        Article10.Requirements.ShouldAllBe(rule => rule.Guidance!.Check.Length > 40 && rule.Guidance.Evidence.Count > 0 && rule.Guidance.Close!.EndsWith('.'));
        foreach (var text in new Func<Requirement, string?>[] { rule => rule.Guidance!.Check, rule => rule.Guidance!.Close, rule => rule.At(1)!.Detail, rule => rule.Title })
        {
            Article10.Requirements.Select(text).ShouldBeUnique();
        }

        BuiltInRules.Packs.Requirements.ShouldAllBe(catalogue => Article10.Requirements.All(rule => catalogue.Find(rule.Id) == null));
    }

    [Fact]
    public void When_it_is_due_rests_on_two_milestones_and_says_what_they_cannot_tell()
    {
        var due = Article10.Find("nd331.r.10.1").ShouldNotBeNull();
        var dates = due.Dates.ShouldNotBeNull();

        (dates.First.Id, dates.Before.Id, dates.FirstIsLatest).ShouldBe(("milestones.lastRiskAssessment", "milestones.dossierSubmitted", true));
        due.Guidance!.Check.ShouldContain("mốc chỉ giữ lần gần nhất");
        Article10.Requirements.Where(rule => rule.Dates is not null).ShouldHaveSingleItem();
        BuiltInRules.Packs.Checks.Where(catalogue => catalogue != Article10).SelectMany(catalogue => catalogue.Requirements)
            .ShouldAllBe(rule => rule.Dates == null || !rule.Dates.FirstIsLatest);
    }

    [Theory]
    [InlineData("LU061", "id: nd331.r.10.3.b", "id: nd331.r.10.3.a")]
    [InlineData("LU061", "id: nd331.r.10.6", "id: nd331.r.30.6")]
    [InlineData("LU025", "first: milestones.lastRiskAssessment", "first: milestones.lastRiskAssesment")]
    [InlineData("KD001", "latest: true", "last: true")]
    [InlineData("KD006", "latest: true", "latest: often")]
    [InlineData("LU033", "id: nd331-2026-article-10", "id: nd331-2026-article-30")]
    public void Rules_with_an_error_are_not_used(string code, string from, string to)
    {
        var result = Rewritten.Load(File, from, to);

        result.Diagnostics.Items.Select(item => item.Code).ShouldContain(code);
        var used = result.Packs.ShouldNotBeNull().Checks.SelectMany(catalogue => catalogue.Requirements).ToList();
        used.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).ShouldBeEmpty();
        used.Count(rule => rule.Id.StartsWith("nd331.r.10.", StringComparison.Ordinal)).ShouldBeLessThan(10);
    }

    // A later version of a pack takes over the ids of the one before it.
    [Fact]
    public void The_same_id_in_packs_that_are_never_in_force_together_is_no_repetition()
    {
        var files = BuiltInRules.Files.Select(file => file.Name == File ? Until(file, "inForce: { from: 2026-08-19, to: 2027-12-31 }") : file).ToList();
        var text = Read(BuiltInRules.Files.Single(file => file.Name == File));
        files.Add(new Packs.PackFile("rules/nd331-2026/rules-of-risk-2028.yaml", _ => Encoding.UTF8.GetBytes(
            text.Replace("id: nd331-2026-article-10", "id: nd331-2026-article-10-2028", StringComparison.Ordinal).Replace(InForce, "inForce: { from: 2028-01-01 }", StringComparison.Ordinal))));

        var result = Packs.PackLoader.Load(files, new Diagnostics.DiagnosticBag());

        result.Diagnostics.Items.ShouldBeEmpty();
        var packs = result.Packs.ShouldNotBeNull();
        var regime = packs.FindRegime("nd331-2026").ShouldNotBeNull();
        packs.ChecksOf(regime, new DateOnly(2027, 12, 31)).Select(each => each.Header.Id).ShouldBe(["nd331-2026-article-10", "nd331-2026-article-30"]);
        packs.ChecksOf(regime, new DateOnly(2028, 1, 1)).Select(each => each.Header.Id).ShouldBe(["nd331-2026-article-10-2028", "nd331-2026-article-30"]);
    }

    private const string InForce = "inForce: { from: 2026-08-19 }";

    private static Packs.PackFile Until(Packs.PackFile file, string inForce) =>
        new(file.Name, _ => Encoding.UTF8.GetBytes(Read(file).Replace(InForce, inForce, StringComparison.Ordinal)));

    private static string Read(Packs.PackFile file) => Encoding.UTF8.GetString(file.Open(new Diagnostics.DiagnosticBag())!);
}
