using System.Text;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>Text at its limits: long, unbreakable, decomposed, with marks that forms have.</summary>
public sealed class TextLimitTests
{
    // Issuing body, authority, chapter, signer's title; and all the others.
    private const int Capitalised = 4;
    private const int AsGiven = 12;

    private static readonly string LongName = string.Join(' ', Enumerable.Repeat("Bệnh viện Đa khoa khu vực liên huyện Mẫu", 13))[..500];

    [Fact]
    public void Names_of_500_characters_stay_within_the_margins_everywhere()
    {
        LongName.Length.ShouldBe(500);
        using var written = new Written(SamplePapers.Of(
            new Letterhead { SuperiorBody = "Sở Y tế", IssuingBody = LongName, Number = "Số: 01/QĐ-BV", PlaceAndDate = "Mẫu, ngày 05 tháng 11 năm 2025", Regarding = "V/v " + LongName },
            new TitleBlock("Quyết định", LongName) { Authority = LongName },
            new Recipients([LongName]),
            new Recipients([LongName, LongName]),
            new Heading(HeadingKind.Chapter, LongName) { Label = "Chương I" },
            new Heading(HeadingKind.Level2, LongName) { Label = "1." },
            new Table { Columns = [new(ColumnWidth.Millimetres(15)), new(ColumnWidth.Share())], Rows = [new TableRow([new("STT"), new(LongName)]), new TableRow([new(LongName), new(LongName)])], Caption = LongName },
            new SignatureBlock([new Signer([LongName], LongName, "a"), new Signer(["Giám đốc"], "Trần Đức Thắng", "b")], [LongName, "Lưu: VT"])));

        Inside(written);
        Letters(ReadElement.Read(written.Path).Text).Split(Letters(LongName)).Length.ShouldBe(AsGiven + 1);
        Letters(ReadElement.Read(written.Path).Text).Split(Letters(LongName).ToUpperInvariant()).Length.ShouldBe(Capitalised + 1);
    }

    [Theory]
    [InlineData("https://chinhphu.vn/van-ban/")]
    [InlineData("tep_dinh_kem_")]
    [InlineData("ễ")]
    [InlineData("W")]
    public void A_word_longer_than_a_line_is_broken_and_nothing_of_it_lost(string part)
    {
        var word = string.Concat(Enumerable.Repeat(part, 600 / part.Length));
        using var written = new Written(SamplePapers.Of(
            new Paragraph("Trước " + word + " sau"),
            new Table { HeaderRows = 0, Columns = [new(ColumnWidth.Millimetres(8)), new(ColumnWidth.Share())], Rows = [new TableRow([new("x " + word), new(word)])] }));

        Inside(written);
        Letters(written.Text).ShouldContain("Trước" + word + "sau");
        Letters(ReadElement.Read(written.Path).Text).ShouldBe("Trước" + word + "sau" + "x" + word + word);
    }

    [Fact]
    public void Decomposed_text_is_composed_everywhere_and_gives_the_same_file()
    {
        static Document Paper(NormalizationForm form)
        {
            string Text(string text) => text.Normalize(form);
            var paper = SamplePapers.Of(
                new Letterhead { IssuingBody = Text("Bệnh viện Đa khoa Mẫu") },
                new Heading(HeadingKind.Level1, Text("Kết quả đánh giá")) { Label = "I." },
                new Paragraph(Text("Hệ thống được bảo vệ; cấp độ đề xuất: 3.")),
                new Figure(new QrCode("x"), Text("Mã của bản đánh giá")) { Width = 20, Caption = Text("Hình vẽ") },
                new SignatureBlock([new Signer([Text("Giám đốc")], Text("Trần Đức Thắng"), "a")], [Text("Như trên")]));
            return paper with { Info = paper.Info with { Title = Text("Bản đánh giá"), Author = Text("Bệnh viện"), Subject = Text("Cấp độ"), Keywords = [Text("cấp độ")] } };
        }

        using var composed = new Written(Paper(NormalizationForm.FormC));
        using var decomposed = new Written(Paper(NormalizationForm.FormD));

        decomposed.Bytes.ShouldBe(composed.Bytes);
        decomposed.Text.ShouldContain("Hệ thống được bảo vệ");
    }

