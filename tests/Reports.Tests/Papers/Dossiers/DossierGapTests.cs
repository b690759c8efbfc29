using System.Text;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Tests.Papers.Dossiers;

/// <summary>What is missing stops the hồ sơ đề xuất cấp độ, all at once with where to fill it in; a draft marks it; hostile text is only text.</summary>
public sealed class DossierGapTests
{
    [Fact]
    public void Everything_missing_is_told_at_once_with_where_to_fill_it_in()
    {
        const string Record = "  dossier:\n    date: 2025-12-08\n    place: Bắc Ninh\n    signer: { titles: [Giám đốc], name: Nguyễn Văn Mẫu }\n";
        var yaml = Without("tt12.m.1.2.1", "portal/tt12.c.app.log");
        foreach (var (old, now) in new[] { ("  email: benhvien@example.vn\n", ""), ("    served: Người bệnh và người nhà người bệnh\n", ""), (Record, "  dossier: { place: Bắc Ninh }\n") })
        {
            yaml.ShouldContain(old);
            yaml = yaml.Replace(old, now, StringComparison.Ordinal);
        }

        var made = DossierPaper.Make(yaml);

        made.Document.ShouldBeNull();
        made.Missing.Select(missing => (missing.Name, missing.Where)).ShouldBe(
        [
            ("operator.email", "Ghi địa chỉ thư điện tử vào operator.email"),
            ("system.served", "Ghi ai dùng hệ thống vào served của hệ thống"),
            ("answers.tt12.m.1.2.1", "mục answers.tt12.m.1.2.1 của hồ sơ"),
            ("answers.tt12.c.app.log", "mục answers.tt12.c.app.log của hồ sơ; riêng hệ thống này: answers.portal/tt12.c.app.log"),
            ("paper.date", "mục papers.dossier.date của hồ sơ"),
            ("signer.name", "mục papers.dossier.signer.name hoặc operator.representative của hồ sơ"),
        ]);
        made.Diagnostics.Count(item => item.Severity == DiagnosticSeverity.Error).ShouldBe(6);
        made.Missing.First(missing => missing.Name == "answers.tt12.m.1.2.1").Label.ShouldBe(
            "chưa trả lời yêu cầu «Đơn vị chuyên trách về an toàn thông tin» (12/2022/TT-BTTTT, Phụ lục II, mục I.1.2.1; TCVN 11930:2017, 6.1.2.1) của «Hệ thống thông tin bệnh viện», «Cổng thông tin người bệnh (đăng ký khám, tra cứu kết quả)», «Mạng nội bộ bệnh viện»");
    }

    [Fact]
    public void A_draft_of_the_same_marks_each_gap_in_its_place()
    {
        var made = DossierPaper.Make(Without("tt12.m.1.2.1").Replace("  email: benhvien@example.vn\n", "", StringComparison.Ordinal), isDraft: true);

        var document = made.Document.ShouldNotBeNull();
        document.IsDraft.ShouldBeTrue();
        made.Diagnostics.ShouldAllBe(item => item.Severity == DiagnosticSeverity.Warning);
        Marks(document).ShouldBe(
        [
            "[chưa có: thư điện tử]",
            "[chưa có: câu trả lời cho «Đơn vị chuyên trách về an toàn thông tin» của Hệ thống thông tin bệnh viện]",
            "[chưa có: câu trả lời cho «Đơn vị chuyên trách về an toàn thông tin» của Cổng thông tin người bệnh (đăng ký khám, tra cứu kết quả)]",
            "[chưa có: câu trả lời cho «Đơn vị chuyên trách về an toàn thông tin» của Mạng nội bộ bệnh viện]",
        ]);
    }

    [Theory]
    [InlineData("status: unmet\n    plan: Rà soát Quy chế hằng năm vào quý IV", "status: unmet\n    how: Chưa làm", "chưa có kế hoạch (plan) cho yêu cầu chưa đạt")]
    [InlineData("status: met\n    how: Có quyết định giao Phòng Công nghệ thông tin làm đầu mối", "status: met", "chưa nêu cách đáp ứng (how) yêu cầu")]
    public void A_gap_without_a_plan_and_an_answer_without_words_stop_it(string from, string to, string says)
    {
        DossierPaper.Sample.ShouldContain(from);
        var made = DossierPaper.Make(DossierPaper.Sample.Replace(from, to, StringComparison.Ordinal));

        made.Document.ShouldBeNull();
        made.Missing.ShouldHaveSingleItem().Label.ShouldStartWith(says);
    }

