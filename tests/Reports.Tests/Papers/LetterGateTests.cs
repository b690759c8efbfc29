using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>What stops a letter, all of it told at once; what a draft marks; what a name can do to a letter: nothing.</summary>
public sealed class LetterGateTests
{
    [Theory]
    [InlineData("request-appraisal")]
    [InlineData("appraisal")]
    [InlineData("submission")]
    [InlineData("decision")]
    [InlineData("yearly-report")]
    public void Without_the_papers_section_everything_missing_is_told_at_once_with_its_place(string kind)
    {
        var made = LetterDossiers.Make(kind, LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: WithoutPapers));

        made.Document.ShouldBeNull();
        var where = made.Missing.Select(missing => missing.Where).ToList();
        foreach (var key in new[] { "number", "date", "place", "signer.name" })
        {
            where.ShouldContain(place => place != null && place.Contains($"mục papers.{kind}.{key}"), $"{kind}: {key}");
        }

        made.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldAllBe(item => item.Help != null && item.Help.Length > 0);
    }

    [Fact]
    public void The_decision_also_tells_what_the_earlier_papers_lack()
    {
        var made = LetterDossiers.Make("decision", LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: WithoutPapers));

        foreach (var key in new[] { "papers.appraisal.number", "papers.appraisal.date", "papers.submission.number", "papers.submission.date", "papers.appraisal.result" })
        {
            made.Missing.ShouldContain(missing => missing.Where!.Contains(key), key);
        }
    }

    [Theory]
    [InlineData("request-appraisal")]
    [InlineData("decision")]
    [InlineData("yearly-report")]
    public void A_draft_is_made_all_the_same_and_marks_the_gaps(string kind)
    {
        var made = LetterDossiers.Make(kind, LetterDossiers.Request(LetterDossiers.Nd85, 3, isDraft: true, edit: WithoutPapers, complete: false));

        var document = made.Document.ShouldNotBeNull();
        document.IsDraft.ShouldBeTrue();
        made.Diagnostics.ShouldAllBe(item => item.Severity == DiagnosticSeverity.Warning);
        made.Missing.ShouldNotBeEmpty();
        document.Sections[0].Blocks.OfType<Letterhead>().Single().Number!.ShouldContain(run => run.Text == "[chưa có: số, ký hiệu]" && run.Style.HasFlag(RunStyle.Missing));
        document.Sections[0].Blocks.OfType<SignatureBlock>().Single().Signers[0].Name!.ToString().ShouldBe("[chưa có: họ tên người ký]");
    }

    [Fact]
    public void A_draft_marks_an_enclosure_that_is_not_there()
    {
        var made = LetterDossiers.Make("submission", LetterDossiers.Request(LetterDossiers.Nd85, 3, isDraft: true, edit: text => Replaced(text, "  levelExplanation: { file: ho-so/03-thuyet-minh-cap-do.pdf", "  # { file: ho-so/03")));
        PaperText.Of(made.Document.ShouldNotBeNull()).ShouldContain("3. [chưa có: Tài liệu thuyết minh về việc đề xuất cấp độ căn cứ");
    }

    [Theory]
    [InlineData("request-appraisal", "    function: citizens-business\n", "", "chưa xác định được cấp độ của «Cổng")]
    [InlineData("request-appraisal", "  protectionPlan: { file: ho-so/04-phuong-an-bao-dam.pdf }\n", "", "hồ sơ thiếu «Tài liệu thuyết minh phương án")]
    [InlineData("request-appraisal", "    served: Các khoa, phòng của Bệnh viện\n", "", "thiếu nội dung «Đối tượng phục vụ» của «Mạng nội bộ bệnh viện»")]
    [InlineData("submission", "result: fit", "result: unfit\n    unfit: [Thiếu]", "kết luận hồ sơ chưa phù hợp")]
    [InlineData("submission", "    result: fit\n", "", "chưa khai kết luận của ý kiến thẩm định")]
    [InlineData("appraisal", "    result: fit\n", "", "chưa khai kết luận thẩm định")]
    [InlineData("appraisal", "result: fit", "result: fit\n    unfit: [Thiếu]", "nhưng có nội dung chưa phù hợp")]
    [InlineData("decision", "number: 05/QĐ-BVĐKM, issued: 2026-01-05,", "number: 05/QĐ-BVĐKM, issued: 2026-01-20,", "Quy chế ban hành ngày 20/01/2026, sau ngày quyết định 15/01/2026")]
    [InlineData("decision", "date: 2026-01-15", "date: 2026-01-06", "ghi ngày 06/01/2026, trước «Tờ trình phê duyệt hồ sơ» ngày 07/01/2026")]
    [InlineData("submission", "date: 2025-12-24", "date: 2026-02-24", "ghi ngày 07/01/2026, trước «Ý kiến thẩm định» ngày 24/02/2026")]
    [InlineData("decision", "    proposedLevel: 2\ndocuments:", "    proposedLevel: 4\ndocuments:", "đề xuất «Mạng nội bộ bệnh viện» cấp độ 4, cao hơn cấp độ 2")]
    [InlineData("yearly-report", "    number: 38/QĐ-SYT\n", "", "đã được phê duyệt nhưng chưa khai số, ngày quyết định (cột 7)")]
    public void What_the_law_asks_for_stops_a_letter(string kind, string from, string to, string message)
    {
        var made = LetterDossiers.Make(kind, LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: text => Replaced(text, from, to)));

        made.Document.ShouldBeNull();
        made.Diagnostics.ShouldContain(item => item.Severity == DiagnosticSeverity.Error && item.Message.Contains(message), string.Join('\n', made.Diagnostics));
    }

    [Fact]
    public void The_regulation_comes_before_the_decision_even_where_only_a_milestone_tells_its_day()
    {
        var made = LetterDossiers.Make("decision", LetterDossiers.Request(LetterDossiers.Nd331, 3, edit: text =>
            Replaced(Replaced(text, "  securityRegulation: { number: 05/QĐ-BVĐKM, issued: 2027-01-05, issuedBy: Giám đốc Bệnh viện }\n", ""), "  regulationIssued: 2027-01-05\n", "")));

        made.Diagnostics.ShouldContain(item => item.Code == "VB020" && item.Message.Contains("331/2026/NĐ-CP, Điều 30, khoản 7"));
    }

    [Fact]
    public void A_paper_dated_before_its_law_is_stopped()
    {
        var made = LetterDossiers.Make("decision", LetterDossiers.Of(LetterDossiers.SampleText(LetterDossiers.Nd85), LetterDossiers.Nd331));
        made.Document.ShouldBeNull();
        made.Diagnostics.ShouldContain(item => item.Message.Contains("ghi ngày 15/01/2026, trước ngày 19/08/2026"));
    }

    [Fact]
    public void A_level_proposed_too_low_is_told_and_the_letter_names_the_laws()
    {
        var made = LetterDossiers.Make("decision", LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: text => text.Replace("proposedLevel: 3", "proposedLevel: 2")));

        made.Document.ShouldNotBeNull();
        made.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("cấp độ 2, luật xác định cấp độ 3: văn bản ghi cấp độ 3");
    }

    [Fact]
    public void A_decision_of_another_day_than_the_milestone_is_told()
    {
        var made = LetterDossiers.Make("decision", LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: text => Replaced(text, "date: 2026-01-15", "date: 2026-01-16")));
        made.Document.ShouldNotBeNull();
        made.Diagnostics.ShouldContain(item => item.Severity == DiagnosticSeverity.Warning && item.Message.Contains("quyết định ghi ngày 16/01/2026, mốc phê duyệt hồ sơ (milestones.dossierApproved) là 15/01/2026"));
    }

    [Fact]
    public void Systems_below_level_5_are_told_apart_in_a_decision_on_a_plan()
    {
        var made = LetterDossiers.Make("decision-plan", LetterDossiers.Request(LetterDossiers.Nd85, 5));
        made.Diagnostics.Count(item => item.Message.Contains("không phải hệ thống cấp độ 5")).ShouldBe(2);
    }

    [Fact]
    public void A_template_edited_by_an_official_takes_the_place_of_the_one_built_in()
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-templates-");
        try
        {
            TemplateSource.Export(folder.FullName).ShouldContain("decision.md");
            var file = Path.Combine(folder.FullName, "_duties.md");
            File.WriteAllText(file, Replaced(File.ReadAllText(file), "có hiệu lực kể từ ngày ký.", "có hiệu lực kể từ ngày 01 tháng 02 năm 2026."));
            var made = new PaperMaker(new TemplateEngine(TemplateSource.WithFolder(folder.FullName))).Make(PaperKind.Find("decision")!, LetterDossiers.Request(LetterDossiers.Nd85, 3));
            PaperText.Of(made.Document.ShouldNotBeNull()).ShouldContain("Điều 3. Quyết định này có hiệu lực kể từ ngày 01 tháng 02 năm 2026.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_unit_that_operates_the_system_does_not_appraise_it_unless_another_is_named()
    {
        const string Unit = "  name: Tổ an toàn thông tin, Sở Y tế tỉnh Bắc Ninh\n";
        const string Operator = "  name: Bệnh viện đa khoa mẫu Bắc Ninh\n  functionsDocument: Quyết định của Giám đốc Sở Y tế quy định";
        var made = LetterDossiers.Make("appraisal", LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: Same));
        made.Document.ShouldBeNull();
        made.Missing.ShouldContain(missing => missing.Label == "đơn vị thẩm định" && missing.Where!.Contains("papers.appraisal.issuer"));

        var council = LetterDossiers.Make("appraisal", LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: text => Same(text).Replace("  appraisal:\n", "  appraisal:\n    issuer: Hội đồng thẩm định mẫu\n")));
        PaperText.Of(council.Document.ShouldNotBeNull()).ShouldContain("Đơn vị chủ trì thẩm định: Hội đồng thẩm định mẫu;");

        static string Same(string text) => Replaced(text, Operator, Operator.Replace("  name: Bệnh viện đa khoa mẫu Bắc Ninh\n", Unit));
    }

    [Theory]
    [InlineData("{{owner.name}}")]
    [InlineData("**đậm** | <b>x</b> &amp; # [[page-break]]")]
    [InlineData("a\" : 'b' - ::: {#id}")]
    public void A_name_is_only_ever_text(string name)
    {
        var quoted = "'" + name.Replace("'", "''") + "'";
        foreach (var kind in new[] { "request-appraisal", "appraisal", "submission", "decision", "yearly-report" })
        {
            var made = LetterDossiers.Make(kind, LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: text =>
                text.Replace("  name: Bệnh viện đa khoa mẫu Bắc Ninh\n", $"  name: {quoted}\n").Replace("    name: Mạng nội bộ bệnh viện\n", $"    name: {quoted}\n")));

            var document = made.Document.ShouldNotBeNull($"{kind}: {string.Join('\n', made.Diagnostics)}");
            var text = PaperText.Of(document);
            text.ShouldContain(name);
            text.ShouldNotContain("do Sở Y tế tỉnh Bắc Ninh vận hành", Case.Sensitive, "«{{owner.name}}» was filled in");
            document.Sections.SelectMany(section => section.Blocks).OfType<Paragraph>().Where(paragraph => paragraph.Runs.ToString().Contains(name))
                .ShouldAllBe(paragraph => paragraph.Runs.Where(run => run.Text.Contains("đậm")).All(run => run.Style == RunStyle.None));
        }
    }

    private static string WithoutPapers(string text) =>
        text[..text.IndexOf("\npapers:\n", StringComparison.Ordinal)] + text[text.IndexOf("\nanswers:\n", StringComparison.Ordinal)..];

    private static string Replaced(string text, string from, string to)
    {
        text.ShouldContain(from);
        return text.Replace(from, to);
    }
}
