namespace EmrSec.Assessor.Tests;

/// <summary>Wrong calls and wrong files: exit code 2, one clear line each, nothing written.</summary>
public sealed class CallTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("lỗi: không hiểu «asess» trong lời gọi; có phải ý anh/chị là «assess»?", "asess")]
    [InlineData("lỗi: thiếu <hồ sơ>", "assess")]
    [InlineData("lỗi: không hiểu «--fromat» trong lời gọi; có phải ý anh/chị là «--format»?", "assess", "x.yaml", "--fromat")]
    [InlineData("lỗi: tuỳ chọn --format không nhận «xml»", "assess", "x.yaml", "--format", "xml")]
    [InlineData("lỗi: --as-of: «2026-02-30» không phải là ngày; viết 2026-11-21 hoặc 21/11/2026", "assess", "x.yaml", "--as-of", "2026-02-30")]
    [InlineData("lỗi: tuỳ chọn --as-of cần một giá trị <ngày>", "assess", "x.yaml", "--as-of")]
    [InlineData("lỗi: thiếu tuỳ chọn bắt buộc --preset <loại>", "dossier", "new")]
    [InlineData("lỗi: --regime: không có luật «nd85-2061»; có phải ý anh/chị là «nd85-2016»?", "assess", "x.yaml", "--regime", "nd85-2061")]
    [InlineData("lỗi: --preset: không có mẫu «policlinic»; có phải ý anh/chị là «polyclinic»?", "dossier", "new", "--preset", "policlinic")]
    public void A_wrong_call_is_told_what_is_wrong(string expected, params string[] args)
    {
        var outcome = ProgramRun.Call(args);

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Errors.Split('\n')[0].ShouldBe(expected);
    }

    [Fact]
    public void The_version_names_the_program_the_runtime_and_the_library_of_the_store()
    {
        var outcome = ProgramRun.Call("--version");
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldMatch(@"^emrsec \d+\.\d+\.\d+ \(\.NET 10\.\d+\.\d+, SQLite 3\.\d+\.\d+\)\r?\n$");
    }

    [Fact]
    public void Called_with_nothing_it_shows_its_help_and_says_that_the_call_is_wrong()
    {
        var outcome = ProgramRun.Call();

        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("Cách gọi: emrsec <lệnh>");
    }

    [Fact]
    public void A_regime_not_in_force_on_the_day_is_an_error_that_names_those_there_are()
    {
        var outcome = ProgramRun.Call("assess", ProgramRun.Sample("incomplete"), "--as-of", "2010-01-01");

        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("vào ngày 01/01/2010 không có luật nào");
    }

    [Theory]
    [InlineData("facility: { name: X, knd: hospital }", "2:22: lỗi KD001: không có mục nào tên «knd» ở đây; có phải ý anh/chị là «kind»?")]
    [InlineData("facility: { name: X, kind: hopsital }", "2:28: lỗi KD004: «kind» không nhận giá trị «hopsital»; có phải ý anh/chị là «hospital»?")]
    [InlineData("milestones: { emrCompleted: 2026-02-30 }", "2:29: lỗi KD005: «emrCompleted»: lịch không có ngày «2026-02-30»; kiểm tra lại ngày và tháng (năm-tháng-ngày)")]
    [InlineData("facility: { name: X, beds: \"300\" }", "2:28: lỗi KD007: «beds» phải là số, không phải chữ «300»; bỏ dấu nháy")]
    public void A_wrong_value_is_told_with_its_place(string line, string expected)
    {
        var path = _run.Write("wrong.yaml", $"schema: emrsec.dossier/1\n{line}\n");
        var outcome = ProgramRun.Call("assess", path);

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Errors.ShouldContain($"{path}:{expected}");
    }

    [Fact]
    public void What_is_no_dossier_is_told_so()
    {
        foreach (var (path, says) in new[]
        {
            (Path.Combine(_run.Folder, "none.yaml"), "không có tệp này"),
            (_run.Folder, "đây là thư mục, không phải tệp"),
            (_run.Write("prose.yaml", "Kính gửi Sở Y tế: báo cáo\n"), "lỗi"),
            (_run.Write("broken.yaml", "schema: [emrsec\n  x: {"), "không đọc được YAML"),
        })
        {
            var outcome = ProgramRun.Call("assess", path, "--format", "json");
            outcome.ExitCode.ShouldBe(2);
            outcome.Output.ShouldBeEmpty();
            outcome.Errors.ShouldContain(says);
            outcome.Errors.ShouldStartWith(path);
        }
    }

    [Fact]
    public void The_same_dossier_packs_and_day_give_the_same_bytes()
    {
        foreach (var sample in Directory.GetFiles(Path.Combine(ProgramRun.Root, "samples"), "*.yaml"))
        {
            var first = ProgramRun.Call("assess", sample, "--as-of", "2026-11-21", "--format", "json");
            first.ExitCode.ShouldBe(0, $"{sample}: {first.Errors}");
            ProgramRun.Call("assess", sample, "--as-of", "2026-11-21", "--format", "json").Output.ShouldBe(first.Output);
            ProgramRun.Call("assess", sample, "--as-of", "2026-11-21").Output
                .ShouldBe(ProgramRun.Call("assess", sample).Output, "today is the frozen clock's day in Vietnam");
        }
    }
}
