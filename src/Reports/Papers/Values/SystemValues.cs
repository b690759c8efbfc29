using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Values;

/// <summary>What papers print of a system.</summary>
internal static class SystemValues
{
    /// <summary>A system's name, level and the like.</summary>
    /// <param name="system">The system.</param>
    public static TemplateValues Of(PaperSystem system) => new()
    {
        ["id"] = system.Record.Id,
        ["name"] = system.Record.Name,
        ["level"] = system.Level.Value is { } level ? level : new AbsentValue($"cấp độ của {system.Record.Name}", "chạy emrsec dossier ask"),
        ["proposedLevel"] = system.Record.ProposedLevel is { } proposed ? proposed : new AbsentValue($"cấp độ đề xuất của {system.Record.Name}", "mục proposedLevel của hệ thống"),
    };

    /// <summary>The systems' names in one phrase.</summary>
    /// <param name="systems">At least one.</param>
    public static string Names(IReadOnlyList<PaperSystem> systems) => systems.Count == 1
        ? systems[0].Record.Name
        : string.Join(", ", systems.Take(systems.Count - 1).Select(system => system.Record.Name)) + " và " + systems[^1].Record.Name;
}
