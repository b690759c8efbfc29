using System.Text;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Tests.Templates;

/// <summary>Templates are filled: values are only text, gaps stop a paper or are marked in a draft.</summary>
public sealed class TemplateEngineTests
{
    private static readonly TemplateEngine Engine = new();

    [Theory]
    [InlineData("decision", "nd331-2026")]
    [InlineData("decision", "nd85-2016")]
    [InlineData("request-appraisal", "nd331-2026")]
    [InlineData("request-appraisal", "nd85-2016")]
    public void A_paper_with_all_values_is_made(string kind, string regime)
    {
        var filled = Engine.Fill(kind, SampleValues.Signed(regime: regime), SampleValues.Final);

        filled.Diagnostics.ShouldBeEmpty();
        var blocks = filled.Document.ShouldNotBeNull().Sections.ShouldHaveSingleItem().Blocks;
        blocks[0].ShouldBeOfType<Letterhead>().PlaceAndDate!.ToString().ShouldBe("Bắc Ninh, ngày 05 tháng 02 năm 2026");
        blocks[^1].ShouldBeOfType<SignatureBlock>().Signers[0].Name!.ToString().ShouldBe("Người Ký Mẫu");
        blocks.OfType<LegalGrounds>().Single().Lines[0].ToString().ShouldContain(regime == "nd331-2026" ? "An ninh mạng" : "An toàn thông tin mạng");
    }

    [Fact]
    public void The_decision_has_articles_that_run_on_and_points_in_vietnamese_order()
    {
        var blocks = Engine.Fill("decision", SampleValues.Signed(), SampleValues.Final).Document!.Sections[0].Blocks;

        var article = blocks.OfType<Heading>().First();
        article.Kind.ShouldBe(HeadingKind.Article);
        article.Label.ShouldBe("Điều 1.");
        article.RunIn.ToString().ShouldStartWith("Phê duyệt cấp độ");
        var points = blocks.OfType<BlockList>().First().Items[0].Blocks.OfType<BlockList>().ShouldHaveSingleItem();
        points.Kind.ShouldBe(ListKind.Letter);
        points.Items.Count.ShouldBe(3);
    }

    [Fact]
    public void All_missing_values_are_told_at_once_with_place_and_where_to_fill_them_in()
    {
        var values = SampleValues.Create();
        values["operator"] = new AbsentValue("đơn vị vận hành", "mục operator");
        var filled = Engine.Fill("decision", values, SampleValues.Final);

        filled.Document.ShouldBeNull();
        filled.Missing.Select(missing => missing.Name).Distinct().ShouldBe(["signer.name", "operator.name", "operator.address"], ignoreOrder: true);
        filled.Diagnostics.ShouldAllBe(item => item.Code == "MA010" && item.Position.Line > 0 && item.Position.File.EndsWith(".md"));
        filled.Missing.First(missing => missing.Name == "signer.name").Where.ShouldBe("mục operator.representative");
    }

    [Fact]
    public void A_draft_marks_what_is_missing()
    {
        var filled = Engine.Fill("decision", SampleValues.Create(), SampleValues.Draft);

        var document = filled.Document.ShouldNotBeNull();
        document.IsDraft.ShouldBeTrue();
        var name = document.Sections[0].Blocks.OfType<SignatureBlock>().Single().Signers[0].Name!.ShouldHaveSingleItem();
        name.Text.ShouldBe("[chưa có: họ tên người ký]");
        name.Style.ShouldBe(RunStyle.Missing);
        filled.Missing.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("{{paper.number}}")]
    [InlineData("**đậm** _nghiêng_ `mã` [a](http://b) ![c](d)")]
    [InlineData("<script>alert(1)</script> &amp; &#x41;")]
    [InlineData("# đề mục | ô ^ < [[page-break]] ::: ---")]
    [InlineData("=1+1 \" ' \\ {#id} a: b")]
    [InlineData("\u00C2n\u0303g \u0065\u0302\u0301")]
    public void A_value_is_only_ever_text(string name)
    {
        var document = Engine.Fill("request-appraisal", SampleValues.Signed(name), SampleValues.Final).Document.ShouldNotBeNull();

        var blocks = document.Sections.ShouldHaveSingleItem().Blocks;
        blocks.OfType<Letterhead>().Single().IssuingBody.ToString().ShouldBe(name.Normalize(NormalizationForm.FormC));
        var first = blocks.OfType<Paragraph>().First().Runs.ShouldHaveSingleItem();
        first.Text.ShouldStartWith(name.Normalize(NormalizationForm.FormC) + " đề nghị Công an tỉnh mẫu thẩm định");
        first.Style.ShouldBe(RunStyle.None);
    }

    [Theory]
    [InlineData("a\u202Eb")]
    [InlineData("a\u0007b")]
    [InlineData("a\uE000b")]
    public void A_character_that_has_no_place_in_a_paper_is_an_error(string name)
    {
        var filled = Engine.Fill("request-appraisal", SampleValues.Signed(name), SampleValues.Final);

        filled.Document.ShouldBeNull();
        filled.Diagnostics.ShouldContain(item => item.Code == "MA012" && item.Message.Contains("sender.name"));
    }

    [Fact]
    public void A_brace_may_follow_a_value()
    {
        var document = Fill("# {{number}}. Mục {#muc-{{plain number}}}\n\nXem [mục](#muc-{{plain number}}), {{{number}}", new TemplateValues { ["number"] = 7 }).Document;

        // «{{{» stays an error: it would print without the braces that were meant.
        document.ShouldBeNull();
        var heading = Fill("# {{number}}. Mục {#muc-{{plain number}}}\n", new TemplateValues { ["number"] = 7 }).Document.ShouldNotBeNull().Sections[0].Blocks.OfType<Heading>().ShouldHaveSingleItem();
        (heading.Label, heading.Text.ToString(), heading.Id).ShouldBe(("7.", "Mục", "muc-7"));
    }

    [Fact]
    public void In_a_draft_a_missing_list_of_rows_is_marked_within_its_table_where_a_block_comes_first_too()
    {
        const string Template = ":::table\n| A | B |\n|---|---|\n{{#each rows}}\n{{#if part}}\n| {{part}} | < |\n{{/if}}\n| {{name}} | {{name}} |\n{{/each}}\n:::\n";
        var filled = Fill(Template, new TemplateValues { ["rows"] = new AbsentValue("các dòng", "mục rows") });

        filled.Missing.ShouldHaveSingleItem().Where.ShouldBe("mục rows");
        var table = filled.Document.ShouldNotBeNull().Sections[0].Blocks.ShouldHaveSingleItem().ShouldBeOfType<Table>();
        table.Rows.Count.ShouldBe(2);
        table.Rows[1].Cells[0].Blocks.OfType<Paragraph>().Single().Runs.ShouldHaveSingleItem().ShouldBe(new Run("[chưa có: các dòng]", RunStyle.Missing));
    }

    private static FilledTemplate Fill(string body, TemplateValues values)
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-template-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "thu.md"), "---\ntitle: Thử\n---\n" + body);
            return new TemplateEngine(TemplateSource.WithFolder(folder)).Fill("thu", values, SampleValues.Draft);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
