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
public sealed record RequirementGroup(string Id, string Kind, string Title, Citation Citation);

/// <summary>A requirement as one level states it.</summary>
/// <param name="Level">The level, 1–5.</param>
/// <param name="Item">The item of that level's appendix, such as <c>II.1.b.vii</c>.</param>
/// <param name="Clause">The clause of the standard, or null where the appendix names none.</param>
/// <param name="Detail">What the level asks for in particular, or null.</param>
public sealed record RequirementAtLevel(int Level, string Item, string? Clause, string? Detail)
{
    /// <summary>The article that states it, where it is no appendix; else null.</summary>
    public Citation? Article { get; init; }
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
/// <param name="Close">What would close the gap.</param>
public sealed record RequirementGuidance(string Check, IReadOnlyList<string> Evidence, string Close);

/// <summary>Two milestones of which the first must come before the other.</summary>
/// <param name="First">The first.</param>
/// <param name="Before">The other.</param>
public sealed record DatesInOrder(FactDefinition First, FactDefinition Before);

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

    /// <summary>For a zone the word for its kind, as the dossier writes it; else null.</summary>
    public string? Zone { get; init; }

    /// <summary>The systems it applies to; null = all.</summary>
    public Condition? AppliesWhen { get; init; }

    /// <summary>The products it may call for.</summary>
    public IReadOnlyList<RequiredProduct> Products { get; init; } = [];

    /// <summary>The dates that tell by themselves whether it is met; null where none do.</summary>
    public DatesInOrder? Dates { get; init; }

    /// <summary>Advice; null where none is written.</summary>
    public RequirementGuidance? Guidance { get; init; }

    /// <summary>Where it is written.</summary>
    public SourcePosition Position { get; init; }

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
