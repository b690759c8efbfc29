namespace EmrSec.Assessor.Tests;

/// <summary><c>emrsec dossier workbook</c> and <c>import</c> as people call them.</summary>
public sealed class WorkbookCommandTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    private string At(string name) => Path.Combine(_run.Folder, name);

    [Fact]
    public void A_dossier_goes_into_a_workbook_and_comes_back()
    {
        var made = ProgramRun.Call("dossier", "workbook", At("so.xlsx"), "--dossier", ProgramRun.Sample("bac-ninh-hospital"));
        made.ExitCode.ShouldBe(0, made.Errors);
        var back = ProgramRun.Call("dossier", "import", At("so.xlsx"), "--out", At("ho-so.yaml"));
        back.ExitCode.ShouldBe(0, back.Errors);
        back.Output.ShouldContain("Không có gì thay đổi.");
        File.ReadAllText(At("ho-so.yaml")).ShouldBe(File.ReadAllText(ProgramRun.Sample("bac-ninh-hospital")));
    }

    [Fact]
    public void Nothing_is_overwritten_unless_that_is_asked_for()
    {
        _run.Write("so.xlsx", "của ai đó");
        _run.Write("ho-so.yaml", "của ai đó");
        ProgramRun.Call("dossier", "workbook", At("so.xlsx"), "--preset", "clinic").Errors.ShouldContain("không có mẫu «clinic»");
        ProgramRun.Call("dossier", "workbook", At("so.xlsx"), "--preset", "polyclinic").Errors.ShouldContain("lỗi TT011");
        File.ReadAllText(At("so.xlsx")).ShouldBe("của ai đó");
        ProgramRun.Call("dossier", "workbook", At("so.xlsx"), "--preset", "polyclinic", "--force").ExitCode.ShouldBe(0);
        ProgramRun.Call("dossier", "import", At("so.xlsx"), "--out", At("ho-so.yaml")).Errors.ShouldContain("lỗi TT011");
        File.ReadAllText(At("ho-so.yaml")).ShouldBe("của ai đó");
        ProgramRun.Call("dossier", "import", At("so.xlsx"), "--out", At("ho-so.yaml"), "--force").ExitCode.ShouldBe(0);
        File.ReadAllText(At("ho-so.yaml")).ShouldStartWith("schema: emrsec.dossier/1");
    }

    [Theory]
    [InlineData("cần một trong hai", "workbook", "a.xlsx")]
    [InlineData("đuôi .xlsx", "workbook", "a.xls", "--preset", "polyclinic")]
    [InlineData("cần --out", "import", "a.xlsx")]
    [InlineData("--out-dir đi với gói", "import", "a.xlsx", "--out", "a.yaml", "--out-dir", "a")]
    [InlineData("--out, --onto đi với sổ tính", "import", "a.emrsec", "--out", "a.yaml")]
    public void A_wrong_call_says_what_is_missing(string expected, params string[] args)
    {
        var outcome = ProgramRun.Call(["dossier", .. args]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain(expected);
    }

    [Fact]
    public void A_file_that_is_no_workbook_is_named_and_nothing_is_written()
    {
        var outcome = ProgramRun.Call("dossier", "import", _run.Write("a.csv", "a,b"), "--out", At("ra.yaml"));
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldStartWith("a.csv: lỗi BT005");
        ProgramRun.Call("dossier", "import", At("khong-co.xlsx"), "--out", At("ra.yaml")).Errors.ShouldContain("không đọc được");
        File.Exists(At("ra.yaml")).ShouldBeFalse();
    }
}
