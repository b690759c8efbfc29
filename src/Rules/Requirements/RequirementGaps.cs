namespace EmrSec.Rules.Requirements;

/// <summary>Lists what is missing, by the law's weight.</summary>
internal static class RequirementGaps
{
    public static IReadOnlyList<RequirementGap> Of(IReadOnlyList<RequirementFinding> findings)
    {
        var gaps = new List<RequirementGap>();
        for (var weight = GapWeight.ProductMissing; weight <= GapWeight.Suggested; weight++)
        {
            foreach (var finding in findings)
            {
                if (WeightOf(finding) == weight)
                {
                    gaps.Add(new RequirementGap(weight, finding, What(weight, finding)));
                }
            }
        }

        return gaps;
    }

    /// <summary>How much a requirement would weigh if it were not met.</summary>
    public static GapWeight WeightIfUnmet(RequirementFinding finding) => WeightOf(finding with { Status = RequirementStatus.Unmet })!.Value;

    private static GapWeight? WeightOf(RequirementFinding finding) => finding switch
    {
        { Status: RequirementStatus.Unmet or RequirementStatus.Partial, At.Force: RequirementForce.Suggested } => GapWeight.Suggested,
        { Status: RequirementStatus.Unmet, DemandedProduct: not null } => GapWeight.ProductMissing,
        { Status: RequirementStatus.Unmet, Requirement.Kind: RequirementKind.Plan or RequirementKind.Zone } => GapWeight.PlanMissing,
        { Status: RequirementStatus.Unmet } => GapWeight.Unmet,
        { Status: RequirementStatus.Partial } => GapWeight.Partial,
        { Status: RequirementStatus.Met, Documentation: Documentation.Undocumented } => GapWeight.Undocumented,
        _ => null,
    };

    private static string What(GapWeight weight, RequirementFinding finding) => weight switch
    {
        GapWeight.ProductMissing when finding.Documentation == Documentation.Expired => $"{finding.Requirement.Title}: luật đòi {finding.DemandedProduct!.What}, bằng chứng đã hết giá trị",
        GapWeight.PlanMissing or GapWeight.Unmet when finding.Documentation == Documentation.Expired => $"{finding.Requirement.Title}: bằng chứng đã hết giá trị",
        GapWeight.ProductMissing => $"{finding.Requirement.Title}: luật đòi {finding.DemandedProduct!.What}",
        GapWeight.PlanMissing when finding.Requirement.Kind == RequirementKind.Zone => $"{finding.Requirement.Title}: thiếu vùng mạng",
        GapWeight.PlanMissing => $"{finding.Requirement.Title}: thiếu phương án",
        GapWeight.Unmet => $"{finding.Requirement.Title}: chưa đáp ứng",
        GapWeight.Partial => $"{finding.Requirement.Title}: mới đáp ứng một phần",
        GapWeight.Suggested => $"{finding.Requirement.Title}: khác gợi ý của tiêu chuẩn, cần nêu lý lẽ",
        _ => $"{finding.Requirement.Title}: chưa nêu bằng chứng",
    };
}
