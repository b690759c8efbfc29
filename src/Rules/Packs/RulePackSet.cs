using EmrSec.Rules.Calendars;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Packs;

/// <summary>The law as loaded: the facts and every pack that is whole. Immutable.</summary>
public sealed class RulePackSet
{
    internal RulePackSet(FactCatalogue facts, string factsSha256, IReadOnlyList<Regime> regimes, IReadOnlyList<Directive> directives, IReadOnlyList<RequirementCatalogue> requirements)
    {
        Facts = facts;
        FactsSha256 = factsSha256;
        Regimes = regimes;
        Directives = directives;
        Requirements = requirements;
    }

    /// <summary>The facts that rules may ask about.</summary>
    public FactCatalogue Facts { get; }

    /// <summary>SHA-256 of <c>facts.yaml</c>.</summary>
    public string FactsSha256 { get; }

    /// <summary>The laws that set levels, by the day they came into force.</summary>
    public IReadOnlyList<Regime> Regimes { get; }

    /// <summary>The directives, by id.</summary>
    public IReadOnlyList<Directive> Directives { get; }

    /// <summary>The working calendars.</summary>
    public IReadOnlyList<WorkingCalendar> Calendars { get; internal init; } = [];

    /// <summary>The procedures of the regimes.</summary>
    public IReadOnlyList<Procedure> Procedures { get; internal init; } = [];

    /// <summary>The procedure of a regime, or null where none is loaded.</summary>
    /// <param name="regime">The regime.</param>
    public Procedure? ProcedureOf(Regime regime)
    {
        ArgumentNullException.ThrowIfNull(regime);
        return Procedures.FirstOrDefault(procedure => string.Equals(procedure.Regime, regime.Header.Id, StringComparison.Ordinal));
    }

    /// <summary>The catalogues of requirements, by id.</summary>
    public IReadOnlyList<RequirementCatalogue> Requirements { get; }

    /// <summary>The requirements that go with a regime on a day; null where there are none.</summary>
    /// <param name="regime">The regime that levels are judged by.</param>
    /// <param name="day">The day.</param>
    public RequirementCatalogue? RequirementsOf(Regime regime, DateOnly day) =>
        Requirements.LastOrDefault(catalogue => ReferenceEquals(catalogue.Regime, regime) && catalogue.Header.InForce.Covers(day));

    /// <summary>The rules beside the requirements, such as of 12/2022/TT-BTTTT, Điều 9, khoản 6 đến khoản 10, by id; not counted among them.</summary>
    public IReadOnlyList<RequirementCatalogue> Checks { get; internal init; } = [];

    /// <summary>From the requirements of one law to those of another.</summary>
    public IReadOnlyList<Crosswalk> Crosswalks => [.. CrosswalksByTarget.Select(each => each.Crosswalk.Value)];

    /// <summary>The crosswalks by the id of the catalogue that they lead to; read when first asked for.</summary>
    internal IReadOnlyList<(string To, Lazy<Crosswalk> Crosswalk)> CrosswalksByTarget { private get; init; } = [];

    /// <summary>The crosswalk that leads to a catalogue; null where there is none.</summary>
    /// <param name="to">The new catalogue.</param>
    public Crosswalk? CrosswalkTo(RequirementCatalogue to)
    {
        ArgumentNullException.ThrowIfNull(to);
        foreach (var (target, crosswalk) in CrosswalksByTarget)
        {
            if (string.Equals(target, to.Header.Id, StringComparison.Ordinal) && ReferenceEquals(crosswalk.Value.To, to))
            {
                return crosswalk.Value;
            }
        }

        return null;
    }

    /// <summary>What dossiers must hold.</summary>
    public IReadOnlyList<DossierContents> DossierContents { get; internal init; } = [];

    /// <summary>The rules beside the requirements that go with a regime on a day, by id of their pack; empty where there are none.</summary>
    /// <param name="regime">The regime that levels are judged by.</param>
    /// <param name="day">The day.</param>
    public IReadOnlyList<RequirementCatalogue> ChecksOf(Regime regime, DateOnly day) =>
        [.. Checks.Where(catalogue => ReferenceEquals(catalogue.Regime, regime) && catalogue.Header.InForce.Covers(day))];

    /// <summary>What a dossier under a regime must hold on a day; null where no data say so.</summary>
    /// <param name="regime">The regime that levels are judged by.</param>
    /// <param name="day">The day.</param>
    public DossierContents? ContentsOf(Regime regime, DateOnly day) =>
        DossierContents.LastOrDefault(contents => ReferenceEquals(contents.Regime, regime) && contents.Header.InForce.Covers(day));

    /// <summary>The regime in force on a day: of several the one that came last; null where there is none.</summary>
    /// <param name="day">The day.</param>
    public Regime? RegimeOn(DateOnly day) => Regimes.LastOrDefault(regime => regime.Header.InForce.Covers(day));

    /// <summary>The regime with this id, or null.</summary>
    /// <param name="id">Such as <c>nd85-2016</c>.</param>
    public Regime? FindRegime(string id) => Regimes.FirstOrDefault(regime => string.Equals(regime.Header.Id, id, StringComparison.Ordinal));
}
