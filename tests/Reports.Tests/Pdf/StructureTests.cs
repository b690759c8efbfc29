using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>What a screen reader is told: headings, paragraphs, lists, tables, figures, links.</summary>
public sealed class StructureTests
{
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void There_is_one_document_and_headings_leave_no_level_out(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var root = ReadElement.Read(written.Path);

        root.Kids.Select(kid => kid.Type).ShouldBe(["Document"]);
        var before = 0;
        foreach (var heading in root.Of("H1", "H2", "H3", "H4", "H5", "H6"))
        {
            var level = heading.Type[1] - '0';
            level.ShouldBeLessThanOrEqualTo(before + 1, heading.Text);
            heading.Text.ShouldNotBeEmpty();
            before = level;
        }
    }

    [Fact]
    public void A_report_has_its_headings_by_level()
    {
        using var written = new Written(SamplePapers.All["report"]);

        ReadElement.Read(written.Path).Of("H1", "H2", "H3", "H4").Select(each => $"{each.Type} {each.Text.Trim()}").ShouldBe(
        [
            "H1 BÁO CÁO Khoảng cách so với yêu cầu an toàn hệ thống thông tin cấp độ 3",
            "H2 I. KẾT QUẢ CHUNG",
            "H2 II. CHI TIẾT",
            "H3 1. Yêu cầu quản lý",
            "H4 1.1. Chính sách",
        ]);
    }

    [Fact]
    public void Articles_are_headings_and_what_runs_on_is_a_paragraph()
    {
        using var written = new Written(SamplePapers.All["decision"]);
        var section = ReadElement.Read(written.Path).Of("Sect").First();

        var article = section.Kids.ToList().FindIndex(kid => kid.Text.Trim() == "Điều 1.");

        section.Kids[article].Type.ShouldBe("H2");
        section.Kids[article + 1].Type.ShouldBe("P");
        section.Kids[article + 1].Text.Trim().ShouldStartWith("Phê duyệt cấp độ");
    }

    [Fact]
    public void A_list_has_items_with_labels_and_bodies_and_says_how_it_is_numbered()
    {
        using var written = new Written(SamplePapers.All["letter"]);

        var lists = ReadElement.Read(written.Path).Of("L").ToList();

        lists.Select(list => list.Attributes.Single()).ShouldBe(["/ListNumbering /None", "/ListNumbering /LowerAlpha", "/ListNumbering /None"]);
        lists[1].Kids.ShouldAllBe(kid => kid.Type == "LI");
        lists[1].Kids.Select(item => string.Join('|', item.Kids.Select(kid => kid.Type))).ShouldAllBe(types => types == "Lbl|LBody");
        lists[1].Kids.Select(item => item.Kids[0].Text.Trim()).ShouldBe(["a)", "b)", "c)", "d)", "đ)"]);
        lists[1].Kids[4].Kids[1].Text.ShouldBe("Ý kiến về mặt chuyên môn của đơn vị chuyên trách về an toàn thông tin.");
    }

    [Fact]
    public void A_list_in_a_list_is_in_the_items_body()
    {
        using var written = new Written(SamplePapers.All["minutes"]);

        var outer = ReadElement.Read(written.Path).Of("L").First();

        outer.Attributes.ShouldBe(["/ListNumbering /Decimal"]);
        outer.Kids[1].Kids[1].Kids.Select(kid => kid.Type).ShouldBe(["P", "L"]);
    }

    [Fact]
    public void A_table_has_a_caption_header_cells_and_every_row_once_though_headers_repeat()
    {
        using var written = new Written(SamplePapers.All["report"]);

        var table = ReadElement.Read(written.Path).Of("Table").Single();

        table.Kids.Select(kid => kid.Type).ShouldBe(["Caption", "THead", "TBody"]);
        table.Of("TH").Select(cell => cell.Text.Trim()).ShouldBe(["STT", "Yêu cầu", "Việc cần làm", "Hạn"]);
        table.Of("TH").ShouldAllBe(cell => cell.Attributes.Contains("/Scope /Column"));
        var rows = table.Kids[2].Kids;
        rows.Count.ShouldBe(80);
        rows.ShouldAllBe(row => row.Type == "TR" && row.Kids.Count == 4 && row.Kids.All(cell => cell.Type == "TD"));
        rows.Select(row => row.Kids[0].Text.Trim()).ShouldBe(Enumerable.Range(1, 80).Select(i => $"{i}"));
    }

