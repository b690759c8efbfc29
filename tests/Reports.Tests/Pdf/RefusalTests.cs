using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>What cannot be written is refused whole, with a code, the place, and what to do; no byte is written.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("😀", "VB001", "«😀» (U+1F600)")]
    [InlineData("漢", "VB001", "«漢» (U+6F22)")]
    [InlineData("한", "VB001", "«한» (U+D55C)")]
    [InlineData("ไ", "VB001", "«ไ» (U+0E44)")]
    [InlineData("\u202E", "VB002", "U+202E")]
    [InlineData("\u200F", "VB002", "U+200F")]
    [InlineData("\u2067", "VB002", "U+2067")]
    [InlineData("\u061C", "VB002", "dấu đổi chiều chữ U+061C")]
    [InlineData("ש", "VB002", "«ש» (U+05E9)")]
    [InlineData("ع", "VB002", "«ع» (U+0639)")]
    [InlineData("\U00010840", "VB002", "(U+10840)")]
    [InlineData("\u0007", "VB003", "U+0007")]
    [InlineData("\u0085", "VB003", "U+0085")]
    [InlineData("\uFFFD", "VB003", "U+FFFD")]
    [InlineData("\uF001", "VB003", "U+F001")]
    public void A_character_that_cannot_be_set_is_named_with_its_place(string character, string code, string name)
    {
        var table = new Table { HeaderRows = 0, Columns = [new(ColumnWidth.Share()), new(ColumnWidth.Share())], Rows = [new TableRow([new("một"), new("hai")]), new TableRow([new("ba"), new("bốn " + character)])] };

        var found = Written.Refused(SamplePapers.Of(new Heading(HeadingKind.Level1, "Hiện trạng") { Label = "I." }, table)).Single();

        found.Code.ShouldBe(code);
        found.Message.ShouldContain(name);
        found.Position.File.ShouldBe("bảng 1, hàng 2, cột 2, sau tiêu đề «I. Hiện trạng»");
        found.Help.ShouldNotBeNullOrEmpty();
    }

    // Not as theory data: attributes cannot hold half a pair.
    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDBFF)]
    [InlineData(0xDC00)]
    [InlineData(0xDFFF)]
    public void Half_a_surrogate_pair_is_refused(int half)
    {
        foreach (var text in new[] { $"{(char)half}", $"một {(char)half} hai", $"e\u0302\u0301{(char)half}" })
        {
            Written.Refused(SamplePapers.Of(new Paragraph(text))).Single().Code.ShouldBe("VB003");
        }
    }

    [Fact]
    public void Every_place_of_a_paper_is_named()
    {
        const string Bad = "漢";
        (Block Block, string Place)[] blocks =
        [
            (new Letterhead { IssuingBody = Bad }, "phần đầu văn bản"),
            (new TitleBlock(Bad), "tên loại và trích yếu"),
            (new Recipients([Bad]), "nơi kính gửi"),
            (new LegalGrounds([Bad]), "căn cứ"),
            (new Paragraph(Bad), "đoạn văn"),
            (new Heading(HeadingKind.Level1, Bad), "tiêu đề, sau tiêu đề «漢»"),
            (new BlockList(ListKind.Letter, [new("a"), new(Bad)]), "mục «b)» của danh sách"),
            (new SignatureBlock([new Signer([Bad], null, "a")], []), "khối chữ ký"),
            (new Figure(new DonutChart([new(Bad, 1)]), "x"), "hình"),
        ];

        foreach (var (block, place) in blocks)
        {
            Written.Refused(SamplePapers.Of(block)).ShouldAllBe(found => found.Code == "VB001" && found.Position.File == place, place);
        }

        var annex = SamplePapers.Of(new Paragraph("x"));
        Written.Refused(annex with { Sections = [new Section { Annex = new Annex("Phụ lục I", Bad), Blocks = [] }] }).Single().Position.File.ShouldBe("tiêu đề phụ lục, sau tiêu đề «Phụ lục I»");
        Written.Refused(annex with { Attachment = new AttachmentMark(Bad, SamplePapers.Created, "a") }).Single().Position.File.ShouldBe("dấu của văn bản kèm theo");
    }

    [Fact]
    public void All_findings_come_at_once_and_each_once()
    {
        var found = Written.Refused(SamplePapers.Of(new Paragraph("漢漢漢 字"), new Paragraph("\u202E"), new Figure(new QrCode(""), "")));

        found.Select(each => each.Code).ShouldBe(["VB001", "VB001", "VB002", "VB008"]);
    }

    [Fact]
    public void Metadata_are_checked_too()
    {
        Document With(DocumentInfo info) => SamplePapers.Of(new Paragraph("x")) with { Info = info };
        var info = SamplePapers.Info("Tiêu đề");

        Written.Refused(With(info with { Title = "a\u0001" })).Single().ShouldSatisfyAllConditions(
            found => found.Code.ShouldBe("VB003"), found => found.Position.File.ShouldBe("tiêu đề của tệp"));
        Written.Refused(With(info with { Author = "a\u202E" })).Single().Position.File.ShouldBe("tác giả của tệp");
        Written.Refused(With(info with { Subject = "a\uD800" })).Single().Position.File.ShouldBe("chủ đề của tệp");
        Written.Refused(With(info with { Keywords = ["a", "a\r"] })).Single().Position.File.ShouldBe("từ khoá của tệp");
        Written.Refused(With(info with { Title = " " })).Single().Code.ShouldBe("VB012");
    }

    [Fact]
    public void Metadata_keep_what_xml_would_trip_over()
    {
        const string Title = "A < B & \"C\" > 'D' 漢 😀";
        using var written = new Written(SamplePapers.Of(new Paragraph("x")) with { Info = SamplePapers.Info(Title) });

        Tool.Poppler("pdfinfo", written.Path).ShouldContain("Title:           " + Title);
        var pdf = new ParsedPdf(written.Path);
        System.Text.Encoding.UTF8.GetString(pdf.Data(pdf.Catalog, "/Metadata")).ShouldContain("A &lt; B &amp; ");
    }

    public static TheoryData<string, Table> BadTables => new()
    {
        { "no columns", new Table { Columns = [], Rows = [] } },
        { "a column without width", new Table { Columns = [new(ColumnWidth.Share(0))], Rows = [], HeaderRows = 0 } },
        { "more header rows than rows", new Table { Columns = [new(ColumnWidth.Share())], Rows = [], HeaderRows = 1 } },
        { "too few cells", new Table { Columns = [new(ColumnWidth.Share()), new(ColumnWidth.Share())], Rows = [new TableRow([new("a")])] } },
        { "too many cells", new Table { Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new("a"), new("b")])] } },
        { "a span over the edge", new Table { Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new("a") { ColumnSpan = 2 }])] } },
        { "a span below the end", new Table { Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new("a") { RowSpan = 2 }])] } },
        { "a span of nothing", new Table { Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new("a") { RowSpan = 0 }])] } },
        { "a span from header to body", new Table { Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new("a") { RowSpan = 2 }]), new TableRow([])] } },
        { "a table in a table", new Table { HeaderRows = 0, Columns = [new(ColumnWidth.Share())], Rows = [new TableRow([new TableCell([new Table { Columns = [new(ColumnWidth.Share())], Rows = [] }])])] } },
    };

    [Theory]
    [MemberData(nameof(BadTables))]
    public void A_table_without_a_grid_is_refused(string what, Table table) =>
        Written.Refused(SamplePapers.Of(new Paragraph("x"), table)).ShouldAllBe(found => found.Code == "VB004" && found.Position.File.StartsWith("bảng 1", StringComparison.Ordinal), what);

    [Fact]
    public void Links_must_lead_somewhere_and_targets_be_unique()
    {
        foreach (var target in new[] { "#nowhere", "javascript:alert(1)", "file:///etc/passwd", "trang.html", "" })
        {
            Written.Refused(SamplePapers.Of(new Paragraph([new Run("x", RunStyle.None, target)]))).Single().ShouldSatisfyAllConditions(
                found => found.Code.ShouldBe("VB006"), found => found.Message.ShouldContain($"«{target}»"));
        }

        var heading = new Heading(HeadingKind.Level1, "A") { Id = "a" };
        Written.Refused(SamplePapers.Of(heading, heading)).Single().Message.ShouldContain("«a»");
    }

    [Theory]
    [InlineData("")]
    [InlineData("chữ-ký")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void A_field_needs_a_plain_name(string name) =>
        Written.Refused(SamplePapers.Of(new SignatureBlock([new Signer(["Giám đốc"], null, name)], []))).Single().Code.ShouldBe("VB007");

    [Fact]
    public void Two_fields_of_one_name_are_refused()
    {
        var signer = new Signer(["Giám đốc"], null, "a");
        Written.Refused(SamplePapers.Of(new SignatureBlock([signer, signer with { SealFieldName = "a" }], []))).ShouldAllBe(found => found.Code == "VB007");
        Written.Refused(SamplePapers.Of(new SignatureBlock([signer], [])) with { Attachment = new AttachmentMark("1", SamplePapers.Created, "a") }).Single().Code.ShouldBe("VB007");
    }

    [Fact]
    public void A_figure_needs_an_alternative_text_that_can_be_read()
    {
        Written.Refused(SamplePapers.Of(new Figure(new QrCode("x"), " "))).Single().Code.ShouldBe("VB008");
        Written.Refused(SamplePapers.Of(new Figure(new QrCode("x"), "a\u0000"))).Single().Code.ShouldBe("VB003");
    }

    [Fact]
    public void A_missing_value_prints_in_drafts_only()
    {
        var paper = SamplePapers.Of(new Paragraph([new Run("[số hiệu]", RunStyle.Missing)]));

        Written.Refused(paper).Single().ShouldSatisfyAllConditions(found => found.Code.ShouldBe("VB009"), found => found.Message.ShouldContain("«[số hiệu]»"));
        using var draft = new Written(paper with { IsDraft = true });
        draft.Text.ShouldContain("[số hiệu]");
    }

    public static TheoryData<FigureContent> BadCharts => new()
    {
        new BarChart(BarDirection.Horizontal, [], []),
        new BarChart(BarDirection.Vertical, ["a", "b"], [new("x", [1])]),
        new BarChart(BarDirection.Vertical, ["a"], [new("x", [-1])]),
        new BarChart(BarDirection.Vertical, ["a"], [new("x", [1])]) { Maximum = 0 },
        new DonutChart([]),
        new DonutChart([new("a", 0)]),
        new DonutChart([new("a", 2), new("b", -1)]),
        new HeatMap([], [], []),
        new HeatMap(["a"], ["b"], [[]]),
        new HeatMap(["a"], ["b"], [[new HeatCell(1.1m, "x")]]),
        new Timeline([]),
    };

    [Theory]
    [MemberData(nameof(BadCharts))]
    public void A_chart_of_impossible_data_is_refused(FigureContent chart) =>
        Written.Refused(SamplePapers.Of(new Figure(chart, "x"))).Single().Code.ShouldBe("VB010");

    [Fact]
    public void A_qr_code_holds_1_to_2000_characters()
    {
        Written.Refused(SamplePapers.Of(new Figure(new QrCode(""), "x"))).Single().Code.ShouldBe("VB011");
        Written.Refused(SamplePapers.Of(new Figure(new QrCode(new string('a', 2001)), "x"))).Single().Code.ShouldBe("VB011");
        Written.Refused(SamplePapers.Of(new Figure(new QrCode(new string('ế', 770)), "x"))).Single().Code.ShouldBe("VB011");
        using var most = new Written(SamplePapers.Of(new Figure(new QrCode(new string('a', 2000)), "x")));
    }

    [Fact]
    public void What_is_taller_than_a_page_is_not_cut_off_but_refused()
    {
        var found = Written.Refused(SamplePapers.Of(new Letterhead { IssuingBody = string.Join('\n', Enumerable.Repeat("Sở Y tế", 70)) })).Single();

        found.Code.ShouldBe("VB013");
        found.Position.File.ShouldBe("phần đầu văn bản");
        Written.Refused(SamplePapers.Of(new SignatureBlock([new Signer([.. Enumerable.Repeat((RichText)"Giám đốc", 70)], null, "a")], []))).Single().Position.File.ShouldBe("khối chữ ký");
    }

    [Fact]
    public void Misuse_throws()
    {
        Should.Throw<ArgumentNullException>(() => PdfWriter.Write(null!, Stream.Null));
        Should.Throw<ArgumentNullException>(() => PdfWriter.Write(SamplePapers.Letter(), null!));
        Should.Throw<ArgumentException>(() => PdfWriter.Write(SamplePapers.Letter() with { Sections = [] }, Stream.Null));
    }
}
