using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Levels;

/// <summary>One criterion of a level: where it holds, the system has at least that level.</summary>
/// <param name="Id">Its id within the regime, such as <c>8.2c</c>.</param>
/// <param name="Level">The level, 1–5.</param>
/// <param name="Citation">Where the law states it.</param>
/// <param name="Title">A few words, in Vietnamese.</param>
/// <param name="Wording">The article's wording in short.</param>
/// <param name="When">The condition.</param>
/// <param name="Position">Where it is written.</param>
public sealed record Criterion(string Id, int Level, Citation Citation, string Title, string Wording, Condition When, SourcePosition Position);

/// <summary>How a system made of components gets its level.</summary>
/// <param name="Citation">Where the law states it.</param>
/// <param name="Wording">The article's wording in short.</param>
/// <param name="OwnFacts">A system with components is also judged by itself where it declares one of these.</param>
public sealed record ComponentPrinciple(Citation Citation, string Wording, IReadOnlyList<FactDefinition> OwnFacts);

/// <summary>Something to know when a regime is used on or after a day, such as another law that has come into force.</summary>
/// <param name="From">The first day on which it is shown.</param>
/// <param name="Text">The notice, in Vietnamese.</param>
public sealed record RegimeNotice(DateOnly From, string Text);

/// <summary>A law that sets levels.</summary>
public sealed class Regime
{
    internal Regime(PackHeader header, FactCatalogue catalogue, ComponentPrinciple components, IReadOnlyList<Criterion> criteria, IReadOnlyList<RegimeNotice> notices)
    {
        Header = header;
        Notices = notices;
        Components = components;
        Criteria = criteria;
        Program = new RuleProgram(catalogue, [.. criteria.Select(criterion => criterion.When)]);
    }

    /// <summary>What it is and when it is in force.</summary>
    public PackHeader Header { get; }

    /// <summary>How components count.</summary>
    public ComponentPrinciple Components { get; }

    /// <summary>The criteria in the order of the law.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>What to know when it is used, each from a day on.</summary>
    public IReadOnlyList<RegimeNotice> Notices { get; }

    /// <summary>The criteria's conditions, ready to run.</summary>
    internal RuleProgram Program { get; }
}
