using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>What is new about a facility since the run before.</summary>
public enum NewsKind
{
    /// <summary>A deadline is past now that was not before.</summary>
    NewlyOverdue,

    /// <summary>A deadline has 30 days or fewer left that had more, or was not there.</summary>
    NewlyDueSoon,

    /// <summary>Evidence of requirements has lost its validity.</summary>
    EvidenceExpired,

    /// <summary>A system's level, or what is certain of it, is another.</summary>
    LevelChanged,

    /// <summary>Levels are judged by another law.</summary>
    LawChanged,

    /// <summary>What was not done before is done.</summary>
    Settled,

    /// <summary>The dossier was not in the run before.</summary>
    Added,

    /// <summary>The dossier is in force no more.</summary>
    Removed,

    /// <summary>The dossier cannot be assessed: its content is not to be read under this law, or no law judges it.</summary>
    NotAssessed,
}

/// <summary>One thing that is new.</summary>
/// <param name="Kind">What.</param>
/// <param name="Rule">The deadline, or the law judged by now; null where it is about neither.</param>
/// <param name="SystemId">The system; null for the facility as a whole.</param>
/// <param name="Due">The last day of the deadline; null where there is none.</param>
/// <param name="Before">What was before, for people: a level, a law, how many; null where nothing was.</param>
/// <param name="Now">What is now; null where nothing is.</param>
public sealed record NewsItem(NewsKind Kind, NamedRule? Rule = null, string? SystemId = null, DateOnly? Due = null, string? Before = null, string? Now = null)
{
    /// <summary>What brought a level about: facts or packs that changed, in Vietnamese; empty until looked for (<see cref="LevelReasons"/>).</summary>
    public IReadOnlyList<string> Because { get; init; } = [];
}

/// <summary>All that is new about a facility.</summary>
/// <param name="Case">The case.</param>
/// <param name="Name">The facility's name.</param>
/// <param name="Province">The slug of its province; null where not declared.</param>
/// <param name="Revision">The revision assessed; 0 where the dossier is in force no more.</param>
/// <param name="RevisionBefore">The revision assessed in the run before; null where it was not in it.</param>
/// <param name="Items">What is new, at least one thing.</param>
public sealed record FacilityNews(CaseId Case, string Name, string? Province, int Revision, int? RevisionBefore, IReadOnlyList<NewsItem> Items);
