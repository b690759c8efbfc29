using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Requirements;

/// <summary>What a requirement asks for.</summary>
public enum RequirementKind
{
    /// <summary>A rule or procedure that is kept (yêu cầu quản lý).</summary>
    Process,

    /// <summary>A network zone (vùng mạng).</summary>
    Zone,

    /// <summary>A plan of design (phương án thiết kế), for some systems with a product.</summary>
    Plan,

    /// <summary>A setting (thiết lập, cấu hình).</summary>
    Configuration,

    /// <summary>A rule of an article beside the appendices, not counted among them.</summary>
    Rule,
}

/// <summary>A group of requirements.</summary>
/// <param name="Id">Its id, such as <c>policy</c>.</param>
/// <param name="Kind"><c>management</c>, <c>design</c> or <c>configuration</c>.</param>
/// <param name="Title">Its title, in Vietnamese.</param>
/// <param name="Citation">Where the law names it.</param>
public sealed record RequirementGroup(string Id, string Kind, string Title, Citation Citation)
{
    /// <summary>The clause of the standard that the group is at each level; empty where the law numbers no groups.</summary>
    public IReadOnlyDictionary<int, string> Clauses { get; init; } = new Dictionary<int, string>();

    /// <summary>Whether its requirements count among those of a level; what does not is shown all the same (331/2026/NĐ-CP, Điều 30, khoản 2).</summary>
    public bool IsCounted { get; init; } = true;
}

/// <summary>A heading of the law under which requirements of a standard fall, or a part of the protection plan that has to answer them.</summary>
/// <param name="Id">Its id, such as <c>30.3.a</c>.</param>
/// <param name="Title">Its title, in Vietnamese.</param>
/// <param name="Citation">Where the law names it.</param>
public sealed record LawHeading(string Id, string Title, Citation Citation);

/// <summary>A requirement as one level states it.</summary>
/// <param name="Level">The level, 1–5.</param>
/// <param name="Item">The item of that level's appendix, such as <c>II.1.b.vii</c>; of a standard without appendices its clause.</param>
/// <param name="Clause">The clause of the standard, or null where the appendix names none.</param>
/// <param name="Detail">What the level asks for in particular, or null.</param>
public sealed record RequirementAtLevel(int Level, string Item, string? Clause, string? Detail)
{
    /// <summary>The article that states it, where it is no appendix; else null.</summary>
    public Citation? Article { get; init; }

    /// <summary>How firmly this level asks for it.</summary>
    public RequirementForce Force { get; init; }

    /// <summary>The group under which this level has it, where that is not the requirement's; else null.</summary>
    public RequirementGroup? Group { get; init; }

    /// <summary>The kinds of the network zones that have to be drawn, as the dossier writes them; empty where it is not about zones.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];
}

/// <summary>A product that a plan must rest on, at some levels and for some systems.</summary>
/// <param name="Levels">The levels.</param>
/// <param name="What">The product, in Vietnamese.</param>
/// <param name="When">The systems.</param>
/// <param name="Note">Where the law says so, in Vietnamese.</param>
public sealed record RequiredProduct(IReadOnlyList<int> Levels, string What, Condition When, string Note);

/// <summary>Advice, in EmrSec's words and not the law's.</summary>
/// <param name="Check">What to look at.</param>
/// <param name="Evidence">What usually proves it.</param>
/// <param name="Close">What would close the gap; null where nothing is written.</param>
public sealed record RequirementGuidance(string Check, IReadOnlyList<string> Evidence, string? Close);

/// <summary>Two milestones of which the first must come before the other.</summary>
/// <param name="First">The first.</param>
/// <param name="Before">The other.</param>
public sealed record DatesInOrder(FactDefinition First, FactDefinition Before)
{
    /// <summary>
    /// Whether the first comes again and again and its milestone keeps the last time alone. A date of it then tells nothing of the times
    /// before, so it can never make the rule wrong; only «never» can, and only where the other came under the law that asks for it.
    /// </summary>
    public bool FirstIsLatest { get; init; }
}

/// <summary>A basic requirement: one id means the same at every level where it applies.</summary>
public sealed record Requirement
{
    /// <summary>Its id, such as <c>tt12.d.plan.vii</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its group.</summary>
    public required RequirementGroup Group { get; init; }

    /// <summary>What it asks for.</summary>
    public required RequirementKind Kind { get; init; }

    /// <summary>The appendix's title.</summary>
    public required string Title { get; init; }

    /// <summary>The levels that have it, lowest first.</summary>
    public required IReadOnlyList<RequirementAtLevel> Levels { get; init; }

    /// <summary>For a requirement that is one zone the word for its kind, as the dossier writes it; else null.</summary>
    public string? Zone { get; init; }

    /// <summary>The systems it applies to; null = all.</summary>
    public Condition? AppliesWhen { get; init; }

    /// <summary>The products it may call for.</summary>
    public IReadOnlyList<RequiredProduct> Products { get; init; } = [];

    /// <summary>The dates that tell by themselves whether it is met; null where none do.</summary>
    public DatesInOrder? Dates { get; init; }

    /// <summary>
    /// What has to be so for the requirement to fall away, where no fact tells (in Vietnamese; «nếu có», «nếu hỗ trợ» in the standard). The
    /// facility's «not applicable» then stands, for the appraiser to look at; null where it never falls away, or a condition decides.
    /// </summary>
    public string? MayNotApply { get; init; }

    /// <summary>Its figures.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>The headings of the law it falls under, the nearest first.</summary>
    public IReadOnlyList<LawHeading> Headings { get; init; } = [];

    /// <summary>The parts of the protection plan that have to answer it; a paper tells it in the first and names it in the others.</summary>
    public IReadOnlyList<LawHeading> PlanParts { get; init; } = [];

    /// <summary>Advice; null where none is written.</summary>
    public RequirementGuidance? Guidance { get; init; }

    /// <summary>Where it is written.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The figure with this id, or null.</summary>
    /// <param name="id">Such as <c>retention</c>.</param>
    public Threshold? FindThreshold(string id) => Thresholds.FirstOrDefault(known => string.Equals(known.Id, id, StringComparison.Ordinal));

    /// <summary>The requirement as a level states it; null where the level does not have it.</summary>
    /// <param name="level">The level, 1–5.</param>
    public RequirementAtLevel? At(int level)
    {
        foreach (var each in Levels)
        {
            if (each.Level == level)
            {
                return each;
            }
        }

        return null;
    }
}
