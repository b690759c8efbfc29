using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Transitions;

/// <summary>What a step of the work plan is.</summary>
public enum WorkKind
{
    /// <summary>An old answer says «met» or «not applicable»: look whether it still does, and answer the new requirements.</summary>
    Confirm,

    /// <summary>An old answer says less, or its evidence has expired: finish what it was about.</summary>
    Finish,

    /// <summary>There is no old answer: answer the new requirements from the start.</summary>
    Start,
}

/// <summary>A new requirement of a system that a step settles.</summary>
/// <param name="System">The system.</param>
/// <param name="Requirement">The requirement.</param>
public sealed record WorkTarget(SystemProfile System, RequirementTransition Requirement);

/// <summary>One step: one old answer, or one group of the new catalogue, and all that it settles.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Weight">The weight of the heaviest requirement that it settles.</param>
/// <param name="Old">The old answer; null where there is none.</param>
/// <param name="Group">The group of the new catalogue; null where there is an old answer.</param>
/// <param name="Settles">The open requirements that it settles, at least one; each is in one step only.</param>
public sealed record WorkStep(WorkKind Kind, GapWeight Weight, CarriedAnswer? Old, RequirementGroup? Group, IReadOnlyList<WorkTarget> Settles);

/// <summary>Orders the open requirements into steps: by the law's weight, of equal weight what settles most first.</summary>
internal static class WorkPlan
{
    public static IReadOnlyList<WorkStep> Of(IEnumerable<SystemTransition> systems, DateOnly asOf)
    {
        List<WorkTarget> open =
        [
            .. systems.SelectMany(system => system.Requirements, (system, requirement) => new WorkTarget(system.Comparison.System, requirement))
                .Where(target => target.Requirement.IsOpen),
        ];
        List<WorkStep> steps = [.. FromAnswers(open, asOf), .. open.GroupBy(target => (target.Requirement.Weight, target.Requirement.Finding.Group)).Select(Start)];
        return [.. steps.OrderBy(step => step.Weight).ThenByDescending(step => step.Settles.Count)];
    }

    // A requirement may rest on several old answers. The answer that settles most takes all it can, then the next: few looks settle much.
    private static IEnumerable<WorkStep> FromAnswers(List<WorkTarget> open, DateOnly asOf)
    {
        var byAnswer = open.SelectMany(target => target.Requirement.Finding.CarriedOver, (target, carried) => (Target: target, Carried: carried))
            .GroupBy(each => each.Carried.Answer, ReferenceEqualityComparer.Instance)
            .Select(group => (Old: group.First().Carried, Targets: group.Select(each => each.Target).ToList()))
            .ToList();
        while (byAnswer.Count > 0)
        {
            var (old, targets) = byAnswer.MaxBy(each => each.Targets.Count);
            if (targets.Count == 0)
            {
                yield break;
            }

            yield return new WorkStep(KindOf(old.Answer, asOf), targets.Min(target => target.Requirement.Weight), old, null, [.. targets]);
            var settled = targets.ToHashSet(ReferenceEqualityComparer.Instance);
            open.RemoveAll(settled.Contains);
            foreach (var rest in byAnswer)
            {
                rest.Targets.RemoveAll(settled.Contains);
            }
        }
    }

    private static WorkKind KindOf(RequirementAnswer answer, DateOnly asOf) => answer switch
    {
        { Status: RequirementStatus.NotApplicable } => WorkKind.Confirm,
        { Status: RequirementStatus.Met } when !(answer.ValidUntil < asOf) => WorkKind.Confirm,
        _ => WorkKind.Finish,
    };

    private static WorkStep Start(IGrouping<(GapWeight Weight, RequirementGroup Group), WorkTarget> group) =>
        new(WorkKind.Start, group.Key.Weight, null, group.Key.Group, [.. group]);
}
