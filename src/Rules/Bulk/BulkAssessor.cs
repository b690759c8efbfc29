using System.Runtime.InteropServices;
using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>The bounds of a system's level as three-valued evaluation gives them: never narrower than the exact range, at times wider.</summary>
/// <param name="Least">The lowest level that is certain, 1–5; 0 = none.</param>
/// <param name="Greatest">The highest level still possible, 1–5; 0 = none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LevelBounds(int Least, int Greatest);

/// <summary>
/// Assesses many systems under the same law: levels and every requirement, from flat arrays, by compiled rules, without allocating. For
/// one dossier with reasons and words there is <see cref="Assessments.FacilityAssessor"/>; both say the same. Not for several threads at
/// once: each makes its own.
/// </summary>
public sealed class BulkAssessor
{
    private readonly RequirementCatalogue _catalogue;
    private readonly CompiledRules _criteria;
    private readonly CompiledRules _facts;
    private readonly CriterionSet[] _ofLevel;
    private readonly LevelConditions[] _levels;
    private ulong[][] _criteriaOf = [];
    private ulong[][] _factsOf = [];
    private StoredSystem? _system;

    /// <summary>Compiles a law.</summary>
    /// <param name="catalogue">The requirements, with the regime that gives the levels.</param>
    /// <param name="facts">The facts there are.</param>
    public BulkAssessor(RequirementCatalogue catalogue, FactCatalogue facts)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
        var conditions = LevelConditions.FactConditions(catalogue);
        _criteria = CompiledRules.Compile(catalogue.Regime.Program);
        _facts = CompiledRules.Compile(new RuleProgram(facts, conditions));
        _ofLevel = [.. Enumerable.Range(0, 6).Select(level => CriterionSet.OfLevel(catalogue.Regime, level, _criteria.Words))];
        _levels = [.. Enumerable.Range(1, 5).Select(level => new LevelConditions(catalogue, level, _criteria.Words, PlaceOf))];

        int PlaceOf(Condition condition) => conditions.FindIndex(known => ReferenceEquals(known, condition));
    }

    /// <summary>How many verdicts an assessment gives: one for each requirement of the catalogue, in its order.</summary>
    public int VerdictCount => _catalogue.Requirements.Count;

    /// <summary>Takes a system in hand and bounds its level.</summary>
    /// <param name="system">The system.</param>
    public LevelBounds Judge(StoredSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        _system = system;
        MakeRoom(system.Judged.Length);
        for (var i = 0; i < system.Judged.Length; i++)
        {
            _criteria.Evaluate(system.Frame, system.Judged[i], _criteriaOf[i]);
            _facts.Evaluate(system.Inherited, system.Judged[i], _factsOf[i]);
        }

        var (least, greatest) = (0, 0);
        for (var level = 5; level > 0 && least == 0; level--)
        {
            var truth = 0UL;
            for (var i = 0; i < system.Judged.Length; i++)
            {
                truth |= _ofLevel[level].Truth(_criteriaOf[i]);
            }

            greatest = greatest == 0 && truth != 0 ? level : greatest;
            least = truth == 3 ? level : 0;
        }

        return new LevelBounds(least, greatest);
    }

    /// <summary>Assesses the system in hand against every requirement of a level.</summary>
    /// <param name="level">The level, 1–5; one that the system may have.</param>
    /// <param name="day">The day it speaks of.</param>
    /// <param name="verdicts">Receives <see cref="VerdictCount"/> verdicts, in the catalogue's order.</param>
    /// <returns>How many stand how.</returns>
    /// <exception cref="InvalidOperationException">No system was taken in hand.</exception>
    public BulkTotals Assess(int level, DateOnly day, Span<BulkVerdict> verdicts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 5);
        var system = _system ?? throw new InvalidOperationException("no system was judged");
        var conditions = _levels[level - 1];
        conditions.Judge(system.Judged.Length, _criteriaOf, _factsOf);
        verdicts[..VerdictCount].Fill(new BulkVerdict(BulkVerdict.NotOfTheLevel));
        Span<int> counts = stackalloc int[5];
        counts.Clear();
        var requirements = conditions.Requirements;
        for (var i = 0; i < requirements.Count; i++)
        {
            var verdict = VerdictMaker.Make(requirements[i], conditions, system.Answers, day.DayNumber);
            counts[(int)verdict.Status]++;
            verdicts[requirements[i].Index] = verdict;
        }

        return new BulkTotals(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private void MakeRoom(int members)
    {
        if (_criteriaOf.Length < members)
        {
            _criteriaOf = [.. Enumerable.Range(0, members).Select(_ => new ulong[_criteria.Words])];
            _factsOf = [.. Enumerable.Range(0, members).Select(_ => new ulong[_facts.Words])];
        }
    }
}
