using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Transitions;

namespace EmrSec.Rules.Tests.Transitions;

/// <summary>From 85/2016/NĐ-CP to 331/2026/NĐ-CP, requirement by requirement.</summary>
public class TransitionTests
{
    private const string Level2 = "{ function: internal, information: [private, personal] }";
    private const string Level3 = "{ function: citizens-business, information: [personal], onlineServices: [conditional-business], administrativeProcedures: false }";
    private const string Approved = "{ dossierApproved: 2026-01-15 }";
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Theory]
    [InlineData(Level2, 131)]
    [InlineData(Level3, 195)]
    public void Every_new_requirement_is_of_one_kind_and_every_open_one_in_one_step(string facts, int total)
    {
        var transition = Of(facts, new RequirementAnswer("tt12.m.1.1.1", null, RequirementStatus.Met), new RequirementAnswer("tt12.m.1.6", null, RequirementStatus.Unmet));
        var system = transition.Systems.ShouldHaveSingleItem();

        system.Requirements.Select(each => each.Finding.Requirement).ShouldBe(transition.Crosswalk.To.OfLevel(system.NewLevel!.Value));
        system.Requirements.Count.ShouldBe(total);
        Enum.GetValues<RequirementChange>().Sum(system.Count).ShouldBe(total);
        transition.Plan.SelectMany(step => step.Settles).Select(target => target.Requirement).ShouldBe(system.Requirements.Where(each => each.IsOpen), ignoreOrder: true);
        system.Dropped.Select(each => each.Finding.Requirement).ShouldBe(transition.Crosswalk.Dropped(system.OldLevel!.Value, system.NewLevel.Value));
        system.Requirements.Where(each => each.Change == RequirementChange.New).ShouldAllBe(each => each.Sources.Count == 0);
        system.Requirements.Where(each => each.Change == RequirementChange.Tightened).ShouldAllBe(each => each.Sources.Count > 0 && each.Figures.Any(figure => figure.IsBinding));
    }

    [Fact]
    public void The_plan_goes_by_weight_then_by_what_settles_most()
    {
        var answers = BuiltInRules.Packs.Crosswalks[0].From.OfLevel(3).Select(each => new RequirementAnswer(each.Id, null, RequirementStatus.Met)).ToArray();
        var plan = Of(Level3, answers).Plan;

        plan.Zip(plan.Skip(1)).ShouldAllBe(pair => pair.First.Weight < pair.Second.Weight || (pair.First.Weight == pair.Second.Weight && pair.First.Settles.Count >= pair.Second.Settles.Count));
        plan.ShouldAllBe(step => step.Weight == step.Settles.Min(target => target.Requirement.Weight));
        plan.ShouldContain(step => step.Kind == WorkKind.Confirm && step.Settles.Count > 10);
        plan.ShouldContain(step => step.Kind == WorkKind.Start && step.Group!.Id == "pen");
    }

    [Theory]
    [InlineData(RequirementStatus.Met, null, WorkKind.Confirm)]
    [InlineData(RequirementStatus.NotApplicable, null, WorkKind.Confirm)]
    [InlineData(RequirementStatus.Met, "2026-11-20", WorkKind.Finish)]
    [InlineData(RequirementStatus.Met, "2026-11-21", WorkKind.Confirm)]
    [InlineData(RequirementStatus.Partial, null, WorkKind.Finish)]
    [InlineData(RequirementStatus.Unmet, null, WorkKind.Finish)]
    public void An_old_answer_is_confirmed_or_finished_and_decides_nothing(RequirementStatus status, string? until, WorkKind kind)
    {
        var answer = new RequirementAnswer("tt12.d.plan.xi", null, status) { Evidence = ["a.pdf"], ValidUntil = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", null) };
        var transition = Of(Level3, answer);

        var step = transition.Plan.Single(each => each.Old is not null);
        step.Kind.ShouldBe(kind);
        step.Settles.Select(target => target.Requirement.Finding.Requirement.Id).ShouldContain("tcvn.log.siem");
        transition.Systems[0].Requirements.ShouldAllBe(each => each.Finding.Status == RequirementStatus.Unknown || each.Finding.Status == RequirementStatus.NotApplicable);
    }

    [Theory]
    [InlineData("Lưu nhật ký 3 tháng", RequirementStatus.Met, RequirementChange.CarriedOver)]
    [InlineData("Lưu nhật ký 1 tháng", RequirementStatus.Met, RequirementChange.Tightened)]
    [InlineData("Lưu nhật ký 3 tháng", RequirementStatus.Partial, RequirementChange.Tightened)]
    [InlineData(null, RequirementStatus.Met, RequirementChange.Tightened)]
    public void A_new_figure_tightens_unless_the_old_answer_names_it(string? how, RequirementStatus status, RequirementChange change)
    {
        var requirement = Of(Level3, new RequirementAnswer("tt12.c.server.log", null, status) { How = how }).Systems[0].Requirements.Single(each => each.Finding.Requirement.Id == "tcvn.log.retention");

        requirement.Change.ShouldBe(change);
        requirement.IsOpen.ShouldBeTrue();
        requirement.Figures.ShouldHaveSingleItem().Now.ShouldBe(3);
    }

    [Fact]
    public void What_the_old_level_did_not_ask_is_new_unless_it_was_answered()
    {
        // Central monitoring comes in at level 3 of 12/2022/TT-BTTTT; this system rises from level 2 to level 3.
        const string Rising = "{ function: citizens-business, information: [private, personal], onlineServices: [other], administrativeProcedures: false, users: 850, dataSubjects: { basic: 120000, sensitive: 120000 } }";
        var silent = Of(Rising).Systems[0];
        (silent.OldLevel, silent.NewLevel).ShouldBe((2, 3));
        Change(silent).ShouldBe(RequirementChange.New);
        Change(Of(Rising, new RequirementAnswer("tt12.d.plan.xi", null, RequirementStatus.Met)).Systems[0]).ShouldBe(RequirementChange.CarriedOver);

        static RequirementChange Change(SystemTransition system) => system.Requirements.Single(each => each.Finding.Requirement.Id == "tcvn.log.siem").Change;
    }

    [Fact]
    public void What_is_due_comes_in_the_order_of_its_days() =>
        Of(Level2).Due.Select(result => result.Obligation.Due).ShouldBe([new DateOnly(2027, 1, 1), new DateOnly(2027, 7, 1)]);

    [Fact]
    public void Only_the_systems_asked_for()
    {
        var facility = new FacilityProfile(FactSet.Empty, BuiltInRules.Milestones(Approved), [BuiltInRules.System(Level2, "a"), BuiltInRules.System(Level3, "b")]);

        Transition.Of(BuiltInRules.Packs, facility, new AssessmentOptions(AsOf), "b").Transition.ShouldNotBeNull().Systems.ShouldHaveSingleItem().Comparison.System.Id.ShouldBe("b");
    }

    private static Transition Of(string facts, params RequirementAnswer[] answers)
    {
        var facility = new FacilityProfile(FactSet.Empty, BuiltInRules.Milestones(Approved), [BuiltInRules.System(facts)]) { Answers = answers };
        return Transition.Of(BuiltInRules.Packs, facility, new AssessmentOptions(AsOf)).Transition.ShouldNotBeNull();
    }
}
