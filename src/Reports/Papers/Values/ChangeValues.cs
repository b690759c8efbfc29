using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Changes;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>What changed between two assessments, as rows.</summary>
/// <param name="changes">The changes.</param>
/// <param name="systems">The ids of the systems that the paper is about.</param>
/// <param name="isWhole">Whether these are all systems of the dossier; systems that are gone are told only then.</param>
internal sealed class ChangeValues(AssessmentChanges changes, HashSet<string> systems, bool isWhole)
{
    private const string Absent = "không có";

    /// <summary>The packs that differ.</summary>
    public TemplateValues[] Packs { get; } =
    [
        .. changes.Packs.Select(change => new TemplateValues
        {
            ["id"] = change.Id,
            ["before"] = change.Before is { } before ? $"{before.Version} ({before.Sha256[..12]})" : "không dùng",
            ["now"] = change.Now is { } now ? $"{now.Version} ({now.Sha256[..12]})" : "không dùng",
        }),
    ];

    /// <summary>Every system's level before and now, and what made it change.</summary>
    public TemplateValues[] Levels => [.. OfPaper.Select(Level)];

    /// <summary>How many levels changed.</summary>
    public int LevelsChanged => OfPaper.Count(change => change.IsChange);

    /// <summary>The deadlines overdue now that were not before.</summary>
    public TemplateValues[] Overdue => Rows(changes.NewlyOverdue);

    /// <summary>The deadlines that have come near.</summary>
    public TemplateValues[] DueSoon => Rows(changes.DueSoon);

    /// <summary>The deadlines met since.</summary>
    public TemplateValues[] Settled => Rows(changes.Settled);

    /// <summary>The other deadlines on which the standing differs.</summary>
    public TemplateValues[] OtherDeadlines => Rows(changes.Deadlines.Where(change =>
        change.Now?.Status is not (ObligationStatus.Overdue or ObligationStatus.DueSoon or ObligationStatus.Met or ObligationStatus.MetLate)));

    /// <summary>The requirements on which the standing differs.</summary>
    public TemplateValues[] Requirements => [.. Mine(changes.Requirements).Select(change => Requirement(change, change.Now.Why))];

    /// <summary>How many requirements are met now, wholly or more than before.</summary>
    public int Better => Mine(changes.Requirements).Count(change => Rank(change.Now.Status) < Rank(change.Before.Status));

    /// <summary>How many requirements are met less than before.</summary>
    public int Worse => Mine(changes.Requirements).Count(change => Rank(change.Now.Status) > Rank(change.Before.Status));

    /// <summary>The requirements whose evidence has lost its validity since.</summary>
    public TemplateValues[] Expired => [.. Mine(changes.Expired).Select(change => Requirement(change, change.Now.Answer?.ValidUntil is { } until ? $"bằng chứng có giá trị đến {FactText.Date(until)}" : change.Now.Why))];

    /// <summary>The systems whose requirements are not the same as before.</summary>
    public TemplateValues[] Shifts =>
    [
        .. changes.Shifts.Where(shift => systems.Contains(shift.System.System.Id)).Select(shift => new TemplateValues
        {
            ["system"] = shift.System.System.Name,
            ["added"] = shift.Added,
            ["removed"] = shift.Removed,
        }),
    ];

    /// <summary>Whether nothing changed that the paper tells of.</summary>
    public bool IsEmpty => Packs.Length + LevelsChanged + Overdue.Length + DueSoon.Length + Settled.Length + OtherDeadlines.Length + Requirements.Length + Expired.Length + Shifts.Length == 0;

    private IEnumerable<LevelChange> OfPaper => changes.Levels.Where(change => change.Now is { } now ? systems.Contains(now.System.Id) : isWhole);

