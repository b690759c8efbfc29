using EmrSec.Rules.Bulk;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Requirements;

namespace EmrSec.Benchmarks.Law;

/// <summary>
/// Everything the law says of many facilities, by compiled rules: the bounds of each system's level, every requirement of each level
/// within them, and which obligations bind. What a province or a ministry runs over its whole store.
/// </summary>
internal sealed class FullAssessment
{
    private readonly StoredFacility[] _facilities;
    private readonly BulkAssessor _law;
    private readonly RequirementCatalogue _catalogue;
    private readonly CompiledRules _obligations = CompiledRules.Compile(BuiltInLaw.Obligations);
    private readonly BulkVerdict[] _verdicts;
    private readonly ulong[] _binds;

    /// <param name="catalogue">The requirements, and by them the law, to judge by.</param>
    public FullAssessment(RequirementCatalogue catalogue)
    {
        _catalogue = catalogue;
        _facilities = Facilities.Draw(catalogue);
        _law = new BulkAssessor(catalogue, BuiltInLaw.Packs.Facts);
        _verdicts = new BulkVerdict[_law.VerdictCount];
        _binds = new ulong[_obligations.Words];
    }

    public int Systems => _facilities.Sum(facility => facility.Systems.Length);

    /// <summary>How many requirements are judged in all, levels of a range each for itself.</summary>
    public long Verdicts { get; private set; }

    public int Rules => _catalogue.Regime.Criteria.Count + BuiltInLaw.Obligations.Roots.Count;

    public ulong Run(int from, int to)
    {
        var sum = 0UL;
        Verdicts = 0;
        foreach (var facility in _facilities.AsSpan(from..to))
        {
            foreach (var system in facility.Systems)
            {
                var bounds = _law.Judge(system);
                sum += (ulong)((bounds.Least * 6) + bounds.Greatest);
                for (var level = bounds.Least; level > 0 && level <= bounds.Greatest; level++)
                {
                    var totals = _law.Assess(level, BuiltInLaw.AsOf, _verdicts);
                    sum += (ulong)totals.Unmet;
                    Verdicts += totals.Total;
                }
            }

            _obligations.Evaluate(facility.Frame, 0, _binds);
            sum += _binds[0];
        }

        return sum;
    }
}
