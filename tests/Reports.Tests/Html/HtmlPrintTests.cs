using System.Text.RegularExpressions;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Html;

/// <summary>Pages printed by Chromium and read by poppler.</summary>
public sealed class HtmlPrintTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-print-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("letter")]
    [InlineData("decision")]
    [InlineData("report")]
    [InlineData("minutes")]
    public void Printed_paper_says_all_that_the_document_says(string paper)
    {
        var file = Print(SamplePapers.All[paper]);
        ModelText.Missing(SamplePapers.All[paper], Tool.Poppler("pdftotext", "-raw", file, "-")).ShouldBeEmpty();
        Sizes(file).ShouldAllBe(size => size == "595 x 842");
    }

    [Fact]
    public void A_wide_table_prints_across_and_repeats_its_header()
    {
        var file = Print(SamplePapers.All["yearly"]);
        var sizes = Sizes(file);
        sizes[0].ShouldBe("595 x 842");
        sizes.Length.ShouldBeGreaterThan(2);
        sizes.Skip(1).ShouldAllBe(size => size == "842 x 595");
        var pages = Tool.Poppler("pdftotext", "-raw", file, "-").Split('\f')[..^1];
        pages.Skip(1).ShouldAllBe(page => page.Contains("Số hệ thống theo cấp độ", StringComparison.Ordinal));
        ModelText.Missing(SamplePapers.All["yearly"], string.Concat(pages)).ShouldBeEmpty();
    }

    [Fact]
    public void A_draft_carries_its_mark_on_every_page()
    {
        var paper = SamplePapers.All["decision"] with { IsDraft = true };
        var pages = Tool.Poppler("pdftotext", "-raw", Print(paper), "-").Split('\f')[..^1];
        pages.Length.ShouldBeGreaterThan(2);

        // Poppler reads the slanted mark a letter a line.
        pages.ShouldAllBe(page => string.Concat(page.Where(letter => !char.IsWhiteSpace(letter))).Contains("DỰTHẢO", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_are_numbered_from_the_second()
    {
        var pages = Tool.Poppler("pdftotext", "-layout", Print(SamplePapers.All["report"]), "-").Split('\f')[..^1];
        pages[0].TrimStart().ShouldStartWith("SỞ Y TẾ");
        pages.Skip(1).Select(page => page.TrimStart().Split('\n')[0].Trim()).ShouldBe(Enumerable.Range(2, pages.Length - 1).Select(number => $"{number}"));
    }

    [Fact]
    public void Unusual_text_stays_on_the_page()
    {
        var file = Print(UnusualPaper.Make());
        var boxes = Tool.Poppler("pdftotext", "-bbox", file, "-");
        var edges = Regex.Matches(boxes, "xMin=\"([-0-9.]+)\" yMin=\"[-0-9.]+\" xMax=\"([-0-9.]+)\"", RegexOptions.NonBacktracking);
        edges.Count.ShouldBeGreaterThan(20);
        foreach (Match edge in edges)
        {
            double.Parse(edge.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(80);
            double.Parse(edge.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(545);
        }
    }

    private string Print(Document document)
    {
        var page = Path.Combine(_folder, "paper.html");
        var target = Path.Combine(_folder, "paper.pdf");
        File.WriteAllBytes(page, Page.Of(document).Bytes);
        Desktop.Print(page, target);
        return target;
    }

    private static string[] Sizes(string file) => [.. Regex.Matches(Tool.Poppler("pdfinfo", "-f", "1", "-l", "99", file), @"Page +\d+ size: +([0-9.]+) x ([0-9.]+)", RegexOptions.None, TimeSpan.FromSeconds(1))
        .Select(match => string.Join(" x ", match.Groups.Values.Skip(1).Select(side => Math.Round(double.Parse(side.Value, System.Globalization.CultureInfo.InvariantCulture)))))];
}
