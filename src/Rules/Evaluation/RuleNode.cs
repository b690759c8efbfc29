using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Evaluation;

/// <summary>A condition made ready to run: negation stands at the leaves only, and every leaf is one bit test or one range test.</summary>
internal abstract class RuleNode
{
    /// <summary>Place of this node's two bits in a trace; nodes inside a quantifier have none (-1).</summary>
    public int TraceIndex { get; set; } = -1;
}

internal sealed class ConstantNode(Truth value) : RuleNode
{
    public Truth Value { get; } = value;
}

/// <summary>AND (<paramref name="isAnd"/>) or OR of its items.</summary>
internal sealed class JunctionNode(bool isAnd, IReadOnlyList<RuleNode> items) : RuleNode
{
    public bool IsAnd { get; } = isAnd;

    public IReadOnlyList<RuleNode> Items { get; } = items;
}

/// <summary>AND (<paramref name="isAnd"/>) or OR of the inner node over the components of a member.</summary>
internal sealed class QuantifierNode(bool isAnd, RuleNode inner) : RuleNode
{
    public bool IsAnd { get; } = isAnd;

    public RuleNode Inner { get; } = inner;
}

/// <summary>A test of one slot. Code 0 (not declared) gives unknown; see <see cref="FactValue"/> for the codes.</summary>
internal abstract class LeafNode(FactCondition source, bool negated) : RuleNode
{
    /// <summary>The comparison it comes from.</summary>
    public FactCondition Source { get; } = source;

    /// <summary>Whether the comparison stands under an odd number of negations.</summary>
    public bool Negated { get; } = negated;

    public FactDefinition Fact => Source.Fact;

    public abstract Truth Test(long code);
}

/// <summary>Boolean or enum: bit c of <paramref name="hits"/> says whether code c satisfies the test (negation already applied).</summary>
internal sealed class TableLeaf(FactCondition source, bool negated, ulong hits) : LeafNode(source, negated)
{
    public ulong Hits { get; } = hits;

    /// <summary>Two bits for each code, where the fact has few enough values for one 64-bit constant; else null.</summary>
    public ulong? TwoBitTable
    {
        get
        {
            var codes = Fact.Type == FactType.Boolean ? 3 : Fact.Options.Count + 1;
            if (codes > 32)
            {
                return null;
            }

            var table = 1UL;
            for (var code = 1; code < codes; code++)
            {
                table |= (Hits >> code & 1) * 3 << (2 * code);
            }

            return table;
        }
    }

    public override Truth Test(long code) =>
        code == 0 ? Truth.Unknown : (Hits >> (int)code & 1) != 0 ? Truth.True : Truth.False;
}

/// <summary>Set: holds any of the bits of <paramref name="mask"/> (which is in the form of a code, without the lowest bit), or none of them.</summary>
internal sealed class MaskLeaf(FactCondition source, bool negated, long mask, bool wantsNone) : LeafNode(source, negated)
{
    public long Mask { get; } = mask;

    public bool WantsNone { get; } = wantsNone;

    public override Truth Test(long code) =>
        code == 0 ? Truth.Unknown : (code & Mask) != 0 != WantsNone ? Truth.True : Truth.False;
}

/// <summary>Integer or date: a code within two codes, inclusive, or outside.</summary>
internal sealed class RangeLeaf(FactCondition source, bool negated, long low, long high, bool wantsOutside) : LeafNode(source, negated)
{
    public long Low { get; } = low;

    public long High { get; } = high;

    public bool WantsOutside { get; } = wantsOutside;

    public override Truth Test(long code) =>
        code == 0 ? Truth.Unknown : (Low <= code && code <= High) != WantsOutside ? Truth.True : Truth.False;
}
