using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Levels;

/// <summary>One fact that made a rule hold, not hold, or stay open.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Component">The component it is a fact of; null for the system itself or the facility.</param>
/// <param name="Value">Its value; null where it was not declared.</param>
/// <param name="Needs">What the rule asks of it, in Vietnamese, such as «từ 10.000 người trở lên».</param>
/// <param name="Otherwise">The opposite of that, in Vietnamese.</param>
public sealed record Reason(FactDefinition Fact, SystemProfile? Component, FactValue? Value, string Needs, string Otherwise)
{
    /// <summary>The value in words, or «chưa khai».</summary>
    public string ValueText => Value is { } value ? FactText.Describe(Fact, value) : "chưa khai";
}

/// <summary>Says why a rule holds, does not hold or is open: the tests that made it so.</summary>
internal static class Reasons
{
    /// <summary>The facts behind a node's truth: for true those that met it, for false those that say no, for unknown those not declared.</summary>
    public static IReadOnlyList<Reason> Of(RuleNode node, FactFrame frame, int member) => Collect(node, frame, member, enough: false);

    /// <summary>No more of these facts than it takes: of several that each say no, the first.</summary>
    public static IReadOnlyList<Reason> Enough(RuleNode node, FactFrame frame, int member) => Collect(node, frame, member, enough: true);

    private static List<Reason> Collect(RuleNode node, FactFrame frame, int member, bool enough)
    {
        var reasons = new List<Reason>();
        Collect(node, frame, member, RuleWalker.Evaluate(node, frame, member), enough, reasons);
        return reasons;
    }

    private static void Collect(RuleNode node, FactFrame frame, int member, Truth truth, bool enough, List<Reason> reasons)
    {
        switch (node)
        {
            case LeafNode leaf:
            {
                var component = leaf.Fact.Scope == FactScope.System && member > 0 ? frame.Members[member] : null;
                var reason = new Reason(
                    leaf.Fact,
                    component,
                    frame[leaf.Fact, member],
                    ConditionText.Needs(leaf.Source, leaf.Negated),
                    ConditionText.Needs(leaf.Source, !leaf.Negated));
                if (!reasons.Exists(known => ReferenceEquals(known.Fact, reason.Fact) && ReferenceEquals(known.Component, reason.Component) && string.Equals(known.Needs, reason.Needs, StringComparison.Ordinal)))
                {
                    reasons.Add(reason);
                }

                break;
            }

            case JunctionNode junction:
            {
                // Only what has the whole's truth explains it: of an AND that fails the parts that fail, and one of them is enough.
                var parts = junction.Items.Where(item => RuleWalker.Evaluate(item, frame, member) == truth);
                var oneDecides = truth == (junction.IsAnd ? Truth.False : Truth.True);
                foreach (var item in enough && oneDecides ? parts.Take(1) : parts)
                {
                    Collect(item, frame, member, truth, enough, reasons);
                }

                break;
            }

            case QuantifierNode quantifier:
                for (var component = member + 1; component <= member + frame.Descendants(member); component++)
                {
                    if (RuleWalker.Evaluate(quantifier.Inner, frame, component) == truth)
                    {
                        Collect(quantifier.Inner, frame, component, truth, enough, reasons);
                    }
                }

                break;
        }
    }
}
