using EmrSec.Rules.Evaluation;

namespace EmrSec.Benchmarks.Law;

/// <summary>
/// Everything the law says of many facilities, by compiled rules: the bounds of each system's level and which obligations bind.
/// What a ministry runs over its whole store.
/// </summary>
internal sealed class FullAssessment
{
    private readonly StoredFacility[] _facilities = Facilities.Draw();
    private readonly CompiledRules _criteria = CompiledRules.Compile(BuiltInLaw.Regime.Program);
    private readonly CompiledRules _obligations = CompiledRules.Compile(BuiltInLaw.Obligations);

    // For each level the low bits of its criteria: «not known to be false»; one place higher stand «true».
    private readonly ulong[][] _ofLevel;
    private readonly ulong[] _words;
    private readonly ulong[] _any;
    private readonly ulong[] _binds;

    public FullAssessment()
    {
        _words = new ulong[_criteria.Words];
        _any = new ulong[_criteria.Words];
        _binds = new ulong[_obligations.Words];
        _ofLevel = [.. Enumerable.Range(0, 6).Select(level => new ulong[_criteria.Words])];
        for (var i = 0; i < BuiltInLaw.Regime.Criteria.Count; i++)
        {
            _ofLevel[BuiltInLaw.Regime.Criteria[i].Level][i / RuleProgram.RulesPerWord] |= 1UL << (2 * (i % RuleProgram.RulesPerWord));
        }
    }

    public int Systems => _facilities.Sum(facility => facility.Systems.Length);

    public static int Rules => BuiltInLaw.Regime.Criteria.Count + BuiltInLaw.Obligations.Roots.Count;

    public ulong Run(int from, int to)
    {
        var sum = 0UL;
        foreach (var facility in _facilities.AsSpan(from..to))
        {
            foreach (var system in facility.Systems)
            {
                var (least, greatest) = Level(system);
                sum += (ulong)((least * 6) + greatest);
            }

            _obligations.Evaluate(facility.Frame, 0, _binds);
            sum += _binds[0];
        }

        return sum;
    }

    // OR of two-bit values is OR of truths: a criterion holds where it holds of any member judged.
    private (int Least, int Greatest) Level(StoredSystem system)
    {
        Array.Clear(_any);
        foreach (var member in system.Judged)
        {
            _criteria.Evaluate(system.Frame, member, _words);
            for (var i = 0; i < _any.Length; i++)
            {
                _any[i] |= _words[i];
            }
        }

        return (Highest(1), Highest(0));
    }

    private int Highest(int bit)
    {
        for (var level = 5; level > 0; level--)
        {
            for (var i = 0; i < _any.Length; i++)
            {
                if ((_any[i] & (_ofLevel[level][i] << bit)) != 0)
                {
                    return level;
                }
            }
        }

        return 0;
    }
}
