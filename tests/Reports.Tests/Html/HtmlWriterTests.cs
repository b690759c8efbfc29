using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Html;

/// <summary>What a page consists of.</summary>
public sealed class HtmlWriterTests
{
    public static TheoryData<string> Papers { get; } = [.. SamplePapers.All.Keys];

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_says_all_that_the_document_says(string paper)
    {
        ModelText.Missing(SamplePapers.All[paper], Page.Of(SamplePapers.All[paper]).Body).ShouldBeEmpty();
        ModelText.Missing(SamplePapers.All[paper], "Bệnh viện").ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void The_same_document_gives_the_same_bytes(string paper) =>
        Page.Of(SamplePapers.All[paper]).Bytes.ShouldBe(Page.Of(SamplePapers.All[paper]).Bytes);

    [Theory]
    [MemberData(nameof(Papers))]
    public void Names_within_the_file_are_unique_and_links_lead_to_them(string paper)
    {
        var page = Page.Of(SamplePapers.All[paper]);
        var names = page.Root.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();
        names.ShouldBeUnique();
        page.All("a").Select(link => link.Attribute("href")!.Value).Where(address => address[0] == '#').Select(address => Uri.UnescapeDataString(address[1..])).Except(names).ShouldBeEmpty();
        page.Root.Descendants().Attributes("aria-labelledby").Concat(page.Root.Descendants().Attributes("aria-describedby")).Select(name => name.Value).Except(names).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Headings_leave_no_level_out(string paper)
    {
        var levels = Page.Of(SamplePapers.All[paper]).Root.Descendants().Select(element => element.Name.LocalName)
            .Where(name => name is ['h', >= '1' and <= '6']).Select(name => name[1] - '0').ToList();
        levels[0].ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void The_policy_admits_this_style_sheet_and_no_other(string paper)
    {
        var page = Page.Of(SamplePapers.All[paper]);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Text("style"))));
        page.All("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value
            .ShouldBe($"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'");
        page.Root.DescendantsAndSelf().Attributes("style").ShouldBeEmpty();
        page.Text("style").IndexOfAny(['<', '>', '&', '\r']).ShouldBe(-1);
    }

    [Fact]
    public void The_page_says_its_language_title_and_metadata()
    {
        var page = Page.Of(SamplePapers.Letter());
        page.Root.Attribute("lang")!.Value.ShouldBe("vi-VN");
        page.Text("title").ShouldBe("Công văn đề nghị thẩm định hồ sơ đề xuất cấp độ");
        page.All("meta").Where(meta => meta.Attribute("name") is not null).ToDictionary(meta => meta.Attribute("name")!.Value, meta => meta.Attribute("content")!.Value)["dcterms.created"].ShouldBe("2025-11-05T08:30:00+07:00");
        page.All("h1").Single().Value.ShouldBe("V/v đề nghị thẩm định hồ sơ đề xuất cấp độ an toàn hệ thống thông tin");
    }

    [Fact]
    public void Table_headers_have_a_scope_and_spans()
    {
        var table = Page.Of(SamplePapers.All["yearly"]).All("table").Single();
        var head = table.Elements().Single(element => element.Name.LocalName == "thead").Descendants().Where(element => element.Name.LocalName == "th").ToList();
        head.Count.ShouldBe(14);
        head.ShouldAllBe(cell => cell.Attribute("scope")!.Value == "col");
        head.Take(4).Select(cell => $"{(string?)cell.Attribute("rowspan")}/{(string?)cell.Attribute("colspan")}").ShouldBe(["2/", "2/", "/5", "/5"]);
        var body = table.Elements().Single(element => element.Name.LocalName == "tbody");
        body.Descendants().Where(element => element.Name.LocalName == "th").Select(cell => cell.Attribute("scope")!.Value).ShouldBe(Enumerable.Repeat("row", 40));
        table.Descendants().Count(element => element.Name.LocalName == "col").ShouldBe(12);
    }

    [Fact]
    public void Every_picture_says_what_it_shows()
    {
        var page = Page.Of(SamplePapers.All["report"]);
        var pictures = page.Root.Descendants().Where(element => element.Name.LocalName == "svg").ToList();
        pictures.Count.ShouldBe(6);
        foreach (var picture in pictures)
        {
            picture.Attribute("role")!.Value.ShouldBe("img");
            var title = picture.Elements().First();
            title.Name.LocalName.ShouldBe("title");
            title.Attribute("id")!.Value.ShouldBe(picture.Attribute("aria-labelledby")!.Value);
            title.Value.ShouldNotBeNullOrWhiteSpace();
        }

        pictures[0].Elements().Skip(1).First().Value.ShouldContain("Sao lưu dự phòng: Đạt 8, Chưa đạt 0,5");
        Page.Of(SamplePapers.Of(new Figure(new RasterImage(HostilePaper.Pixel), "Ảnh sơ đồ"))).All("img").Single().Attribute("alt")!.Value.ShouldBe("Ảnh sơ đồ");
    }

    [Fact]
    public void A_draft_says_so_and_a_final_paper_does_not()
    {
        Page.Of(SamplePapers.Letter(isDraft: true)).All("body").Single().Value.ShouldContain("DỰ THẢO");
        Page.Of(SamplePapers.Letter()).All("body").Single().Value.ShouldNotContain("DỰ THẢO");
        Should.Throw<EmrSec.Reports.Checking.DocumentException>(() => Page.Of(SamplePapers.Letter(isDraft: true) with { IsDraft = false })).Message.ShouldContain("VB009");
    }

    [Fact]
    public void An_attached_document_is_marked_before_all_else_with_what_PDF_says()
    {
        var mark = new AttachmentMark("05/QĐ-BVĐK", new DateTimeOffset(2025, 11, 5, 14, 3, 9, TimeSpan.FromHours(7)), "kem-theo");
        var page = Page.Of(SamplePapers.All["decision"] with { Attachment = mark });

        var first = page.All("section").First().Elements().First();
        first.Attribute("class")!.Value.ShouldBe("attached");
        first.Nodes().Select(node => node.ToString()).ShouldBe(["Số: 05/QĐ-BVĐK", "<br xmlns=\"http://www.w3.org/1999/xhtml\" />", "05/11/2025; 14:03:09; +07:00"]);
        page.All("p").Count(each => (string?)each.Attribute("class") == "attached").ShouldBe(1);
        Page.Of(SamplePapers.All["decision"]).Body.ShouldNotContain("14:03:09");
    }

    [Fact]
    public void Points_are_lettered_with_đ_as_text() =>
        Page.Of(SamplePapers.Letter()).Body.ShouldContain("đ) Ý kiến về mặt chuyên môn");

    [Fact]
    public void Unusual_text_is_kept()
    {
        var page = Page.Of(UnusualPaper.Make());
        page.Body.ShouldContain("Nguyễn Thị Hương Quỳnh".Normalize());
        page.Body.ShouldNotContain(UnusualPaper.Decomposed);
        page.All("bdi").Select(name => name.Value).ShouldBe([UnusualPaper.Arabic, UnusualPaper.Arabic]);
        page.Body.ShouldContain(UnusualPaper.Family);
        page.Body.ShouldContain(UnusualPaper.Chinese);
        page.All("br").Single().NodesBeforeSelf().Last().ToString().ShouldEndWith("cột một");
        page.All("a").Last().Attribute("href")!.Value.ShouldBe("#m%E1%BB%A5c.0020l%E1%BB%A5c.0020.00281.0029");
    }
}
