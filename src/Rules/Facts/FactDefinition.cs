namespace EmrSec.Rules.Facts;

/// <summary>What a fact is a fact about.</summary>
public enum FactScope
{
    /// <summary>The facility as a whole.</summary>
    Facility,

    /// <summary>A date on which the facility had something done.</summary>
    Milestone,

    /// <summary>One information system, or one component of it.</summary>
    System,
}

/// <summary>The type of a fact's value.</summary>
public enum FactType
{
    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of a list of values.</summary>
    Enum,

    /// <summary>Any of a list of values; a list that is declared is complete.</summary>
    Set,

    /// <summary>A whole number, or declared <c>none</c> where the fact allows it.</summary>
    Integer,

    /// <summary>A calendar day, or declared <c>none</c> where the fact allows it.</summary>
    Date,

    /// <summary>Free text; rules never ask for it.</summary>
    Text,
}

/// <summary>One value that an enum or set fact may take.</summary>
/// <param name="Id">As the dossier writes it.</param>
/// <param name="Label">As a person reads it, in Vietnamese.</param>
public sealed record FactOption(string Id, string Label);

/// <summary>The value a fact takes when nobody declared it (only for what almost no facility has).</summary>
/// <param name="Value">The value.</param>
/// <param name="Why">Why it may be presumed, in Vietnamese; printed whenever the presumption mattered.</param>
/// <param name="When">Where it is presumed; null = everywhere.</param>
public sealed record Presumption(FactValue Value, string Why, Conditions.Condition? When);

/// <summary>A fact that rules may ask about, as <c>rules/facts.yaml</c> declares it.</summary>
public sealed class FactDefinition
{
    internal FactDefinition(string id, FactScope scope, FactType type)
    {
        Id = id;
        Scope = scope;
        Type = type;
    }

    /// <summary>Scope and key path, such as <c>system.dataSubjects.basic</c>.</summary>
    public string Id { get; }

    /// <summary>The key path within its scope, such as <c>dataSubjects.basic</c>.</summary>
    public string Path => Id[(Id.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>What it is about.</summary>
    public FactScope Scope { get; }

    /// <summary>The type of its value.</summary>
    public FactType Type { get; }

    /// <summary>Short name, in Vietnamese.</summary>
    public required string Label { get; init; }

    /// <summary>The question to put to a facility's IT staff, in Vietnamese.</summary>
    public required string Question { get; init; }

    /// <summary>How to find the answer out, in Vietnamese; may be empty.</summary>
    public string Help { get; init; } = "";

    /// <summary>Where the law asks for it; may be empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>The values of an enum or set, in order; else empty.</summary>
    public IReadOnlyList<FactOption> Options { get; init; } = [];

    /// <summary>The least number allowed; null = no bound.</summary>
    public long? Min { get; init; }

    /// <summary>The greatest number allowed; null = no bound.</summary>
    public long? Max { get; init; }

    /// <summary>The unit of a number, in Vietnamese; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether the dossier may declare <c>none</c>.</summary>
    public bool AllowNone { get; init; }

    /// <summary>How <c>none</c> reads, in Vietnamese.</summary>
    public string NoneLabel { get; init; } = "không";

    /// <summary>The fewest items of a set that is declared.</summary>
    public int MinItems { get; init; }

    /// <summary>The value taken when nobody declared it; null for almost every fact.</summary>
    public Presumption? Presumed { get; internal set; }

    /// <summary>Its place in <c>rules/facts.yaml</c>; questions of equal weight are asked in this order.</summary>
    public int Order { get; init; }

    /// <summary>Where it is declared.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>Index of the value with this id, or -1.</summary>
    /// <param name="id">The value's id, compared ordinally.</param>
    public int IndexOf(string id)
    {
        for (var i = 0; i < Options.Count; i++)
        {
            if (string.Equals(Options[i].Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Its id.</summary>
    public override string ToString() => Id;
}