    [Fact]
    public void What_some_components_said_stays_in_the_draft_where_another_is_silent()
    {
        var yaml = Without("ris-pacs/tt12.c.app.log");
        DossierPaper.Make(yaml).Missing.ShouldHaveSingleItem().Name.ShouldBe("answers.tt12.c.app.log");

        var draft = DossierPaper.Make(yaml, isDraft: true).Document.ShouldNotBeNull();
        var row = DossierPaper.RequirementTables(draft).SelectMany(table => table.Rows).First(row => DossierPaper.Text(row.Cells[2]).Contains("6.2.3.3", StringComparison.Ordinal));
        DossierPaper.Text(row.Cells[3]).Split('\n').ShouldBe(
        [
            "Phần mềm quản lý bệnh viện (HIS): Ghi nhật ký xem, sửa, xóa theo người dùng",
            "Phần mềm quản lý xét nghiệm (LIS): Ghi nhật ký sửa kết quả, chưa ghi nhật ký xem",
            "Phần mềm bệnh án điện tử (EMR): Ghi nhật ký xem, sửa, ký số theo người dùng",
            "[chưa có: câu trả lời cho «Nhật ký hệ thống» của Hệ thống thông tin bệnh viện]",
        ]);
    }

    [Fact]
    public void A_level_that_depends_on_missing_facts_stops_it_and_a_draft_shows_the_plan_of_each_possible_level()
    {
        var yaml = Replaced("    users: 42000\n", "", "    dataSubjects: { basic: 42000, sensitive: 42000 }\n", "");

        var made = DossierPaper.Make(yaml);
        made.Document.ShouldBeNull();
        made.Missing[0].Label.ShouldBe("chưa xác định được cấp độ của «Cổng thông tin người bệnh (đăng ký khám, tra cứu kết quả)»");
        made.Missing[0].Where.ShouldNotBeNull().ShouldContain("system.users");

        var draft = DossierPaper.Make(yaml, isDraft: true).Document.ShouldNotBeNull();
        DossierPaper.RequirementTables(draft).Sum(table => table.Rows.Count - 1).ShouldBe(46 + 46 + 66 + 46);
        DossierPaper.Text(draft).ShouldContain("Chưa loại trừ được; đáp ứng nếu số người sử dụng có thông tin được xử lý: từ 10.000 người trở lên");
    }

    [Fact]
    public void Where_no_catalogue_goes_with_the_law_the_paper_says_so_and_fakes_nothing()
    {
        var request = DossierPaper.Request(DossierPaper.Sample, isDraft: true, regime: "nd331-2026");
        var made = DossierPaper.Make(request);
        var text = DossierPaper.Text(made.Document.ShouldNotBeNull());

        text.ShouldContain("# Part Phần III Thuyết minh phương án bảo đảm an ninh mạng");
        text.ShouldContain("331/2026/NĐ-CP, Điều ");
        if (request.Assessment.Catalogue is null)
        {
            made.Missing.Select(missing => missing.Name).ShouldContain("catalogue");
            text.ShouldContain("[chưa có: phương án đáp ứng từng yêu cầu: chưa có danh mục yêu cầu cơ bản đi với 331/2026/NĐ-CP]");
            DossierPaper.RequirementTables(made.Document!).ShouldBeEmpty();
        }
        else
        {
            DossierPaper.RequirementTables(made.Document!).Sum(table => table.Rows.Count - 1).ShouldBe(request.Assessment.Requirements.Sum(system => system.Levels.Sum(level => level.Findings.Count)));
        }

        using var written = new Written(made.Document!);
        written.Result.Pages.ShouldBeGreaterThan(10);

        // 331/2026/NĐ-CP, Điều 22, khoản 4, điểm c: the hospital has not told its main risks.
        made.Missing.Select(missing => missing.Name).ShouldContain("system.mainRisks");
        text.ShouldContain("Nhận diện sơ bộ rủi ro chính và tác động");
        DossierPaper.Make(DossierPaper.Sample, regime: "nd331-2026").Document.ShouldBeNull();
    }

