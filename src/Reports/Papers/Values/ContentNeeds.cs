using EmrSec.Reports.Templates;
using EmrSec.Rules.Completeness;

namespace EmrSec.Reports.Papers.Values;

/// <summary>What the law asks of the dossier, for values that are not there: asked for they are marked as missing, else left out.</summary>
/// <param name="completeness">What was found of the dossier; null where no data say what it must hold.</param>
internal sealed class ContentNeeds(DossierFindings? completeness)
{
    /// <summary>How a content is filled in; null where the law does not ask for it.</summary>
    /// <param name="id">The content, such as <c>system.scope</c>.</param>
    public string? Fill(string id) => completeness?.Law.Contents.FirstOrDefault(part => part.Id.Equals(id, StringComparison.Ordinal))?.Fill;

    /// <summary>Whether a content is asked of a system and not there.</summary>
    /// <param name="id">The content.</param>
    /// <param name="system">The system.</param>
    public bool Lacks(string id, PaperSystem system) => completeness?.Contents.Any(content =>
        content.Part.Id.Equals(id, StringComparison.Ordinal) && content.System is { } of && of.Id.Equals(system.Record.Id, StringComparison.Ordinal)
        && content.Status is ContentStatus.Missing or ContentStatus.Partial) == true;

    /// <summary>A text, or its absence: in a condition it counts as «not there», printed it is missing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="id">The content that it fulfils.</param>
    public object Given(string? text, string label, string id) => string.IsNullOrWhiteSpace(text) ? new AbsentValue(label, Fill(id) ?? "mục systems của hồ sơ") : text;
}
