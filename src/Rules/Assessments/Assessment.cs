using EmrSec.Rules.Completeness;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Assessments;

/// <summary>How an assessment is made.</summary>
/// <param name="AsOf">The day it speaks of; never read from the clock.</param>
/// <param name="RegimeId">The law to judge levels by; null = the one of the dossier's own date (<see cref="RegimeChoice"/>).</param>
/// <param name="Presume">Whether facts that almost no facility has may be presumed.</param>
public sealed record AssessmentOptions(DateOnly AsOf, string? RegimeId = null, bool Presume = true);

/// <summary>A question whose answer would settle something.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="System">The system or component it is about; null for the facility.</param>
/// <param name="Settles">How many levels and deadlines depend on it.</param>
/// <param name="ForLevel">Whether a level depends on it; else only deadlines do.</param>
public sealed record OpenQuestion(FactDefinition Fact, SystemProfile? System, int Settles, bool ForLevel);

/// <summary>Everything the law says of a facility on a day. Immutable: the same dossier, packs and day give the same assessment.</summary>
public sealed class Assessment
{
    /// <summary>The day it speaks of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether presumptions were allowed.</summary>
    public required bool Presume { get; init; }

    /// <summary>The law that levels were judged by.</summary>
    public required Regime Regime { get; init; }

    /// <summary>Why levels were judged by that law.</summary>
    public required RegimeChoice Choice { get; init; }

    /// <summary>The packs that were used.</summary>
    public required IReadOnlyList<PackHeader> Packs { get; init; }

    /// <summary>The level of each system, in the dossier's order.</summary>
    public required IReadOnlyList<LevelResult> Systems { get; init; }

    /// <summary>Where the facility stands on each obligation of every directive in force on the day.</summary>
    public required IReadOnlyList<ObligationResult> Obligations { get; init; }

    /// <summary>Who decides, by when, and what comes again; null where the law has no procedure.</summary>
    public required ProcedureAssessment? Procedure { get; init; }

    /// <summary>The directives not yet issued on the day; their obligations are left out.</summary>
    public required IReadOnlyList<Directive> NotYetInForce { get; init; }

    /// <summary>What to ask: what can change a level first, then what can change a deadline, the most decisive question first.</summary>
    public required IReadOnlyList<OpenQuestion> Questions { get; init; }

    /// <summary>The requirements that were looked at; null where none go with the regime on the day.</summary>
    public required RequirementCatalogue? Catalogue { get; init; }

    /// <summary>How each system stands on the requirements of its level, in the order of <see cref="Systems"/>; empty where none go with the regime.</summary>
    public IReadOnlyList<SystemFindings> Requirements => Findings.Value;

    /// <summary>How each system stands on the rules beside the requirements, in the order of <see cref="Systems"/>; empty where the regime has none.</summary>
    public IReadOnlyList<SystemFindings> Checks => CheckFindings.Value;

    /// <summary>How complete the dossier is and where it disagrees; null where no data say what it must hold, or there is no dossier.</summary>
    public DossierFindings? Completeness => CompletenessFindings.Value;

    internal Lazy<IReadOnlyList<SystemFindings>> CheckFindings { private get; init; } = new(static () => []);

    internal Lazy<DossierFindings?> CompletenessFindings { private get; init; } = new(static () => null);

    /// <summary>Found when first asked for: an interview assesses again after every answer and does not ask.</summary>
    internal Lazy<IReadOnlyList<SystemFindings>> Findings { private get; init; } = new(static () => []);

    /// <summary>The highest level of a system; null where it depends on missing facts or there is no system.</summary>
    public int? FacilityLevel
    {
        get
        {
            var least = Systems.Max(system => system.AtLeast);
            return least is not null && Systems.All(system => (system.AtMost ?? 0) <= least) ? least : null;
        }
    }
}
