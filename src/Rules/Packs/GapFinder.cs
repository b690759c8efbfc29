using EmrSec.Rules.Conditions;
using EmrSec.Rules.Decisions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Packs;

/// <summary>What a fact is in a gap.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Is">What it is, in Vietnamese.</param>
public sealed record GapFact(FactDefinition Fact, string Is);

/// <summary>A combination of facts for which a regime gives no level, whatever the other facts are.</summary>
/// <param name="Facts">The facts, each with what it is.</param>
public sealed record RuleGap(IReadOnlyList<GapFact> Facts);

/// <summary>Finds where the law itself is silent.</summary>
public static class GapFinder
{
    /// <summary>The gaps of a regime, those with the fewest facts first. Presumed facts have their presumed values.</summary>
    /// <param name="packs">The law.</param>
    /// <param name="regime">The regime.</param>
    public static IReadOnlyList<RuleGap> Find(RulePackSet packs, Regime regime)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(regime);
        var nothing = new SystemProfile("system", "", FactSet.Empty, []);
        var frame = FactFrame.Create(packs.Facts, FactSet.Empty, FactSet.Empty, nothing);
        Presumptions.Fill(frame);
        var candidates = regime.Criteria.Select((criterion, i) => new Candidate(regime.Program.Roots[i], 0, criterion.Level)).ToList();
        var decision = Decision.Make(frame, [candidates], DateOnly.MaxValue);
        if (decision.Root is not { } root)
        {
            throw new InvalidOperationException("the search for gaps went over its budget");
        }

        var cubes = new HashSet<Cube>();
        foreach (var cube in Silent(root, new Cube([]), decision))
        {
            cubes.Add(Widen(cube, decision));
        }

        var merged = Merge(cubes);
        return
        [
            .. merged.Where(cube => !merged.Exists(other => !other.Equals(cube) && other.Covers(cube)))
                .OrderBy(cube => cube.Classes.Count)
                .ThenBy(cube => cube.ToString(), StringComparer.Ordinal)
                .Select(cube => new RuleGap([.. cube.Classes.Select(pair => Describe(decision.Classes[pair.Key], pair.Value))])),
        ];
    }

    private static IEnumerable<Cube> Silent(DecisionNode node, Cube path, Decision decision)
    {
        if (node.IsLeaf)
        {
            return node.Outcome == 0 ? [path] : [];
        }

        return node.Children.SelectMany((child, i) => Silent(child, path.With(node.Variable, [i]), decision));
    }

    /// <summary>Lets go of every fact without which there is still no level.</summary>
    private static Cube Widen(Cube cube, Decision decision)
    {
        // Facts that come late in the law's order are let go first: what a system is says more than what it carries.
        foreach (var variable in cube.Classes.Keys.Reverse())
        {
            var without = cube.Without(variable);
            if (IsSilent(decision.Root!, without))
            {
                cube = without;
            }
        }

        return cube;
    }

    /// <summary>Makes one of two gaps that differ in the values of one fact only, until there are none.</summary>
    private static List<Cube> Merge(IEnumerable<Cube> cubes)
    {
        var merged = cubes.ToList();
        for (var i = 0; i < merged.Count; i++)
        {
            for (var j = i + 1; j < merged.Count; j++)
            {
                if (merged[i].MergedWith(merged[j]) is { } both)
                {
                    merged[i] = both;
                    merged.RemoveAt(j);
                    (i, j) = (0, 0);
                }
            }
        }

        return merged;
    }

    private static bool IsSilent(DecisionNode node, Cube cube)
    {
        if (node.IsLeaf)
        {
            return node.Outcome == 0;
        }

        return cube.Classes.TryGetValue(node.Variable, out var classes)
            ? classes.All(each => IsSilent(node.Children[each], cube))
            : Array.TrueForAll(node.Children, child => IsSilent(child, cube));
    }

    private static GapFact Describe(ValueClasses classes, IReadOnlyList<int> chosen)
    {
        var parts = chosen.Select(each => classes.Items[each].Condition).ToList();
        var merged = classes.Fact.Type switch
        {
            FactType.Boolean or FactType.Enum => parts[0] with { Items = parts.Aggregate(0L, (bits, part) => bits | part.Items) },
            FactType.Set => MergeSets(classes, chosen),
            _ => null,
        };
        return new GapFact(classes.Fact, merged is not null ? ConditionText.Needs(merged) : string.Join("; hoặc ", parts.Select(part => ConditionText.Needs(part))));
    }

    // The shortest way to say which sets are meant, if one of the operators says exactly that.
    private static FactCondition? MergeSets(ValueClasses classes, IReadOnlyList<int> chosen)
    {
        var sets = chosen.Select(each => classes.Items[each].Representative.Items).ToList();
        var kinds = classes.Items.Aggregate(0L, (bits, each) => bits | each.Representative.Items);
        var union = sets.Aggregate(0L, (bits, set) => bits | set);
        var always = sets.Aggregate(kinds, (bits, set) => bits & set);
        FactCondition[] ways =
        [
            new(default, classes.Fact, FactOperator.NoneOf, kinds & ~union, 0, 0),
            new(default, classes.Fact, FactOperator.AllOf, always, 0, 0),
            new(default, classes.Fact, FactOperator.OnlyOf, union, 0, 0),
        ];
        foreach (var way in ways.Where(way => way.Items != 0))
        {
            var node = RuleNormaliser.Normalise(way);
            var frame = FactFrame.Create(new FactCatalogue([classes.Fact]), FactSet.Empty, FactSet.Empty, new SystemProfile("", "", FactSet.Empty, []));
            var meant = Enumerable.Range(0, classes.Items.Count)
                .Where(each => RuleWalker.Evaluate(node, frame.With(classes.Fact, 0, classes.Items[each].Representative), 0) == Truth.True);
            if (meant.SequenceEqual(chosen.Order()))
            {
                // Said with every item of the kind, not only the one that stands for it.
                return way with { Items = classes.Alike(way.Items) };
            }
        }

        return null;
    }

    private sealed class Cube(SortedDictionary<int, IReadOnlyList<int>> classes) : IEquatable<Cube>
    {
        public SortedDictionary<int, IReadOnlyList<int>> Classes { get; } = classes;

        public Cube With(int variable, IReadOnlyList<int> values) => new(new SortedDictionary<int, IReadOnlyList<int>>(Classes) { [variable] = values });

        public Cube Without(int variable)
        {
            var rest = new SortedDictionary<int, IReadOnlyList<int>>(Classes);
            rest.Remove(variable);
            return new Cube(rest);
        }

        public bool Covers(Cube other) => Classes.All(pair => other.Classes.TryGetValue(pair.Key, out var values) && values.All(pair.Value.Contains));

        public Cube? MergedWith(Cube other)
        {
            if (!Classes.Keys.SequenceEqual(other.Classes.Keys))
            {
                return null;
            }

            var different = Classes.Where(pair => !pair.Value.SequenceEqual(other.Classes[pair.Key])).Select(pair => pair.Key).ToList();
            return different.Count == 1
                ? With(different[0], [.. Classes[different[0]].Union(other.Classes[different[0]]).Order()])
                : null;
        }

        public bool Equals(Cube? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

        public override bool Equals(object? obj) => Equals(obj as Cube);

        public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

        public override string ToString() => string.Join(';', Classes.Select(pair => $"{pair.Key:D3}={string.Join(',', pair.Value)}"));
    }
}
