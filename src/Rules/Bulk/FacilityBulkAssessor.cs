using System.Runtime.CompilerServices;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>
/// Assesses many facilities from their flat arrays on one day: says what <see cref="FacilityAssessor"/> says of levels, requirements,
/// obligations and periodic duties, without words and a hundred times faster. Not for several threads at once: each makes its own.
/// </summary>
public sealed class FacilityBulkAssessor
{
    private readonly RulePackSet _packs;
    private readonly AssessmentOptions _options;
    private readonly FlatFrames _frames;
    private readonly FlatAnswers _answers;
    private readonly BulkObligations _obligations;
    private readonly Dictionary<Regime, RegimeBulk?> _regimes = [];
    private readonly List<DeadlineOutcome> _deadlines = [];
    private readonly FacilityLayout _layout;
    private readonly int _approved;
    private readonly int _submitted;

    /// <summary>Compiles the law of a day.</summary>
    /// <param name="packs">The law.</param>
    /// <param name="layout">The layout of the facilities to come; of the same law.</param>
    /// <param name="options">The day, and how.</param>
    /// <exception cref="InvalidOperationException">This process was started without compiling at run time.</exception>
    public FacilityBulkAssessor(RulePackSet packs, FacilityLayout layout, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new InvalidOperationException("rules are compiled for many facilities, and this process cannot compile (RuntimeFeature.IsDynamicCodeSupported)");
        }

        _packs = packs;
        _layout = layout;
        _options = options;
        _frames = new FlatFrames(packs.Facts, options.AsOf, options.Presume);
        _answers = new FlatAnswers(layout);
        _obligations = new BulkObligations(packs, options.AsOf);
        _approved = SlotOf("milestones.dossierApproved");
        _submitted = SlotOf("milestones.dossierSubmitted");
    }

    /// <summary>Assesses a facility.</summary>
    /// <param name="facility">The facility, in the layout that this was made for.</param>
    /// <returns>The outcome; null where no law judges the facility (<see cref="RegimeChoice"/>).</returns>
    public FacilityOutcome? Assess(FlatFacility facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        if (!ReferenceEquals(facility.Layout, _layout))
        {
            throw new ArgumentException("the facility is of another layout", nameof(facility));
        }

        if (RegimeOf(facility) is not { } regime)
        {
            return null;
        }

        if (!_regimes.TryGetValue(regime, out var law))
        {
            law = _packs.RequirementsOf(regime, _options.AsOf) is { } catalogue ? new RegimeBulk(_packs, catalogue, _layout, _options.AsOf) : null;
            _regimes.Add(regime, law);
        }

        // A law without requirements on the day is so rare that the long way will do.
        return law is null ? OutcomeOf.Assessment(FacilityAssessor.Assess(_packs, facility.ToProfile(), _options)) : Assess(facility, law);
    }

    private FacilityOutcome Assess(FlatFacility facility, RegimeBulk law)
    {
        var common = _frames.Common(facility);
        _answers.Take(facility);
        var systems = new List<SystemOutcome>();
        for (var root = 0; root < facility.Members.Length; root += 1 + facility.Members[root].Descendants)
        {
            var (frame, judged) = _frames.System(facility, common, root, law.Regime);
            systems.Add(law.Assess(facility.Members[root].Id, new StoredSystem(frame, RequirementConditions.Inherit(frame), judged, _answers.Of(law.Catalogue, root))));
        }

        _deadlines.Clear();
        _obligations.Assess(common, _deadlines);
        law.Duties.Assess(facility.Common, systems, _deadlines);
        return new FacilityOutcome(law.Mark, systems, [.. _deadlines]);
    }

    // As RegimeChoice.Of.
    private Regime? RegimeOf(FlatFacility facility)
    {
        if (_options.RegimeId is { } id)
        {
            return _packs.FindRegime(id);
        }

        return On(facility, _approved) ?? On(facility, _submitted) ?? _packs.RegimeOn(_options.AsOf);
    }

    private Regime? On(FlatFacility facility, int slot) =>
        slot >= 0 && facility.Common[slot] is not 0 and var code && code != FactValue.None.Code && FactValue.FromCode(code).Date is var day && day <= _options.AsOf
            ? _packs.RegimeOn(day)
            : null;

    private int SlotOf(string milestone) => _packs.Facts.Find(milestone) is { } fact ? _packs.Facts.Slot(fact) : -1;
}

/// <summary>One law of a day, compiled.</summary>
internal sealed class RegimeBulk
{
    private readonly BulkAssessor _bulk;
    private readonly BulkVerdict[] _verdicts;
    private readonly DateOnly _asOf;

    public RegimeBulk(RulePackSet packs, RequirementCatalogue catalogue, FacilityLayout layout, DateOnly asOf)
    {
        _asOf = asOf;
        _bulk = new BulkAssessor(catalogue, packs.Facts);
        _verdicts = new BulkVerdict[_bulk.VerdictCount];
        Regime = catalogue.Regime;
        Mark = RuleMark.Of(Regime.Header.Id);
        Catalogue = FlatCatalogue.Of(catalogue, layout);
        Duties = new BulkDuties(packs.ProcedureOf(Regime), packs.Facts, asOf);
    }

    public Regime Regime { get; }

    public uint Mark { get; }

    public FlatCatalogue Catalogue { get; }

    public BulkDuties Duties { get; }

    public SystemOutcome Assess(string id, StoredSystem system)
    {
        var bounds = _bulk.Judge(system);
        if (bounds.Least != bounds.Greatest)
        {
            // Three-valued evaluation leaves it open: decided over every way to fill in what is missing.
            var decision = LevelAssessor.Decide(Regime, system.Frame, system.Judged, _asOf);
            bounds = new LevelBounds(decision.Least, decision.Greatest);
        }

        int? least = bounds.Least == 0 ? null : bounds.Least;
        int? most = bounds.Greatest == 0 ? null : bounds.Greatest;
        if (least is null || most is null)
        {
            return new SystemOutcome(id, least, most, default, 0, 0, 0, 0);
        }

        var totals = _bulk.Assess(bounds.Least, _asOf, _verdicts);
        var (standing, expired, mark, overdue) = (0u, 0, 0u, 0);
        for (var i = 0; i < _verdicts.Length; i++)
        {
            var verdict = _verdicts[i];
            if (!verdict.IsOfTheLevel)
            {
                continue;
            }

            standing = OutcomeOf.Mix(standing, Catalogue.Marks[i] + (uint)verdict.Status);
            if (verdict.Documentation == Documentation.Expired)
            {
                expired++;
                mark = OutcomeOf.Mix(mark, Catalogue.Marks[i]);
            }

            overdue += verdict.IsOverdue ? 1 : 0;
        }

        return new SystemOutcome(id, least, most, totals, standing, expired, mark, overdue);
    }
}
