using EmrSec.Dossiers.Store;
using EmrSec.Rules.Procedures;

namespace EmrSec.Dossiers.Workflow;

/// <summary>What the authorities did with a case, told by its steps: the days that the law's clocks run from, stand still on and end on.</summary>
public static class CaseProcessing
{
    /// <summary>The steps since the dossier was last submitted; empty where it never was.</summary>
    /// <param name="steps">The case's steps, the first first.</param>
    public static IReadOnlyList<CaseStep> Current(IReadOnlyList<CaseStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            if (steps[i].To is CaseState.Submitted)
            {
                return [.. steps.Skip(i)];
            }
        }

        return [];
    }

    /// <summary>What is known of the current submission.</summary>
    /// <param name="steps">The case's steps, the first first.</param>
    /// <param name="level">The level that was submitted; null where it is not known.</param>
    /// <returns>The record; null where the dossier was never submitted.</returns>
    public static ProcessingRecord? Of(IReadOnlyList<CaseStep> steps, int? level)
    {
        var current = Current(steps);
        if (current.Count == 0)
        {
            return null;
        }

        var complete = Day(current, StepKind.Accept);

        // Without an opinion in it (levels 1–2) the approval file is the dossier (NĐ 85 Điều 17.1; NĐ 331 Điều 24.1): there from the day it is valid.
        var file = level is < 3 ? complete : Day(current, StepKind.Present);
        return new ProcessingRecord(current[0].Day, complete, Supplements(current), Day(current, StepKind.AppraiseFit) ?? Day(current, StepKind.AppraiseUnfit), file)
        {
            Answered = Day(current, StepKind.Return),
            Decided = Day(current, StepKind.Approve) ?? Day(current, StepKind.Refuse),
        };
    }

    /// <summary>The day of a step's last time; null where it was not taken.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="kind">The step.</param>
    public static DateOnly? Day(IReadOnlyList<CaseStep> steps, StepKind kind) => steps.LastOrDefault(step => StepTable.Of(step)?.Kind == kind)?.Day;

    private static List<Supplement> Supplements(IReadOnlyList<CaseStep> steps)
    {
        var supplements = new List<Supplement>();
        foreach (var step in steps)
        {
            switch (StepTable.Of(step)?.Kind)
            {
                case StepKind.RequestSupplement:
                    supplements.Add(new Supplement(step.Day, null));
                    break;
                case StepKind.Answer when supplements.Count > 0:
                    supplements[^1] = supplements[^1] with { Answered = step.Day };
                    break;
            }
        }

        return supplements;
    }
}
