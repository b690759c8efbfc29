using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Cases;

/// <summary>What a case expects of one requirement; what it leaves out is not looked at.</summary>
internal sealed record RequirementExpectation(string Id, SourcePosition Position)
{
    /// <summary>The level of the range to look at; null where the level is determined.</summary>
    public int? Level { get; init; }

    /// <summary>The level does not have the requirement.</summary>
    public bool Absent { get; init; }

    public RequirementStatus? Status { get; init; }

    public Truth? Applies { get; init; }

    public Truth? Product { get; init; }

    public string? Citation { get; init; }

    public string? Why { get; init; }

    public Documentation? Documentation { get; init; }

    public bool? Overdue { get; init; }

    /// <summary>The gap's weight; null with <see cref="NoGap"/> where none is expected.</summary>
    public GapWeight? Gap { get; init; }

    public bool NoGap { get; init; }

    public IReadOnlyList<string>? Missing { get; init; }
}

/// <summary>How many requirements a case expects to stand how.</summary>
internal sealed record TotalsExpectation(int? Level, IReadOnlyList<int?> Counts);
