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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(catalogue.Requirements.Count, 0xfff, nameof(catalogue));
        _catalogue = catalogue;
        var conditions = LevelConditions.FactConditions(catalogue);
        _criteria = CompiledRules.Compile(catalogue.Regime.Program);
        _facts = CompiledRules.Compile(new RuleProgram(facts, conditions));
        _ofLevel = [.. Enumerable.Range(0, 6).Select(level => CriterionSet.OfLevel(catalogue.Regime, level, _criteria.Words))];
        _levels = [.. Enumerable.Range(1, 5).Select(level => new LevelConditions(catalogue, level, _criteria.Words, PlaceOf))];

        int PlaceOf(Condition condition) => conditions.FindIndex(known => LevelConditions.IsSame(known, condition));
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
    /// <exception cref="ArgumentOutOfRangeException">There is no such level, the day lies outside 1945–2123, or there is no room for the verdicts.</exception>
    /// <exception cref="InvalidOperationException">No system was taken in hand.</exception>
    public BulkTotals Assess(int level, DateOnly day, Span<BulkVerdict> verdicts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 5);
        ArgumentOutOfRangeException.ThrowIfLessThan(verdicts.Length, VerdictCount, nameof(verdicts));
        var system = _system ?? throw new InvalidOperationException("no system was judged");
        var on = ShortDay.Of(day);
        var conditions = _levels[level - 1];
        conditions.Judge(system.Judged.Length, _criteriaOf, _factsOf);
        verdicts[..VerdictCount].Fill(new BulkVerdict(BulkVerdict.NotOfTheLevel));

        // Five counts of twelve bits.
        var counts = 0UL;
        foreach (var index in conditions.Unconditional)
        {
            counts += Place(index, Look(system.Answers, index, on), verdicts);
        }

        foreach (var requirement in conditions.Conditional)
        {
            counts += Place(requirement.Index, Look(system.Answers, requirement, conditions, on), verdicts);
        }

        return new BulkTotals(Count(counts, 0), Count(counts, 1), Count(counts, 2), Count(counts, 3), Count(counts, 4));
    }

    private static ulong Place(int index, int verdict, Span<BulkVerdict> verdicts)
    {
        verdicts[index] = new BulkVerdict((byte)verdict);
        return 1UL << (12 * (verdict & 7));
    }

    private static int Count(ulong counts, int status) => (int)(counts >> (12 * status)) & 0xfff;

    private static int Look(StoredAnswers answers, int index, int day)
    {
        int bits = answers.Bits[index];
        if (bits < AnswerBits.Several)
        {
            return VerdictTable.Find(bits, answers.ValidUntil[index], answers.Due[index], day);
        }

        bits = answers.Worst(index, day, out var validUntil, out var due);
        return VerdictTable.Find(bits, validUntil, due, day);
    }

    private static int Look(StoredAnswers answers, LevelRequirement requirement, LevelConditions conditions, int day)
    {
        var product = 0;
        for (var i = requirement.FirstProduct; i < requirement.LastProduct; i++)
        {
            product |= conditions.Truth(i);
        }

        if (requirement is { Applies: < 0, MayNotApply: false, Zones: 0 })
        {
            return Look(answers, requirement.Index, day) | product << BulkVerdict.ProductAt;
        }

        int bits = answers.Bits[requirement.Index];
        int validUntil = answers.ValidUntil[requirement.Index], due = answers.Due[requirement.Index];
        if (bits >= AnswerBits.Several)
        {
            bits = answers.Worst(requirement.Index, day, out validUntil, out due);
        }

        if (requirement.Zones != 0)
        {
            bits = answers.WithZones(bits, requirement.Zones);
        }

        if (requirement is { Applies: < 0, MayNotApply: false })
        {
            return VerdictTable.Find(bits, validUntil, due, day) | product << BulkVerdict.ProductAt;
        }

        var applies = requirement.Applies >= 0 ? conditions.Truth(requirement.Applies)
            : AnswerBits.StatusOf(bits) == RequirementStatus.NotApplicable ? VerdictTable.False
            : VerdictTable.True;
        if (requirement.Applies < 0)
        {
            // The words of the answer make it fall away, not a fact: a product would still be demanded.
            return VerdictTable.Find(bits, validUntil, due, day, applies) | product << BulkVerdict.ProductAt;
        }

        return VerdictTable.Find(bits, validUntil, due, day, applies) | (product & applies) << BulkVerdict.ProductAt;
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
