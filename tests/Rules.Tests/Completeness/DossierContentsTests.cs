using EmrSec.Rules.Completeness;

namespace EmrSec.Rules.Tests.Completeness;

public class DossierContentsTests
{
    private const string File = "rules/tt12-2022/dossier.yaml";

    private static DossierContents Tt12 => BuiltInRules.Packs.ContentsOf(BuiltInRules.Packs.FindRegime("nd85-2016")!, new DateOnly(2026, 11, 21)).ShouldNotBeNull();

    [Fact]
    public void The_five_parts_of_the_dossier()
    {
        Tt12.Documents.Select(part => part.Citation.ToString()).ShouldBe(Enumerable.Range(1, 5).Select(clause => $"85/2016/NĐ-CP, Điều 15, khoản {clause}"));
        Tt12.Documents.Where(part => part.Levels.Count < 5).ShouldHaveSingleItem().Levels.ShouldBe([4, 5]);
        Tt12.Documents.Select(part => part.Id).ShouldBe(DossierKeys.Papers.Take(5));
    }

    // 12/2022/TT-BTTTT, Điều 8: how many contents each point has.
    [Theory]
    [InlineData("Điều 8, khoản 3, điểm a", 7)]
    [InlineData("Điều 8, khoản 3, điểm b", 7)]
    [InlineData("Điều 8, khoản 3, điểm c", 3)]
    [InlineData("Điều 8, khoản 3, điểm d", 7)]
    [InlineData("Điều 8, khoản 4, điểm a", 2)]
    [InlineData("Điều 8, khoản 4, điểm b", 2)]
    [InlineData("Điều 8, khoản 5, điểm a", 1)]
    [InlineData("Điều 8, khoản 5, điểm b", 1)]
    [InlineData("Điều 8, khoản 5, điểm c", 1)]
    [InlineData("Điều 8, khoản 5, điểm d", 1)]
    [InlineData("Điều 8, khoản 6, điểm a", 1)]
    [InlineData("Điều 8, khoản 6, điểm b", 1)]
    public void Contents_by_point(string point, int count)
    {
        var parts = Tt12.Contents.Where(part => part.Citation.ToString() == $"12/2022/TT-BTTTT, {point}").ToList();

        parts.Count.ShouldBe(count);
        parts.ShouldAllBe(part => (part.Levels.Count == 2) == point.Contains("khoản 5", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_content_says_who_fills_it_in_and_how()
    {
        Tt12.Contents.Count.ShouldBe(34);
        Tt12.Documents.Concat(Tt12.Contents).ShouldAllBe(part => part.Fill.Length > 10 && DossierKeys.Bodies.Contains(part.By));
        Tt12.Consistency.Select(rule => rule.Check).ShouldBe(ConsistencyChecks.All, ignoreOrder: true);
    }

    [Theory]
    [InlineData("LU060", "regime: nd85-2016", "regime: nd85-2061")]
    [InlineData("LU080", "id: owner.title", "id: owner.name")]
    [InlineData("LU080", "id: overview", "id: owner.name")]
    [InlineData("LU081", "keys: [owner.phone]", "keys: [owner.phne]")]
    [InlineData("LU081", "keys: [documents.design]", "keys: [documents.desing]")]
    [InlineData("LU081", "systems[].models.logical\"", "systems[].models.logic\"")]
    [InlineData("LU081", "systems[].scope\"", "systems[].scoop\"")]
    [InlineData("LU082", "each: [name, type", "each: [name, typ")]
    [InlineData("LU082", "marks: main", "marks: mian")]
    [InlineData("LU082", "keys: [owner.email]", "keys: [owner.email], each: [name]")]
    [InlineData("LU083", "then: milestones.dossierSubmitted", "then: milestones.dossierSubmited")]
    [InlineData("LU083", "first: documents.overview", "first: documents.overveiw")]
    [InlineData("LU063", "levels: [4, 5]", "levels: [5, 4]")]
    [InlineData("LU066", "meets: [\"10.2\", \"10.3\"]", "meets: [\"10.9\"]")]
    [InlineData("KD004", "check: ip-overlap", "check: ip-overlaps")]
    [InlineData("KD004", "by: operator", "by: operators")]
    [InlineData("KD004", "severity: warning", "severity: warn")]
    [InlineData("KD003", "redundancy:\n  - { levels: [2],", "redundancy:\n  - { ")]
    [InlineData("KD001", "fill:", "fil:")]
    [InlineData("LU033", "id: tt12-2022-dossier", "id: tt12-2022")]
    public void Contents_with_an_error_are_not_used(string code, string from, string to)
    {
        var result = Rewritten.Load(File, from, to);

        result.Diagnostics.Items.Select(item => item.Code).ShouldContain(code);
        result.Packs.ShouldNotBeNull().DossierContents.ShouldNotContain(contents => contents.Header.Id == "tt12-2022-dossier");
        result.Packs.Regimes.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_wrong_key_is_said_with_its_place_and_the_nearest_right_one()
    {
        var error = Rewritten.Load(File, "keys: [owner.phone]", "keys: [owner.phne]").Diagnostics.Items.ShouldHaveSingleItem();

        error.Position.File.ShouldBe(File);
        error.Position.Line.ShouldBeGreaterThan(10);
        error.Help.ShouldNotBeNull().ShouldContain("owner.phone");
    }

    [Fact]
    public void Nd_331_has_contents_and_rules_of_its_own()
    {
        var packs = BuiltInRules.Packs;
        var day = new DateOnly(2026, 8, 19);
        var regime = packs.FindRegime("nd331-2026").ShouldNotBeNull();
        var contents = packs.ContentsOf(regime, day).ShouldNotBeNull();

        contents.Documents.Select(part => part.Citation.ToString()).ShouldBe(Enumerable.Range(1, 5).Select(clause => $"331/2026/NĐ-CP, Điều 21, khoản {clause}"));
        contents.Contents.Single(part => part.Id == "system.mainRisks").Citation.ToString().ShouldBe("331/2026/NĐ-CP, Điều 22, khoản 4, điểm c");
        contents.Rule(ConsistencyChecks.Regulation)!.Citation!.ToString().ShouldBe("331/2026/NĐ-CP, Điều 30, khoản 7");
        contents.Rule(ConsistencyChecks.Redundancy).ShouldBeNull();
        packs.ChecksOf(regime, day).Select(each => each.Header.Id).ShouldBe(["nd331-2026-article-10", "nd331-2026-article-30"]);
        packs.ChecksOf(regime, day.AddDays(-1)).ShouldBeEmpty();
        var rules = packs.ChecksOf(regime, day)[1];
        rules.Find("nd331.r.30.8.system")!.Levels.Select(at => at.Level).ShouldBe([3, 4]);
        rules.Find("nd331.r.30.9.system")!.Levels.Select(at => at.Level).ShouldBe([5]);
        packs.ContentsOf(packs.FindRegime("nd85-2016")!, day).ShouldBe(packs.DossierContents.Single(each => each.Header.Id == "tt12-2022-dossier"));
    }
}
