namespace EmrSec.Rules.Requirements;

/// <summary>A gap of one system at one of the levels that it may have.</summary>
/// <param name="System">The system.</param>
/// <param name="Level">The level.</param>
/// <param name="Gap">The gap.</param>
public sealed record SystemGap(SystemFindings System, int Level, RequirementGap Gap)
{
    /// <summary>The system's id, and the level where it is not certain: «portal nếu cấp độ 3».</summary>
    public string Who => System.Levels.Count == 1 ? System.System.System.Id : $"{System.System.System.Id} nếu cấp độ {Level}";
}

/// <summary>The same gap of one or several systems.</summary>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Systems">The systems, at least one.</param>
public sealed record GapGroup(GapWeight Weight, IReadOnlyList<SystemGap> Systems)
{
    /// <summary>The gaps of all systems at every level they may have, by the law's weight; what several lack stands together.</summary>
    /// <param name="systems">The systems.</param>
    public static IReadOnlyList<GapGroup> Of(IReadOnlyList<SystemFindings> systems)
    {
        ArgumentNullException.ThrowIfNull(systems);
        var groups = new List<GapGroup>();
        for (var weight = GapWeight.ProductMissing; weight <= GapWeight.Suggested; weight++)
        {
            var same = weight;
            groups.AddRange(systems
                .SelectMany(system => system.Levels, (system, level) => (system, level))
                .SelectMany(at => at.level.Gaps, (at, gap) => new SystemGap(at.system, at.level.Level, gap))
                .Where(each => each.Gap.Weight == same)
                .GroupBy(each => $"{each.Gap.Finding.Requirement.Id} {each.Gap.What}", StringComparer.Ordinal)
                .Select(group => new GapGroup(same, [.. group])));
        }

        return groups;
    }

    /// <summary>The systems that are alike in something, with their names where the systems of the group differ in it.</summary>
    /// <param name="key">What they are alike in.</param>
    public IEnumerable<(string Who, SystemGap First)> Alike(Func<SystemGap, string> key) =>
        Systems.GroupBy(key, StringComparer.Ordinal).Select(alike => alike.ToList()).Select(alike =>
            (alike.Count == Systems.Count ? "" : $"{string.Join(", ", alike.Select(each => each.Who))}: ", alike[0]));
}
