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
            FactType.Boolean => [1, 2],
            FactType.Enum => Codes(fact.Options.Count),
            FactType.Set => Sets(fact, own),
            _ => Numbers(fact, own, latestDay),
        };
        var groups = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        var order = new List<List<long>>();
        var last = "";
        foreach (var code in values)
        {
            // Of numbers and days only neighbours share a class, and none stands apart: each class can then be said as one interval.
            var signature = Signature(own, code);
            if (fact.Type is FactType.Integer or FactType.Date && (code == FactValue.None.Code || !string.Equals(signature, last, StringComparison.Ordinal)))
            {
                groups.Clear();
            }

            last = signature;
            if (!groups.TryGetValue(signature, out var group))
            {
                groups.Add(signature, group = []);
                order.Add(group);
            }

            group.Add(code);
        }

        return new ValueClasses(fact, own, order.ConvertAll(group => new ValueClass(FactValue.FromCode(group[0]), Condition(fact, group, own))));
    }

    /// <summary>The class of a value; -1 where there are too many classes to enumerate.</summary>
    public int ClassOf(FactValue value)
    {
        if (Items.Count == 0)
        {
            return -1;
        }

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

    private static string Signature(IReadOnlyList<LeafNode> leaves, long code)
    {
        var text = new char[leaves.Count];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = leaves[i].Test(code) == Truth.True ? '1' : '0';
        }

        return new string(text);
    }

    private static List<long> Codes(int count)
    {
        var codes = new List<long>();
        for (var code = 1; code <= count; code++)
        {
            codes.Add(code);
        }

        return codes;
    }

    // Items that stand in the same masks are one kind; a set is told by which kinds it holds.
    private static List<long> Sets(FactDefinition fact, IReadOnlyList<LeafNode> leaves)
    {
        var kinds = new List<long>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var item = 0; item < fact.Options.Count; item++)
        {
            var bit = 1L << item;
            if (seen.Add(string.Concat(leaves.OfType<MaskLeaf>().Select(leaf => (leaf.Mask >> 1 & bit) != 0 ? "1" : "0"))))
            {
                kinds.Add(bit);
            }
        }

        var sets = new List<long>();
        if (kinds.Count > MaxItemKinds)
        {
            return sets;
        }

        for (var subset = 0; subset < 1 << kinds.Count; subset++)
        {
            var items = 0L;
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                items |= (subset >> kind & 1) != 0 ? kinds[kind] : 0;
            }

            if (fact.MinItems == 0 || items != 0)
            {
                sets.Add(FactValue.OfItems(items).Code);
            }
        }

        return sets;
    }

    // Between two neighbouring bounds every number is alike.
    private static List<long> Numbers(FactDefinition fact, IReadOnlyList<LeafNode> leaves, DateOnly latestDay)
    {
        var (least, most) = Domain(fact, latestDay);
        var starts = Bounds(leaves);
        starts.Add(least);
        starts.RemoveAll(start => start < least || start > most);
        starts.Sort();
        var codes = new List<long>();
        foreach (var start in starts)
        {
            var code = (start << 1) | 1;
            if (codes.Count == 0 || codes[^1] != code)
            {
                codes.Add(code);
            }
        }

        if (fact.AllowNone)
        {
            codes.Add(FactValue.None.Code);
        }

        return codes;
    }

    private static List<long> Bounds(IReadOnlyList<LeafNode> leaves)
    {
        var bounds = new List<long>();
        foreach (var leaf in leaves.OfType<RangeLeaf>())
        {
            bounds.Add(leaf.Low >> 1);
            bounds.Add((leaf.High >> 1) + 1);
        }

        return bounds;
    }

    private static (long Least, long Most) Domain(FactDefinition fact, DateOnly latestDay) => fact.Type == FactType.Date
        ? (new DateOnly(1945, 1, 1).DayNumber, latestDay.DayNumber)
        : (fact.Min ?? FactCondition.Lowest, fact.Max ?? FactCondition.Highest);

    private static FactCondition Condition(FactDefinition fact, List<long> codes, IReadOnlyList<LeafNode> leaves)
    {
        FactCondition Make(FactOperator how, long items = 0, long low = 0, long high = 0) => new(default, fact, how, items, low, high);
        var first = FactValue.FromCode(codes[0]);
        switch (fact.Type)
        {
            case FactType.Boolean or FactType.Enum:
            {
                var items = 0L;
                codes.ForEach(code => items |= 1L << (int)(code - 1));
                return Make(FactOperator.In, items);
            }

            case FactType.Set:
                return first.Items == 0 ? Make(FactOperator.Empty) : Make(FactOperator.OnlyOf, Alike(fact, leaves, first.Items));
            default:
                return first.IsNone ? Make(FactOperator.IsNone) : Interval(fact, codes, leaves);
        }
    }

    // From the first number of the class to the last before the next bound; «none» is said apart.
    private static FactCondition Interval(FactDefinition fact, List<long> codes, IReadOnlyList<LeafNode> leaves)
    {
        var (least, _) = Domain(fact, DateOnly.MaxValue);
        var low = codes[0] >> 1;
        var last = codes[codes[^1] == FactValue.None.Code ? codes.Count - 2 : codes.Count - 1] >> 1;
        var next = FactCondition.Highest + 1;
        foreach (var bound in Bounds(leaves))
        {
            next = bound > last ? Math.Min(next, bound) : next;
        }

        return new FactCondition(default, fact, FactOperator.Between, 0, low <= least ? FactCondition.Lowest : low, Math.Min(FactCondition.Highest, next - 1));
    }
}
