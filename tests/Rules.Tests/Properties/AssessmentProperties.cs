using EmrSec.Rules.Assessments;
using EmrSec.Rules.Decisions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>Whole facilities against the whole law as it is.</summary>
public class AssessmentProperties
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Fact]
    public void The_questions_are_exactly_what_levels_and_deadlines_miss() => ForEveryFacility(facility =>
    {
        var assessment = FacilityAssessor.Assess(BuiltInRules.Packs, facility, new AssessmentOptions(AsOf, "nd85-2016"));
        var missed = assessment.Systems.SelectMany(level => level.Missing.Select(missing => Name(missing.Fact, missing.System)))
            .Concat(assessment.Obligations
                .Where(result => result.Obligation.Kind != DueKind.Ongoing)
                .SelectMany(result => result.Missing.Select(fact => Name(fact, null))))
            .Distinct()
            .Order(StringComparer.Ordinal);
        assessment.Questions.Select(question => Name(question.Fact, question.System)).Order(StringComparer.Ordinal).ShouldBe(missed);
        assessment.Questions.ShouldAllBe(question => question.Settles > 0);
    });

    [Fact]
    public void The_first_question_is_a_missing_fact_after_which_the_fewest_remain() => ForEveryFacility(facility =>
    {
        var assessment = FacilityAssessor.Assess(BuiltInRules.Packs, facility, new AssessmentOptions(AsOf, "nd85-2016"));
        foreach (var level in assessment.Systems.Where(level => level.Missing.Count > 0))
        {
            var planned = QuestionPlanner.Order([level.Target]);
            var places = level.Target.Decision.Missing.Select(variable => Name(variable.Fact, level.Target.SystemOf(variable))).ToList();
            places.ShouldContain(Name(planned[0].Fact, planned[0].System));
            planned[0].Remaining.ShouldBe(planned.Min(question => question.Remaining));
        }
    });

    [Fact]
    public void The_same_facility_gives_the_same_assessment() => ForEveryFacility(facility =>
    {
        string Say()
        {
            var assessment = FacilityAssessor.Assess(BuiltInRules.Packs, facility, new AssessmentOptions(AsOf, "nd85-2016"));
            return string.Join('\n', assessment.Systems.Select(level => $"{level.AtLeast}–{level.AtMost} {string.Join(", ", level.Missing)} {string.Join(", ", level.Grounds.Select(ground => ground.Criterion.Id))}"))
                + string.Join('\n', assessment.Obligations.Select(result => $"{result.Obligation.Id} {result.Status} {result.Days} {result.Why}"))
                + string.Join('\n', assessment.Questions.Select(question => Name(question.Fact, question.System)));
        }

        Say().ShouldBe(Say());
    });

    private static void ForEveryFacility(Action<FacilityProfile> check) => Law.Holds(
        500,
        law =>
        {
            var share = law.Pick([0.2, 0.5, 0.8]);
            var systems = Enumerable.Range(0, law.Random.Next(1, 4)).Select(_ => law.Dossier(BuiltInRules.Packs.Facts, law.Random.Next(1, 4), share)).ToList();
            return new FacilityProfile(systems[0].Facility, systems[0].Milestones, [.. systems.Select((system, i) => Named(system.Profile, i))]);
        },
        check);

    private static SystemProfile Named(SystemProfile system, int number) =>
        system with { Id = FormattableString.Invariant($"{number}-{system.Id}"), Components = [.. system.Components.Select(component => Named(component, number))] };

    private static string Name(FactDefinition fact, SystemProfile? system) => $"{system?.Id}/{fact.Id}";
}
