using System.Globalization;
using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Engine;

/// <summary>What was declared about one thing: the fact's id, and its value as a dossier writes it (a set as «a, b»).</summary>
internal sealed class Declared : Dictionary<string, string>
{
    public Declared()
        : base(StringComparer.Ordinal)
    {
    }

    public Declared(Declared other)
        : base(other, StringComparer.Ordinal)
    {
    }
}

/// <summary>A system or component as declared.</summary>
internal sealed record DeclaredSystem(Declared Facts, IReadOnlyList<DeclaredSystem> Components)
{
    /// <summary>The system and its components at every depth, each before its own components.</summary>
    public IEnumerable<DeclaredSystem> Members => Components.SelectMany(component => component.Members).Prepend(this);
}

/// <summary>
/// The meaning of conditions as <c>docs/rules-format.md</c> words it, worked out in the plainest way: true, false or null (unknown),
/// on values as written. The fast evaluators are held against it; it shares nothing with them but the authoring model.
/// </summary>
internal static class ReferenceEvaluator
{
    public static bool? Holds(Condition condition, Declared common, DeclaredSystem system) => condition switch
    {
        AlwaysCondition => true,
        NotCondition not => !Holds(not.Inner, common, system),
        AllCondition all => All(all.Items.Select(item => Holds(item, common, system))),
        AnyCondition any => Any(any.Items.Select(item => Holds(item, common, system))),
        ComponentCondition { Every: true } every => All(Below(system).Select(component => Holds(every.Inner, common, component))),
        ComponentCondition some => Any(Below(system).Select(component => Holds(some.Inner, common, component))),
        FactCondition fact => (fact.Fact.Scope == FactScope.System ? system.Facts : common).TryGetValue(fact.Fact.Id, out var value)
            ? Meets(value, fact)
            : null,
        _ => throw new ArgumentException("no such condition", nameof(condition)),
    };

    private static IEnumerable<DeclaredSystem> Below(DeclaredSystem system) => system.Members.Skip(1);

    private static bool? All(IEnumerable<bool?> truths)
    {
        var unknown = false;
        foreach (var truth in truths)
        {
            if (truth is false)
            {
                return false;
            }

            unknown |= truth is null;
        }

        return unknown ? null : true;
    }

    private static bool? Any(IEnumerable<bool?> truths)
    {
        var unknown = false;
        foreach (var truth in truths)
        {
            if (truth is true)
            {
                return true;
            }

            unknown |= truth is null;
        }

        return unknown ? null : false;
    }

    private static bool Meets(string value, FactCondition test)
    {
        var named = Named(test);
        switch (test.Operator)
        {
            case FactOperator.In:
                return named.Contains(value);
            case FactOperator.NotIn:
                return !named.Contains(value);
            case FactOperator.AnyOf:
                return Items(value).Exists(named.Contains);
            case FactOperator.AllOf:
                return named.IsSubsetOf(Items(value));
            case FactOperator.NoneOf:
                return !Items(value).Exists(named.Contains);
            case FactOperator.OnlyOf:
                return Items(value).Count > 0 && Items(value).TrueForAll(named.Contains);
            case FactOperator.Empty:
                return Items(value).Count == 0;
            case FactOperator.NotEmpty:
                return Items(value).Count > 0;
            case FactOperator.IsNone:
                return value is "none";
            case FactOperator.IsSome:
                return value is not "none";
            case FactOperator.Between:
                return value is not "none" && (test.Fact.Type == FactType.Date ? DayLies(value, test) : NumberLies(value, test));
            default:
                throw new ArgumentException("no such operator", nameof(test));
        }
    }

    private static bool NumberLies(string value, FactCondition test)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        return (test.Low == FactCondition.Lowest || number >= test.Low) && (test.High == FactCondition.Highest || number <= test.High);
    }

    // Days as written, year first, compare as text.
    private static bool DayLies(string value, FactCondition test) =>
        (test.Low == FactCondition.Lowest || string.CompareOrdinal(value, Day(test.Low)) >= 0)
        && (test.High == FactCondition.Highest || string.CompareOrdinal(value, Day(test.High)) <= 0);

    private static string Day(long number) => DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static HashSet<string> Named(FactCondition test)
    {
        string[] names = test.Fact.Type == FactType.Boolean ? ["false", "true"] : [.. test.Fact.Options.Select(option => option.Id)];
        return [.. names.Where((_, i) => (test.Items >> i & 1) != 0)];
    }

    private static List<string> Items(string value) => value.Length == 0 ? [] : [.. value.Split(", ")];
}
