using EmrSec.Rules.Conditions;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>A condition read from any of its spellings is the condition that was written.</summary>
public class ConditionReaderProperties
{
    [Fact]
    public void Reading_what_was_written_gives_the_same_condition() => Law.Holds(
        3_000,
        law =>
        {
            var catalogue = law.Catalogue(law.Random.Next(1, 20));
            var spelling = new Random(law.Random.Next());
            var condition = Readable(law.Condition(catalogue, law.Random.Next(6)));
            return new Written(catalogue, condition, ConditionYaml.Write(condition, spelling));
        },
        each =>
        {
            var diagnostics = new DiagnosticBag();
            var read = new ConditionReader(each.Catalogue, diagnostics).Read(YamlReader.Read(each.Yaml, "rule.yaml", diagnostics));
            diagnostics.Items.ShouldBeEmpty();
            ConditionYaml.Write(read.ShouldNotBeNull()).ShouldBe(ConditionYaml.Write(each.Condition));
        });

    // Some comparisons that the engine can make have no spelling of their own; they are drawn again as one that has.
    private static Condition Readable(Condition condition) => condition switch
    {
        AllCondition all => all with { Items = [.. all.Items.Select(Readable)] },
        AnyCondition any => any with { Items = [.. any.Items.Select(Readable)] },
        NotCondition not => not with { Inner = Readable(not.Inner) },
        ComponentCondition component => component with { Inner = Readable(component.Inner) },
        FactCondition { Fact.Type: FactType.Boolean } truth => truth with { Items = truth.Items & 1 | (~truth.Items & 1) << 1 },
        FactCondition { Operator: FactOperator.Between, Low: FactCondition.Lowest } most => most with { High = Operand(most.Fact, most.High) },
        FactCondition { Operator: FactOperator.Between } least => least with { Low = Operand(least.Fact, least.Low), High = FactCondition.Highest },
        _ => condition,
    };

    // A threshold is itself a value that the fact may have; so are its neighbours, which other spellings name.
    private static long Operand(FactDefinition fact, long bound)
    {
        var (least, most) = fact.Type == FactType.Date
            ? (new DateOnly(1945, 1, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber)
            : (fact.Min ?? FactCondition.Lowest, fact.Max ?? FactCondition.Highest);
        return Math.Clamp(bound, least + 1, most - 1);
    }

    private sealed record Written(FactCatalogue Catalogue, Condition Condition, string Yaml);
}
