using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Assessments;

/// <summary>A fact that makes a system's level differ between two laws.</summary>
/// <param name="Regime">The law that gives the higher level.</param>
/// <param name="Criterion">The criterion of it that the fact meets.</param>
/// <param name="Reason">The fact, and what the criterion asks of it.</param>
public sealed record DecidingFact(Regime Regime, Criterion Criterion, Reason Reason);

/// <summary>One system under every law.</summary>
/// <param name="System">The system.</param>
/// <param name="Levels">Its level under each law, in the comparison's order.</param>
/// <param name="Deciding">What makes the last law's level differ from the one before; empty where they agree or one is not certain.</param>
public sealed record SystemComparison(SystemProfile System, IReadOnlyList<LevelResult> Levels, IReadOnlyList<DecidingFact> Deciding)
{
    /// <summary>How many levels the last law puts the system above the one before; negative = below; null where one is not certain.</summary>
    public int? Change => Levels.Count < 2 ? 0 : Levels[^1].Value - Levels[^2].Value;
}

/// <summary>A facility under every law on one day, side by side.</summary>
public sealed class RegimeComparison
{
    private RegimeComparison(RegimeChoice choice, IReadOnlyList<Assessment> assessments, IReadOnlyList<SystemComparison> systems, IReadOnlyList<ObligationResult> transition)
    {
        Choice = choice;
        Assessments = assessments;
        Systems = systems;
        Transition = transition;
    }

    /// <summary>The law that the dossier is judged by on its own, and why.</summary>
    public RegimeChoice Choice { get; }

    /// <summary>The facility under each law, the oldest law first.</summary>
    public IReadOnlyList<Assessment> Assessments { get; }

    /// <summary>The systems, in the dossier's order.</summary>
    public IReadOnlyList<SystemComparison> Systems { get; }

    /// <summary>What the laws themselves ask of whoever passes from one to the next, with dates.</summary>
    public IReadOnlyList<ObligationResult> Transition { get; }

    /// <summary>Compares.</summary>
    /// <param name="packs">The law; every regime of it takes part.</param>
    /// <param name="facility">The facility.</param>
    /// <param name="options">The day; a law asked for is not looked at.</param>
    /// <exception cref="ArgumentException">There is no regime.</exception>
    public static RegimeComparison Of(RulePackSet packs, FacilityProfile facility, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(options);
        if (packs.Regimes.Count == 0)
        {
            throw new ArgumentException("no regime", nameof(packs));
        }

        List<Assessment> assessments = [.. packs.Regimes.Select(regime => FacilityAssessor.Assess(packs, facility, options with { RegimeId = regime.Header.Id }))];
        List<SystemComparison> systems = [.. facility.Systems.Select((system, index) =>
        {
            List<LevelResult> levels = [.. assessments.Select(assessment => assessment.Systems[index])];
            return new SystemComparison(system, levels, levels.Count < 2 ? [] : Deciding(levels[^2], levels[^1]));
        })];

        // An obligation that a law's own document states is its transition: directives are other documents.
        var documents = packs.Regimes.Select(regime => regime.Header.Document.Number).ToHashSet(StringComparer.Ordinal);
        return new RegimeComparison(
            RegimeChoice.Of(packs, facility, options with { RegimeId = null }),
            assessments,
            systems,
            [.. assessments[^1].Obligations.Where(result => documents.Contains(result.Directive.Header.Document.Number))]);
    }

    // Of the facts that met the higher level: those that the other law's ground does not rest on; failing that, those it asks otherwise; failing that, all.
    private static List<DecidingFact> Deciding(LevelResult before, LevelResult after)
    {
        if (before.Value is not { } old || after.Value is not { } now || old == now)
        {
            return [];
        }

        var (higher, other) = now > old ? (after, before) : (before, after);
        var met = higher.Grounds.SelectMany(ground => ground.Facts.Select(reason => new DecidingFact(higher.Regime, ground.Criterion, reason))).ToList();
        var shared = other.Grounds.SelectMany(ground => ground.Facts).ToList();
        var own = met.FindAll(each => !shared.Exists(reason => ReferenceEquals(reason.Fact, each.Reason.Fact)));
        var otherwise = own.Count > 0 ? own : met.FindAll(each => !shared.Exists(reason => ReferenceEquals(reason.Fact, each.Reason.Fact) && string.Equals(reason.Needs, each.Reason.Needs, StringComparison.Ordinal)));
        return otherwise.Count > 0 ? otherwise : met;
    }
}
