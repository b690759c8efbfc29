using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Requirements;

/// <summary>
/// Finds the answer that counts for a system: its own, else those of its components where one of them has its own (the least favourable;
/// none where a component has not answered), else the answer for all.
/// </summary>
internal sealed class RequirementAnswers(IReadOnlyList<RequirementAnswer> answers)
{
    /// <summary>How unfavourable an answer is: expired evidence comes out as unmet, of the rest less is worse.</summary>
    /// <param name="status">What it says.</param>
    /// <param name="isExpired">Whether its evidence held until a day that is past.</param>
    public static int Badness(RequirementStatus status, bool isExpired) => status switch
    {
        RequirementStatus.Unmet => 4,
        RequirementStatus.NotApplicable => 0,
        _ when isExpired => 3,
        RequirementStatus.Partial => 2,
        _ => 1,
    };

    /// <summary>Of all answers the one that counts on a day; null where there is none.</summary>
    public static RequirementAnswer? Counting(IReadOnlyList<RequirementAnswer?> all, DateOnly day)
    {
        RequirementAnswer? worst = null;
        var isSilent = false;
        foreach (var answer in all)
        {
            if (answer is null)
            {
                isSilent = true;
            }
            else if (worst is null || Badness(answer, day) > Badness(worst, day))
            {
                worst = answer;
            }
        }

        return isSilent && worst?.Status != RequirementStatus.Unmet ? null : worst;
    }

    /// <summary>The answers of which the least favourable counts; null for each component that has not answered.</summary>
    public IReadOnlyList<RequirementAnswer?> AllOf(SystemProfile system, string requirement)
    {
        var all = new List<RequirementAnswer?>();
        Collect(system, requirement, Find(requirement, null), all);
        return all;
    }

    private void Collect(SystemProfile system, string requirement, RequirementAnswer? general, List<RequirementAnswer?> all)
    {
        var own = Find(requirement, system.Id);
        if (own is not null || !PartHasOwn(system, requirement))
        {
            all.Add(own ?? general);
            return;
        }

        foreach (var component in system.Components)
        {
            Collect(component, requirement, general, all);
        }
    }

    private static int Badness(RequirementAnswer answer, DateOnly day) => Badness(answer.Status, answer.ValidUntil < day);

    private bool PartHasOwn(SystemProfile system, string requirement)
    {
        foreach (var component in system.Components)
        {
            if (Find(requirement, component.Id) is not null || PartHasOwn(component, requirement))
            {
                return true;
            }
        }

        return false;
    }

    private RequirementAnswer? Find(string requirement, string? systemId)
    {
        foreach (var answer in answers)
        {
            if (string.Equals(answer.Requirement, requirement, StringComparison.Ordinal) && string.Equals(answer.SystemId, systemId, StringComparison.Ordinal))
            {
                return answer;
            }
        }

        return null;
    }
}
