using System.Globalization;
using System.Text.RegularExpressions;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Word;

/// <summary>All papers converted by LibreOffice, once for all tests.</summary>
public sealed class WordConversion : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-docx-").FullName;

    public WordConversion()
    {
        foreach (var (name, paper) in Papers)
        {
            File.WriteAllBytes(Path.Combine(_folder, name + ".docx"), WordFile.Of(paper).Bytes);
        }

        Desktop.ToPdf(_folder, Papers.Keys.Select(name => Path.Combine(_folder, name + ".docx")));
    }

    public static IReadOnlyDictionary<string, Document> Papers { get; } = new Dictionary<string, Document>(SamplePapers.All)
    {
        ["draft"] = SamplePapers.Letter(isDraft: true),
        ["everything"] = WordWriterTests.Everything(),
        ["unusual"] = UnusualPaper.Make(),
        ["attached"] = SamplePapers.All["decision"] with { Attachment = new AttachmentMark("05/QĐ-SYT", SamplePapers.Created, "kem-theo") },
    };

    public string Pdf(string paper) => Path.Combine(_folder, paper + ".pdf");

    public string[] Pages(string paper) => Tool.Poppler("pdftotext", "-raw", Pdf(paper), "-").Split('\f')[..^1];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>DOCX files open in LibreOffice and look as they should.</summary>
public sealed class WordConversionTests(WordConversion conversion) : IClassFixture<WordConversion>
{
    [Theory]
    [InlineData("letter")]
    [InlineData("draft")]
    [InlineData("decision")]
    [InlineData("report")]
    [InlineData("yearly")]
    [InlineData("minutes")]
    [InlineData("everything")]
    public void A_converted_paper_says_all_that_the_document_says(string paper) =>
        ModelText.Missing(WordConversion.Papers[paper], string.Concat(conversion.Pages(paper))).ShouldBeEmpty();

    [Fact]
    public void A_wide_table_lies_across_and_repeats_its_header()
    {
        var sizes = Regex.Matches(Tool.Poppler("pdfinfo", "-f", "1", "-l", "99", conversion.Pdf("yearly")), @"size: +([0-9]+)[0-9.]* x", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value).ToList();
        sizes.ShouldBe(["595", .. Enumerable.Repeat("841", sizes.Count - 1)]);
        var pages = conversion.Pages("yearly");
        pages.Length.ShouldBeGreaterThan(2);
        pages.Skip(1).ShouldAllBe(page => page.Contains("Số hệ thống theo cấp độ", StringComparison.Ordinal));
    }

    // 30/2020/NĐ-CP, Phụ lục I, phần II, mục 8: at the top right of page 1 and on no other; the text begins where it would without it.
    [Fact]
    public void An_attached_document_is_marked_at_the_top_right_of_page_1()
    {
        var words = SeenWord.Read(conversion.Pdf("attached"));
        var number = SeenWord.Find(words, "Số: 05/QĐ-SYT");
        var time = SeenWord.Find(words, "05/11/2025; 08:30:00; +07:00");

        new[] { number.Page, time.Page }.ShouldBe([1, 1]);
        number.Right.ShouldBe(190, 0.5);
        time.Right.ShouldBe(190, 0.5);
        time.Bottom.ShouldBeLessThan(20);
        words.Count(word => word.Text == "08:30:00;").ShouldBe(1);
        SeenWord.Find(words, "Độc lập").Top.ShouldBe(SeenWord.Find(SeenWord.Read(conversion.Pdf("decision")), "Độc lập").Top, 0.3);
    }

    [Fact]
    public void Pages_are_numbered_from_the_second()
    {
        var pages = conversion.Pages("report");
        pages[0].TrimStart().ShouldStartWith("SỞ Y TẾ");
        pages.Skip(1).Select(page => page.TrimStart().Split('\n')[0].Trim()).ShouldBe(Enumerable.Range(2, pages.Length - 1).Select(number => $"{number}"));
    }

    [Fact]
    public void Texts_of_charts_stand_in_their_charts()
    {
        var page = Tool.Poppler("pdftotext", "-layout", "-l", "1", conversion.Pdf("report"), "-");
        string[] order = ["nhật ký hệ", "thống.", "Kiểm soát truy cập và quản lý tài khoản đặc quyền", "Sao lưu dự phòng", "0,5", "Chưa đạt", "Hình 1.", "42", "Quý I ", "Cấp độ 4"];
        var places = order.Select(text => page.IndexOf(text, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBeInOrder();
    }

    [Fact]
    public void Long_names_stay_on_the_page()
    {
        var edges = Regex.Matches(Tool.Poppler("pdftotext", "-bbox", conversion.Pdf("unusual"), "-"), "xMin=\"([-0-9.]+)\" yMin=\"[-0-9.]+\" xMax=\"([-0-9.]+)\"", RegexOptions.NonBacktracking);
        edges.Count.ShouldBeGreaterThan(20);
        edges.ShouldAllBe(edge => double.Parse(edge.Groups[1].Value, CultureInfo.InvariantCulture) > 80 && double.Parse(edge.Groups[2].Value, CultureInfo.InvariantCulture) < 545);
    }
}
