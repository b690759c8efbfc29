using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Evaluation;

/// <summary>Several conditions made ready to run together. Results are in their order.</summary>
internal sealed class RuleProgram
{
    /// <summary>Rules whose results share a 64-bit word.</summary>
    public const int RulesPerWord = 32;

    /// <summary>Rules whose code shares a delegate: with far fewer the same facts are loaded again and again, with far more the code is too long.</summary>
    public const int RulesPerDelegate = 2 * RulesPerWord;

    public RuleProgram(FactCatalogue catalogue, IReadOnlyList<Condition> rules)
    {
        Catalogue = catalogue;
        Roots = [.. rules.Select(RuleNormaliser.Normalise)];
        var index = 0;
        foreach (var root in Roots)
        {
            Number(root, ref index);
        }

        NodeCount = index;
    }

    public FactCatalogue Catalogue { get; }

    public IReadOnlyList<RuleNode> Roots { get; }

    /// <summary>How many nodes a trace has room for.</summary>
    public int NodeCount { get; }

    public int Words => (Roots.Count + RulesPerWord - 1) / RulesPerWord;

    public int TraceWords => (NodeCount + RulesPerWord - 1) / RulesPerWord;

    public static Truth Read(ReadOnlySpan<ulong> words, int index) =>
        (Truth)(words[index / RulesPerWord] >> (2 * (index % RulesPerWord)) & 3);

    /// <summary>Every leaf, those inside quantifiers included.</summary>
    public IEnumerable<LeafNode> Leaves => Roots.SelectMany(LeavesOf);

    public static IEnumerable<LeafNode> LeavesOf(RuleNode node) => node switch
    {
        LeafNode leaf => [leaf],
        JunctionNode junction => junction.Items.SelectMany(LeavesOf),
        QuantifierNode quantifier => LeavesOf(quantifier.Inner),
        _ => [],
    };

    private static void Number(RuleNode node, ref int index)
    {
        if (node is JunctionNode junction)
        {
            foreach (var item in junction.Items)
            {
                Number(item, ref index);
            }
        }

        node.TraceIndex = index++;
    }
}
