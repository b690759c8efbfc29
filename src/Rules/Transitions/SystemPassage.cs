using EmrSec.Rules.Assessments;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Transitions;

/// <summary>Passes one system from the old requirements to the new.</summary>
internal sealed class SystemPassage(Crosswalk crosswalk, RegimeComparison comparison, int index)
{
    private readonly LevelFindings? _before = Lowest(comparison.Assessments[^2], index);
    private readonly LevelFindings? _after = Lowest(comparison.Assessments[^1], index);

    public SystemTransition Pass() => new(
        comparison.Systems[index],
        _before?.Level,
        _after?.Level,
        [.. (_after?.Findings ?? []).Select(Pass)],
        Dropped());

    private static LevelFindings? Lowest(Assessment assessment, int index) =>
        assessment.Requirements.Count > index && assessment.Requirements[index].Levels is [var lowest, ..] ? lowest : null;

    private RequirementTransition Pass(RequirementFinding finding)
    {
        // What the old law did not ask at the old level is no source, unless it was answered all the same.
        var answered = finding.CarriedOver.Select(carried => carried.Source.Requirement.Id).ToHashSet(StringComparer.Ordinal);
        List<CrosswalkSource> sources =
        [
            .. (crosswalk.EntryOf(finding.Requirement.Id)?.Sources ?? [])
                .Where(source => _before is null || source.Requirement.At(_before.Level) is not null || answered.Contains(source.Requirement.Id)),
        ];
        var figures = FigureChange.Of(finding.Requirement, finding.At.Level, sources.Select(source => source.Requirement), _before?.Level);
        var change = sources.Count == 0 ? RequirementChange.New
            : finding.At.Force != RequirementForce.Suggested && figures.Any(figure => figure.IsBinding && !AnswerNames(finding, figure)) ? RequirementChange.Tightened
            : RequirementChange.CarriedOver;
        return new RequirementTransition(finding, change, sources, figures, RequirementGaps.WeightIfUnmet(finding));
    }

    /// <summary>Whether an old answer that is met names the very figure, word for word; it is to be confirmed all the same.</summary>
    private static bool AnswerNames(RequirementFinding finding, FigureChange figure) => finding.CarriedOver.Any(carried =>
        carried.Answer is { Status: RequirementStatus.Met, How: { } how } && figure.Threshold.IsNamedIn(how, figure.Level));

    private List<DroppedRequirement> Dropped()
    {
        if (_before is null || _after is null)
        {
            return [];
        }

        var dropped = crosswalk.Dropped(_before.Level, _after.Level).Select(requirement => requirement.Id).ToHashSet(StringComparer.Ordinal);
        return [.. _before.Findings.Where(finding => dropped.Contains(finding.Requirement.Id)).Select(finding => new DroppedRequirement(finding))];
    }
}
