using EmrSec.Rules.Assessments;
using EmrSec.Rules.Cases;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests;

/// <summary>Nghị định 331/2026/NĐ-CP beside Nghị định 85/2016/NĐ-CP: each dossier keeps to the law of its own date.</summary>
public class TwoRegimesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void The_cases_of_both_laws_pass()
    {
        var diagnostics = new DiagnosticBag();
        var results = CaseRunner.Run(BuiltInRules.Files, BuiltInRules.Packs, diagnostics);
        diagnostics.Items.ShouldBeEmpty();
        results.Count(result => result.Pack is "nd331-2026").ShouldBeGreaterThan(180);
        results.Count(result => result.Pack is "nd85-2016").ShouldBeGreaterThan(150);
        results.Where(result => !result.Passed).Select(result => $"{result.Name}: {string.Join(" | ", result.Failures)}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-08-18", "nd85-2016")]
    [InlineData("2026-08-19", "nd331-2026")]
    [InlineData("2016-07-01", "nd85-2016")]
    public void One_law_is_in_force_on_each_day(string day, string regime) =>
        BuiltInRules.Packs.RegimeOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldNotBeNull().Header.Id.ShouldBe(regime);

    [Theory]
    [InlineData("2026-08-18", null, null, RegimeGround.Approved, "nd85-2016")]
    [InlineData("2026-08-19", "2026-08-01", null, RegimeGround.Approved, "nd331-2026")]
    [InlineData(null, "2026-08-18", null, RegimeGround.Submitted, "nd85-2016")]
    [InlineData(null, "2026-08-19", null, RegimeGround.Submitted, "nd331-2026")]
    [InlineData(null, null, null, RegimeGround.AsOf, "nd331-2026")]
    [InlineData("none", "none", null, RegimeGround.AsOf, "nd331-2026")]
    [InlineData("2026-11-22", "2026-01-01", null, RegimeGround.Submitted, "nd85-2016")] // approved tomorrow: not yet
    [InlineData("2015-01-01", null, null, RegimeGround.AsOf, "nd331-2026")] // no law then: the date decides nothing
    [InlineData("2026-01-15", null, "nd331-2026", RegimeGround.Asked, "nd331-2026")]
    public void The_law_is_that_of_the_dossiers_own_date(string? approved, string? submitted, string? asked, RegimeGround ground, string regime)
    {
        var facility = Facility(("dossierApproved", approved), ("dossierSubmitted", submitted));
        var choice = RegimeChoice.Of(BuiltInRules.Packs, facility, new AssessmentOptions(Today, asked));
        choice.Ground.ShouldBe(ground);
        choice.Regime.ShouldNotBeNull().Header.Id.ShouldBe(regime);
        choice.Why.ShouldNotBeEmpty();
        FacilityAssessor.Assess(BuiltInRules.Packs, facility, new AssessmentOptions(Today, asked)).Regime.ShouldBeSameAs(choice.Regime);
    }

    [Fact]
    public void A_law_that_is_not_there_is_not_chosen() =>
        RegimeChoice.Of(BuiltInRules.Packs, Facility(), new AssessmentOptions(Today, "nd1")).Regime.ShouldBeNull();

    [Fact]
    public void An_emr_of_120000_patients_online_goes_from_2_to_3_by_its_data_subjects()
    {
        var comparison = RegimeComparison.Of(BuiltInRules.Packs, Online(users: 850, basic: 120000, sensitive: 120000), new AssessmentOptions(Today));
        var system = comparison.Systems.ShouldHaveSingleItem();
        system.Levels.Select(level => (int?)level.Value).ShouldBe([2, 3]);
        system.Change.ShouldBe(1);
        system.Deciding.Select(each => each.Reason.Fact.Id).ShouldBe(["system.dataSubjects.basic", "system.dataSubjects.sensitive"]);
        system.Deciding.ShouldAllBe(each => each.Criterion.Id == "13.2c" && each.Regime.Header.Id == "nd331-2026");
        comparison.Transition.Select(result => result.Obligation.Due).ShouldBe([new DateOnly(2027, 1, 1), new DateOnly(2027, 7, 1)]);
    }

    [Fact]
    public void Only_the_sensitive_count_decides_where_only_it_reaches_the_threshold()
    {
        var comparison = RegimeComparison.Of(BuiltInRules.Packs, Online(users: 850, basic: 99999, sensitive: 10000), new AssessmentOptions(Today));
        comparison.Systems[0].Deciding.Select(each => each.Reason.Fact.Id).ShouldBe(["system.dataSubjects.sensitive"]);
    }

    [Fact]
    public void A_level_that_falls_is_decided_by_what_the_old_law_asked()
    {
        var comparison = RegimeComparison.Of(BuiltInRules.Packs, Online(users: 10000, basic: 10000, sensitive: 0), new AssessmentOptions(Today));
        var system = comparison.Systems[0];
        system.Change.ShouldBe(-1);
        system.Deciding.Select(each => each.Reason.Fact.Id).ShouldBe(["system.users"]);
        system.Deciding[0].Regime.Header.Id.ShouldBe("nd85-2016");
    }

    [Fact]
    public void Nothing_decides_where_a_level_is_not_certain()
    {
        var comparison = RegimeComparison.Of(BuiltInRules.Packs, Online(users: 850, basic: null, sensitive: null), new AssessmentOptions(Today));
        comparison.Systems[0].Change.ShouldBeNull();
        comparison.Systems[0].Deciding.ShouldBeEmpty();
    }

    private static FacilityProfile Online(int users, int? basic, int? sensitive)
    {
        var text = $"function: citizens-business\ninformation: [private, personal]\nonlineServices: [other]\nadministrativeProcedures: false\nusers: {users}\n"
            + (basic is null ? "" : $"dataSubjects: {{ basic: {basic}, sensitive: {sensitive} }}\n");
        return new FacilityProfile(FactSet.Empty, FactSet.Empty, [BuiltInRules.System(text)]);
    }

    private static FacilityProfile Facility(params (string Fact, string? Day)[] milestones) =>
        new(FactSet.Empty, BuiltInRules.Milestones($"{{ {string.Join(", ", milestones.Where(each => each.Day is not null).Select(each => $"{each.Fact}: {each.Day}"))} }}"), []);
}
