using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Levels;

/// <summary>How a level and its reasons read, in Vietnamese; the same on the screen and on paper.</summary>
public static class LevelText
{
    /// <summary>«cấp độ 3», «cấp độ 2 đến 3», «chưa xác định …».</summary>
    /// <param name="level">The level.</param>
    public static string Say(LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level switch
        {
            { Value: { } value } => $"cấp độ {value}",
            { AtLeast: { } least, AtMost: { } most } => $"cấp độ {least} đến {most}",
            { AtMost: { } most } => $"chưa xác định (cao nhất có thể: cấp độ {most})",
            _ => "chưa xác định: không tiêu chí nào được đáp ứng",
        };
    }

    /// <summary>Why a criterion does not hold: the facts that are enough to say no, each with the members of which it is so.</summary>
    /// <param name="higher">The criterion.</param>
    /// <param name="level">The level that it is higher than.</param>
    public static string Against(NotHigher higher, LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(higher);
        ArgumentNullException.ThrowIfNull(level);

        // What is so of every member is said once; what differs, with the member it is so of.
        var members = higher.Enough.Select(reason => reason.Component?.Id).Distinct(StringComparer.Ordinal).Count();
        var reasons = higher.Enough.GroupBy(Deny, StringComparer.Ordinal).Select(group =>
            group.Count() == members ? group.Key : $"{group.Key} [{string.Join(", ", group.Select(reason => reason.Component?.Id ?? level.System.Id))}]");
        return string.Join(", ", reasons.DefaultIfEmpty("không có cách khai nào đạt được"));
    }

    /// <summary>What a criterion that is open still asks of facts that are missing.</summary>
    /// <param name="higher">The criterion.</param>
    /// <param name="level">The level that it is higher than.</param>
    public static string If(NotHigher higher, LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(higher);
        return string.Join("; ", higher.Because.Select(reason => $"{Lower(Name(reason.Fact, reason.Component, level))}: {reason.Needs}").Distinct(StringComparer.Ordinal));
    }

    /// <summary>The label of a fact, with the component it is a fact of.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="system">The system or component; null for the facility.</param>
    /// <param name="level">The level that it is about.</param>
    public static string Name(FactDefinition fact, SystemProfile? system, LevelResult level)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(level);
        return system is null || ReferenceEquals(system, level.System) ? fact.Label : $"{fact.Label} [{system.Id}]";
    }

    /// <summary>A label within a sentence: without a capital, unless it begins with an abbreviation.</summary>
    /// <param name="label">The label.</param>
    public static string Lower(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }

    // What a set does not hold says more than what it holds; of anything else its value does.
    private static string Deny(Reason reason) =>
        reason.Fact.Type == FactType.Set ? reason.Otherwise : $"{Lower(reason.Fact.Label)} là «{reason.ValueText}»";
}
