using System.Globalization;
using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>Writes a condition as a pack would: to show the case that failed, and to hold the reader against it.</summary>
internal static class ConditionYaml
{
    /// <summary>One line of YAML.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="spelling">Chooses among the ways to write the same thing; null: always the first.</param>
    public static string Write(Condition condition, Random? spelling = null) => condition switch
    {
        AlwaysCondition => "{always: true}",
        AllCondition all => $"{{all: [{Items(all.Items, spelling)}]}}",
        AnyCondition any => $"{{any: [{Items(any.Items, spelling)}]}}",
        NotCondition not => $"{{not: {Write(not.Inner, spelling)}}}",
        ComponentCondition component => $"{{{(component.Every ? "everyComponent" : "anyComponent")}: {Write(component.Inner, spelling)}}}",
        FactCondition fact => $"{{{fact.Fact.Id}: {Operand(fact, spelling)}}}",
        _ => throw new ArgumentException("no such condition", nameof(condition)),
    };

    private static string Items(IEnumerable<Condition> items, Random? spelling) => string.Join(", ", items.Select(item => Write(item, spelling)));

    private static string Operand(FactCondition test, Random? spelling)
    {
        string Choose(params string[] ways) => ways[spelling?.Next(ways.Length) ?? 0];
        var date = test.Fact.Type == FactType.Date;
        switch (test.Operator)
        {
            case FactOperator.In:
            {
                string[] values = test.Fact.Type == FactType.Boolean ? ["false", "true"] : [.. test.Fact.Options.Select(option => option.Id)];
                var named = values.Where((_, i) => (test.Items >> i & 1) != 0).ToList();
                var list = $"{{in: [{string.Join(", ", named)}]}}";
                return named.Count == 1 ? Choose(named[0], test.Fact.Type == FactType.Boolean ? named[0] : list) : list;
            }

            case FactOperator.Empty:
                return "{empty: true}";
            case FactOperator.NotEmpty:
                return "{empty: false}";
            case FactOperator.IsNone:
                return test.Fact switch
                {
                    { Type: FactType.Date } => Choose("{done: false}", "{none: true}"),
                    { AllowNone: true } => Choose("none", "{none: true}"),
                    _ => "{none: true}",
                };
            case FactOperator.IsSome:
                return date ? Choose("{done: true}", "{none: false}") : "{none: false}";
            case FactOperator.Between when date:
                return Days(test, Choose);
            case FactOperator.Between:
                return Numbers(test, Choose);
            default:
            {
                var name = test.Operator.ToString();
                return $"{{{char.ToLowerInvariant(name[0])}{name[1..]}: [{string.Join(", ", FactText.Items(test.Fact, test.Items).Select(option => option.Id))}]}}";
            }
        }
    }

    private static string Numbers(FactCondition test, Func<string[], string> choose)
    {
        string N(long number) => number.ToString(CultureInfo.InvariantCulture);
        return (test.Low, test.High) switch
        {
            (FactCondition.Lowest, var high) => choose([$"{{atMost: {N(high)}}}", $"{{lessThan: {N(high + 1)}}}"]),
            (var low, FactCondition.Highest) => choose([$"{{atLeast: {N(low)}}}", $"{{moreThan: {N(low - 1)}}}"]),
            var (low, high) when low == high => choose([N(low), $"{{equals: {N(low)}}}"]),
            var (low, high) => $"{{atLeast: {N(low)}, atMost: {N(high)}}}",
        };
    }

    private static string Days(FactCondition test, Func<string[], string> choose)
    {
        string D(long day) => DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (test.Low, test.High) switch
        {
            (FactCondition.Lowest, var high) => choose([$"{{onOrBefore: {D(high)}}}", $"{{before: {D(high + 1)}}}"]),
            (var low, FactCondition.Highest) => choose([$"{{onOrAfter: {D(low)}}}", $"{{after: {D(low - 1)}}}"]),
            var (low, high) when low == high => $"{{on: {D(low)}}}",
            var (low, high) => $"{{onOrAfter: {D(low)}, onOrBefore: {D(high)}}}",
        };
    }
}
