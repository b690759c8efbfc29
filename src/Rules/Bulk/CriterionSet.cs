using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Bulk;

/// <summary>Criteria of a regime that a condition names, as bits over the two-bit truths of all criteria.</summary>
internal sealed class CriterionSet
{
    private readonly ulong[] _mask;

    public CriterionSet(Regime regime, IEnumerable<Criterion> criteria, int words)
    {
        _mask = new ulong[words];
        for (var i = 0; i < regime.Criteria.Count; i++)
        {
            if (criteria.Contains(regime.Criteria[i]))
            {
                _mask[i / RuleProgram.RulesPerWord] |= 1UL << (2 * (i % RuleProgram.RulesPerWord));
            }
        }
    }

    /// <summary>The set of those that a condition names and that can hold at a level: of a system at it none of a higher one does.</summary>
    public static CriterionSet Of(Regime regime, MeetsCondition meets, int level, int words) =>
        new(regime, meets.Criteria.Where(criterion => criterion.Level <= level), words);

    /// <summary>All of a level.</summary>
    public static CriterionSet OfLevel(Regime regime, int level, int words) =>
        new(regime, regime.Criteria.Where(criterion => criterion.Level == level), words);

    /// <summary>The truth of their disjunction.</summary>
    public ulong Truth(ulong[] truths)
    {
        ulong low = 0, high = 0;
        for (var i = 0; i < _mask.Length; i++)
        {
            low |= truths[i] & _mask[i];
            high |= (truths[i] >> 1) & _mask[i];
        }

        return (low == 0 ? 0UL : 1UL) | (high == 0 ? 0UL : 2UL);
    }

    /// <summary>Whether any of them may still hold.</summary>
    public bool AnyOpen(ulong[] truths) => Truth(truths) != 0;

    /// <summary>Whether of those in <paramref name="level"/> only these may still hold.</summary>
    public bool HoldsAllOpen(CriterionSet level, ulong[] truths)
    {
        for (var i = 0; i < _mask.Length; i++)
        {
            if ((truths[i] & level._mask[i] & ~_mask[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether both name the same criteria.</summary>
    public bool IsSame(CriterionSet other) => _mask.AsSpan().SequenceEqual(other._mask);
}
