using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>
/// Tells what was added to a document that now begins with its bytes. A signature covers whatever was added before it was made: only this
/// comparison shows whether the signer had the document before him, or another one appended to it.
/// </summary>
public static class DocumentChanges
{
    /// <summary>What changed between a document and a file that begins with its bytes.</summary>
    /// <param name="document">The document as it was made.</param>
    /// <param name="file">The file, such as the document signed.</param>
    /// <returns>Every change, those that signing makes among them; one that is not permitted where the file does not begin with the document or cannot be read.</returns>
    public static IReadOnlyList<LaterChange> Since(byte[] document, byte[] file)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(file);
        if (!file.AsSpan().StartsWith(document))
        {
            return [new LaterChange(IsPermitted: false, SignatureProblem.ContentReplaced, "tệp không bắt đầu bằng văn bản gốc")];
        }

        try
        {
            using var before = ByteSource.Of(document);
            using var now = ByteSource.Of(file);
            return RevisionComparer.Compare(PdfDocument.Open(before), PdfDocument.Open(now), new ReferenceScan());
        }
        catch (PdfFormatException e)
        {
            return [new LaterChange(IsPermitted: false, SignatureProblem.FileMalformed, e.Message)];
        }
    }
}
