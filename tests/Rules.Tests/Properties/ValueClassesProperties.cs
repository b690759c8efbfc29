using EmrSec.Rules.Decisions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>The classes into which the search sorts a fact's values lose nothing that a rule could notice.</summary>
public class ValueClassesProperties
{
    [Fact]
    public void No_rule_tells_a_value_from_the_one_that_stands_for_its_class() => ForEveryFact((fact, leaves, latestDay) =>
    {
        var classes = ValueClasses.Create(fact, leaves, latestDay);
        foreach (var value in Values(fact, latestDay))
        {
            var standsFor = classes.Items[classes.ClassOf(value)].Representative;
            foreach (var leaf in leaves.Where(leaf => leaf.Fact == fact))
            {
                leaf.Test(standsFor.Code).ShouldBe(leaf.Test(value.Code), $"{fact}: {FactText.ToYaml(fact, value)} and {FactText.ToYaml(fact, standsFor)}");
            }
        }
    });

    [Fact]
    public void A_value_that_stands_for_a_class_is_one_that_can_be_declared() => ForEveryFact((fact, leaves, latestDay) =>
    {
        var classes = ValueClasses.Create(fact, leaves, latestDay);
        classes.Items.ShouldNotBeEmpty();
        classes.Items.Select(each => each.Representative).ShouldBeSubsetOf(Values(fact, latestDay));
    });

    [Fact]
    public void The_words_for_a_class_of_single_values_mean_exactly_those_values() => ForEveryFact((fact, leaves, latestDay) =>
    {
        if (fact.Type == FactType.Set)
        {
            return;
        }

        var classes = ValueClasses.Create(fact, leaves, latestDay);
        foreach (var value in Values(fact, latestDay))
        {
            var said = classes.Items.Where(each => ((LeafNode)RuleNormaliser.Normalise(each.Condition)).Test(value.Code) == Truth.True).ToList();
            said.Count.ShouldBe(1, $"{fact}: {FactText.ToYaml(fact, value)}");
            foreach (var leaf in leaves.Where(leaf => leaf.Fact == fact))
            {
                leaf.Test(said[0].Representative.Code).ShouldBe(leaf.Test(value.Code), $"{fact}: {FactText.ToYaml(fact, value)}");
            }
        }
    });

    [Fact]
    public void A_set_of_too_many_kinds_of_items_has_no_classes()
    {
        var fact = new FactDefinition("system.kinds", FactScope.System, FactType.Set)
        {
            Label = "Loại",
            Question = "Loại nào?",
            Options = [.. "abcdefghij".Select(id => new FactOption($"{id}", $"{id}"))],
        };
        LeafNode[] Leaves(int kinds) => [.. Enumerable.Range(0, kinds).Select(item => (LeafNode)RuleNormaliser.Normalise(new Conditions.FactCondition(default, fact, Conditions.FactOperator.AnyOf, 1L << item, 0, 0)))];

        // Seven items that rules name and the rest, which none does, are eight kinds.
        ValueClasses.Create(fact, Leaves(7), DateOnly.MaxValue).Items.Count.ShouldBe(128);
        ValueClasses.Create(fact, Leaves(8), DateOnly.MaxValue).Items.ShouldBeEmpty();
    }

    private static void ForEveryFact(Action<FactDefinition, IReadOnlyList<LeafNode>, DateOnly> check) => Law.Holds(
        2_000,
        law =>
        {
            var catalogue = law.SmallCatalogue(law.Random.Next(1, 5));
            return new EvaluationCase(catalogue, law.Conditions(catalogue, law.Random.Next(1, 6)), []);
        },
        each =>
        {
            var leaves = each.Program.Leaves.ToList();
            foreach (var fact in each.Catalogue.All.Where(fact => fact.Type != FactType.Text))
            {
                check(fact, leaves, LatestDay);
            }
        },
        each => each.Smaller());

    private static readonly DateOnly LatestDay = new(1945, 1, 12);

    private static IEnumerable<FactValue> Values(FactDefinition fact, DateOnly latestDay) => BruteForce.Domain(fact, latestDay).Select(value => RandomDossier.Value(fact, value));
}
