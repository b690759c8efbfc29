namespace EmrSec.Rules.Requirements;

/// <summary>How the result of a requirement reads, in Vietnamese; the same on the screen and on paper.</summary>
public static class RequirementText
{
    /// <summary>«Đạt», «Một phần», «Chưa đạt», «Không áp dụng», «Chưa trả lời».</summary>
    /// <param name="status">The result.</param>
    public static string Say(RequirementStatus status) => status switch
    {
        RequirementStatus.Met => "Đạt",
        RequirementStatus.Partial => "Một phần",
        RequirementStatus.Unmet => "Chưa đạt",
        RequirementStatus.NotApplicable => "Không áp dụng",
        _ => "Chưa trả lời",
    };
}
