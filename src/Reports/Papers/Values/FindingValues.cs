using EmrSec.Reports.Templates;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers.Values;

/// <summary>How systems stand on their requirements, as figures. Result, documentation and progress are three things and never one number.</summary>
internal static class FindingValues
{
    /// <summary>A row for each system, and for each level it may have.</summary>
    /// <param name="systems">The systems.</param>
    public static TemplateValues[] Totals(IReadOnlyList<PaperSystem> systems) =>
    [
        .. Findings(systems).SelectMany(system => system.Levels, (system, level) => new TemplateValues
        {
            ["system"] = system.System.System.Name,
            ["level"] = system.Levels.Count == 1 ? $"{level.Level}" : $"nếu cấp độ {level.Level}",
            ["totals"] = Of(level.Totals),
        }),
    ];

    /// <summary>The figures of some findings.</summary>
    /// <param name="totals">The figures.</param>
    public static TemplateValues Of(RequirementTotals totals) => new()
    {
        ["total"] = totals.Total,
        ["met"] = totals.Met,
        ["partial"] = totals.Partial,
        ["unmet"] = totals.Unmet,
        ["notApplicable"] = totals.NotApplicable,
        ["unknown"] = totals.Unknown,
    };

    /// <summary>The systems whose level is not certain enough to know their requirements.</summary>
    /// <param name="systems">The systems.</param>
    public static object[] Undetermined(IReadOnlyList<PaperSystem> systems) =>
        [.. Findings(systems).Where(system => system.Levels.Count == 0).Select(system => (object)system.System.System.Name)];

    /// <summary>What is known of the systems' requirements.</summary>
    /// <param name="systems">The systems.</param>
    public static IEnumerable<SystemFindings> Findings(IReadOnlyList<PaperSystem> systems) => systems.Select(system => system.Requirements).OfType<SystemFindings>();

    /// <summary>The findings of all systems, each at the lowest level that is certain.</summary>
    /// <param name="systems">The systems.</param>
    public static IReadOnlyList<RequirementFinding> Certain(IReadOnlyList<PaperSystem> systems) =>
        [.. Findings(systems).Where(system => system.Levels.Count > 0).SelectMany(system => system.Levels[0].Findings)];
}
