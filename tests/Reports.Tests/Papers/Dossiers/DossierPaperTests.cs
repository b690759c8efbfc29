using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Tests.Papers.Dossiers;

/// <summary>The hồ sơ đề xuất cấp độ of the hospital: whole, in the facility's own words, laid out.</summary>
public sealed class DossierPaperTests
{
    private static readonly PaperRequest Request = DossierPaper.Request(DossierPaper.Sample);
    private static readonly MadePaper Made = DossierPaper.Make(Request);

    private static Document Document => Made.Document.ShouldNotBeNull(string.Join('\n', Made.Diagnostics.Select(item => $"{item.Message}: {item.Help}")));

    [Fact]
    public void The_sample_makes_a_complete_official_paper_and_is_warned_of_the_level_it_proposes_too_low()
    {
        Made.WhyNot.ShouldBeNull();
        Document.IsDraft.ShouldBeFalse();
        Made.Missing.ShouldBeEmpty();
        var warning = Made.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Severity).ShouldBe(("VB021", DiagnosticSeverity.Warning));
        warning.Message.ShouldBe("hồ sơ đề xuất «Cổng thông tin người bệnh (đăng ký khám, tra cứu kết quả)» cấp độ 2, luật xác định cấp độ 3: văn bản ghi cấp độ 3");
    }

    [Fact]
    public void It_has_the_three_parts_and_the_annexes_of_the_law()
    {
        DossierPaper.Headings(Document).Where(heading => heading.Kind == HeadingKind.Part).Select(heading => $"{heading.Label}. {heading.Text}").ShouldBe(
        [
            "Phần I. Thuyết minh tổng quan về hệ thống thông tin",
            "Phần II. Thuyết minh đề xuất cấp độ",
            "Phần III. Thuyết minh phương án bảo đảm an toàn thông tin",
        ]);
        Document.Sections.Select(section => section.Annex?.Label).OfType<string>().ShouldBe(["Phụ lục I", "Phụ lục II"]);
        Document.Sections.Select(section => section.Orientation).Distinct().ShouldBe([PageOrientation.Portrait, PageOrientation.Landscape]);
        var signer = DossierPaper.Blocks(Document).OfType<SignatureBlock>().ShouldHaveSingleItem().Signers.ShouldHaveSingleItem();
        signer.FieldName.ShouldBe("nguoi-ky");
        signer.Titles.ShouldHaveSingleItem().ToString().ShouldBe("Giám đốc");
    }

    [Fact]
    public void Links_of_the_contents_lead_to_headings()
    {
        var links = DossierPaper.Blocks(Document).OfType<Paragraph>().SelectMany(paragraph => paragraph.Runs).Select(run => run.Link).OfType<string>().ToList();

        links.Count.ShouldBe(13);
        links.ShouldBeSubsetOf(DossierPaper.Headings(Document).Select(heading => "#" + heading.Id));
    }

    [Fact]
    public void Every_requirement_of_every_system_has_its_row_in_the_group_of_the_law()
    {
        var tables = DossierPaper.RequirementTables(Document);

        tables.Sum(table => table.Rows.Count - 1).ShouldBe(46 + 66 + 46);
        tables.Count.ShouldBe(3 * 13);
        var citations = tables.SelectMany(table => table.Rows.Skip(1)).Select(row => DossierPaper.Text(row.Cells[2])).ToList();
        citations.ShouldAllBe(citation => citation.StartsWith("12/2022/TT-BTTTT, Phụ lục II", StringComparison.Ordinal));
        citations.Count(citation => citation.Contains("TCVN 11930:2017, ", StringComparison.Ordinal)).ShouldBeGreaterThan(80);
    }

    [Fact]
    public void Every_answer_is_told_in_the_facilitys_words()
    {
        var text = DossierPaper.Text(Document);

        Request.Dossier.Answers.Count.ShouldBeGreaterThanOrEqualTo(70);
        foreach (var answer in Request.Dossier.Answers)
        {
            foreach (var said in new[] { answer.How, answer.Status is EmrSec.Dossiers.AnswerStatus.Met ? null : answer.Plan, answer.Owner }.Concat(answer.Evidence).OfType<string>())
            {
                text.ShouldContain(said, Case.Sensitive, answer.Requirement);
            }
        }
    }

    [Fact]
    public void Status_words_and_totals_are_those_of_the_assessment()
    {
        var rows = DossierPaper.RequirementTables(Document).SelectMany(table => table.Rows.Skip(1)).Select(row => DossierPaper.Text(row.Cells[4]).Split(';')[0]).ToList();

        foreach (var status in Enum.GetValues<RequirementStatus>())
        {
            rows.Count(row => row == RequirementText.Say(status)).ShouldBe(Request.Assessment.Requirements.Sum(system => system.Levels[0].Findings.Count(finding => finding.Status == status)), status.ToString());
        }
    }

    [Fact]
    public void The_components_answers_stand_beside_each_other()
    {
        var row = DossierPaper.RequirementTables(Document).SelectMany(table => table.Rows).First(row => DossierPaper.Text(row.Cells[2]).Contains("6.2.3.3", StringComparison.Ordinal));

        var how = DossierPaper.Text(row.Cells[3]);
        how.ShouldContain("Phần mềm quản lý xét nghiệm (LIS): Ghi nhật ký sửa kết quả, chưa ghi nhật ký xem");
        how.ShouldContain("Phần mềm bệnh án điện tử (EMR): Ghi nhật ký xem, sửa, ký số theo người dùng");
        DossierPaper.Text(row.Cells[4]).ShouldBe("Một phần");
    }

    [Fact]
    public void Each_higher_criterion_is_denied_by_a_fact()
    {
        var rows = DossierPaper.Tables(Document).Where(table => table.Columns.Count == 4 && DossierPaper.Text(table.Rows[0].Cells[3]) == "Lý do không đáp ứng").SelectMany(table => table.Rows.Skip(1)).ToList();

        rows.Count.ShouldBe(Request.Assessment.Systems.Sum(system => system.NotHigher.Count));
        rows.ShouldAllBe(row => row.Cells.All(cell => DossierPaper.Text(cell).Length > 0));
        rows.Select(row => DossierPaper.Text(row.Cells[3])).ShouldContain("Hệ thống quốc gia phục vụ Chính phủ điện tử là «không»");
    }

    [Fact]
    public void It_is_written_as_a_long_pdf_in_reasonable_time_with_its_text_whole()
    {
        using var written = new Written(Document);

        written.Result.Pages.ShouldBeInRange(20, 80);
        var text = written.Text;
        foreach (var said in (string[])["HỒ SƠ ĐỀ XUẤT CẤP ĐỘ", "Rà soát Quy chế hằng năm vào quý IV", "DANH MỤC MINH CHỨNG", "85/2016/NĐ-CP, Điều 9, khoản 2, điểm c"])
        {
            text.ShouldContain(said);
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        DossierPaper.Make(Request).Document.ShouldNotBeNull();
        using var stream = new MemoryStream();
        EmrSec.Reports.Pdf.PdfWriter.Write(Document, stream);

        // The goal is 50 ms on an idle machine; this only sees to it that nobody has to wait.
        clock.ElapsedMilliseconds.ShouldBeLessThan(10_000);
    }

    [Fact]
    public void It_is_written_as_docx_that_the_schema_of_office_accepts()
    {
        using var stream = new MemoryStream();
        EmrSec.Reports.Word.WordWriter.Write(Document, stream);

        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(problem => problem.Description).ShouldBeEmpty();
        package.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().Count().ShouldBeGreaterThan(60);
    }

    [Fact]
    public void The_same_request_gives_the_same_bytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        EmrSec.Reports.Pdf.PdfWriter.Write(Document, first);
        EmrSec.Reports.Pdf.PdfWriter.Write(DossierPaper.Make(DossierPaper.Request(DossierPaper.Sample)).Document!, second);

        second.ToArray().ShouldBe(first.ToArray());
    }

    [Fact]
    public void Its_text_is_the_one_approved()
    {
        var path = Path.Combine(DossierPaper.Root, "tests", "Reports.Tests", "Papers", "Approved", "dossier.txt");
        var text = DossierPaper.Text(Document);
        if (Environment.GetEnvironmentVariable("EMRSEC_APPROVE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        File.Exists(path).ShouldBeTrue("dossier.txt was never approved");
        text.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
