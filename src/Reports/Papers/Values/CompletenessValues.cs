using EmrSec.Reports.Templates;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Values;

/// <summary>How complete the dossier is, as figures.</summary>
internal static class CompletenessValues
{
    /// <summary>The papers of the dossier, and how many contents and contradictions there are; null where nobody says what it must hold.</summary>
    /// <param name="findings">The findings.</param>
    public static TemplateValues? Of(DossierFindings? findings) => findings is null ? null : new TemplateValues
    {
        ["law"] = findings.Law.Header.Document.Cite,
        ["documents"] = findings.Documents.Select(document => new TemplateValues
        {
            ["status"] = document.Status.InWords(),
            ["title"] = document.Part.Title,
            ["citation"] = document.Part.Citation.ToString(),
            ["why"] = ReportValues.Optional(document.Why),
        }).ToArray(),
        ["contents"] = findings.Contents.Count,
        ["counts"] = string.Join("; ", Enum.GetValues<ContentStatus>().Select(status => (status, count: findings.Contents.Count(content => content.Status == status))).Where(each => each.count > 0)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.status.InWords().ToLowerInvariant()} {each.count}"))),
        ["wrong"] = findings.Consistency.Count(finding => finding.Severity == ConsistencySeverity.Error),
        ["doubtful"] = findings.Consistency.Count(finding => finding.Severity == ConsistencySeverity.Warning),
    };
}
