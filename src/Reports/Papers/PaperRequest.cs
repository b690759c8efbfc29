using EmrSec.Dossiers;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Transitions;

namespace EmrSec.Reports.Papers;

/// <summary>What papers are made of. Immutable: the same request gives the same papers, byte for byte.</summary>
public sealed class PaperRequest
{
    private readonly Lazy<TransitionResult> _transition;

    /// <summary>Makes a request.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="packs">The laws.</param>
    /// <param name="assessment">What they say of it.</param>
    /// <param name="systemIds">The systems that the papers are about; empty = all.</param>
    /// <exception cref="ArgumentException">There is no such system.</exception>
    public PaperRequest(Dossier dossier, RulePackSet packs, Assessment assessment, params IReadOnlyList<string> systemIds)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(systemIds);
        Dossier = dossier;
        Packs = packs;
        Assessment = assessment;
        if (systemIds.FirstOrDefault(id => !dossier.Systems.Any(system => system.Id.Equals(id, StringComparison.Ordinal))) is { } unknown)
        {
            throw new ArgumentException($"The dossier has no system «{unknown}».", nameof(systemIds));
        }

        _transition = new Lazy<TransitionResult>(() =>
            Rules.Transitions.Transition.Of(packs, dossier.ToProfile(), new AssessmentOptions(assessment.AsOf, Presume: assessment.Presume), [.. systemIds]));
        Systems = [.. Enumerable.Range(0, dossier.Systems.Count).Where(index => systemIds.Count == 0 || systemIds.Contains(dossier.Systems[index].Id, StringComparer.Ordinal)).Select(index => PaperSystem.At(dossier, assessment, index))];
    }

    /// <summary>The dossier.</summary>
    public Dossier Dossier { get; }

    /// <summary>The laws.</summary>
    public RulePackSet Packs { get; }

    /// <summary>What they say of it.</summary>
    public Assessment Assessment { get; }

    /// <summary>The systems that the papers are about, in the dossier's order.</summary>
    public IReadOnlyList<PaperSystem> Systems { get; }

    /// <summary>When the papers are made, by the caller's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether gaps are marked instead of stopping a paper, and every page says «DỰ THẢO».</summary>
    public bool IsDraft { get; init; }

    /// <summary>What takes the place of what the dossier says of the papers; null members leave it.</summary>
    public PaperRecord? Override { get; init; }

    /// <summary>
    /// An earlier assessment of the same facility, of the same dossier at an earlier day or of an earlier dossier, for papers that
    /// tell what changed; null where there is none.
    /// </summary>
    public Assessment? Previous { get; init; }

    /// <summary>Whether levels are judged by 331/2026/NĐ-CP.</summary>
    public bool IsNd331 => Assessment.Regime.Header.Id.StartsWith("nd331", StringComparison.Ordinal);

    /// <summary>The highest level of the systems; null where that of one is not determined.</summary>
    public int? Level => Systems.Count > 0 && Systems.All(system => system.Level.Value is not null) ? Systems.Max(system => system.Level.Value) : null;

    /// <summary>The system whose level decides who appraises and approves: the first of the highest level.</summary>
    public PaperSystem? Leading => Level is { } level ? Systems.First(system => system.Level.Value == level) : null;

    /// <summary>From the law before to the law in force, or why there is no such passage; found when first asked for.</summary>
    internal TransitionResult Transition => _transition.Value;

    /// <summary>The day something was done, where the dossier says so and the assessment's day is not before it.</summary>
    /// <param name="name">The milestone's name without <c>milestones.</c>.</param>
    internal DateOnly? Milestone(string name) =>
        Packs.Facts.Find("milestones." + name) is { } fact && Dossier.Milestones.TryGet(fact, out var declared) && !declared.Value.IsNone && declared.Value.Date <= Assessment.AsOf
            ? declared.Value.Date
            : null;

    /// <summary>What the dossier, or the caller in its place, says of a paper.</summary>
    /// <param name="kind">The kind.</param>
    public PaperRecord? Record(string kind)
    {
        var declared = Dossier.Papers.FirstOrDefault(paper => paper.Kind.Equals(kind, StringComparison.Ordinal));
        if (Override is not { } given || !given.Kind.Equals(kind, StringComparison.Ordinal))
        {
            return declared;
        }

        return (declared ?? given) with
        {
            Number = given.Number ?? declared?.Number,
            Date = given.Date ?? declared?.Date,
            Place = given.Place ?? declared?.Place,
        };
    }
}
