using EmrSec.Rules.Conditions;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Benchmarks.Synthetic;

/// <summary>A law to measure with: 150 facts, 40 rules of 181 comparisons; and 600 rules of the same kind.</summary>
internal static class SyntheticLaw
{
    public static FactCatalogue Facts { get; } = LoadFacts();

    public static IReadOnlyList<Condition> Rules { get; } = LoadRules();

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

    private static FactCatalogue LoadFacts()
    {
        var diagnostics = new DiagnosticBag();
        var packs = PackLoader.Load([new PackFile("facts.yaml", _ => Resources.Read("synthetic/facts.yaml"))], diagnostics).Packs;
        return Whole(packs, diagnostics).Facts;
    }

    private static List<Condition> LoadRules()
    {
        var diagnostics = new DiagnosticBag();
        var text = TextFileReader.Decode(Resources.Read("synthetic/rules.yaml"), "rules.yaml", diagnostics);
        var rules = Whole(YamlReader.Read(text ?? "", "rules.yaml", diagnostics) as YamlSequence, diagnostics);
        var reader = new ConditionReader(Facts, diagnostics);
        return [.. rules.Items.Select(rule => Whole(reader.Read(rule), diagnostics))];
    }

    private static T Whole<T>(T? read, DiagnosticBag diagnostics)
        where T : class =>
        read is not null && !diagnostics.HasErrors ? read : throw new InvalidOperationException(string.Join('\n', diagnostics.Items));
}