    [Fact]
    public void Tick_boxes_and_ticks_are_drawn_and_copied_out_as_they_are()
    {
        const string Marks = "☐ ☑ ☒ ✓ ✔ ✗ ✘";
        using var written = new Written(SamplePapers.Of(new Paragraph(Marks) { IndentFirstLine = false, Alignment = TextAlignment.Left }, new Paragraph([new Run(Marks, RunStyle.Bold)])));

        written.Text.ShouldBe(Marks + " " + Marks);
        Tool.Poppler("pdffonts", written.Path).ShouldNotContain(" no ");

        // A box is hollow, a ticked one is not; a tick has no box around it.
        var words = SeenWord.Read(written.Path);
        var ink = words.Take(7).ToDictionary(word => word.Text, word => Ink.Of(written, word));
        ink["☐"].ShouldBeInRange(0.05, 0.25);
        ink["☑"].ShouldBeGreaterThan(ink["☐"] * 1.3);
        ink["☒"].ShouldBeGreaterThan(ink["☐"] * 1.3);
        ink["✓"].ShouldBeInRange(0.02, ink["☐"]);
        ink["✔"].ShouldBeGreaterThan(ink["✓"] * 1.3);
        ink["✘"].ShouldBeGreaterThan(ink["✗"] * 1.3);
    }

    [Fact]
    public void Spaces_hyphens_and_symbols_that_people_paste_come_out()
    {
        const string Text = "10\u00A0000\u202F₫ – 5\u2011NĐ — “dẫn” ‘trong’ … ≥ ≤ ≠ × ± ² ½ ° № • → €";
        using var written = new Written(SamplePapers.Of(new Paragraph(Text)));

        // poppler takes every kind of space for a space.
        written.Text.ShouldBe(Text.Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    [Theory]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("\uFEFFđầu", "đầu")]
    [InlineData("mềm\u00ADmại", "mềmmại")]
    [InlineData("một\r\nhai", "một hai")]
    [InlineData("một\thai", "một hai")]
    public void What_shows_nothing_and_says_nothing_is_left_out(string text, string expected)
    {
        using var written = new Written(SamplePapers.Of(new Paragraph(text)));

        written.Text.ShouldBe(expected);
    }

    [Fact]
    public void A_no_break_space_keeps_its_words_on_one_line()
    {
        var fill = string.Join(' ', Enumerable.Repeat("từ", 20));
        foreach (var extra in Enumerable.Range(0, 12))
        {
            using var written = new Written(SamplePapers.Of(new Paragraph($"{fill} {new string('x', extra)} Điều\u00A015 {fill}")));
            var words = SeenWord.Read(written.Path);
            words.Single(word => word.Text.StartsWith("Điều", StringComparison.Ordinal)).Top.ShouldBe(words.Single(word => word.Text.EndsWith("15", StringComparison.Ordinal)).Top);
        }
    }

    [Fact]
    public void Empty_texts_make_no_trouble()
    {
        using var written = new Written(SamplePapers.Of(
            new Paragraph(""), new Paragraph(RichText.Empty), new BlockList(ListKind.Dash, []), new BlockList(ListKind.Number, [new ListItem(Array.Empty<Block>())]),
            new Heading(HeadingKind.Level1, RichText.Empty) { Label = "I." }, new LegalGrounds([]), new SignatureBlock([], []),
            new Table { Columns = [new(ColumnWidth.Share())], Rows = [], HeaderRows = 0 }, new Table { Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new TableCell(Array.Empty<Block>())])], HeaderRows = 0 },
            new PageBreak(), new PageBreak(), new Paragraph("hết")));

        written.Text.ShouldEndWith("hết");
        written.Result.Pages.ShouldBe(2);
        Tool.Qpdf("--check", written.Path).ShouldContain("No syntax");
    }

    private static void Inside(Written written)
    {
        foreach (var word in SeenWord.Read(written.Path).Where(word => word.Bottom > 18))
        {
            word.Left.ShouldBeGreaterThanOrEqualTo(29.8, word.ToString());
            word.Right.ShouldBeLessThanOrEqualTo(190.2, word.ToString());
            word.Bottom.ShouldBeLessThanOrEqualTo(277.2, word.ToString());
        }
    }

    private static string Letters(string text) => Written.Flat(text).Replace(" ", "", StringComparison.Ordinal);
}
