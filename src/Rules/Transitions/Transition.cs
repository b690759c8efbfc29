using EmrSec.Rules.Assessments;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Transitions;

/// <summary>
/// A facility from the law before to the law in force, system by system and requirement by requirement (331/2026/NĐ-CP, Điều 39).
/// Immutable. An old answer is shown and never counts as an answer to a new requirement.
/// </summary>
public sealed class Transition
{
    private Transition(RegimeComparison comparison, Crosswalk crosswalk, IReadOnlyList<SystemTransition> systems, IReadOnlyList<WorkStep> plan)
    {
        Comparison = comparison;
        Crosswalk = crosswalk;
        Systems = systems;
        Plan = plan;
    }

    /// <summary>Both laws side by side.</summary>
    public RegimeComparison Comparison { get; }

    /// <summary>From the old requirements to the new.</summary>
    public Crosswalk Crosswalk { get; }

    /// <summary>The facility under the law before.</summary>
    public Assessment Before => Comparison.Assessments[^2];

    /// <summary>The facility under the law in force.</summary>
    public Assessment After => Comparison.Assessments[^1];

    /// <summary>The systems, in the dossier's order.</summary>
    public IReadOnlyList<SystemTransition> Systems { get; }

    /// <summary>What is due, the earliest first: the obligations that the new law itself lays on whoever passes to it.</summary>
    public IReadOnlyList<ObligationResult> Due => [.. Comparison.Transition.OrderBy(result => result.Obligation.Due ?? DateOnly.MaxValue)];

    /// <summary>The steps that settle every open requirement, each once: by the law's weight, of equal weight what settles most first.</summary>
    public IReadOnlyList<WorkStep> Plan { get; }

    /// <summary>How many of the new requirements of all systems changed so.</summary>
    /// <param name="change">What became of them.</param>
    public int Count(RequirementChange change) => Systems.Sum(system => system.Count(change));

    /// <summary>Passes a facility from the law before to the law in force.</summary>
    /// <param name="packs">The law.</param>
    /// <param name="facility">The facility.</param>
    /// <param name="options">The day; a law asked for is not looked at.</param>
    /// <param name="systemIds">The systems to look at; empty = all.</param>
    /// <returns>The transition, or why there is none.</returns>
    public static TransitionResult Of(RulePackSet packs, FacilityProfile facility, AssessmentOptions options, params IReadOnlyCollection<string> systemIds)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(facility);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(systemIds);
        if (packs.Regimes.Count < 2)
        {
            return new TransitionResult(null, "luật đã nạp không có luật trước để chuyển tiếp từ đó");
        }

        var comparison = RegimeComparison.Of(packs, facility, options);
        if (WhyNot(packs, facility, comparison) is { } why)
        {
            return new TransitionResult(null, why);
        }

        var crosswalk = packs.CrosswalkTo(comparison.Assessments[^1].Catalogue!)!;
        SystemTransition[] systems =
        [
            .. Enumerable.Range(0, comparison.Systems.Count)
                .Where(index => systemIds.Count == 0 || systemIds.Contains(comparison.Systems[index].System.Id, StringComparer.Ordinal))
                .Select(index => new SystemPassage(crosswalk, comparison, index).Pass()),
        ];
        return new TransitionResult(new Transition(comparison, crosswalk, systems, WorkPlan.Of(systems, options.AsOf)), null);
    }

    private static string? WhyNot(RulePackSet packs, FacilityProfile facility, RegimeComparison comparison)
    {
        var (before, after) = (comparison.Assessments[^2], comparison.Assessments[^1]);
        var number = after.Regime.Header.Document.Number;
        if (facility.Systems.Count == 0)
        {
            return "hồ sơ chưa có hệ thống nào";
        }

        if (after.Catalogue is not { } catalogue)
        {
            return $"vào ngày đánh giá {FactText.Date(after.AsOf)} chưa có danh mục yêu cầu của {number} đang hiệu lực";
        }

        if (packs.CrosswalkTo(catalogue) is not { } crosswalk || !ReferenceEquals(crosswalk.From.Regime, before.Regime))
        {
            return $"chưa có bảng đối chiếu yêu cầu từ {before.Regime.Header.Document.Number} sang {number}";
        }

        // A dossier submitted or approved under the new law has nothing behind it. Before that, whatever ties it to the old law does.
        if (!ReferenceEquals(comparison.Choice.Regime, after.Regime))
        {
            return null;
        }

        var isTied = comparison.Choice.Ground == RegimeGround.AsOf
            && (comparison.Transition.Any(result => result.Status != ObligationStatus.NotApplicable) || facility.Answers.Any(answer => crosswalk.From.Ids.Contains(answer.Requirement)));
        return isTied ? null : $"hồ sơ này đã được xét theo {number}, vì {comparison.Choice.Why}: không có gì phải chuyển tiếp";
    }
}

/// <summary>A transition, or why there is none.</summary>
/// <param name="Transition">The transition; null where there is none.</param>
/// <param name="WhyNot">Why there is none, in Vietnamese; null where there is one.</param>
public sealed record TransitionResult(Transition? Transition, string? WhyNot);
