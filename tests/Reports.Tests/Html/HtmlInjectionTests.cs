using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EmrSec.Reports.Checking;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Html;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Html;

/// <summary>No text, attribute or address becomes markup, script or style.</summary>
public sealed class HtmlInjectionTests
{
    private static readonly string[] Elements = "html head meta title style body p header div b h1 h2 h3 h4 h5 h6 span i ul ol li mark u a br bdi table caption colgroup col thead tbody tr th td figure figcaption img nav details summary main section footer svg desc defs pattern g rect path polygon line text tspan".Split(' ');

    private static readonly string[] Attributes = "lang xmlns charset http-equiv content name class id role href rel tabindex aria-label aria-labelledby aria-describedby scope colspan rowspan src alt width height viewBox x y x1 y1 x2 y2 points d fill stroke stroke-width stroke-dasharray font-size font-weight text-anchor transform shape-rendering patternUnits".Split(' ');

    [Fact]
    public void Every_text_carrying_member_is_attacked()
    {
        string[] exempt = ["Run.Link", "Heading.Id", "Signer.FieldName", "Signer.SealFieldName", "AttachmentMark.FieldName", "Heading.RunIn"];
        var members = ModelText.Members(HostilePaper.Make()).ToList();
        members.Where(member => member.Text != HostilePaper.Attack && !exempt.Contains($"{member.Owner.Name}.{member.Member}")).Select(member => $"{member.Owner.Name}.{member.Member}")
            .Except(["Paragraph.Runs", "Figure.Content"]).ShouldBeEmpty();
        var attacked = members.Select(member => $"{member.Owner.Name}.{member.Member}").ToHashSet();
        var all = typeof(Document).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Document).Namespace && !type.IsAbstract && type != typeof(Run) && type != typeof(RichText))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.PropertyType == typeof(string) || property.PropertyType == typeof(RichText) || property.PropertyType == typeof(IReadOnlyList<string>) || property.PropertyType == typeof(IReadOnlyList<RichText>))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        all.Except(attacked).ShouldBeEmpty();
    }

    [Fact]
    public void An_attack_stays_text()
    {
        var page = Page.Of(HostilePaper.Make());
        page.Root.DescendantsAndSelf().Select(element => element.Name.LocalName).Except(Elements).ShouldBeEmpty();
        page.Root.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName).Except(Attributes).ShouldBeEmpty();
        page.All("a").Select(link => link.Attribute("href")!.Value).ShouldAllBe(address => address[0] == '#' || address == HostilePaper.Address);
        page.All("img").Select(image => image.Attribute("src")!.Value).ShouldAllBe(address => address.StartsWith("data:image/png;base64,"));
        page.Root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Value.Contains("url(", StringComparison.Ordinal) && attribute.Name != "content" && attribute.Name != "alt" && attribute.Name != "aria-label")
            .ShouldAllBe(attribute => attribute.Name == "fill" && attribute.Value.StartsWith("url(#hinh."));
        page.Text("style").ShouldNotContain("alert");
        page.Text("title").ShouldBe(HostilePaper.Attack);
    }

    [Fact]
    public void The_browser_sees_the_same_elements_as_the_XML_parser()
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-html-").FullName;
        try
        {
            var file = Path.Combine(folder, "a.html");
            var page = Page.Of(HostilePaper.Make());
            File.WriteAllBytes(file, page.Bytes);
            var seen = Desktop.Dom(file);

            // The browser writes «<» in texts and attributes as «&lt;».
            var tags = Regex.Matches(seen, "<([a-zA-Z][a-zA-Z0-9]*)", RegexOptions.NonBacktracking).Select(match => match.Groups[1].Value).CountBy(name => name).ToDictionary();
            tags.ShouldBe(page.Root.DescendantsAndSelf().Select(element => element.Name.LocalName).CountBy(name => name).ToDictionary(), ignoreOrder: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    [InlineData("//example.vn")]
    [InlineData("van-ban")]
    [InlineData("#khong-co")]
    public void A_link_that_is_no_address_is_refused(string link) =>
        Refused(SamplePapers.Of(new Paragraph([new Run("x", RunStyle.None, link)]))).ShouldBe(["VB006"]);

    [Theory]
    [InlineData("a\u0001b", "VB003")]
    [InlineData("a\u0000b", "VB003")]
    [InlineData("a\u0085b", "VB003")]
    [InlineData("a\uFFFEb", "VB003")]
    [InlineData("a\u202Eb", "VB002")]
    [InlineData("a\u202Ab", "VB002")]
    [InlineData("a\u200Eb", "VB002")]
    [InlineData("a\u200Fb", "VB002")]
    [InlineData("a\u061Cb", "VB002")]
    [InlineData("a\u2066b", "VB002")]
    [InlineData("a\u2069b", "VB002")]
    public void A_character_that_misleads_is_refused(string text, string code)
    {
        Refused(SamplePapers.Of(new Paragraph(text))).ShouldBe([code]);
        Refused(SamplePapers.Of(new Figure(new DonutChart([new(text, 1)]), "x"))).ShouldBe([code]);
        Refused(SamplePapers.Of(new Table { HeaderRows = 0, Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new TableCell(text)])] })).ShouldBe([code]);
    }

    // PDF refuses the letters of these scripts, Html and Word set them in their order; a mark among them changes that order.
    [Theory]
    [InlineData("שלום")]
    [InlineData("محمد")]
    public void Letters_from_right_to_left_are_kept_and_marks_among_them_refused(string name)
    {
        Page.Of(SamplePapers.Of(new Paragraph(name))).All("bdi").Single().Value.ShouldBe(name);
        Word.WordFile.Of(SamplePapers.Of(new Paragraph(name))).Body.Value.ShouldContain(name);
        Refused(SamplePapers.Of(new Paragraph(name + "\u202E"))).ShouldBe(["VB002"]);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() => Refused(SamplePapers.Of(new Paragraph("a\uD800b"))).ShouldBe(["VB003"]);

    [Fact]
    public void A_finding_names_the_place()
    {
        var problem = Should.Throw<DocumentException>(() => Page.Of(SamplePapers.Of(
            new Heading(HeadingKind.Level1, "Kết quả") { Label = "I." },
            new Table { HeaderRows = 0, Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new TableCell("một")]), new TableRow([new TableCell("ha\u0001i")])] })));
        problem.Message.ShouldContain("bảng 1, hàng 2, cột 1, sau tiêu đề «I. Kết quả»");
    }

    private static string[] Refused(Document document)
    {
        using var stream = new MemoryStream();
        var problem = Should.Throw<DocumentException>(() => HtmlWriter.Write(document, stream));
        stream.Length.ShouldBe(0);
        Should.Throw<DocumentException>(() => EmrSec.Reports.Word.WordWriter.Write(document, stream));
        stream.Length.ShouldBe(0);
        return [.. problem.Diagnostics.Select(finding => finding.Code)];
    }
}

/// <summary>A page read by an XML parser.</summary>
internal sealed class Page
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private Page(byte[] bytes)
    {
        Bytes = bytes;
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldStartWith("<!DOCTYPE html>");
        Root = XDocument.Parse(text["<!DOCTYPE html>".Length..], LoadOptions.PreserveWhitespace).Root!;
    }

    public byte[] Bytes { get; }

    public XElement Root { get; }

    /// <summary>All that is read in the paper; what only stands for pictures left out.</summary>
    public string Body => string.Join(' ', Root.Descendants(Xhtml + "main").Single().DescendantNodes().OfType<XText>()
        .Where(text => text.Parent!.Name.LocalName is not ("title" or "desc")).Select(text => text.Value));

    public static Page Of(Document document)
    {
        using var stream = new MemoryStream();
        HtmlWriter.Write(document, stream);
        return new Page(stream.ToArray());
    }

    public IEnumerable<XElement> All(string name) => Root.Descendants(Xhtml + name);

    public string Text(string name) => All(name).Single().Value;
}
