using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Completeness;

/// <summary>Whether a part of the dossier is there.</summary>
public enum ContentStatus
{
    /// <summary>There.</summary>
    Present,

    /// <summary>There in part.</summary>
    Partial,

    /// <summary>Not there.</summary>
    Missing,

    /// <summary>Not asked of this system, or at this level.</summary>
    NotRequired,

    /// <summary>Cannot be told: it depends on the level or on what is not declared.</summary>
    Unknown,
}

/// <summary>How bad a disagreement is.</summary>
public enum ConsistencySeverity
{
    /// <summary>Against the law, or impossible.</summary>
    Error,

    /// <summary>Likely a mistake, or a question that the appraiser will ask.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Note,
}

/// <summary>Whether a paper, or a content, is there.</summary>
/// <param name="Part">The part.</param>
/// <param name="System">The system it is about; null = the dossier as a whole.</param>
/// <param name="Status">Whether it is there.</param>
/// <param name="Why">Why, in Vietnamese.</param>
/// <param name="Position">Where what there is of it is written; null where nothing is.</param>
public sealed record ContentFinding(DossierPart Part, SystemProfile? System, ContentStatus Status, string Why, SourcePosition? Position);

/// <summary>Something in the dossier that disagrees with the law or with itself.</summary>
/// <param name="Check">Which check found it.</param>
/// <param name="System">The system it is about; null = the dossier as a whole.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Citation">Where the law says so, or null.</param>
/// <param name="Message">What is wrong, in Vietnamese.</param>
/// <param name="Position">Where.</param>
/// <param name="Do">What to do, in Vietnamese.</param>
public sealed record ConsistencyFinding(string Check, SystemProfile? System, ConsistencySeverity Severity, string? Citation, string Message, SourcePosition Position, string Do);

/// <summary>How complete a dossier is and where it disagrees.</summary>
/// <param name="Law">What was asked for.</param>
/// <param name="Documents">One for each paper.</param>
/// <param name="Contents">One for each content, and system where it is asked of each.</param>
/// <param name="Consistency">What disagrees, the worst first.</param>
public sealed record DossierFindings(
    DossierContents Law, IReadOnlyList<ContentFinding> Documents, IReadOnlyList<ContentFinding> Contents, IReadOnlyList<ConsistencyFinding> Consistency);
