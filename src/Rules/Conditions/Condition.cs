using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Conditions;

/// <summary>A condition as a rule states it, checked: every fact exists and every operand is of its type.</summary>
/// <param name="Position">Where it was written.</param>
public abstract record Condition(SourcePosition Position);

/// <summary>Always true.</summary>
/// <param name="Position">Where.</param>
public sealed record AlwaysCondition(SourcePosition Position) : Condition(Position);

/// <summary>True when every item is.</summary>
/// <param name="Position">Where.</param>
/// <param name="Items">The items.</param>
public sealed record AllCondition(SourcePosition Position, IReadOnlyList<Condition> Items) : Condition(Position);

/// <summary>True when any item is.</summary>
/// <param name="Position">Where.</param>
/// <param name="Items">The items.</param>
public sealed record AnyCondition(SourcePosition Position, IReadOnlyList<Condition> Items) : Condition(Position);

/// <summary>True when the inner condition is false.</summary>
/// <param name="Position">Where.</param>
/// <param name="Inner">The inner condition.</param>
public sealed record NotCondition(SourcePosition Position, Condition Inner) : Condition(Position);

/// <summary>True when the inner condition holds of any (or every) component of the system, at every depth.</summary>
/// <param name="Position">Where.</param>
/// <param name="Every">Every component, not any.</param>
/// <param name="Inner">The condition on one component.</param>
public sealed record ComponentCondition(SourcePosition Position, bool Every, Condition Inner) : Condition(Position);

/// <summary>True when the system, or a component of it at any depth, meets one of these criteria of a regime.</summary>
/// <param name="Position">Where.</param>
/// <param name="Regime">The regime's id.</param>
/// <param name="Criteria">The criteria.</param>
public sealed record MeetsCondition(SourcePosition Position, string Regime, IReadOnlyList<Levels.Criterion> Criteria) : Condition(Position);

/// <summary>How a fact is compared.</summary>
public enum FactOperator
{
    /// <summary>Boolean or enum: one of the values.</summary>
    In,

    /// <summary>Enum: none of the values.</summary>
    NotIn,

    /// <summary>Set: holds at least one of the items.</summary>
    AnyOf,

    /// <summary>Set: holds all of the items.</summary>
    AllOf,

    /// <summary>Set: holds none of the items.</summary>
    NoneOf,

    /// <summary>Set: holds at least one item and nothing but these.</summary>
    OnlyOf,

    /// <summary>Set: holds nothing.</summary>
    Empty,

    /// <summary>Set: holds something.</summary>
    NotEmpty,

    /// <summary>Integer or date: between two bounds, inclusive; <c>none</c> is not.</summary>
    Between,

    /// <summary>Integer or date: declared <c>none</c>.</summary>
    IsNone,

    /// <summary>Integer or date: declared, and not <c>none</c>.</summary>
    IsSome,
}

/// <summary>A comparison of one fact.</summary>
/// <param name="Position">Where.</param>
/// <param name="Fact">The fact; never a text.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Items">For the operators on values and items: their bits (boolean: bit 0 false, bit 1 true).</param>
/// <param name="Low">For <see cref="FactOperator.Between"/>: least number or day number.</param>
/// <param name="High">For <see cref="FactOperator.Between"/>: greatest.</param>
public sealed record FactCondition(SourcePosition Position, FactDefinition Fact, FactOperator Operator, long Items, long Low, long High)
    : Condition(Position)
{
    /// <summary>Stands for «no lower bound».</summary>
    public const long Lowest = -FactValue.NumberLimit;

    /// <summary>Stands for «no upper bound».</summary>
    public const long Highest = FactValue.NumberLimit;
}
