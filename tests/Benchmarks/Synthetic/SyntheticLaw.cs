using EmrSec.Rules.Conditions;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Benchmarks.Synthetic;

/// <summary>A law to measure with: 150 facts, 40 rules of 181 comparisons; and 600 rules of the same kind.</summary>
internal static class SyntheticLaw
{
    public static RulePackSet Packs { get; } = Load();

    public static FactCatalogue Facts => Packs.Facts;

    public static IReadOnlyList<Condition> Rules { get; } = [.. Packs.Regimes[0].Criteria.Select(criterion => criterion.When)];

    public static RuleProgram Program { get; } = new(Facts, Rules);

    /// <summary>The forty rules fifteen times, each time of other facts and values.</summary>
    public static RuleProgram SixHundred() => new(Facts, [.. Enumerable.Range(0, 15).SelectMany(turn => Rules.Select(rule => Turn(rule, turn)))]);

    private static Condition Turn(Condition condition, int by) => condition switch
    {
        AllCondition all => all with { Items = [.. all.Items.Select(item => Turn(item, by))] },
        AnyCondition any => any with { Items = [.. any.Items.Select(item => Turn(item, by))] },
        NotCondition not => not with { Inner = Turn(not.Inner, by) },
        ComponentCondition component => component with { Inner = Turn(component.Inner, by) },
        FactCondition test => Turn(test, by),
        _ => condition,
    };

    // The fact that stands some places further among those of its scope, type and number of values; the items turned by as many.
    private static FactCondition Turn(FactCondition test, int by)
    {
        var alike = Facts.Of(test.Fact.Scope).Where(fact => fact.Type == test.Fact.Type && fact.Options.Count == test.Fact.Options.Count && fact.AllowNone == test.Fact.AllowNone).ToList();
        var fact = alike[(alike.IndexOf(test.Fact) + by) % alike.Count];
        var values = fact.Options.Count;
        var turned = values == 0 ? test.Items : Enumerable.Range(0, values).Where(i => (test.Items >> i & 1) != 0).Aggregate(0L, (bits, i) => bits | 1L << ((i + by) % values));
        var bounded = test.Operator == FactOperator.Between && fact.Type == FactType.Integer;
        return test with
        {
            Fact = fact,
            Items = turned,
            Low = bounded && test.Low != FactCondition.Lowest ? test.Low + by : test.Low,
            High = bounded && test.High != FactCondition.Highest ? test.High + by : test.High,
        };
    }

    private static RulePackSet Load()
    {
        var diagnostics = new DiagnosticBag();
        var files = new[] { "facts.yaml", "pack.yaml" }.Select(name => new PackFile(name, _ => Resources.Read($"synthetic/{name}"))).ToList();
        var packs = PackLoader.Load(files, diagnostics).Packs;
        return packs is not null && !diagnostics.HasErrors ? packs : throw new InvalidOperationException(string.Join('\n', diagnostics.Items));
    }
}