    [Theory]
    [InlineData(1, 34, "function: internal\n    information: [public]")]
    [InlineData(2, 46, "function: internal\n    information: [private, personal]")]
    [InlineData(3, 66, "function: citizens-business\n    information: [private, personal]\n    onlineServices: [other]\n    users: 42000")]
    [InlineData(4, 68, "function: infrastructure\n    information: [private]\n    infrastructureScope: nationwide\n    continuous: true")]
    [InlineData(5, 70, "function: internal\n    information: [private]\n    centralNationalData: true")]
    public void Every_level_has_a_row_for_each_of_its_requirements(int level, int rows, string facts)
    {
        var request = DossierPaper.Request($"schema: emrsec.dossier/1\nfacility: {{ name: Cơ sở mẫu }}\nsystems:\n  - id: one\n    name: Hệ thống mẫu\n    {facts}\n", isDraft: true, regime: "nd85-2016");
        request.Level.ShouldBe(level);
        var made = DossierPaper.Make(request);
        var document = made.Document.ShouldNotBeNull(string.Join('\n', made.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).Select(item => $"{item.Position} {item.Message}")));

        DossierPaper.RequirementTables(document).Sum(table => table.Rows.Count - 1).ShouldBe(rows);

        using var written = new Written(document);
        written.Result.Pages.ShouldBeGreaterThan(5);

