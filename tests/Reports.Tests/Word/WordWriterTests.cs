using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates;
using EmrSec.Reports.Tests.Templates;

namespace EmrSec.Reports.Tests.Word;

/// <summary>DOCX files are valid, and the same every time.</summary>
public sealed class WordWriterTests
{
    [Theory]
    [InlineData("decision")]
    [InlineData("request-appraisal")]
    public void A_paper_is_a_valid_file(string kind)
    {
        WordFile.Of(Paper(kind, SampleValues.Signed(), SampleValues.Final)).Errors.ShouldBeEmpty();
        WordFile.Of(Paper(kind, SampleValues.Create(), SampleValues.Draft)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_the_model_has_makes_a_valid_file() => WordFile.Of(Everything()).Errors.ShouldBeEmpty();

    [Fact]
    public void The_same_document_gives_the_same_bytes() => WordFile.Of(Everything()).Bytes.ShouldBe(WordFile.Of(Everything()).Bytes);

    private static Document Paper(string kind, TemplateValues values, FillOptions options) => new TemplateEngine().Fill(kind, values, options).Document.ShouldNotBeNull();

    internal static Document Everything() => new()
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
