using EmrSec.Rules.Changes;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>What made something change, in words.</summary>
public static class ReasonWords
{
    /// <summary>A fact that has another value: «Số người dùng (Cổng): 4.200 → 12.000».</summary>
    /// <param name="change">The fact.</param>
    public static string Fact(FactChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var of = change.Of is { } system ? $" ({system.Name})" : "";
        return $"{change.Fact.Label}{of}: {Value(change.Fact, change.Before)} → {Value(change.Fact, change.Now)}";
    }

    /// <summary>A pack that has another version: «tt12-2022: 1.0.0 → 1.1.0».</summary>
    /// <param name="change">The pack.</param>
    public static string Pack(UsedPackChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change switch
        {
            { Before: null } => $"bộ luật có thêm gói {change.Id} {change.Now!.Version}",
            { Now: null } => $"bộ luật không còn gói {change.Id} {change.Before.Version}",
            { Before.Version: var before, Now.Version: var now } when string.Equals(before, now, StringComparison.Ordinal) => $"gói {change.Id} {now} đổi nội dung ({change.Before.Hash[..8]} → {change.Now.Hash[..8]})",
            _ => $"gói {change.Id}: {change.Before.Version} → {change.Now.Version}",
        };
    }

    private static string Value(FactDefinition fact, FactValue? value) => value is { } known ? FactText.Describe(fact, known) : "chưa khai";
}
