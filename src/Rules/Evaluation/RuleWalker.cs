using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Evaluation;

/// <summary>A fact of one member of a frame. Facility and milestone facts have member -1.</summary>
internal sealed record FactVariable(FactDefinition Fact, int Member)
{
    /// <summary>Facility's facts first, then member by member, each in the catalogue's order.</summary>
    public static Comparer<FactVariable> ByPlace { get; } = Comparer<FactVariable>.Create((a, b) =>
        a.Member != b.Member ? a.Member.CompareTo(b.Member) : a.Fact.Order.CompareTo(b.Fact.Order));

    public static FactVariable Of(FactDefinition fact, int member) => new(fact, fact.Scope == FactScope.System ? member : -1);
}

/// <summary>Runs rules by walking their nodes: what one dossier on a desk needs, where compiling would cost more than it saves.</summary>
internal static class RuleWalker
{
    public static Truth Evaluate(RuleNode node, FactFrame frame, int member)
    {
        switch (node)
        {
            case LeafNode leaf:
                return leaf.Test(frame.Values[frame.Index(leaf.Fact, member)]);
            case JunctionNode junction:
            {
                var stop = junction.IsAnd ? Truth.False : Truth.True;
                var result = junction.IsAnd ? Truth.True : Truth.False;
                var items = junction.Items;
                for (var i = 0; i < items.Count; i++)
                {
                    var truth = Evaluate(items[i], frame, member);
                    if (truth == stop)
                    {
                        return stop;
                    }

                    result = junction.IsAnd ? result & truth : result | truth;
                }

                return result;
            }

            case QuantifierNode quantifier:
            {
                var result = quantifier.IsAnd ? Truth.True : Truth.False;
                for (var component = member + 1; component <= member + frame.Descendants(member); component++)
                {
                    var truth = Evaluate(quantifier.Inner, frame, component);
                    result = quantifier.IsAnd ? result & truth : result | truth;
                }

                return result;
            }

            case ConstantNode constant:
                return constant.Value;
            default:
                throw new InvalidOperationException("unknown kind of node");
        }
    }

    /// <summary>Adds the facts that keep an unknown node unknown; facts under a branch that is decided already are left out.</summary>
    public static void CollectUnknown(RuleNode node, FactFrame frame, int member, ISet<FactVariable> unknown)
    {
        if (Evaluate(node, frame, member) != Truth.Unknown)
        {
            return;
        }

        switch (node)
        {
            case LeafNode leaf:
                unknown.Add(FactVariable.Of(leaf.Fact, member));
                break;
            case JunctionNode junction:
                foreach (var item in junction.Items)
                {
                    CollectUnknown(item, frame, member, unknown);
                }

                break;
            case QuantifierNode quantifier:
                for (var component = member + 1; component <= member + frame.Descendants(member); component++)
                {
                    CollectUnknown(quantifier.Inner, frame, component, unknown);
                }

                break;
        }
    }
}
