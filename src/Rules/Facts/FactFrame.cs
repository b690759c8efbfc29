namespace EmrSec.Rules.Facts;

/// <summary>
/// The facts of one system in the flat form that compiled rules read: facility and milestone facts first, then one block for the
/// system and one for each of its components at every depth, in preorder. A slot holds <see cref="FactValue.Code"/>; 0 = not declared.
/// </summary>
public sealed class FactFrame
{
    private readonly int[] _descendants;

    private FactFrame(FactCatalogue catalogue, long[] values, int[] descendants, IReadOnlyList<SystemProfile> members)
    {
        Catalogue = catalogue;
        Values = values;
        _descendants = descendants;
        Members = members;
    }

    /// <summary>The catalogue that says which slot is which fact.</summary>
    public FactCatalogue Catalogue { get; }

    /// <summary>The system (member 0) and its components at every depth, in preorder; empty for a frame of the facility alone.</summary>
    public IReadOnlyList<SystemProfile> Members { get; }

    /// <summary>The slots.</summary>
    internal long[] Values { get; }

    /// <summary>For each member how many components it has, at every depth; they follow it directly.</summary>
    internal int[] DescendantCounts => _descendants;

    /// <summary>A frame of the facility and one of its systems.</summary>
    /// <param name="catalogue">The facts.</param>
    /// <param name="facility">Facts about the facility.</param>
    /// <param name="milestones">Dates on which things were done, already as of the day of assessment.</param>
    /// <param name="system">The system; null for the facility alone.</param>
    public static FactFrame Create(FactCatalogue catalogue, FactSet facility, FactSet milestones, SystemProfile? system = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(facility);
        ArgumentNullException.ThrowIfNull(milestones);
        var members = new List<SystemProfile>();
        var descendants = new List<int>();
        if (system is not null)
        {
            AddMember(system, members, descendants);
        }

        var frame = new FactFrame(catalogue, new long[catalogue.CommonSlots + (members.Count * catalogue.SystemSlots)], [.. descendants], members);
        frame.Fill(facility, 0);
        frame.Fill(milestones, 0);
        for (var i = 0; i < members.Count; i++)
        {
            frame.Fill(members[i].Facts, frame.MemberBase(i));
        }

        return frame;
    }

    /// <summary>A frame of slots that are laid out already.</summary>
    internal static FactFrame OfSlots(FactCatalogue catalogue, long[] values, int[] descendants, IReadOnlyList<SystemProfile> members) => new(catalogue, values, descendants, members);

    /// <summary>The declared value of a fact, or null.</summary>
    /// <param name="fact">The fact; not text.</param>
    /// <param name="member">Which member, for a system fact.</param>
    public FactValue? this[FactDefinition fact, int member]
    {
        get
        {
            var code = Values[Index(fact, member)];
            return code == 0 ? null : FactValue.FromCode(code);
        }
    }

    /// <summary>A copy in which one fact has another value (null = not declared).</summary>
    internal FactFrame With(FactDefinition fact, int member, FactValue? value)
    {
        var copy = (long[])Values.Clone();
        copy[Index(fact, member)] = value?.Code ?? 0;
        return new FactFrame(Catalogue, copy, _descendants, Members);
    }

    internal FactFrame Copy() => new(Catalogue, (long[])Values.Clone(), _descendants, Members);

    internal int MemberBase(int member) => Catalogue.CommonSlots + (member * Catalogue.SystemSlots);

    /// <summary>How many components a member has, at every depth; they follow it directly.</summary>
    internal int Descendants(int member) => _descendants[member];

    internal int Index(FactDefinition fact, int member) =>
        Catalogue.Slot(fact) + (fact.Scope == FactScope.System ? MemberBase(member) : 0);

    private static int AddMember(SystemProfile system, List<SystemProfile> members, List<int> descendants)
    {
        var index = members.Count;
        members.Add(system);
        descendants.Add(0);
        var count = 0;
        foreach (var component in system.Components)
        {
            count += 1 + AddMember(component, members, descendants);
        }

        return descendants[index] = count;
    }

    private void Fill(FactSet facts, int offset)
    {
        foreach (var (fact, declared) in facts.Unordered)
        {
            if (fact.Type != FactType.Text)
            {
                Values[Catalogue.Slot(fact) + offset] = declared.Value.Code;
            }
        }
    }
}
