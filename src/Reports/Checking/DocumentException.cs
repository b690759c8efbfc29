using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Checking;

/// <summary>A document cannot be written; nothing was. Says what is wrong, where, and what to do.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>A document with errors.</summary>
    /// <param name="diagnostics">What was found, at least one error; the position names the part of the document, the codes VB… are the PDF writer's.</param>
    public DocumentException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>What was found, in the order of the document.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
