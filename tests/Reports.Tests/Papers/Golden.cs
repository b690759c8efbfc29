using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>
/// Papers as committed text that somebody has read. To accept a change, run once with EMRSEC_APPROVE=1, read the difference, and
/// look at the pictures of the PDF that is then left in the folder for temporary files.
/// </summary>
internal static class Golden
{
    public static void Approve(string name, Document document)
    {
        if (Environment.GetEnvironmentVariable("EMRSEC_APPROVE") is "1")
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "emrsec-look"));
            using var pdf = File.Create(Path.Combine(folder.FullName, name + ".pdf"));
            PdfWriter.Write(document, pdf).Diagnostics.ShouldBeEmpty();
        }

        Approve(name, PaperOutline.Of(document));
    }

    public static void Approve(string name, string actual)
    {
        var path = Path.Combine(PaperRun.Root, "tests", "Reports.Tests", "Approved", name + ".txt");
        if (Environment.GetEnvironmentVariable("EMRSEC_APPROVE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"{name} was never approved");
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
