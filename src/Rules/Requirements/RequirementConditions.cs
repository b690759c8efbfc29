using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Requirements;

/// <summary>
/// Judges the conditions of requirements for one system. As with levels, a system made of components is judged on its components (and on
/// itself where it declares something that counts): what holds of one of them holds of the whole. A component takes what it leaves
/// undeclared from the whole; whether it meets a criterion was settled with the level.
/// </summary>
internal sealed class RequirementConditions
{
    private readonly Regime _regime;
    private readonly IReadOnlyList<JudgedMember> _members;
    private readonly FactFrame _levelFrame;
    private readonly FactFrame _frame;

    public RequirementConditions(LevelResult level)
    {
        _regime = level.Regime;
        _members = level.Judged;
        _levelFrame = level.Frame;
        _frame = Inherit(level.Frame);
    }

    public Truth Judge(Condition condition)
    {
        var truth = Truth.False;
        foreach (var member in _members)
        {
            truth |= Judge(condition, member);
        }

        return truth;
    }

    /// <summary>The facts that keep the condition unknown, each once.</summary>
    public IReadOnlyList<MissingFact> Missing(Condition condition)
    {
        if (Judge(condition) != Truth.Unknown)
        {
            return [];
        }

        var unknown = new HashSet<FactVariable>();
        foreach (var member in _members)
        {
            Collect(condition, member, unknown);
        }

        return [.. unknown.Order(FactVariable.ByPlace).Select(variable => new MissingFact(variable.Fact, variable.Member < 0 ? null : _frame.Members[variable.Member]))];
    }

    /// <summary>The declared facts of a condition in words, such as «Có mạng không dây: không».</summary>
    public string Describe(Condition condition)
    {
        var facts = new List<string>();
        foreach (var member in _members)
        {
            foreach (var reason in Reasons.Enough(RuleNormaliser.Normalise(condition), _frame, member.Index))
            {
                var text = $"{reason.Fact.Label}: {reason.ValueText}";
                if (!facts.Contains(text))
                {
                    facts.Add(text);
                }
            }
        }

        return string.Join("; ", facts);
    }

    private Truth Judge(Condition condition, JudgedMember member)
    {
        switch (condition)
        {
            case AllCondition all:
                var every = Truth.True;
                foreach (var item in all.Items)
                {
                    every &= Judge(item, member);
                }

                return every;
            case AnyCondition any:
                var some = Truth.False;
                foreach (var item in any.Items)
                {
                    some |= Judge(item, member);
                }

                return some;
            case NotCondition not:
                return Judge(not.Inner, member) switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Unknown };
            case MeetsCondition meets:
                var met = Truth.False;
                foreach (var criterion in meets.Criteria)
                {
                    met |= member.Truths[IndexOf(criterion)];
                }

                return met;
            default:
                return RuleWalker.Evaluate(RuleNormaliser.Normalise(condition), _frame, member.Index);
        }
    }

    private void Collect(Condition condition, JudgedMember member, HashSet<FactVariable> unknown)
    {
        if (Judge(condition, member) != Truth.Unknown)
        {
            return;
        }

        switch (condition)
        {
            case AllCondition all:
                CollectEach(all.Items, member, unknown);
                break;
            case AnyCondition any:
                CollectEach(any.Items, member, unknown);
                break;
            case NotCondition not:
                Collect(not.Inner, member, unknown);
                break;
            case MeetsCondition meets:
                foreach (var criterion in meets.Criteria)
                {
                    RuleWalker.CollectUnknown(_regime.Program.Roots[IndexOf(criterion)], _levelFrame, member.Index, unknown);
                }

                break;
            default:
                RuleWalker.CollectUnknown(RuleNormaliser.Normalise(condition), _frame, member.Index, unknown);
                break;
        }
    }

    private void CollectEach(IReadOnlyList<Condition> items, JudgedMember member, HashSet<FactVariable> unknown)
    {
        foreach (var item in items)
        {
            Collect(item, member, unknown);
        }
    }

    private int IndexOf(Criterion criterion)
    {
        for (var i = 0; i < _regime.Criteria.Count; i++)
        {
            if (ReferenceEquals(_regime.Criteria[i], criterion))
            {
                return i;
            }
        }

        throw new InvalidOperationException("criterion of another regime");
    }

    // Preorder: a member's own block is filled before its components look at it.
    private static FactFrame Inherit(FactFrame frame)
    {
        var copy = frame.Copy();
        var slots = frame.Catalogue.SystemSlots;
        for (var parent = 0; parent < copy.Members.Count; parent++)
        {
            for (var child = parent + 1; child <= parent + copy.Descendants(parent); child++)
            {
                for (var slot = 0; slot < slots; slot++)
                {
                    ref var value = ref copy.Values[copy.MemberBase(child) + slot];
                    value = value == 0 ? copy.Values[copy.MemberBase(parent) + slot] : value;
                }
            }
        }

        return copy;
    }
}
