using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>A requirement of a level: its place in the catalogue and the conditions it asks.</summary>
/// <param name="Index">Its place in the catalogue.</param>
/// <param name="Applies">The condition under which it applies; -1 = always.</param>
/// <param name="FirstProduct">The first of the conditions under which a product is demanded.</param>
/// <param name="LastProduct">One past the last.</param>
/// <param name="MayNotApply">Whether the answer «not applicable» decides that it does not apply.</param>
/// <param name="Zones">The zones it needs, as <see cref="ZoneWords.Mask"/>; 0 = it is not about zones.</param>
internal sealed record LevelRequirement(int Index, int Applies, int FirstProduct, int LastProduct, bool MayNotApply, int Zones)
{
    public bool IsUnconditional => Applies < 0 && FirstProduct == LastProduct && !MayNotApply && Zones == 0;
}

/// <summary>
/// The requirements of one level and their conditions, compiled. Says the same as <see cref="RequirementConditions"/>: what holds of one
/// member holds of the whole; of a system at the level one of its criteria holds and none of a higher one.
/// </summary>
internal sealed class LevelConditions
{
    private readonly List<CriterionSet> _sets = [];
    private readonly List<(int Condition, int Set)> _wholes = [];
    private readonly CriterionSet _level;
    private readonly Action<long[], long[], long[]> _code;
    private readonly long[] _meets;
    private readonly long[] _results;

    /// <summary>Compiles a level.</summary>
    /// <param name="catalogue">The requirements.</param>
    /// <param name="level">The level, 1–5.</param>
    /// <param name="words">How many words the truths of all criteria take.</param>
    /// <param name="factOf">The place of a condition on facts alone among those compiled for the whole catalogue.</param>
    public LevelConditions(RequirementCatalogue catalogue, int level, int words, Func<Condition, int> factOf)
    {
        var conditions = new List<Condition>();
        _level = CriterionSet.OfLevel(catalogue.Regime, level, words);
        var requirements = Lay(catalogue, level, conditions);
        Unconditional = [.. requirements.Where(each => each.IsUnconditional).Select(each => each.Index)];
        Conditional = [.. requirements.Where(each => !each.IsUnconditional)];
        for (var i = 0; i < conditions.Count; i++)
        {
            foreach (var whole in Disjuncts(conditions[i]).OfType<MeetsCondition>())
            {
                _wholes.Add((i, SetOf(whole)));
            }
        }

        _code = new ConditionCompiler(factOf, SetOf).Compile(conditions);
        _meets = new long[(_sets.Count / RuleProgram.RulesPerWord) + 1];
        _results = new long[(conditions.Count / RuleProgram.RulesPerWord) + 1];

        int SetOf(MeetsCondition meets) => Place(CriterionSet.Of(catalogue.Regime, meets, level, words));
    }

    /// <summary>The places of the requirements that apply to every system and never call for a product.</summary>
    public int[] Unconditional { get; }

    /// <summary>The others.</summary>
    public LevelRequirement[] Conditional { get; }

    /// <summary>The conditions on facts alone that a catalogue's requirements ask, each once.</summary>
    public static List<Condition> FactConditions(RequirementCatalogue catalogue)
    {
        var found = new List<Condition>();
        foreach (var condition in catalogue.Requirements.SelectMany(each => each.Products.Select(product => product.When).Prepend(each.AppliesWhen)).OfType<Condition>())
        {
            Collect(condition, found);
        }

        return found;
    }

    /// <summary>Whether two conditions on facts ask the same, wherever they are written.</summary>
    public static bool IsSame(Condition a, Condition b) => ReferenceEquals(a, b)
        || (a is FactCondition one && b is FactCondition other && one with { Position = default } == other with { Position = default });

    /// <summary>Judges every condition for a system.</summary>
    /// <param name="judged">How many members are judged.</param>
    /// <param name="criteria">The truths of all criteria, member by member.</param>
    /// <param name="facts">The truths of all conditions on facts alone, member by member.</param>
    public void Judge(int judged, ulong[][] criteria, ulong[][] facts)
    {
        Array.Clear(_results);
        var holders = 0;
        for (var member = 0; member < judged; member++)
        {
            holders += _level.AnyOpen(criteria[member]) ? 1 : 0;
        }

        for (var member = 0; member < judged; member++)
        {
            Array.Clear(_meets);
            var isOnlyHolder = holders == 1 && _level.AnyOpen(criteria[member]);
            for (var set = 0; set < _sets.Count; set++)
            {
                var truth = isOnlyHolder && _sets[set].HoldsAllOpen(_level, criteria[member]) ? 3UL : _sets[set].Truth(criteria[member]);
                _meets[set / RuleProgram.RulesPerWord] |= (long)(truth << (2 * (set % RuleProgram.RulesPerWord)));
            }

            _code((long[])(object)facts[member], _meets, _results);
        }

        if (holders > 1)
        {
            BindWholes(judged, criteria);
        }
    }

    /// <summary>The truth of a condition, by its number.</summary>
    public int Truth(int condition) => (int)(_results[condition / RuleProgram.RulesPerWord] >> (2 * (condition % RuleProgram.RulesPerWord))) & 3;

    // Several members may give the level: which of them does is open, but all their ways may be among the criteria named.
    private void BindWholes(int judged, ulong[][] criteria)
    {
        foreach (var (condition, set) in _wholes)
        {
            var isBound = true;
            for (var member = 0; member < judged && isBound; member++)
            {
                isBound = _sets[set].HoldsAllOpen(_level, criteria[member]);
            }

            if (isBound)
            {
                _results[condition / RuleProgram.RulesPerWord] |= 3L << (2 * (condition % RuleProgram.RulesPerWord));
            }
        }
    }

    private static List<LevelRequirement> Lay(RequirementCatalogue catalogue, int level, List<Condition> conditions)
    {
        var requirements = new List<LevelRequirement>();
        for (var i = 0; i < catalogue.Requirements.Count; i++)
        {
            var requirement = catalogue.Requirements[i];
            if (requirement.At(level) is not { } at)
            {
                continue;
            }

            var applies = -1;
            if (requirement.AppliesWhen is { } when)
            {
                applies = conditions.Count;
                conditions.Add(when);
            }

            var first = conditions.Count;
            conditions.AddRange(requirement.Products.Where(product => product.Levels.Contains(level)).Select(product => product.When));
            requirements.Add(new LevelRequirement(i, applies, first, conditions.Count, requirement.MayNotApply is not null, ZoneWords.Mask(at.Zones)));
        }

        return requirements;
    }

    private int Place(CriterionSet set)
    {
        var place = _sets.FindIndex(known => known.IsSame(set));
        if (place < 0)
        {
            place = _sets.Count;
            _sets.Add(set);
        }

        return place;
    }

    private static IEnumerable<Condition> Disjuncts(Condition condition) => condition is AnyCondition any ? any.Items.SelectMany(Disjuncts) : [condition];

    private static void Collect(Condition condition, List<Condition> found)
    {
        if (condition is MeetsCondition or AlwaysCondition)
        {
            return;
        }

        if (!ConditionCompiler.NamesCriteria(condition))
        {
            if (!found.Exists(known => IsSame(known, condition)))
            {
                found.Add(condition);
            }

            return;
        }

        IReadOnlyList<Condition> parts = condition switch
        {
            AllCondition all => all.Items,
            AnyCondition any => any.Items,
            NotCondition not => [not.Inner],
            _ => [],
        };
        foreach (var part in parts)
        {
            Collect(part, found);
        }
    }
}
