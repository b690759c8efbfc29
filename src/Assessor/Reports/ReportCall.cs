using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;

namespace EmrSec.Assessor.Reports;

/// <summary>What <c>emrsec report</c> was asked for.</summary>
/// <param name="Dossier">The dossier, or a folder of dossiers.</param>
/// <param name="Kind">The kind of paper, <c>all</c> or <c>pack</c>.</param>
/// <param name="Output">The file or folder to write.</param>
/// <param name="Format">The format where the output does not say it.</param>
/// <param name="Systems">The systems; empty = all.</param>
/// <param name="Assessment">How to assess.</param>
internal sealed record ReportCall(string Dossier, string Kind, string Output, PaperFormat Format, IReadOnlyList<string> Systems, AssessmentOptions Assessment)
{
    public bool IsDraft { get; init; }

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? Place { get; init; }

    /// <summary>An earlier dossier of the same facility to compare with; null = the same dossier.</summary>
    public string? Previous { get; init; }

    /// <summary>The day to compare with; null = none.</summary>
    public DateOnly? Since { get; init; }

    public required TemplateEngine Templates { get; init; }

    public required DateTimeOffset Created { get; init; }
}
