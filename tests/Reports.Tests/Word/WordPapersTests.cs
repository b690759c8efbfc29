using System.Xml.Linq;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Word;

/// <summary>What a DOCX file consists of.</summary>
public sealed class WordPapersTests
{
    public static TheoryData<string> Papers { get; } = [.. WordConversion.Papers.Keys];

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_is_a_valid_file(string paper) => WordFile.Of(WordConversion.Papers[paper]).Errors.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_says_all_that_the_document_says(string paper) => ModelText.Missing(
        WordConversion.Papers[paper],
        string.Join('\n', WordFile.Of(WordConversion.Papers[paper]).Body.Descendants(WordFile.W + "p").Select(each => string.Concat(each.Descendants().Where(text => text.Name.LocalName is "t" or "br" && text.Ancestors(WordFile.W + "p").First() == each).Select(text => text.Name.LocalName == "br" ? " " : text.Value)))))
        .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_style_and_numbering_that_is_used_is_there(string paper)
    {
        var file = WordFile.Of(WordConversion.Papers[paper]);
        var styles = file.Part("word/styles.xml").Elements(WordFile.W + "style").Select(style => WordFile.Value(style, "styleId"));
        file.Body.Descendants(WordFile.W + "pStyle").Select(style => WordFile.Value(style)).Distinct().Except(styles).ShouldBeEmpty();
        var used = file.Body.Descendants(WordFile.W + "numId").Select(number => WordFile.Value(number)).Distinct().ToList();
        if (used.Count > 0)
        {
            used.Except(file.Part("word/numbering.xml").Elements(WordFile.W + "num").Select(number => WordFile.Value(number, "numId"))).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Header_rows_repeat()
    {
        var rows = WordFile.Of(SamplePapers.All["yearly"]).Body.Elements(WordFile.W + "tbl").Last().Elements(WordFile.W + "tr").ToList();
        rows.Count.ShouldBe(42);
        rows.Select(row => row.Descendants(WordFile.W + "tblHeader").Any()).ShouldBe([true, true, .. Enumerable.Repeat(false, 40)]);
    }

    [Fact]
    public void A_landscape_section_lies_across()
    {
        var sizes = WordFile.Of(SamplePapers.All["yearly"]).Body.Descendants(WordFile.W + "pgSz").Select(size => (WordFile.Value(size, "w"), WordFile.Value(size, "h"), WordFile.Value(size, "orient")));
        sizes.ShouldBe([("11906", "16838", null), ("16838", "11906", "landscape")]);
    }

    [Fact]
    public void Headings_have_styles_of_their_level()
    {
        var styles = WordFile.Of(SamplePapers.All["report"]).Body.Elements(WordFile.W + "p").Select(each => WordFile.Value(each.Descendants(WordFile.W + "pStyle").FirstOrDefault())).OfType<string>()
            .Where(style => style.StartsWith("Heading", StringComparison.Ordinal));
        styles.ShouldBe(["Heading1", "Heading1", "Heading2", "Heading3"]);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public void Drafts_alone_carry_the_watermark(bool isDraft, int marks)
    {
        var file = WordFile.Of(SamplePapers.Letter(isDraft));
        new[] { "word/header1.xml", "word/header2.xml" }.SelectMany(name => file.Part(name).Descendants()).Attributes("string").Select(mark => mark.Value)
            .ShouldBe(Enumerable.Repeat("DỰ THẢO", marks));
    }

    // Of the sections that begin with an unnumbered page only the first carries the mark.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_attached_document_is_marked_on_page_1_with_what_PDF_says(bool isDraft)
    {
        var mark = new AttachmentMark("05/QĐ-BVĐK", new DateTimeOffset(2025, 11, 5, 14, 3, 9, TimeSpan.FromHours(7)), "kem-theo");
        var file = WordFile.Of(SamplePapers.All["decision"] with { Attachment = mark, IsDraft = isDraft });

        file.Errors.ShouldBeEmpty();
        var paragraph = file.Part("word/header3.xml").Elements(WordFile.W + "p").First();
        WordFile.Value(paragraph.Descendants(WordFile.W + "jc").Single()).ShouldBe("right");
        WordFile.Value(paragraph.Descendants(WordFile.W + "sz").Single()).ShouldBe("20");
        paragraph.Descendants(WordFile.W + "t").Select(text => text.Value).ShouldBe(["Số: 05/QĐ-BVĐK", "05/11/2025; 14:03:09; +07:00"]);
        var links = file.Part("word/_rels/document.xml.rels").Elements().ToDictionary(link => link.Attribute("Id")!.Value, link => link.Attribute("Target")!.Value);
        file.Body.Descendants(WordFile.W + "headerReference").Where(reference => WordFile.Value(reference, "type") == "first")
            .Select(reference => links[reference.Attributes().Single(attribute => attribute.Name.LocalName == "id").Value]).ShouldBe(["header3.xml", "header1.xml"]);
        file.Part("word/header3.xml").Descendants().Attributes("string").Count().ShouldBe(isDraft ? 1 : 0);
    }

    [Fact]
    public void Signers_stand_from_left_to_right()
    {
        var cells = WordFile.Of(SamplePapers.All["minutes"]).Body.Elements(WordFile.W + "tbl").Last().Descendants(WordFile.W + "tc").Select(cell => cell.Value).ToList();
        cells[0].ShouldContain("Trần Đức Thắng");
        cells[1].ShouldContain("Lê Văn Ước");
        cells[4].ShouldContain("Nơi nhận");
    }

    [Fact]
    public void Bookmarks_have_names_that_Word_allows_and_links_lead_to_them()
    {
        var file = WordFile.Of(UnusualPaper.Make());
        var names = file.Body.Descendants(WordFile.W + "bookmarkStart").Select(mark => WordFile.Value(mark, "name")).ToList();
        names.ShouldAllBe(name => name!.Length <= 40 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
        file.Body.Descendants(WordFile.W + "hyperlink").Select(link => WordFile.Value(link, "anchor")).ShouldBe(names);
    }

    [Fact]
    public void Text_is_in_NFC_without_carriage_returns()
    {
        var text = WordFile.Of(UnusualPaper.Make()).Body.Value;
        text.IsNormalized().ShouldBeTrue();
        text.ShouldNotContain('\r');
        text.ShouldContain(UnusualPaper.Family);
        text.ShouldContain(UnusualPaper.Arabic);
    }

    [Fact]
    public void An_attack_stays_text()
    {
        var file = WordFile.Of(Html.HostilePaper.Make());
        file.Errors.ShouldBeEmpty();
        file.Part("word/_rels/document.xml.rels").Elements().Where(link => (string?)link.Attribute("TargetMode") == "External").Select(link => link.Attribute("Target")!.Value)
            .ShouldAllBe(target => target == Html.HostilePaper.Address);
    }
}