    /// <summary>One of the two assessments.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="assessment">The assessment.</param>
    public static TemplateValues Run(string name, Assessment assessment) => new()
    {
        ["name"] = name,
        ["asOf"] = assessment.AsOf,
        ["law"] = $"{assessment.Regime.Header.Document.Number} (gói {assessment.Regime.Header.Id} {assessment.Regime.Header.Version})",
        ["level"] = assessment.FacilityLevel is { } level ? $"cấp độ {level}" : "chưa xác định",
        ["overdue"] = Count(assessment, ObligationStatus.Overdue),
        ["soon"] = Count(assessment, ObligationStatus.DueSoon),
    };

    private static int Count(Assessment assessment, ObligationStatus status) => Deadline.Of(assessment).Count(deadline => deadline.Status == status);

    private static TemplateValues Level(LevelChange change)
    {
        var system = (change.Now ?? change.Before)!.System;
        return new TemplateValues
        {
            ["name"] = system.Name,
            ["before"] = change.Before?.InWords() ?? Absent,
            ["now"] = change.Now?.InWords() ?? Absent,
            ["changed"] = change.IsChange,
            ["cause"] = Cause(change),
        };
    }

    // A fact that changed without changing the level is told too: it may be what keeps it.
    private static string Cause(LevelChange change)
    {
        if (change.Before is null)
        {
            return "hệ thống mới khai";
        }

        if (change.Now is null)
        {
            return "hệ thống không còn được khai";
        }

        List<string> causes = [.. change.Facts.Select(fact => Fact(fact, change.Now))];
        if (change.LawChanged)
        {
            causes.Insert(0, $"luật xét khác trước: {Law(change.Before)} → {Law(change.Now)}");
        }

        return causes.Count > 0 ? string.Join("; ", causes)
            : change.IsChange ? "ngày đánh giá khác trước"
            : "giữ nguyên";
    }

    private static string Law(LevelResult level) => $"{level.Regime.Header.Id} {level.Regime.Header.Version}";

    private static string Fact(FactChange change, LevelResult now)
    {
        var of = change.Of is { } part && !ReferenceEquals(part, now.System) ? $" [{part.Id}]" : "";
        return $"{LevelWords.Lower(change.Fact.Label)}{of}: {Value(change.Fact, change.Before)} → {Value(change.Fact, change.Now)}";
    }

    private static string Value(FactDefinition fact, FactValue? value) => value is { } known ? FactText.Describe(fact, known) : "chưa khai";

    private TemplateValues[] Rows(IEnumerable<DeadlineChange> deadlines) =>
    [
        .. deadlines.Where(change => (change.Now ?? change.Before)!.System is not { } system || systems.Contains(system.System.Id)).Select(change =>
        {
            var deadline = (change.Now ?? change.Before)!;
            return new TemplateValues
            {
                ["title"] = deadline.Title,
                ["system"] = deadline.System?.System.Name ?? "cả cơ quan",
                ["before"] = change.Before?.Status.InWords() ?? Absent,
                ["now"] = change.Now?.Status.InWords() ?? "không còn áp dụng",
                ["due"] = deadline.DueText,
                ["days"] = ReportValues.Optional(change.Now?.DaysText),
                ["why"] = change.Now?.Why ?? "Không còn trong các nghĩa vụ đang áp dụng.",
                ["citation"] = ReportValues.Optional(deadline.Citation),
            };
        }),
    ];

    private IEnumerable<RequirementChange> Mine(IEnumerable<RequirementChange> requirements) => requirements.Where(change => systems.Contains(change.System.System.Id));

    private static TemplateValues Requirement(RequirementChange change, string why) => new()
    {
        ["id"] = change.Now.Requirement.Id,
        ["title"] = change.Now.Requirement.Title,
        ["system"] = change.System.System.Name,
        ["citation"] = change.Now.Citation,
        ["before"] = change.Before.Status.InWords(),
        ["now"] = change.Now.Status.InWords(),
        ["why"] = why,
    };

    // Only what is met counts as better; between «not answered» and «not met» nothing is won or lost.
    private static int Rank(RequirementStatus status) => status switch
    {
        RequirementStatus.Met or RequirementStatus.NotApplicable => 0,
        RequirementStatus.Partial => 1,
        _ => 2,
    };
}
