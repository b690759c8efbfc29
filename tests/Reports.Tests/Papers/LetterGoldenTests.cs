using EmrSec.Reports.Pdf;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>
/// What each letter says, read and approved once; a change shows up in review. To accept one, run the tests once with
/// EMRSEC_APPROVE=1 and read the difference.
/// </summary>
public sealed class LetterGoldenTests
{
    [Theory]
    [InlineData("request-approval", 2)]
    [InlineData("request-appraisal", 3)]
    [InlineData("request-opinion", 4)]
    [InlineData("appraisal", 3)]
    [InlineData("submission", 3)]
    [InlineData("decision", 3)]
    [InlineData("decision-plan", 5)]
    [InlineData("yearly-report", 3)]
    public void A_letter_says_what_was_approved(string kind, int level)
    {
        foreach (var law in new[] { LetterDossiers.Nd85, LetterDossiers.Nd331 })
        {
            var made = LetterDossiers.Make(kind, LetterDossiers.Request(law, level, edit: level == 2 ? LetterTests.LevelTwo : null));
            var document = made.Document.ShouldNotBeNull(string.Join('\n', made.Diagnostics));
            using var pdf = new MemoryStream();
            PdfWriter.Write(document, pdf).Diagnostics.ShouldBeEmpty();
            pdf.Length.ShouldBeGreaterThan(0);
            Approve($"{kind}.{law}.txt", PaperText.Of(document));
        }
    }

    private static void Approve(string name, string actual)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "EmrSec.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine(root.ShouldNotBeNull("the tests run inside the repository").FullName, "tests", "Reports.Tests", "Papers", "Approved", name);
        if (Environment.GetEnvironmentVariable("EMRSEC_APPROVE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"{name} was never approved");
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
