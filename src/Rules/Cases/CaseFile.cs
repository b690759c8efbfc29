using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;

namespace EmrSec.Rules.Cases;

/// <summary>What came of one case.</summary>
/// <param name="Pack">The pack it tests.</param>
/// <param name="Name">Its name.</param>
/// <param name="Position">Where it is written.</param>
/// <param name="Failures">What did not come out as expected; empty = passed.</param>
public sealed record CaseResult(string Pack, string Name, SourcePosition Position, IReadOnlyList<string> Failures)
{
    /// <summary>Whether everything came out as expected.</summary>
    public bool Passed => Failures.Count == 0;
}

/// <summary>The level a case expects.</summary>
internal sealed record LevelExpectation
{
    public int? AtLeast { get; init; }

    public int? AtMost { get; init; }

    /// <summary>Undetermined without a word on the highest level.</summary>
    public bool AnyAtMost { get; init; }

    public string? Criterion { get; init; }

    public string? Citation { get; init; }

    public string? Component { get; init; }

    public IReadOnlyList<string>? Questions { get; init; }

    public IReadOnlyList<string> Because { get; init; } = [];
}

/// <summary>The standing on an obligation that a case expects.</summary>
internal sealed record ObligationExpectation(string Id, SourcePosition Position)
{
    public ObligationStatus Status { get; init; }

    public int? Days { get; init; }

    public bool? OnDeadlineDay { get; init; }

    public IReadOnlyList<string>? Facts { get; init; }
}

/// <summary>One case, read.</summary>
internal sealed record Case(string Name, SourcePosition Position, DateOnly? AsOf, bool Presume, FacilityProfile Facility)
{
    public LevelExpectation? Level { get; init; }

    public IReadOnlyList<ObligationExpectation> Obligations { get; init; } = [];

    public IReadOnlyList<RequirementExpectation> Requirements { get; init; } = [];

    public TotalsExpectation? Totals { get; init; }
}
