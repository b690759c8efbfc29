using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EmrSec.Dossiers;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Word;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>The reports, with their charts and codes, are valid DOCX files too.</summary>
public sealed class ReportsInWordTests
{
    [Theory]
    [InlineData("gap")]
    [InlineData("assessment")]
    [InlineData("deadlines")]
    [InlineData("reassessment")]
    public void A_report_is_a_valid_file(string kind)
    {
        var dossier = PaperRun.Sample("bac-ninh-hospital");
        var request = new PaperRequest(dossier, PaperRun.Packs, PaperRun.Assess(dossier))
        {
            Created = PaperRun.Created,
            Previous = PaperRun.Assess(dossier, new DateOnly(2026, 2, 1)),
            Override = new PaperRecord(kind, default) { Number = "07/BB-SYT", Date = PaperRun.AsOf, Place = "Bắc Ninh" },
        };
        using var stream = new MemoryStream();
        WordWriter.Write(PaperRun.Made(kind, request), stream);

        using var file = WordprocessingDocument.Open(stream, false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(error => error.Description).ShouldBeEmpty();
        file.MainDocumentPart!.Document.InnerText.ShouldContain("Bệnh viện đa khoa mẫu Bắc Ninh");
    }
}