        // 12/2022/TT-BTTTT, Điều 8, khoản 5.
        DossierPaper.Text(document).Contains("Thuyết minh bổ sung đối với hệ thống thông tin cấp độ 4, cấp độ 5", StringComparison.Ordinal).ShouldBe(level >= 4);
    }

    [Fact]
    public void A_dossier_without_its_design_is_stopped_and_at_level_4_the_opinion_still_to_be_had_is_told()
    {
        DossierPaper.Make(Replaced("  design: { file: ho-so/02-thiet-ke-thi-cong.pdf, approvedBy: Giám đốc Bệnh viện, issued: 2025-11-20 }\n", "")).Missing.ShouldHaveSingleItem().Name.ShouldBe("documents.design");

        var high = DossierPaper.Make(Replaced("    infrastructureScope: one-body\n", "    infrastructureScope: nationwide\n"));
        high.Diagnostics.ShouldContain(item => item.Code == "VB021" && item.Severity == DiagnosticSeverity.Warning && item.Message.Contains("85/2016/NĐ-CP, Điều 15, khoản 5"));
        high.Missing.Select(missing => missing.Name).ShouldContain("system.level4.continuity");
    }

    [Fact]
    public void A_dossier_without_systems_has_no_such_paper() =>
        DossierPaper.Make("schema: emrsec.dossier/1\nfacility: { name: Cơ sở mẫu }\n", isDraft: true, regime: "nd85-2016").WhyNot.ShouldBe("hồ sơ chưa khai hệ thống thông tin nào");

    [Theory]
    [InlineData("{{paper.number}} {{#each systems}} | ^ < [[page-break]]")]
    [InlineData("**đậm** _nghiêng_ <script>alert(1)</script> &amp; [a](http://b) ![c](d)")]
    [InlineData("# Phần IV. Giả :::table ::: --- {#phan-1}")]
    public void A_declared_text_is_only_ever_text(string hostile)
    {
        var quoted = $"'{hostile}'";
        var yaml = DossierPaper.Sample
            .Replace("name: Bệnh viện đa khoa mẫu Bắc Ninh", $"name: {quoted}", StringComparison.Ordinal)
            .Replace("name: Mạng nội bộ bệnh viện", $"name: {quoted}", StringComparison.Ordinal)
            .Replace("how: Quy chế được ban hành và phổ biến đến các khoa, phòng", $"how: {quoted}", StringComparison.Ordinal)
            .Replace("[mau-hop-dong.pdf, cam-ket-bao-mat.pdf]", $"[{quoted}]", StringComparison.Ordinal)
            .Replace("{ name: CSW-01,", $"{{ name: {quoted},", StringComparison.Ordinal);
        var document = DossierPaper.Make(yaml).Document.ShouldNotBeNull();

        DossierPaper.Headings(document).Count().ShouldBe(DossierPaper.Headings(DossierPaper.Make(DossierPaper.Sample).Document!).Count());
        DossierPaper.RequirementTables(document).Sum(table => table.Rows.Count - 1).ShouldBe(46 + 66 + 46);
        var rows = DossierPaper.RequirementTables(document).SelectMany(table => table.Rows).ToList();
        rows.Count(row => DossierPaper.Text(row.Cells[3]) == hostile).ShouldBe(3);
        rows.Count(row => DossierPaper.Text(row.Cells[5]) == hostile).ShouldBe(3);
        DossierPaper.Tables(document).Count(table => table.Rows.Any(row => row.Cells.Any(cell => DossierPaper.Text(cell) == hostile))).ShouldBeGreaterThan(6);
    }

    [Fact]
    public void A_name_of_500_characters_is_laid_out()
    {
        var name = string.Concat(Enumerable.Repeat("Bệnh viện đa khoa khu vực liên huyện ", 14))[..500].Trim();
        var yaml = DossierPaper.Sample.Replace("Bệnh viện đa khoa mẫu Bắc Ninh", name, StringComparison.Ordinal).Replace("name: Mạng nội bộ bệnh viện", $"name: {name} LAN", StringComparison.Ordinal);
        using var written = new Written(DossierPaper.Make(yaml).Document.ShouldNotBeNull());

        written.Result.Pages.ShouldBeGreaterThan(20);
        written.Text.ShouldContain(name);
    }

    [Fact]
    public void A_picture_beside_the_dossier_is_printed_and_one_outside_is_only_named()
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-dossier-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "nhà", "ho-so"));
            byte[] picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAADwAAAAeCAAAAABV8yKTAAAAWElEQVR42mNgYOHgERCRkFFQ0dAxMLGwcXDx8AkIiYhJSMnIKSipqGlo6eiZMGXGnAVLVqzZsGXHngNHTpy5cOXGnQdPXrxhGNU8qnlU86jmUc2jmoezZgA76T3eS3fjPAAAAABJRU5ErkJggg==");
            File.WriteAllBytes(Path.Combine(folder, "nhà", "ho-so", "lo-gic.png"), picture);
            File.WriteAllBytes(Path.Combine(folder, "ngoai.png"), picture);
            var yaml = DossierPaper.Sample
                .Replace("ho-so/so-do-lo-gic-cong.pdf", "ho-so/lo-gic.png", StringComparison.Ordinal)
                .Replace("ho-so/so-do-vat-ly-cong.pdf", "../ngoai.png", StringComparison.Ordinal);
            var document = DossierPaper.Make(DossierPaper.Request(yaml, file: Path.Combine(folder, "nhà", "ho-so.yaml"))).Document.ShouldNotBeNull();

            var figure = DossierPaper.Blocks(document).OfType<Figure>().ShouldHaveSingleItem();
            figure.AlternativeText.ShouldBe("Mô hình lô-gic của Cổng thông tin người bệnh (đăng ký khám, tra cứu kết quả)");
            figure.Content.ShouldBeOfType<RasterImage>().Data.ToArray().ShouldBe(picture);
            DossierPaper.Text(document).ShouldContain("ở tệp kèm theo hồ sơ: ../ngoai.png");
            using var written = new Written(document);
            written.Text.ShouldContain("Mô hình lô-gic của Cổng thông tin người bệnh");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Marks(Document document) =>
        [.. DossierPaper.Blocks(document).OfType<Paragraph>().SelectMany(paragraph => paragraph.Runs).Where(run => run.Style.HasFlag(RunStyle.Missing)).Select(run => run.Text)];

    private static string Without(params string[] answers)
    {
        var text = new StringBuilder();
        var isLeftOut = false;
        foreach (var line in DossierPaper.Sample.Split('\n'))
        {
            if (line.Length < 3 || line[2] != ' ')
            {
                isLeftOut = answers.Contains(line.Trim().TrimEnd(':'), StringComparer.Ordinal);
            }

            if (!isLeftOut)
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    // Pairs of what is replaced and by what; each must be there.
    private static string Replaced(params string[] pairs)
    {
        var text = DossierPaper.Sample;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            text.ShouldContain(pairs[i]);
            text = text.Replace(pairs[i], pairs[i + 1], StringComparison.Ordinal);
        }

        return text;
    }
}
