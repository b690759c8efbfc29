using EmrSec.Rules.Conditions;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Completeness;

/// <summary>A paper of the dossier, or a content of its papers.</summary>
public sealed record DossierPart
{
    /// <summary>Its id, such as <c>overview</c> or <c>system.models.logical</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in Vietnamese.</summary>
    public required string Title { get; init; }

    /// <summary>Where the law asks for it.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The levels that have it, lowest first.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>The body that must fill it in: <c>owner</c>, <c>operator</c> or <c>securityUnit</c>.</summary>
    public required string By { get; init; }

    /// <summary>The keys of the dossier that fulfil it, all of them.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>What every item of the list must have.</summary>
    public IReadOnlyList<string> Each { get; init; } = [];

    /// <summary>Of which every item of the list must have one.</summary>
    public IReadOnlyList<string> EachAny { get; init; } = [];

    /// <summary>What at least one item of the list must have true; null = nothing.</summary>
    public string? Marks { get; init; }

    /// <summary>The systems it is asked of; null = all.</summary>
    public Condition? When { get; init; }

    /// <summary>How to fill it in, in EmrSec's words.</summary>
    public required string Fill { get; init; }

    /// <summary>Whether it is asked of each system and not of the dossier once.</summary>
    public bool IsOfSystem => Keys[0].StartsWith(DossierKeys.OfSystem, StringComparison.Ordinal) || Keys[0].StartsWith("answers.", StringComparison.Ordinal);
}

/// <summary>A check of the dossier against itself.</summary>
/// <param name="Check">Which, such as <c>ip-overlap</c>.</param>
/// <param name="Citation">The law it serves; null where it is a matter of the file.</param>
public sealed record ConsistencyRule(string Check, Citation? Citation);

/// <summary>Two dates in an order.</summary>
/// <param name="First">What comes first: <c>milestones.…</c>, or <c>documents.…</c> for the day of a paper.</param>
/// <param name="Then">What comes then, at the earliest on the same day.</param>
/// <param name="Severity">How bad the other order is.</param>
/// <param name="Citation">Where the law says so, or null.</param>
public sealed record DateOrder(string First, string Then, ConsistencySeverity Severity, Citation? Citation);

/// <summary>The devices that must have a stand-by at some levels.</summary>
/// <param name="Levels">The levels.</param>
/// <param name="Types">Words of which a device's type has one; empty = any type.</param>
/// <param name="ExceptTypes">Words of which it has none.</param>
/// <param name="All">Whether devices that are not main ones count too.</param>
/// <param name="Hot">Whether the stand-by must take over without interruption (12/2022/TT-BTTTT, Điều 3).</param>
/// <param name="Citation">Where the law says so.</param>
public sealed record RedundancyRule(IReadOnlyList<int> Levels, IReadOnlyList<string> Types, IReadOnlyList<string> ExceptTypes, bool All, bool Hot, Citation Citation);

/// <summary>What a dossier must hold under a regime, and how it must agree with itself. Immutable.</summary>
/// <param name="Header">What it is and when it is in force.</param>
/// <param name="Regime">The law that gives the levels.</param>
/// <param name="Documents">The papers.</param>
/// <param name="Contents">Their contents.</param>
/// <param name="Consistency">The checks that are made.</param>
/// <param name="Orders">The dates in an order.</param>
/// <param name="Redundancy">The devices that must have a stand-by.</param>
public sealed record DossierContents(
    PackHeader Header,
    Regime Regime,
    IReadOnlyList<DossierPart> Documents,
    IReadOnlyList<DossierPart> Contents,
    IReadOnlyList<ConsistencyRule> Consistency,
    IReadOnlyList<DateOrder> Orders,
    IReadOnlyList<RedundancyRule> Redundancy)
{
    /// <summary>The rule of a check; null where the law has it not.</summary>
    /// <param name="check">Which.</param>
    public ConsistencyRule? Rule(string check)
    {
        foreach (var rule in Consistency)
        {
            if (string.Equals(rule.Check, check, StringComparison.Ordinal))
            {
                return rule;
            }
        }

        return null;
    }
}
