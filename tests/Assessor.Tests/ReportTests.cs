using System.IO.Compression;
using System.Text;

namespace EmrSec.Assessor.Tests;

/// <summary><c>emrsec report</c> through the program's door: what it writes, what stops it, and that nothing is half-written.</summary>
public sealed class ReportTests : IDisposable
{
    private const string Day = "2026-11-21";
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void All_papers_of_the_hospital_are_made()
    {
        var folder = Path.Combine(_run.Folder, "out");
        var outcome = ProgramRun.Call("report", ProgramRun.Sample("bac-ninh-hospital"), "--kind", "all", "--out", folder, "--as-of", Day);

        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
        [
            "01-assessment.pdf", "02-gap.pdf", "03-deadlines.pdf", "04-dossier.pdf", "05-request-appraisal.pdf",
            "06-appraisal.pdf", "07-submission.pdf", "08-decision.pdf", "09-yearly-report.pdf", "10-transition.pdf",
        ]);
        outcome.Output.ShouldContain("Không lập Quyết định phê duyệt phương án (cấp độ 5) (decision-plan): ");
        Directory.EnumerateFiles(folder).ShouldAllBe(file => File.ReadAllText(file, Encoding.Latin1).StartsWith("%PDF-1.7", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x.pdf", "%PDF-1.7")]
    [InlineData("x.docx", "PK")]
    [InlineData("x.html", "<!DOCTYPE html>")]
    public void The_extension_says_the_format(string name, string begins)
    {
        var file = Path.Combine(_run.Folder, name);
        var outcome = Report("decision", file);

        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        outcome.Output.ShouldStartWith($"Đã lập {file}: Quyết định phê duyệt cấp độ");
        File.ReadAllText(file, Encoding.Latin1).ShouldStartWith(begins);
    }

    [Fact]
    public void The_same_call_gives_the_same_bytes()
    {
        var (first, second) = (Path.Combine(_run.Folder, "a.pdf"), Path.Combine(_run.Folder, "b.pdf"));
        Report("gap", first).ExitCode.ShouldBe(0);
        Report("gap", second).ExitCode.ShouldBe(0);

        File.ReadAllBytes(second).ShouldBe(File.ReadAllBytes(first));
    }

    [Fact]
    public void Everything_missing_is_told_at_once_in_the_dossier_and_nothing_is_written()
    {
        var file = Path.Combine(_run.Folder, "x.pdf");
        var dossier = WithoutPapers();
        var outcome = ProgramRun.Call("report", dossier, "--kind", "decision", "--out", file, "--as-of", Day);

        outcome.ExitCode.ShouldBe(2);
        foreach (var key in new[] { "number", "date", "place" })
        {
            outcome.Errors.ShouldContain($"điền ở mục papers.decision.{key} của hồ sơ");
        }

        outcome.Errors.ShouldContain($"{dossier}: lỗi MA010: ");
        outcome.Errors.ShouldNotContain(".md:");
        outcome.Errors.ShouldContain("hoặc thêm --draft để in bản dự thảo");
        Directory.EnumerateFileSystemEntries(_run.Folder).ShouldHaveSingleItem().ShouldBe(dossier);
    }

    [Fact]
    public void A_draft_is_made_all_the_same()
    {
        var file = Path.Combine(_run.Folder, "x.html");
        var outcome = ProgramRun.Call("report", WithoutPapers(), "--kind", "decision", "--out", file, "--as-of", Day, "--draft");

        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        File.ReadAllText(file).ShouldContain("DỰ THẢO");
    }

    [Fact]
    public void Number_day_and_place_may_come_from_the_call()
    {
        var file = Path.Combine(_run.Folder, "x.html");
        var outcome = ProgramRun.Call("report", ProgramRun.Sample("bac-ninh-hospital"), "--kind", "decision", "--out", file, "--as-of", Day, "--number", "99/QĐ-SYT", "--place", "Thuận Thành");

        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        var text = File.ReadAllText(file);
        text.ShouldContain("99/QĐ-SYT");
        text.ShouldContain("Thuận Thành, ngày 15 tháng 01 năm 2026");
    }

    [Fact]
    public void A_paper_that_the_level_has_not_is_told_with_the_one_it_has()
    {
        var outcome = Report("decision-plan", Path.Combine(_run.Folder, "x.pdf"));

        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("lỗi: không có văn bản «decision-plan»");
        outcome.Errors.ShouldContain("cấp độ 5");
    }

    [Theory]
    [InlineData("lỗi: --kind: không có loại văn bản «decison»; có phải ý anh/chị là «decision»?", "--kind", "decison", "--out", "x.pdf")]
    [InlineData("lỗi: thiếu --kind <loại>; xem emrsec report --list-kinds", "--out", "x.pdf")]
    [InlineData("lỗi: thiếu --out <tệp>", "--kind", "gap")]
    [InlineData("lỗi: --out: «x.txt» phải là tệp .pdf, .docx hoặc .html", "--kind", "gap", "--out", "x.txt")]
    [InlineData("lỗi: --out: «x.pdf» phải là tệp .zip", "--kind", "pack", "--out", "x.pdf")]
    [InlineData("lỗi: --previous cần thêm --since <ngày>: ngày của lần đánh giá trước", "--kind", "reassessment", "--out", "x.pdf", "--previous", "y.yaml")]
    public void A_wrong_call_is_told_what_is_wrong(string expected, params string[] args)
    {
        var outcome = ProgramRun.Call(["report", ProgramRun.Sample("bac-ninh-hospital"), .. args]);

        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.Split('\n')[0].ShouldBe(expected);
    }

    [Fact]
    public void A_system_that_the_dossier_has_not_is_told()
    {
        var outcome = ProgramRun.Call("report", ProgramRun.Sample("bac-ninh-hospital"), "--kind", "gap", "--out", Path.Combine(_run.Folder, "x.pdf"), "--system", "portall");

        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("lỗi: --system: hồ sơ không có hệ thống «portall»; có phải ý anh/chị là «portal»?");
    }

    [Fact]
    public void A_folder_of_dossiers_gives_the_deadlines_of_all_and_names_what_cannot_be_read()
    {
        var folder = Path.Combine(_run.Folder, "ho-so");
        Directory.CreateDirectory(folder);
        File.Copy(ProgramRun.Sample("bac-ninh-hospital"), Path.Combine(folder, "a.yaml"));
        File.Copy(ProgramRun.Sample("bac-ninh-polyclinic"), Path.Combine(folder, "b.yaml"));
        File.WriteAllText(Path.Combine(folder, "c.yaml"), "schema: emrsec.dossier/1\nfacilty: {}\n");
        var file = Path.Combine(_run.Folder, "x.html");
        var outcome = ProgramRun.Call("report", folder, "--kind", "deadlines", "--out", file, "--as-of", Day);

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldBe($"Đã lập {file}: 2 cơ sở; 1 hồ sơ không đọc được (nêu trong văn bản)\n");
        outcome.Errors.ShouldContain("c.yaml:2:1: lỗi ");
        File.ReadAllText(file).ShouldContain("c.yaml");
    }

    [Fact]
    public void Templates_are_written_out_changed_and_used()
    {
        var templates = Path.Combine(_run.Folder, "mau");
        ProgramRun.Call("report", "--export-templates", templates).ExitCode.ShouldBe(0);
        var decision = Path.Combine(templates, "decision.md");
        File.WriteAllText(decision, File.ReadAllText(decision).Replace("kindLine: QUYẾT ĐỊNH", "kindLine: QUYẾT ĐỊNH MẪU RIÊNG", StringComparison.Ordinal));
        var file = Path.Combine(_run.Folder, "x.html");
        var outcome = ProgramRun.Call("report", ProgramRun.Sample("bac-ninh-hospital"), "--kind", "decision", "--out", file, "--as-of", Day, "--templates", templates);

        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        File.ReadAllText(file).ShouldContain("QUYẾT ĐỊNH MẪU RIÊNG");
    }

    [Fact]
    public void A_pack_holds_papers_and_evidence_and_says_what_it_lacks()
    {
        var dossier = Path.Combine(_run.Folder, "d.yaml");
        File.Copy(ProgramRun.Sample("bac-ninh-hospital"), dossier);
        File.WriteAllText(Path.Combine(_run.Folder, "quy-che-attt.pdf"), "quy chế");
        var pack = Path.Combine(_run.Folder, "x.zip");
        var outcome = ProgramRun.Call("report", dossier, "--kind", "pack", "--out", pack, "--as-of", Day);

        outcome.ExitCode.ShouldBe(1, outcome.Errors);
        outcome.Errors.Split('\n').Count(line => line.Contains("GO001", StringComparison.Ordinal)).ShouldBe(1);
        using (var zip = ZipFile.OpenRead(pack))
        {
            var names = zip.Entries.Select(entry => entry.FullName).ToList();
            names.ShouldContain("04-dossier.pdf");
            names.ShouldContain("minh-chung/quy-che-attt.pdf");
            names[^1].ShouldBe("manifest.json");
        }

        var verified = ProgramRun.Call("pack", "verify", pack, "--format", "json");
        verified.ExitCode.ShouldBe(0);
        verified.Json.GetProperty("intact").GetBoolean().ShouldBeTrue();
        verified.Json.GetProperty("signed").GetBoolean().ShouldBeFalse();
        verified.Json.GetProperty("absent").GetArrayLength().ShouldBeGreaterThan(10);
        verified.Json.GetProperty("absent").EnumerateArray().ShouldNotContain(name => name.GetString() == "quy-che-attt.pdf");
    }

    [Fact]
    public void A_pack_that_was_changed_is_found_out()
    {
        var pack = Path.Combine(_run.Folder, "x.zip");
        ProgramRun.Call("report", ProgramRun.Sample("bac-ninh-hospital"), "--kind", "pack", "--out", pack, "--as-of", Day);
        using (var zip = ZipFile.Open(pack, ZipArchiveMode.Update))
        {
            zip.GetEntry("08-decision.pdf")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("08-decision.pdf").Open());
            writer.Write("khác");
        }

        var outcome = ProgramRun.Call("pack", "verify", pack);

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("08-decision.pdf: tệp nhỏ hơn kích thước ghi trong manifest.json");
        outcome.Output.ShouldContain("Gói KHÔNG đúng như manifest.json.");
    }

    private static Outcome Report(string kind, string file) =>
        ProgramRun.Call("report", ProgramRun.Sample("bac-ninh-hospital"), "--kind", kind, "--out", file, "--as-of", Day);

    private string WithoutPapers()
    {
        var lines = File.ReadAllLines(ProgramRun.Sample("bac-ninh-hospital"));
        var start = Array.IndexOf(lines, "papers:");
        var end = Array.FindIndex(lines, start, line => line == "answers:");
        return _run.Write("d.yaml", string.Join('\n', lines[..start].Concat(lines[end..])));
    }
}
