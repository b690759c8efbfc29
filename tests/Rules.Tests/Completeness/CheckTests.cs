using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Tests.Completeness;

/// <summary>The rules beside the appendices: 12/2022/TT-BTTTT, Điều 9, khoản 6 đến khoản 10.</summary>
public class CheckTests
{
    private const string File = "rules/tt12-2022/rules-of-circular.yaml";

    private static RequirementCatalogue Article9 => BuiltInRules.Packs.Checks.Single(catalogue => catalogue.Header.Id == "tt12-2022-article-9");

    [Theory]
    [InlineData(1, "9.6 9.7 9.8a 9.8b")]
    [InlineData(2, "9.6 9.7 9.8a 9.8b")]
    [InlineData(3, "9.6 9.7 9.8a 9.8b 9.9a 9.9b 9.9c")]
    [InlineData(4, "9.6 9.7 9.8a 9.8b 9.10a 9.10b 9.10c 9.10d")]
    [InlineData(5, "9.6 9.7 9.8a 9.8b 9.10a 9.10b 9.10c 9.10d")]
    public void Rules_of_a_level(int level, string ids) =>
        Article9.OfLevel(level).Select(rule => rule.Id["tt12.r.".Length..]).ShouldBe(ids.Split(' '));

    [Fact]
    public void They_cite_their_article_and_are_no_requirements()
    {
        var rule = Article9.Find("tt12.r.9.10d").ShouldNotBeNull();

        rule.Kind.ShouldBe(RequirementKind.Rule);
        Article9.Cite(rule.At(4)!).ShouldBe("12/2022/TT-BTTTT, Điều 9, khoản 10, điểm d");
        BuiltInRules.Packs.Requirements.ShouldAllBe(catalogue => catalogue.Requirements.All(requirement => requirement.Kind != RequirementKind.Rule));
    }

    [Theory]
    [InlineData("LU060", "regime: nd85-2016", "regime: nd85")]
    [InlineData("LU061", "id: tt12.r.9.8b", "id: tt12.r.9.8a")]
    [InlineData("LU063", "levels: [4, 5]", "levels: [4, 4]")]
    [InlineData("LU025", "first: milestones.regulationIssued", "first: milestones.regulationIssue")]
    [InlineData("LU014", "system.hosting:", "system.hostin:")]
    [InlineData("KD003", "    wording: Phân vùng lưu trữ của hệ thống tách biệt lô-gic.\n", "")]
    [InlineData("KD001", "wording: Phần", "words: Phần")]
    public void Rules_with_an_error_are_not_used(string code, string from, string to)
    {
        var result = Rewritten.Load(File, from, to);

        result.Diagnostics.Items.Select(item => item.Code).ShouldContain(code);
        result.Packs.ShouldNotBeNull().Checks.ShouldNotContain(catalogue => catalogue.Header.Id == "tt12-2022-article-9");
        result.Packs.Requirements.ShouldNotBeEmpty();
    }
}
