using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Pdf;

/// <summary>What came of writing a document.</summary>
/// <param name="Diagnostics">What was found, in the order of the document; the position names the part of the document.</param>
/// <param name="Pages">How many pages the file has; 0 where there is an error and nothing was written.</param>
public sealed record PdfResult(IReadOnlyList<Diagnostic> Diagnostics, int Pages)
{
    /// <summary>Whether the file was written.</summary>
    public bool IsWritten => Pages > 0;
}
