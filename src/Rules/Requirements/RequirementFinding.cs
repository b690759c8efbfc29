using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Requirements;

/// <summary>Whether what the facility says is proved; apart from whether the requirement is met.</summary>
public enum Documentation
{
    /// <summary>There is nothing to prove.</summary>
    None,

    /// <summary>Evidence is named, or the zone is drawn in the dossier.</summary>
    Documented,

    /// <summary>Said to be met, wholly or in part, without evidence.</summary>
    Undocumented,

    /// <summary>The evidence held until a day that is past.</summary>
    Expired,
}

/// <summary>What is planned; apart from whether the requirement is met.</summary>
/// <param name="Plan">The plan, or null.</param>
/// <param name="Due">The day by which, or null.</param>
/// <param name="Owner">Who, or null.</param>
/// <param name="IsOverdue">The day is past and the requirement not met.</param>
public sealed record RequirementProgress(string? Plan, DateOnly? Due, string? Owner, bool IsOverdue);

/// <summary>Whether a product is demanded of a system.</summary>
/// <param name="Product">The product and where the law says so.</param>
/// <param name="Demanded">Whether; unknown where facts are missing.</param>
/// <param name="Missing">Those facts.</param>
public sealed record ProductFinding(RequiredProduct Product, Truth Demanded, IReadOnlyList<MissingFact> Missing);

/// <summary>One requirement of a system's level and how the system stands on it.</summary>
public sealed record RequirementFinding
{
    /// <summary>The requirement.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>The requirement as the level states it.</summary>
    public required RequirementAtLevel At { get; init; }

    /// <summary>The group under which the level has it.</summary>
    public RequirementGroup Group => At.Group ?? Requirement.Group;

    /// <summary>Where the law states it.</summary>
    public required string Citation { get; init; }

    /// <summary>Whether it applies; unknown where facts are missing.</summary>
    public required Truth Applies { get; init; }

    /// <summary>The facts on which it depends whether it applies.</summary>
    public required IReadOnlyList<MissingFact> Missing { get; init; }

    /// <summary>The products the law names for it at this level.</summary>
    public required IReadOnlyList<ProductFinding> Products { get; init; }

    /// <summary>The result.</summary>
    public required RequirementStatus Status { get; init; }

    /// <summary>Why the result is what it is, in Vietnamese.</summary>
    public required string Why { get; init; }

    /// <summary>The answer it rests on; null where there is none.</summary>
    public required RequirementAnswer? Answer { get; init; }

    /// <summary>The answers of which the least favourable counts: one of the system, or one of each component, null where it has not answered.</summary>
    public IReadOnlyList<RequirementAnswer?> Answers { get; init; } = [];

    /// <summary>Whether it is proved.</summary>
    public required Documentation Documentation { get; init; }

    /// <summary>What is planned; null where nothing is.</summary>
    public required RequirementProgress? Progress { get; init; }

    /// <summary>Answers under the law before that speak of it, where it has none of its own: to be confirmed; they never decide the result.</summary>
    public IReadOnlyList<CarriedAnswer> CarriedOver { get; init; } = [];

    /// <summary>The product that is demanded; null where none is, or facts are missing.</summary>
    public RequiredProduct? DemandedProduct => Products.FirstOrDefault(product => product.Demanded == Truth.True)?.Product;
}

/// <summary>How many requirements stand how; the five add up to the total.</summary>
/// <param name="Met">Met.</param>
/// <param name="Partial">Met in part.</param>
/// <param name="Unmet">Not met.</param>
/// <param name="NotApplicable">Not asked of this system.</param>
/// <param name="Unknown">Not answered.</param>
public sealed record RequirementTotals(int Met, int Partial, int Unmet, int NotApplicable, int Unknown)
{
    /// <summary>All of them.</summary>
    public int Total => Met + Partial + Unmet + NotApplicable + Unknown;

    /// <summary>Counts findings.</summary>
    /// <param name="findings">The findings.</param>
    public static RequirementTotals Of(IEnumerable<RequirementFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var counts = new int[5];
        foreach (var finding in findings)
        {
            counts[(int)finding.Status]++;
        }

        return new RequirementTotals(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}

/// <summary>How much a gap weighs in the law, the heaviest first.</summary>
public enum GapWeight
{
    /// <summary>The law names a product for this system, and the requirement is not met.</summary>
    ProductMissing,

    /// <summary>A zone or plan of the design is missing.</summary>
    PlanMissing,

    /// <summary>Another requirement is not met.</summary>
    Unmet,

    /// <summary>Met in part.</summary>
    Partial,

    /// <summary>Said to be met, without evidence.</summary>
    Undocumented,

    /// <summary>The law only suggests it, and it is not met, or not wholly.</summary>
    Suggested,
}

/// <summary>What is missing at a requirement.</summary>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Finding">The finding.</param>
/// <param name="What">What is missing, in Vietnamese.</param>
public sealed record RequirementGap(GapWeight Weight, RequirementFinding Finding, string What)
{
    /// <summary>Why it is a gap, and where the law demands the product if one is missing; in Vietnamese.</summary>
    public string Why => Weight == GapWeight.ProductMissing ? $"{Finding.Why}; {Finding.DemandedProduct!.Note}" : Finding.Why;
}

/// <summary>The findings of one system at one level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Findings">One for each requirement of the level, in the order of the appendix.</param>
/// <param name="Totals">How many stand how.</param>
/// <param name="Gaps">What is missing, by the law's weight; of equal weight in the order of the appendix.</param>
public sealed record LevelFindings(int Level, IReadOnlyList<RequirementFinding> Findings, RequirementTotals Totals, IReadOnlyList<RequirementGap> Gaps)
{
    /// <summary>What is shown beside them and counts neither in the totals nor as a gap, such as physical security.</summary>
    public IReadOnlyList<RequirementFinding> Uncounted { get; init; } = [];
}

/// <summary>The findings of one system, told apart by the levels it may have.</summary>
/// <param name="System">The system's level.</param>
/// <param name="Levels">One for each level of its range, the lowest first; empty where no level is certain.</param>
public sealed record SystemFindings(LevelResult System, IReadOnlyList<LevelFindings> Levels);
