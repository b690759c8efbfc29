namespace EmrSec.Rules.Facts;

/// <summary>Every fact that rules may ask about, and the place of each in a <see cref="FactFrame"/>.</summary>
public sealed class FactCatalogue
{
    private readonly Dictionary<string, FactDefinition> _byId;
    private readonly Dictionary<FactDefinition, int> _slots = [];
    private readonly List<FactDefinition> _common = [];
    private readonly List<FactDefinition> _system = [];

    internal FactCatalogue(IReadOnlyList<FactDefinition> facts)
    {
        All = facts;
        _byId = facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        foreach (var fact in facts.Where(fact => fact.Type != FactType.Text))
        {
            var slots = fact.Scope == FactScope.System ? _system : _common;
            _slots.Add(fact, slots.Count);
            slots.Add(fact);
        }

        Presumed = [.. facts.Where(fact => fact.Presumed is not null)];
    }

    /// <summary>All facts, in the order declared.</summary>
    public IReadOnlyList<FactDefinition> All { get; }

    /// <summary>The facts that have a presumed value.</summary>
    public IReadOnlyList<FactDefinition> Presumed { get; internal set; }

    /// <summary>How many slots facility and milestone facts take in a frame.</summary>
    internal int CommonSlots => _common.Count;

    /// <summary>How many slots the facts of one system take in a frame.</summary>
    internal int SystemSlots => _system.Count;

    /// <summary>The facts of one scope, in the order declared.</summary>
    /// <param name="scope">The scope.</param>
    public IEnumerable<FactDefinition> Of(FactScope scope) => All.Where(fact => fact.Scope == scope);

    /// <summary>The fact with this id, or null.</summary>
    /// <param name="id">Such as <c>system.users</c>.</param>
    public FactDefinition? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The slot within its block (common or system) of a fact that is not text.</summary>
    internal int Slot(FactDefinition fact) => _slots[fact];

    internal FactDefinition CommonFact(int slot) => _common[slot];

    internal FactDefinition SystemFact(int slot) => _system[slot];
}
