using EmrSec.Rules.Decisions;
using EmrSec.Rules.Evaluation;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>The search over missing facts gives what trying every way to fill them in, value by value, gives.</summary>
public class DecisionProperties
{
    [Fact]
    public void The_range_is_exactly_that_of_every_way_to_fill_in_what_is_missing() => Law.Holds(
        3_000,
        law => DecisionCase.Draw(law),
        each =>
        {
            var all = new BruteForce(each);
            var decision = each.Decide();
            decision.IsExact.ShouldBeTrue();
            decision.Least.ShouldBe(all.Outcomes.Min());
            decision.Greatest.ShouldBe(all.Outcomes.Max());
        },
        each => each.Smaller());

    [Fact]
    public void The_facts_called_missing_are_exactly_those_that_can_change_the_outcome() => Law.Holds(
        3_000,
        law => DecisionCase.Draw(law),
        each => Places(each.Decide().Missing).ShouldBe(Places(new BruteForce(each).Decisive)),
        each => each.Smaller());

    [Fact]
    public void The_diagram_gives_the_outcome_of_every_single_way() => Law.Holds(
        2_000,
        law => DecisionCase.Draw(law),
        each =>
        {
            var all = new BruteForce(each);
            var decision = each.Decide();
            var values = all.Variables.Select((variable, i) => Enumerable.Range(0, all.Outcomes.Length)
                .Select(way => all.Value(way, i)).Distinct().ToDictionary(value => value, value => RandomDossier.Value(variable.Fact, value))).ToArray();
            for (var way = 0; way < all.Outcomes.Length; way++)
            {
                var node = decision.Root.ShouldNotBeNull();
                while (!node.IsLeaf)
                {
                    var variable = decision.Variables[node.Variable];
                    var i = Enumerable.Range(0, all.Variables.Count).First(at => all.Variables[at] == variable);
                    node = node.Children[decision.Classes[node.Variable].ClassOf(values[i][all.Value(way, i)])];
                }

                node.Outcome.ShouldBe(all.Outcomes[way]);
            }
        },
        each => each.Smaller());

    [Fact]
    public void Grouping_candidates_otherwise_changes_nothing() => Law.Holds(
        2_000,
        law => DecisionCase.Draw(law, mostWays: 100_000),
        each =>
        {
            var (apart, together) = ((each with { OneGroup = false }).Decide(), (each with { OneGroup = true }).Decide());
            (apart.Least, apart.Greatest).ShouldBe((together.Least, together.Greatest));
            Places(apart.Missing).ShouldBe(Places(together.Missing));
        },
        each => each.Smaller());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void Out_of_budget_the_bounds_still_contain_the_range_and_say_that_they_are_not_exact(int budget) => Law.Holds(
        1_000,
        law => DecisionCase.Draw(law),
        each =>
        {
            var exact = each.Decide();
            var hasty = each.Decide(budget);
            hasty.Least.ShouldBeLessThanOrEqualTo(exact.Least);
            hasty.Greatest.ShouldBeGreaterThanOrEqualTo(exact.Greatest);
            exact.Missing.ShouldBeSubsetOf(hasty.Missing);
            if (hasty.IsExact)
            {
                (hasty.Least, hasty.Greatest).ShouldBe((exact.Least, exact.Greatest));
                (budget == 0 && exact.Missing.Any()).ShouldBeFalse("without a single branching nothing that depends on a missing fact can be exact");
            }
        },
        each => each.Smaller());

    [Fact]
    public void A_decision_leaves_its_frame_as_it_was() => Law.Holds(
        500,
        law => DecisionCase.Draw(law, mostWays: 100_000),
        each =>
        {
            var before = each.Dossier.Frame.Values.ToArray();
            each.Decide();
            each.Dossier.Frame.Values.ShouldBe(before);
        });

    [Fact]
    public void Restricting_the_diagram_is_deciding_with_the_answer_known() => Law.Holds(
        2_000,
        law =>
        {
            var each = DecisionCase.Draw(law, mostWays: 5_000);
            FactVariable[] open = [.. each.Open];
            var asked = open.Length == 0 ? null : law.Pick(open);
            return (Case: each, Asked: asked, Answer: asked is null ? "" : law.Value(asked.Fact, each.LatestDay));
        },
        drawn =>
        {
            var decision = drawn.Case.Decide();
            var index = Enumerable.Range(0, decision.Variables.Count).FirstOrDefault(i => decision.Variables[i] == drawn.Asked, -1);
            if (drawn.Asked is not { } asked || index < 0)
            {
                return;
            }

            var answered = decision.Classes[index].ClassOf(RandomDossier.Value(asked.Fact, drawn.Answer));
            var rest = decision.Space.Restrict(decision.Root.ShouldNotBeNull(), index, answered);
            var anew = (drawn.Case with { Dossier = drawn.Case.Dossier.With(asked, drawn.Answer) }).Decide();
            DecisionSpace.Range(rest).ShouldBe((anew.Least, anew.Greatest));
            Places(DecisionSpace.Support(rest).Select(i => decision.Variables[i])).ShouldBe(Places(anew.Missing));
        });

    private static List<string> Places(IEnumerable<FactVariable> variables) => [.. variables.Select(variable => $"{variable.Fact.Id} of {variable.Member}").Order(StringComparer.Ordinal)];
}
