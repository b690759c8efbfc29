using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Requirements;

/// <summary>
/// Judges the conditions of requirements for one system. As with levels, a system made of components is judged on its components (and on
/// itself where it declares something that counts): what holds of one of them holds of the whole. A component takes what it leaves
/// undeclared from the whole; whether it meets a criterion was settled with the level. Where the system may have several levels each is
/// looked at as if it were the one: no criterion of a higher level holds then, and one of its own does.
/// </summary>
internal sealed class RequirementConditions
{
    private readonly int _level;
    private readonly Regime _regime;
    private readonly IReadOnlyList<JudgedMember> _members;
    private readonly FactFrame _levelFrame;
    private readonly FactFrame _frame;

    /// <summary>Makes the conditions of a system at a level.</summary>
    /// <param name="system">The system.</param>
    /// <param name="frame">Its facts, undeclared ones taken from the whole: <see cref="Inherit"/>.</param>
    /// <param name="level">The level it is taken to have; one of its range.</param>
    public RequirementConditions(LevelResult system, FactFrame frame, int level)
    {
        _level = level;
        _regime = system.Regime;
        _members = system.Judged;
        _levelFrame = system.Frame;
        _frame = frame;
    }

    public Truth Judge(Condition condition)
    {
        var truth = Truth.False;
        switch (condition)
        {
            case AnyCondition any:
                foreach (var item in any.Items)
                {
                    truth |= Judge(item);
                }

                return truth;
            case MeetsCondition meets when IsBound(meets, null):
                return Truth.True;
            default:
                foreach (var member in _members)
                {
                    truth |= Judge(condition, member);
                }

                return truth;
        }
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
                return IsBound(meets, member) ? Truth.True : Met(meets, member);
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

    private Truth Met(MeetsCondition meets, JudgedMember member)
    {
        var met = Truth.False;
        foreach (var criterion in meets.Criteria)
        {
            met |= criterion.Level > _level ? Truth.False : member.Truths[IndexOf(criterion)];
        }

        return met;
    }

    /// <summary>
    /// Whether the level leaves no other way: a system has it only by a criterion of it, and all that still can hold (of the member, and
    /// of no other; null = of any) are among these.
    /// </summary>
    private bool IsBound(MeetsCondition meets, JudgedMember? only)
    {
        var any = false;
        for (var i = 0; i < _regime.Criteria.Count; i++)
        {
            if (_regime.Criteria[i].Level != _level)
            {
                continue;
            }

            foreach (var member in _members)
            {
                if (member.Truths[i] == Truth.False)
                {
                    continue;
                }

                if ((only is not null && !ReferenceEquals(member, only)) || !Names(meets, _regime.Criteria[i]))
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    private static bool Names(MeetsCondition meets, Criterion criterion)
    {
        foreach (var named in meets.Criteria)
        {
            if (ReferenceEquals(named, criterion))
            {
                return true;
            }
        }

        return false;
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

    /// <summary>A frame in which each component has from the whole what it leaves undeclared.</summary>
    public static FactFrame Inherit(FactFrame frame)
    {
        if (frame.Members.Count == 1)
        {
            return frame;
        }

        // Preorder: a member's own block is filled before its components look at it.
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
