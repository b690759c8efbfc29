using System.Text;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>What one reads and copies out is what went in: every letter with its marks, in reading order.</summary>
public sealed class TextTests
{
    // By the logical structure: what a screen reader reads. Page numbers, watermark and repeated headers are not part of it.
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void The_text_read_aloud_is_the_models_letter_for_letter(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));

        var read = Letters(OutsideFigures(ReadElement.Read(written.Path)));

        read.ShouldBe(Letters(ReadingText.Of(PaperNames.Paper(paper))));
        read.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
    }

    // By the content: what one copies. Papers without charts and repeated headers; page numbers are taken off.
    [Theory]
    [InlineData("letter")]
    [InlineData("decision")]
    [InlineData("minutes")]
    public void The_words_copied_out_are_the_models_in_order(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var text = Tool.Poppler("pdftotext", "-raw", written.Path, "-").Split('\f')[..^1].Select((page, i) => page.StartsWith("2\n", StringComparison.Ordinal) ? page[2..] : page);

        Written.Flat(string.Join(' ', text)).ShouldBe(Written.Flat(ReadingText.Of(PaperNames.Paper(paper))));
    }

    [Theory]
    [ClassData(typeof(PaperNames))]
    public void Words_of_one_element_stay_apart(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var expected = Written.Flat(ReadingText.Of(PaperNames.Paper(paper)));

        foreach (var element in ReadElement.Read(written.Path).Of("P", "H1", "H2", "H3", "H4", "LBody", "TH", "TD", "Caption").Where(each => each.Kids.All(kid => kid.Type == "Link")))
        {
            expected.ShouldContain(Written.Flat(element.Text));
        }
    }

    [Fact]
    public void Every_vietnamese_letter_comes_back_in_each_face()
    {
        const string Small = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
        var text = Small + " " + Small.ToUpperInvariant();
        var styles = new[] { Documents.RunStyle.None, Documents.RunStyle.Bold, Documents.RunStyle.Italic, Documents.RunStyle.Bold | Documents.RunStyle.Italic };
        using var written = new Written(SamplePapers.Of([.. styles.Select(style => new Documents.Paragraph([new Documents.Run(text, style)]))]));

        Letters(written.Text).ShouldBe(Letters(string.Concat(Enumerable.Repeat(text, 4))));
    }

    private static string OutsideFigures(ReadElement element) => element.Type == "Figure"
        ? string.Concat(element.Kids.Where(kid => kid.Type == "Caption").Select(kid => kid.Text))
        : string.Concat(element.Content.Select(each => each is ReadElement kid ? OutsideFigures(kid) : (string)each));

    private static string Letters(string text) => Written.Flat(text).Replace(" ", "", StringComparison.Ordinal);
}
