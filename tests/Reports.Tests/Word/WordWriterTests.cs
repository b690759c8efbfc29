using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates;
using EmrSec.Reports.Tests.Templates;
using EmrSec.Reports.Word;

namespace EmrSec.Reports.Tests.Word;

/// <summary>DOCX files are valid, the same every time, and open in LibreOffice.</summary>
public sealed class WordWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-word").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("decision")]
    [InlineData("request-appraisal")]
    public void A_paper_is_a_valid_file(string kind)
    {
        Errors(Written(Paper(kind, SampleValues.Signed(), SampleValues.Final))).ShouldBeEmpty();
        Errors(Written(Paper(kind, SampleValues.Create(), SampleValues.Draft))).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_the_model_has_makes_a_valid_file() => Errors(Written(Everything())).ShouldBeEmpty();

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Written(Everything()).ShouldBe(Written(Everything()));

    [Fact]
    public void LibreOffice_opens_it_and_makes_a_pdf()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.docx"), Written(Everything()));
        using var process = Process.Start(new ProcessStartInfo("soffice", ["-env:UserInstallation=file://" + _folder + "/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder, Path.Combine(_folder, "a.docx")]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("soffice did not start.");
        var finished = process.WaitForExit(120_000);
        if (!finished)
        {
            process.Kill(entireProcessTree: true);
        }

        finished.ShouldBeTrue("soffice took longer than two minutes");
        File.Exists(Path.Combine(_folder, "a.pdf")).ShouldBeTrue();
    }

    private static Document Paper(string kind, TemplateValues values, FillOptions options) => new TemplateEngine().Fill(kind, values, options).Document.ShouldNotBeNull();

    private static byte[] Written(Document document)
    {
        using var stream = new MemoryStream();
        WordWriter.Write(document, stream);
        return stream.ToArray();
    }

    private static List<string> Errors(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    private static Document Everything() => new()
    {
        Info = new DocumentInfo { Title = "Mọi thứ", Created = SampleValues.Final.Created },
        IsDraft = true,
        Sections =
        [
            new Section
            {
                Blocks =
                [
                    new Letterhead { IssuingBody = "Bệnh viện mẫu", SuperiorBody = "Sở Y tế", Number = "Số: 01/BC-BV", PlaceAndDate = "Bắc Ninh, ngày 05 tháng 02 năm 2026" },
                    new TitleBlock("Báo cáo", "Về mọi thứ"),
                    new Recipients(["Sở Y tế", "Công an tỉnh"]),
                    new Heading(HeadingKind.Level1, "Mở đầu") { Label = "I.", Id = "mo-dau" },
                    new Paragraph([new Run("Chữ "), new Run("thiếu", RunStyle.Missing), new Run(" liên kết", RunStyle.Bold, "#mo-dau")]),
                    new BlockList(ListKind.Number, [new ListItem([new Paragraph("một"), new BlockList(ListKind.Letter, [new ListItem("a"), new ListItem("b")])])]),
                    new Figure(new BarChart(BarDirection.Horizontal, ["Đạt", "Chưa đạt"], [new ChartSeries("A", [3, 5]), new ChartSeries("B", [2, 1])]), "Biểu đồ thanh") { Caption = "Hình 1" },
                    new Figure(new DonutChart([new ChartSlice("Đạt", 3), new ChartSlice("Chưa", 5)], "8"), "Biểu đồ vòng"),
                    new Figure(new QrCode("https://example.vn"), "Mã QR"),
                    new SignatureBlock([new Signer(["Giám đốc"], "Người Ký Mẫu", "nguoi-ky")], ["Như trên", "Lưu: VT"]),
                ],
            },
            new Section
            {
                Orientation = PageOrientation.Landscape,
                Annex = new Annex("Phụ lục I", "Bảng dài"),
                Blocks = [new Table { Columns = [new TableColumn(ColumnWidth.Millimetres(15)), new TableColumn(ColumnWidth.Share())], Rows = [.. Enumerable.Range(0, 200).Select(i => new TableRow([new TableCell($"{i}"), new TableCell("ô")]))] }],
            },
        ],
    };
}
