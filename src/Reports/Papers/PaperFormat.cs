using EmrSec.Reports.Checking;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Html;
using EmrSec.Reports.Pdf;
using EmrSec.Reports.Word;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Papers;

/// <summary>A kind of file that papers are written as.</summary>
/// <param name="Extension">Its extension with the dot, such as <c>.pdf</c>.</param>
public sealed record PaperFormat(string Extension)
{
    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<PaperFormat> All { get; } = [new(".pdf"), new(".docx"), new(".html")];

    /// <summary>The format of a file; null where its extension is of none.</summary>
    /// <param name="path">The file.</param>
    public static PaperFormat? Of(string path) => All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes a paper.</summary>
    /// <param name="document">The paper.</param>
    /// <param name="diagnostics">Receives what is wrong, such as a character that the typeface has not.</param>
    /// <returns>The file; null after an error.</returns>
    public WrittenPaper? Write(Document document, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(diagnostics);
        try
        {
            return Written(document, diagnostics);
        }
        catch (DocumentException e)
        {
            foreach (var item in e.Diagnostics)
            {
                diagnostics.Add(item);
            }

            return null;
        }
    }

    private WrittenPaper? Written(Document document, DiagnosticBag diagnostics)
    {
        using var stream = new MemoryStream();
        switch (Extension)
        {
            case ".docx":
                WordWriter.Write(document, stream);
                return new WrittenPaper(stream.ToArray(), null);
            case ".html":
                HtmlWriter.Write(document, stream);
                return new WrittenPaper(stream.ToArray(), null);
            default:
                var result = PdfWriter.Write(document, stream);
                foreach (var item in result.Diagnostics)
                {
                    diagnostics.Add(item);
                }

                return result.IsWritten ? new WrittenPaper(stream.ToArray(), result.Pages) : null;
        }
    }
}

/// <summary>A paper as a file.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Pages">How many pages it has; null where the reader's program decides.</param>
public sealed record WrittenPaper(ReadOnlyMemory<byte> Bytes, int? Pages);