    [Fact]
    public void Spans_and_row_headings_are_told()
    {
        using var written = new Written(SamplePapers.All["yearly"]);

        var table = ReadElement.Read(written.Path).Of("Table").Single();

        var first = table.Kids[0].Kids[0].Kids;
        first[0].Attributes.ShouldBe(["/Scope /Column", "/RowSpan 2"]);
        first[2].Attributes.ShouldBe(["/Scope /Column", "/ColSpan 5"]);
        table.Kids[1].Kids.ShouldAllBe(row => row.Kids[1].Type == "TH" && row.Kids[1].Attributes.Contains("/Scope /Row"));
    }

    [Fact]
    public void Every_figure_has_its_alternative_text_and_its_place()
    {
        using var written = new Written(SamplePapers.All["report"]);
        var pdf = new ParsedPdf(written.Path);

        var figures = pdf.Dictionaries.Where(each => each.TryGetProperty("/S", out var type) && type.GetString() == "/Figure").ToList();

        figures.Select(figure => pdf.Text(figure, "/Alt")).Order(StringComparer.Ordinal).ShouldBe(
            SamplePapers.All["report"].Sections[0].Blocks.OfType<Figure>().Select(figure => figure.AlternativeText).Order(StringComparer.Ordinal));
        figures.ShouldAllBe(figure => pdf.Get(figure, "/A").GetProperty("/BBox").GetArrayLength() == 4);
    }

    [Theory]
    [ClassData(typeof(PaperNames))]
    public void All_that_is_painted_belongs_to_the_structure_or_is_an_artifact(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var pdf = new ParsedPdf(written.Path);
        var parents = pdf.Get(pdf.Get(pdf.Catalog, "/StructTreeRoot"), "/ParentTree").GetProperty("/Nums");

        for (var page = 0; page < pdf.Pages.Count; page++)
        {
            var content = ContentReader.Read(pdf.Data(pdf.Pages[page].Page, "/Contents"));

            content.Unmarked.ShouldBeEmpty();
            content.Depth.ShouldBe(1);
            content.Marks.ShouldBe(Enumerable.Range(0, content.Marks.Count));
            pdf.Pages[page].Page.GetProperty("/StructParents").GetInt32().ShouldBe(page);
            pdf.Pages[page].Page.GetProperty("/Tabs").GetString().ShouldBe("/S");
            parents[(page * 2) + 1].GetArrayLength().ShouldBe(content.Marks.Count);
        }
    }

    [Fact]
    public void Links_lead_where_they_say_and_are_named()
    {
        using var letter = new Written(SamplePapers.All["letter"]);
        using var report = new Written(SamplePapers.All["report"]);

        var outward = new ParsedPdf(letter.Path);
        var link = outward.Annotations.Single(each => each.GetProperty("/Subtype").GetString() == "/Link");
        outward.Text(outward.Get(link, "/A"), "/URI").ShouldBe("https://chinhphu.vn/van-ban");
        outward.Text(link, "/Contents").ShouldBe("Liên kết: https://chinhphu.vn/van-ban");
        ReadElement.Read(letter.Path).Of("Link").Single().Text.ShouldBe("trang của Chính phủ");

        var inward = new ParsedPdf(report.Path);
        var target = inward.Annotations.Single(each => each.GetProperty("/Subtype").GetString() == "/Link").GetProperty("/Dest");
        target[0].GetString().ShouldBe(inward.Pages[0].Reference);
        target[1].GetString().ShouldBe("/XYZ");
    }

    [Fact]
    public void Bookmarks_follow_the_headings()
    {
        using var written = new Written(SamplePapers.All["report"]);
        var pdf = new ParsedPdf(written.Path);
        var outline = pdf.Get(pdf.Catalog, "/Outlines");

        Bookmarks(pdf, outline, 0).ShouldBe(
        [
            "0 Báo cáo Khoảng cách so với yêu cầu an toàn hệ thống thông tin cấp độ 3",
            "1 I. Kết quả chung",
            "1 II. Chi tiết",
            "2 1. Yêu cầu quản lý",
            "3 1.1. Chính sách",
        ]);
        pdf.Catalog.GetProperty("/PageMode").GetString().ShouldBe("/UseOutlines");
    }

    private static IEnumerable<string> Bookmarks(ParsedPdf pdf, System.Text.Json.JsonElement parent, int depth)
    {
        var next = pdf.Find(parent, "/First");
        while (next is { } bookmark)
        {
            pdf.Pages.Select(page => page.Reference).ShouldContain(bookmark.GetProperty("/Dest")[0].GetString());
            yield return $"{depth} {pdf.Text(bookmark, "/Title")}";
            foreach (var below in Bookmarks(pdf, bookmark, depth + 1))
            {
                yield return below;
            }

            next = pdf.Find(bookmark, "/Next");
        }
    }
}
