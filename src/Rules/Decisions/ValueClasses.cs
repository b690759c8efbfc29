using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Decisions;

/// <summary>Values of a fact that no rule can tell apart.</summary>
/// <param name="Representative">One of them.</param>
/// <param name="Condition">The class in the form of a condition, to be said in words.</param>
internal sealed record ValueClass(FactValue Representative, FactCondition Condition);

/// <summary>All values of one fact, in the classes that a group of rules can tell apart.</summary>
internal sealed class ValueClasses
{
    /// <summary>Above this many kinds of items a set has too many classes to try them all.</summary>
    private const int MaxItemKinds = 8;

    private readonly IReadOnlyList<LeafNode> _leaves;

    private ValueClasses(FactDefinition fact, IReadOnlyList<LeafNode> leaves, IReadOnlyList<ValueClass> items)
    {
        Fact = fact;
        _leaves = leaves;
        Items = items;
    }

    public FactDefinition Fact { get; }

    /// <summary>The classes; empty where there are too many to enumerate.</summary>
    public IReadOnlyList<ValueClass> Items { get; }

    /// <summary>Makes the classes that the leaves asking for a fact tell apart.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="leaves">The leaves of the rules; those on other facts are passed over.</param>
    /// <param name="latestDay">For dates: the last day that can have come.</param>
    public static ValueClasses Create(FactDefinition fact, IEnumerable<LeafNode> leaves, DateOnly latestDay)
    {
        LeafNode[] own = [.. leaves.Where(leaf => leaf.Fact == fact)];
        var values = fact.Type switch
        {
            FactType.Boolean => [FactValue.Of(false), FactValue.Of(true)],
            FactType.Enum => Enumerable.Range(0, fact.Options.Count).Select(FactValue.OfOption),
            FactType.Set => Sets(fact, own),
            _ => Numbers(fact, own, latestDay),
        };
        var classes = values
            .GroupBy(value => Signature(own, value.Code), StringComparer.Ordinal)
            .Select(group => new ValueClass(group.First(), Condition(fact, [.. group], own)))
            .ToList();
        return new ValueClasses(fact, own, classes);
    }

    /// <summary>The class of a value.</summary>
    public int ClassOf(FactValue value)
    {
        var signature = Signature(_leaves, value.Code);
        for (var i = 0; i < Items.Count; i++)
        {
            if (string.Equals(Signature(_leaves, Items[i].Representative.Code), signature, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException("value outside the fact's domain", nameof(value));
    }

    /// <summary>The items of a set, and every other item that no rule can tell from one of them.</summary>
    public long Alike(long items) => Alike(Fact, _leaves, items);

    private static long Alike(FactDefinition fact, IReadOnlyList<LeafNode> leaves, long items)
    {
        var masks = leaves.OfType<MaskLeaf>().Select(leaf => leaf.Mask >> 1).Distinct().ToList();
        var held = Enumerable.Range(0, fact.Options.Count).Where(item => (items >> item & 1) != 0).ToList();
        return Enumerable.Range(0, fact.Options.Count)
            .Where(item => held.Exists(other => masks.TrueForAll(mask => (mask >> item & 1) == (mask >> other & 1))))
            .Aggregate(0L, (bits, item) => bits | 1L << item);
    }

    private static string Signature(IEnumerable<LeafNode> leaves, long code) =>
        string.Concat(leaves.Select(leaf => leaf.Test(code) == Truth.True ? '1' : '0'));

    // Items that stand in the same masks are one kind; a set is told by which kinds it holds.
    private static IEnumerable<FactValue> Sets(FactDefinition fact, IReadOnlyList<LeafNode> leaves)
    {
        var masks = leaves.OfType<MaskLeaf>().Select(leaf => leaf.Mask >> 1).Distinct().ToList();
        var kinds = Enumerable.Range(0, fact.Options.Count)
            .GroupBy(item => string.Concat(masks.Select(mask => (char)('0' + (mask >> item & 1)))), StringComparer.Ordinal)
            .Select(group => 1L << group.First())
            .ToList();
        if (kinds.Count > MaxItemKinds)
        {
            yield break;
        }

        for (var subset = 0; subset < 1 << kinds.Count; subset++)
        {
            var items = kinds.Where((_, i) => (subset >> i & 1) != 0).Aggregate(0L, (bits, kind) => bits | kind);
            if (fact.MinItems == 0 || items != 0)
            {
                yield return FactValue.OfItems(items);
            }
        }
    }

    // Between two neighbouring bounds every number is alike.
    private static IEnumerable<FactValue> Numbers(FactDefinition fact, IReadOnlyList<LeafNode> leaves, DateOnly latestDay)
    {
        var (least, most) = Domain(fact, latestDay);
        var starts = leaves.OfType<RangeLeaf>()
            .SelectMany(leaf => new[] { leaf.Low >> 1, (leaf.High >> 1) + 1 })
            .Append(least)
            .Where(start => least <= start && start <= most)
            .Distinct()
            .Order();
        foreach (var start in starts)
        {
            yield return FactValue.FromCode((start << 1) | 1);
        }

        if (fact.AllowNone)
        {
            yield return FactValue.None;
        }
    }

    private static (long Least, long Most) Domain(FactDefinition fact, DateOnly latestDay) => fact.Type == FactType.Date
        ? (new DateOnly(1945, 1, 1).DayNumber, latestDay.DayNumber)
        : (fact.Min ?? FactCondition.Lowest, fact.Max ?? FactCondition.Highest);

    private static FactCondition Condition(FactDefinition fact, IReadOnlyList<FactValue> values, IReadOnlyList<LeafNode> leaves)
    {
        FactCondition Make(FactOperator how, long items = 0, long low = 0, long high = 0) => new(default, fact, how, items, low, high);
        switch (fact.Type)
        {
            case FactType.Boolean or FactType.Enum:
                return Make(FactOperator.In, values.Aggregate(0L, (bits, value) => bits | 1L << value.Index));
            case FactType.Set:
            {
                var items = values[0].Items;
                return items == 0 ? Make(FactOperator.Empty) : Make(FactOperator.OnlyOf, Alike(fact, leaves, items));
            }

            default:
            {
                if (values[0].IsNone)
                {
                    return Make(FactOperator.IsNone);
                }

                var bounds = leaves.OfType<RangeLeaf>().SelectMany(leaf => new[] { leaf.Low >> 1, (leaf.High >> 1) + 1 });
                var numbers = values.Where(value => !value.IsNone).Select(value => value.Number).ToList();
                var next = bounds.Where(bound => bound > numbers[^1]).DefaultIfEmpty(FactCondition.Highest + 1).Min();
                var low = fact.Type != FactType.Date && numbers[0] == (fact.Min ?? FactCondition.Lowest) ? FactCondition.Lowest : numbers[0];
                low = fact.Type == FactType.Date && numbers[0] <= new DateOnly(1945, 1, 1).DayNumber ? FactCondition.Lowest : low;
                return Make(FactOperator.Between, 0, low, next > FactCondition.Highest ? FactCondition.Highest : next - 1);
            }
        }
    }
}
