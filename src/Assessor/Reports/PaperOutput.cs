using EmrSec.Dossiers.Files;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;

namespace EmrSec.Assessor.Reports;

/// <summary>Puts a paper into its file.</summary>
internal static class PaperOutput
{
    /// <summary>Writes a paper whole or not at all, and reports what is wrong.</summary>
    /// <param name="document">The paper.</param>
    /// <param name="format">As what.</param>
    /// <param name="path">The file.</param>
    /// <param name="screen">Where findings go.</param>
    /// <returns>What was written; null after an error.</returns>
    public static WrittenPaper? Write(Document document, PaperFormat format, string path, Screen screen)
    {
        var diagnostics = new DiagnosticBag();
        var written = format.Write(document, diagnostics);
        if (written is not null)
        {
            AtomicFile.Write(path, stream => stream.Write(written.Bytes.Span), diagnostics);
        }

        screen.Report(diagnostics);
        return diagnostics.HasErrors ? null : written;
    }
}
