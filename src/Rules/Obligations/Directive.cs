using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Obligations;

/// <summary>When an obligation is to be met.</summary>
public enum DueKind
{
    /// <summary>To be done by a day.</summary>
    By,

    /// <summary>A state that must hold from a day on.</summary>
    From,

    /// <summary>Without a date.</summary>
    Ongoing,
}

/// <summary>A remark on an obligation, shown where its condition holds.</summary>
/// <param name="When">The condition; null = always.</param>
/// <param name="Text">The remark, in Vietnamese.</param>
public sealed record ObligationNote(Condition? When, string Text);

/// <summary>One thing that a directive obliges.</summary>
public sealed class Obligation
{
    internal Obligation(FactCatalogue catalogue, Condition binds)
    {
        Binds = binds;
        BindsNode = new RuleProgram(catalogue, [binds]).Roots[0];
    }

    /// <summary>Its id, such as <c>bac-ninh-2025-11.dossier</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the directive.</summary>
    public required string Directive { get; init; }

    /// <summary>What is to be done, in Vietnamese.</summary>
    public required string Title { get; init; }

    /// <summary>Where the directive says so.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The wording it rests on, word for word.</summary>
    public required string Quote { get; init; }

    /// <summary>Whom it binds.</summary>
    public Condition Binds { get; }

    /// <summary>What kind of date it has.</summary>
    public required DueKind Kind { get; init; }

    /// <summary>By: the last day that is on time. From: the first day on which the state must hold. Ongoing: the last day of the duty, or null.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>To be kept up after it is done.</summary>
    public bool ThenOngoing { get; init; }

    /// <summary>The milestones that, all done, mean it is done; the latest date counts.</summary>
    public IReadOnlyList<FactDefinition> DoneWhen { get; init; } = [];

    /// <summary>Remarks.</summary>
    public IReadOnlyList<ObligationNote> Notes { get; init; } = [];

    /// <summary>Where it is written.</summary>
    public required SourcePosition Position { get; init; }

    internal RuleNode BindsNode { get; }
}

/// <summary>A directive: a document that obliges facilities to do things by dates.</summary>
/// <param name="Header">What it is and when it is in force.</param>
/// <param name="Note">A remark on the whole, or null.</param>
/// <param name="Obligations">What it obliges.</param>
public sealed record Directive(PackHeader Header, string? Note, IReadOnlyList<Obligation> Obligations);
