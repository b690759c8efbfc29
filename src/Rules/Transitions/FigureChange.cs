using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Transitions;

/// <summary>A figure that the new law sets and the old one did not, or set lower.</summary>
/// <param name="Threshold">The new figure's threshold.</param>
/// <param name="Level">The level under the new law, 1–5.</param>
/// <param name="Before">The figure of the old law, in the threshold's unit; null where the old law sets none.</param>
/// <param name="Now">The figure of the new law, in the threshold's unit.</param>
public sealed record FigureChange(Threshold Threshold, int Level, int? Before, int Now)
{
    /// <summary>Whether the new law asks for the figure and does not only suggest it.</summary>
    public bool IsBinding => Threshold.Force != RequirementForce.Suggested;

    /// <summary>The figures of a new requirement that ask for more than its old sources did, in the order of the requirement.</summary>
    /// <param name="requirement">The new requirement.</param>
    /// <param name="level">The level under the new law, 1–5.</param>
    /// <param name="sources">The old requirements that speak of it.</param>
    /// <param name="oldLevel">The level under the old law; null where it is not certain: no old figure is taken then.</param>
    public static IReadOnlyList<FigureChange> Of(Requirement requirement, int level, IEnumerable<Requirement> sources, int? oldLevel)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        ArgumentNullException.ThrowIfNull(sources);
        var old = sources.ToList();
        var changes = new List<FigureChange>();
        foreach (var threshold in requirement.Thresholds)
        {
            if (threshold.At(level) is not { } now)
            {
                continue;
            }

            var before = OldFigure(threshold, old, oldLevel);
            if (before is null || threshold.IsStricter(now, before.Value))
            {
                changes.Add(new FigureChange(threshold, level, before, now));
            }
        }

        return changes;
    }

    // Of several old figures the strictest: it is what the facility had to meet.
    private static int? OldFigure(Threshold threshold, List<Requirement> sources, int? oldLevel)
    {
        int? strictest = null;
        foreach (var known in sources.Select(source => source.FindThreshold(threshold.Id)).OfType<Threshold>())
        {
            if (oldLevel is { } level && known.Rule == threshold.Rule && known.Unit == threshold.Unit && known.At(level) is { } value && (strictest is null || threshold.IsStricter(value, strictest.Value)))
            {
                strictest = value;
            }
        }

        return strictest;
    }
}
