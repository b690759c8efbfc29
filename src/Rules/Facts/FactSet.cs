using System.Diagnostics.CodeAnalysis;

namespace EmrSec.Rules.Facts;

/// <summary>A declared fact: its value and where it was written.</summary>
/// <param name="Value">The value.</param>
/// <param name="Position">Where it was written.</param>
public sealed record DeclaredFact(FactValue Value, SourcePosition Position);

/// <summary>The facts declared about one thing (a facility, its milestones, one system). What is not in it is unknown.</summary>
public sealed class FactSet
{
    private readonly IReadOnlyDictionary<FactDefinition, DeclaredFact> _facts;

    /// <summary>Makes a set of declared facts.</summary>
    /// <param name="facts">The facts.</param>
    public FactSet(IReadOnlyDictionary<FactDefinition, DeclaredFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _facts = facts;
    }

    /// <summary>Nothing declared.</summary>
    public static FactSet Empty { get; } = new(new Dictionary<FactDefinition, DeclaredFact>());

    /// <summary>The declared facts, in the order of the catalogue.</summary>
    public IEnumerable<KeyValuePair<FactDefinition, DeclaredFact>> Declared => _facts.OrderBy(pair => pair.Key.Order);

    /// <summary>The same in no particular order.</summary>
    internal IReadOnlyDictionary<FactDefinition, DeclaredFact> Unordered => _facts;

    /// <summary>Whether the fact was declared.</summary>
    /// <param name="fact">The fact.</param>
    public bool Contains(FactDefinition fact) => _facts.ContainsKey(fact);

    /// <summary>The declared value of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="declared">Its value and place, where declared.</param>
    /// <returns>Whether it was declared.</returns>
    public bool TryGet(FactDefinition fact, [NotNullWhen(true)] out DeclaredFact? declared) => _facts.TryGetValue(fact, out declared);

    /// <summary>The same facts with one set or, where <paramref name="value"/> is null, taken away.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Its new value.</param>
    public FactSet With(FactDefinition fact, FactValue? value)
    {
        var copy = new Dictionary<FactDefinition, DeclaredFact>(_facts);
        if (value is { } known)
        {
            copy[fact] = new DeclaredFact(known, default);
        }
        else
        {
            copy.Remove(fact);
        }

        return new FactSet(copy);
    }
}

/// <summary>What the rules see of a system.</summary>
/// <param name="Id">Its id in the dossier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Facts">The facts declared about it.</param>
/// <param name="Components">Its components; each may have components itself.</param>
/// <param name="ProposedLevel">The level the facility proposes (1–5), or null.</param>
public sealed record SystemProfile(string Id, string Name, FactSet Facts, IReadOnlyList<SystemProfile> Components, int? ProposedLevel = null)
{
    /// <summary>The kinds of its network zones, as the dossier writes them; an empty word where a zone has no kind.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];
}

/// <summary>The names of the bodies that answer for the systems; null where not declared.</summary>
/// <param name="Owner">The system owner (chủ quản).</param>
/// <param name="Operator">The operator (đơn vị vận hành).</param>
/// <param name="SecurityUnit">The security unit (đơn vị chuyên trách về an toàn thông tin).</param>
public sealed record BodyNames(string? Owner, string? Operator, string? SecurityUnit);

/// <summary>What the rules see of a facility.</summary>
/// <param name="Facility">Facts about the facility.</param>
/// <param name="Milestones">Dates on which things were done.</param>
/// <param name="Systems">Its systems.</param>
/// <param name="Bodies">The bodies that answer for them; null where none is declared.</param>
public sealed record FacilityProfile(FactSet Facility, FactSet Milestones, IReadOnlyList<SystemProfile> Systems, BodyNames? Bodies = null)
{
    /// <summary>The answers to requirements.</summary>
    public IReadOnlyList<Requirements.RequirementAnswer> Answers { get; init; } = [];

    /// <summary>What the authorities did with the dossier, on which days; null where nothing is declared.</summary>
    public Procedures.ProcessingRecord? Processing { get; init; }

    /// <summary>The dossier as a form, its systems in the order of <see cref="Systems"/>, made when completeness is first asked for; null where there is no dossier behind the facts.</summary>
    public Lazy<Completeness.DossierSheet>? Sheet { get; init; }
}
