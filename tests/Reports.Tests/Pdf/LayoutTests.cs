using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>Where things stand, to the millimetre: 30/2020/NĐ-CP, Phụ lục I.</summary>
public sealed class LayoutTests
{
    private const double Exactly = 0.2;

    // Phần I, mục I, khoản 3: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void Nothing_but_the_page_number_stands_in_the_margins(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var landscape = PaperNames.Paper(paper).Sections.Any(section => section.Orientation == PageOrientation.Landscape);

        foreach (var word in SeenWord.Read(written.Path).Where(word => !IsPageNumber(word) && !IsWatermark(word)))
        {
            var (width, height) = landscape && word.Page > 1 ? (297, 210) : (210, 297);
            word.Left.ShouldBeGreaterThanOrEqualTo(30 - Exactly, word.ToString());
            word.Right.ShouldBeLessThanOrEqualTo(width - 20 + Exactly, word.ToString());
            word.Top.ShouldBeGreaterThanOrEqualTo(20 - Exactly, word.ToString());
            word.Bottom.ShouldBeLessThanOrEqualTo(height - 20 + Exactly, word.ToString());
        }
    }

    [Fact]
    public void Other_margins_are_kept_too()
    {
        var style = DocumentStyle.Default with { TopMargin = 25, BottomMargin = 25, LeftMargin = 35, RightMargin = 15, LineSpacing = 1.5m };
        using var written = new Written(SamplePapers.Letter() with { Style = style });
        var words = SeenWord.Read(written.Path).Where(word => !IsPageNumber(word)).ToList();

        // At a line spacing of 1.5 the space is below the line.
        words.Min(word => word.Top).ShouldBe(25, 0.5);
        words.Min(word => word.Left).ShouldBe(35, Exactly);
        words.Max(word => word.Right).ShouldBe(195, Exactly);
        words.Max(word => word.Bottom).ShouldBeLessThanOrEqualTo(272 + Exactly);
    }

    // Phần II, mục 7: Arabic, centred in the top margin, size 13–14, not on page 1; an annex counts its own.
    [Theory]
    [InlineData("report", 8)]
    [InlineData("yearly", 3)]
    public void Page_numbers_stand_in_the_middle_of_the_top_margin_from_page_2(string paper, int pages)
    {
        using var written = new Written(PaperNames.Paper(paper));
        written.Result.Pages.ShouldBe(pages);

        var numbers = SeenWord.Read(written.Path).Where(IsPageNumber).ToList();

        numbers.Select(word => $"{word.Page}:{word.Text}").ShouldBe(Enumerable.Range(2, pages - 1).Select(page => $"{page}:{page}"));
        foreach (var number in numbers)
        {
            var width = paper == "yearly" ? 297 : 210;
            ((number.Left + number.Right) / 2).ShouldBe((30 + width - 20) / 2.0, Exactly);
            number.Top.ShouldBeGreaterThan(5);
            number.Bottom.ShouldBeLessThan(15);
            Points(number.Bottom - number.Top).ShouldBe(13 * 1.107, 0.2);
        }
    }

    [Fact]
    public void An_annex_counts_its_pages_from_1_again()
    {
        using var written = new Written(SamplePapers.All["decision"]);

        var numbers = SeenWord.Read(written.Path).Where(IsPageNumber).Select(word => $"{word.Page}:{word.Text}");

        numbers.ShouldBe(["3:2"]);
        written.Pages[1].ShouldContain("Phụ lục I");
    }

    // Phần II, mục 1–4.
    [Fact]
    public void The_letterhead_stands_as_the_decree_draws_it()
    {
        using var written = new Written(SamplePapers.All["letter"]);
        var words = SeenWord.Read(written.Path);

        var superior = SeenWord.Find(words, "SỞ Y TẾ TỈNH MẪU");
        var body = SeenWord.Find(words, "BỆNH VIỆN ĐA KHOA MẪU");
        var nation = SeenWord.Find(words, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        var motto = SeenWord.Find(words, "Độc lập - Tự do - Hạnh phúc");
        var number = SeenWord.Find(words, "Số: 85/BVĐK-CNTT");
        var date = SeenWord.Find(words, "Mẫu, ngày 05 tháng 11 năm 2025");

        nation.Top.ShouldBe(superior.Top, Exactly);
        nation.Right.ShouldBe(190, 0.5);
        nation.Left.ShouldBeGreaterThan(body.Right);
        Middle(motto).ShouldBe(Middle(nation), Exactly);
        Middle(date).ShouldBe(Middle(nation), Exactly);
        Middle(superior).ShouldBe(Middle(body), Exactly);
        Middle(number).ShouldBe(Middle(body), Exactly);
        motto.Top.ShouldBeGreaterThanOrEqualTo(nation.Bottom - 1);
        body.Top.ShouldBeGreaterThanOrEqualTo(superior.Bottom - 1);
        number.Top.ShouldBe(date.Top, Exactly);
        number.Top.ShouldBeGreaterThan(motto.Bottom + 2);
    }

    // Mục 1 khoản 3: under the motto a line as long as it; mục 2 khoản 3: under the body's name one of a third to a half.
    [Fact]
    public void Lines_under_motto_and_body_are_as_long_as_the_decree_says()
    {
        using var written = new Written(SamplePapers.All["letter"]);
        var words = SeenWord.Read(written.Path);
        var motto = SeenWord.Find(words, "Độc lập - Tự do - Hạnh phúc");
        var body = SeenWord.Find(words, "BỆNH VIỆN ĐA KHOA MẪU");

        var lines = DrawnLines.Read(written.Path, 1);

        var underMotto = lines.Where(line => line.Left > body.Right).MinBy(line => Math.Abs(line.Top - motto.Bottom))!;
        underMotto.Left.ShouldBe(motto.Left, 0.5);
        underMotto.Right.ShouldBe(motto.Right, 0.5);
        underMotto.Top.ShouldBeInRange(motto.Bottom - 0.2, motto.Bottom + 1.5);
        var underBody = lines.Where(line => line.Right < motto.Left).MinBy(line => Math.Abs(line.Top - body.Bottom))!;
        ((underBody.Right - underBody.Left) / (body.Right - body.Left)).ShouldBeInRange(1 / 3.0, 1 / 2.0);
        ((underBody.Left + underBody.Right) / 2).ShouldBe(Middle(body), 0.5);
    }

    [Fact]
    public void A_line_of_a_third_to_a_half_stands_under_the_abstract()
    {
        using var written = new Written(SamplePapers.All["report"]);
        var summary = SeenWord.Find(SeenWord.Read(written.Path), "Khoảng cách so với yêu cầu an toàn hệ thống thông tin cấp độ 3");

        var line = DrawnLines.Read(written.Path, 1).Where(each => each.Top > summary.Bottom - 0.5).MinBy(each => each.Top)!;

        ((line.Right - line.Left) / (summary.Right - summary.Left)).ShouldBeInRange(1 / 3.0, 1 / 2.0);
        line.Top.ShouldBeLessThan(summary.Bottom + 1.5);
    }

    // Phần II, mục 5: justified, first line indented by 1 or 1.27 cm.
    [Fact]
    public void Paragraphs_are_flush_with_both_margins_and_their_first_lines_indented()
    {
        using var written = new Written(SamplePapers.All["letter"]);
        var words = SeenWord.Read(written.Path);
        var first = SeenWord.Find(words, "Thực hiện Nghị định số");
        var last = SeenWord.Find(words, "cấp độ như sau:");

        var lines = words.Where(word => word.Top >= first.Top - Exactly && word.Top < last.Top - Exactly).GroupBy(word => Math.Round(word.Top, 1)).ToList();

        lines.Count.ShouldBe(4);
        first.Left.ShouldBe(42.7, Exactly);
        lines.ShouldAllBe(line => Math.Abs(line.Max(word => word.Right) - 190) < Exactly);
        lines.Skip(1).ShouldAllBe(line => Math.Abs(line.Min(word => word.Left) - 30) < Exactly);
        last.Left.ShouldBe(30, Exactly);
        last.Right.ShouldBeLessThan(100);
    }

    [Fact]
    public void Dashes_of_several_recipients_stand_under_the_colon()
    {
        using var written = new Written(SamplePapers.All["letter"]);
        var words = SeenWord.Read(written.Path);
        var address = SeenWord.Find(words, "Kính gửi:");

        var dashes = words.Where(word => word.Text == "-" && word.Top > address.Top && word.Top < address.Top + 12).ToList();

        dashes.Count.ShouldBe(2);
        dashes.ShouldAllBe(dash => dash.Left > address.Right - 2 && dash.Left < address.Right);
    }

    // Mục 6, 7, 9: signer at the right, «Nơi nhận» at the left margin, level with the signer's title.
    [Fact]
    public void Signer_and_distribution_stand_side_by_side()
    {
        using var written = new Written(SamplePapers.All["letter"]);
        var words = SeenWord.Read(written.Path);
        var title = SeenWord.Find(words, "KT. GIÁM ĐỐC");
        var below = SeenWord.Find(words, "PHÓ GIÁM ĐỐC");
        var name = SeenWord.Find(words, "Nguyễn Thị Hương Quỳnh");
        var distribution = SeenWord.Find(words, "Nơi nhận:");

        distribution.Left.ShouldBe(30, Exactly);
        distribution.Bottom.ShouldBe(title.Bottom, 0.6);
        title.Left.ShouldBeGreaterThan(105);
        Middle(below).ShouldBe(Middle(title), Exactly);
        Middle(name).ShouldBe(Middle(title), Exactly);
        (name.Top - below.Bottom).ShouldBeGreaterThan(24, "room for the picture of a signature");
        Points(SeenWord.Find(words, "- Như trên;").Bottom - SeenWord.Find(words, "- Như trên;").Top).ShouldBe(11 * 1.107, 0.2);
    }

    // The block keeps together, with two lines of text before it, wherever the page ends.
    [Fact]
    public void The_signature_block_never_parts_and_never_stands_alone()
    {
        var block = SamplePapers.Letter().Sections[0].Blocks.OfType<SignatureBlock>().Single();
        var onNewPage = 0;
        for (var lines = 28; lines < 50; lines++)
        {
            var body = new Paragraph(string.Join('\n', Enumerable.Range(1, lines).Select(line => $"dòng-{line}"))) { Alignment = TextAlignment.Left };
            using var written = new Written(SamplePapers.Of(body, block));
            var words = SeenWord.Read(written.Path);

            var pages = new[] { "KT. GIÁM ĐỐC", "Nguyễn Thị Hương Quỳnh", "Nơi nhận:", "- Lưu: VT, CNTT (02 bản).", $"dòng-{lines}", $"dòng-{lines - 1}" }.Select(text => SeenWord.Find(words, text).Page).Distinct().ToList();

            pages.Count.ShouldBe(1, $"{lines} lines: pages {string.Join(',', pages)}");
            onNewPage += pages[0] == 2 ? 1 : 0;
        }

        onNewPage.ShouldBeInRange(1, 21);
    }

    [Fact]
    public void A_heading_stays_with_what_follows_and_no_line_stands_alone()
    {
        var text = string.Join(' ', Enumerable.Repeat("bảo đảm an toàn hệ thống thông tin", 20));
        for (var lines = 36; lines < 48; lines++)
        {
            var fill = new Paragraph(string.Join('\n', Enumerable.Repeat("dòng", lines))) { Alignment = TextAlignment.Left };
            using var written = new Written(SamplePapers.Of(fill, new Heading(HeadingKind.Level1, "Tiêu đề") { Label = "I." }, new Paragraph("đầu " + text + " cuối")));
            var words = SeenWord.Read(written.Path);

            SeenWord.Find(words, "I. TIÊU ĐỀ").Page.ShouldBe(SeenWord.Find(words, "đầu").Page);
            foreach (var page in words.GroupBy(word => word.Page))
            {
                var ofParagraph = page.Where(word => word.Text is "bảo" or "đầu" or "cuối" or "thông" or "tin").Select(word => Math.Round(word.Top)).Distinct().Count();
                ofParagraph.ShouldNotBe(1);
            }
        }
    }

    [Fact]
    public void Landscape_sections_lie_on_their_side()
    {
        using var written = new Written(SamplePapers.All["yearly"]);
        var pdf = new ParsedPdf(written.Path);

        double[] Box(int page) => [.. pdf.Pages[page].Page.GetProperty("/MediaBox").EnumerateArray().Select(side => side.GetDouble())];

        Box(0).ShouldBe([0, 0, 595.276, 841.89]);
        Box(1).ShouldBe([0, 0, 841.89, 595.276]);
        Box(2).ShouldBe([0, 0, 841.89, 595.276]);
    }

    private static bool IsWatermark(SeenWord word) => word.Bottom - word.Top > 10;

    private static bool IsPageNumber(SeenWord word) => word.Bottom < 18;

    private static double Middle((int Page, double Left, double Top, double Right, double Bottom) box) => (box.Left + box.Right) / 2;

    private static double Points(double millimetres) => millimetres * 72 / 25.4;
}
