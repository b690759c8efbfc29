using EmrSec.Rules.Assessments;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Tests.Standard;

/// <summary>From 12/2022/TT-BTTTT to TCVN 14423:2026: what answers what, and that nothing carried over counts as met.</summary>
public class CrosswalkTests
{
    private const string Level2 = "{ function: internal, information: [private, personal] }";
    private const string Level3 = "{ function: citizens-business, information: [personal], onlineServices: [conditional-business], administrativeProcedures: false }";

    private static Crosswalk Crosswalk { get; } = BuiltInRules.Packs.Crosswalks.ShouldHaveSingleItem();

    [Fact]
    public void Every_new_requirement_is_there_once_in_the_catalogues_order()
    {
        Crosswalk.From.Header.Id.ShouldBe("tt12-2022");
        Crosswalk.To.Header.Id.ShouldBe("nd331-2026-tcvn");
        Crosswalk.Entries.Select(entry => entry.To).ShouldBe(Crosswalk.To.Requirements);
        BuiltInRules.Packs.CrosswalkTo(Crosswalk.To).ShouldBeSameAs(Crosswalk);
        BuiltInRules.Packs.CrosswalkTo(Crosswalk.From).ShouldBeNull();
    }

    [Theory]
    [InlineData("net.waf", "tt12.d.plan.vii")]
    [InlineData("log.siem", "tt12.d.plan.xi")]
    [InlineData("net.nac", "tt12.d.plan.ix")]
    [InlineData("net.dbf", "tt12.d.plan.iv")]
    [InlineData("net.ddos", "tt12.d.plan.vi")]
    [InlineData("acc.pam", "tt12.d.plan.xvii")]
    [InlineData("info.dlp", "tt12.d.plan.xiv")]
    [InlineData("risk.process", "tt12.m.1.6")]
    [InlineData("net.site", "tt12.d.plan.xviii")]
    public void The_same_thing_under_another_name(string now, string before) =>
        Crosswalk.EntryOf($"tcvn.{now}").ShouldNotBeNull().Sources.ShouldContain(source => source.Extent == CrosswalkExtent.Wholly && source.Requirement.Id == before);

    [Theory]
    [InlineData("mon.tuning", 1)]
    [InlineData("inc.drill", 0)]
    [InlineData("pen.external", 0)]
    [InlineData("sup.list", 0)]
    [InlineData("net.microsegment", 0)]
    [InlineData("dev.sbom", 0)]
    public void What_has_no_ground_in_the_old_law_says_so(string now, int sources)
    {
        var entry = Crosswalk.EntryOf($"tcvn.{now}").ShouldNotBeNull();
        entry.Sources.Count.ShouldBe(sources);
        entry.Sources.ShouldAllBe(source => source.Extent == CrosswalkExtent.Partly);
    }

    [Fact]
    public void Of_the_old_requirements_only_the_publishing_of_the_policy_leads_nowhere() =>
        Crosswalk.From.Requirements.Where(requirement => !Crosswalk.TargetsOf(requirement.Id).Any()).Select(requirement => requirement.Id).ShouldBe(["tt12.m.1.1.2"]);

    [Fact]
    public void Dropped_is_what_nothing_at_the_new_level_rests_on()
    {
        Crosswalk.Dropped(3, 3).Select(requirement => requirement.Id).ShouldContain("tt12.m.1.1.2");
        Crosswalk.Dropped(3, 3).Select(requirement => requirement.Id).ShouldNotContain("tt12.d.plan.xi");

        // SIEM comes in at level 3: whoever falls to level 2 answers for central monitoring no more.
        Crosswalk.Dropped(3, 2).Select(requirement => requirement.Id).ShouldContain("tt12.d.plan.xi");
        Crosswalk.Dropped(3, 2).ShouldAllBe(requirement => requirement.At(3) != null);
    }

    [Theory]
    [InlineData(RequirementStatus.Met)]
    [InlineData(RequirementStatus.Partial)]
    [InlineData(RequirementStatus.Unmet)]
    [InlineData(RequirementStatus.NotApplicable)]
    public void Whatever_was_answered_to_every_old_requirement_nothing_new_is_decided_by_it(RequirementStatus status)
    {
        var answers = Crosswalk.From.Requirements.Select(requirement => new RequirementAnswer(requirement.Id, null, status) { Evidence = ["a.pdf"] }).ToList();
        foreach (var facts in new[] { Level2, Level3 })
        {
            var (without, with) = (Assess(facts), Assess(facts, [.. answers]));

            with.Totals.ShouldBe(without.Totals);
            with.Totals.Met.ShouldBe(0);
            with.Gaps.ShouldBeEmpty();
            with.Findings.Count(finding => finding.CarriedOver.Count > 0).ShouldBeGreaterThan(80);
            with.Findings.Where(finding => finding.CarriedOver.Count > 0 && finding.Status == RequirementStatus.Unknown)
                .ShouldAllBe(finding => finding.Why.Contains("chờ xác nhận", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_systems_own_answer_is_the_one_that_carries_over()
    {
        var findings = Assess(Level3, new RequirementAnswer("tt12.d.plan.xi", null, RequirementStatus.Met), new RequirementAnswer("tt12.d.plan.xi", "s", RequirementStatus.Unmet));

        var carried = findings.Findings.Single(finding => finding.Requirement.Id == "tcvn.log.siem").CarriedOver.ShouldHaveSingleItem();
        carried.Answer.Status.ShouldBe(RequirementStatus.Unmet);
        carried.Source.Extent.ShouldBe(CrosswalkExtent.Wholly);
    }

    [Fact]
    public void A_new_answer_leaves_nothing_to_confirm()
    {
        var findings = Assess(Level3, new RequirementAnswer("tt12.d.plan.xi", null, RequirementStatus.Met), new RequirementAnswer("tcvn.log.siem", null, RequirementStatus.Unmet));

        var finding = findings.Findings.Single(each => each.Requirement.Id == "tcvn.log.siem");
        finding.CarriedOver.ShouldBeEmpty();
        finding.Status.ShouldBe(RequirementStatus.Unmet);
        finding.Why.ShouldNotContain("mang sang");
    }

    [Fact]
    public void Physical_security_is_answered_and_not_counted()
    {
        var findings = Assess(Level3, new RequirementAnswer("tcvn.phy.entry", null, RequirementStatus.Unmet));

        findings.Uncounted.Count.ShouldBe(10);
        findings.Uncounted.Single(finding => finding.Requirement.Id == "tcvn.phy.entry").Status.ShouldBe(RequirementStatus.Unmet);
        findings.Totals.Total.ShouldBe(195);
        findings.Totals.Unmet.ShouldBe(0);
        findings.Gaps.ShouldBeEmpty();
    }

    private static LevelFindings Assess(string facts, params RequirementAnswer[] answers)
    {
        var facility = new FacilityProfile(FactSet.Empty, FactSet.Empty, [BuiltInRules.System(facts)]) { Answers = answers };
        return FacilityAssessor.Assess(BuiltInRules.Packs, facility, new AssessmentOptions(new DateOnly(2026, 11, 21), "nd331-2026")).Requirements.ShouldHaveSingleItem().Levels.ShouldHaveSingleItem();
    }
}
