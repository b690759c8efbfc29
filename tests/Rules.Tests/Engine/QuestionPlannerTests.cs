using EmrSec.Rules.Conditions;
using EmrSec.Rules.Decisions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Engine;

public class QuestionPlannerTests
{
    [Fact]
    public void A_fact_with_too_many_classes_for_one_target_is_asked_for_beside_another_target()
    {
        var kinds = new FactDefinition("facility.kinds", FactScope.Facility, FactType.Set)
        {
            Label = "Loại",
            Question = "Loại nào?",
            Options = [.. "abcdefghij".Select(id => new FactOption($"{id}", $"{id}"))],
        };
        var catalogue = new FactCatalogue([kinds]);
        var frame = FactFrame.Create(catalogue, FactSet.Empty, FactSet.Empty);
        Condition Any(long items) => new FactCondition(default, kinds, FactOperator.AnyOf, items, 0, 0);
        QuestionTarget Target(params Condition[] rules)
        {
            var program = new RuleProgram(catalogue, rules);
            var decision = Decision.Make(frame, [[.. program.Roots.Select((root, i) => new Candidate(root, 0, i + 1))]], new DateOnly(2026, 11, 21));
            return new QuestionTarget(decision, _ => null, IsLevel: true);
        }

        var many = Target([.. Enumerable.Range(0, 9).Select(item => Any(1L << item))]);
        var few = Target(Any(1));
        many.Decision.IsExact.ShouldBeFalse();
        few.Decision.IsExact.ShouldBeTrue();

        var question = QuestionPlanner.Order([many, few]).ShouldHaveSingleItem();
        question.Fact.ShouldBe(kinds);
        question.Settles.ShouldBe(2);
    }

    [Fact]
    public void The_question_after_which_the_fewest_remain_comes_first()
    {
        FactDefinition Fact(string id, int order) => new(id, FactScope.Facility, FactType.Boolean) { Label = id, Question = id, Order = order };
        var (a, b, c) = (Fact("facility.a", 0), Fact("facility.b", 1), Fact("facility.c", 2));
        var catalogue = new FactCatalogue([a, b, c]);
        Condition Is(FactDefinition fact) => new FactCondition(default, fact, FactOperator.In, 2, 0, 0);

        // Where c holds the rule holds; otherwise both a and b must: c settles it alone half of the time.
        var program = new RuleProgram(catalogue, [new AnyCondition(default, [new AllCondition(default, [Is(a), Is(b)]), Is(c)])]);
        var decision = Decision.Make(FactFrame.Create(catalogue, FactSet.Empty, FactSet.Empty), [[new Candidate(program.Roots[0], 0, 1)]], DateOnly.MaxValue);
        var planned = QuestionPlanner.Order([new QuestionTarget(decision, _ => null, IsLevel: true)]);
        planned.Select(question => question.Fact.Id).ShouldBe(["facility.c", "facility.a", "facility.b"]);
    }
}
