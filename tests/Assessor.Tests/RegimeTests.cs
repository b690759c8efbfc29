using System.Text.Json;

namespace EmrSec.Assessor.Tests;

/// <summary>Two laws through the program's own door.</summary>
public sealed class RegimeTests : IDisposable
{
    private const string Emr = """
        schema: emrsec.dossier/1
        facility: { name: Bệnh viện thử }
        systems:
          - id: emr
            name: Bệnh án điện tử có tra cứu trực tuyến
            function: citizens-business
            information: [private, personal]
            onlineServices: [other]
            administrativeProcedures: false
            users: 850
            dataSubjects: { basic: 120000, sensitive: 120000 }
        """;

    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("", "nd331-2026", "asOf", "lấy ngày đánh giá 21/11/2026", 3)]
    [InlineData("milestones: { dossierSubmitted: 2026-08-18 }\n", "nd85-2016", "submitted", "hồ sơ được trình ngày 18/08/2026", 2)]
    [InlineData("milestones: { dossierSubmitted: 2026-08-01, dossierApproved: 2026-08-19 }\n", "nd331-2026", "approved", "hồ sơ được phê duyệt ngày 19/08/2026", 3)]
    public void The_output_says_which_law_and_why(string milestones, string regime, string by, string why, int level)
    {
        var path = _run.Write("emr.yaml", Emr + "\n" + milestones);
        var text = ProgramRun.Call("assess", path, "--as-of", "2026-11-21");
        text.ExitCode.ShouldBe(0);
        string.Join(' ', text.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(why);

        var json = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--format", "json").Json;
        json.GetProperty("regime").GetString().ShouldBe(regime);
        json.GetProperty("regimeChoice").GetProperty("by").GetString().ShouldBe(by);
        json.GetProperty("regimeChoice").GetProperty("why").GetString().ShouldNotBeNull().ShouldContain(why);
        json.GetProperty("systems")[0].GetProperty("level").GetProperty("value").GetInt32().ShouldBe(level);
    }

    [Fact]
    public void Asked_for_a_law_it_takes_that_one()
    {
        var json = ProgramRun.Call("assess", _run.Write("emr.yaml", Emr), "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json").Json;
        json.GetProperty("regimeChoice").GetProperty("by").GetString().ShouldBe("asked");
        json.GetProperty("systems")[0].GetProperty("level").GetProperty("value").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void Compare_shows_both_laws_and_the_deciding_facts()
    {
        var text = ProgramRun.Call("assess", _run.Write("emr.yaml", Emr), "--as-of", "2026-11-21", "--compare").Output;
        text.ShouldContain("cấp độ 2");
        text.ShouldContain("cấp độ 3");
        text.ShouldContain("tăng 1 cấp");
        text.ShouldContain("Dữ kiện quyết định: ");
        text.ShouldContain("15 ngày làm việc");
        text.ShouldContain("đến 01/01/2027");
        text.ShouldContain("đến 01/07/2027");
        text.ShouldNotContain("Số người sử dụng: 850 (luật này xét");

        var json = ProgramRun.Call("assess", _run.Write("emr.yaml", Emr), "--as-of", "2026-11-21", "--compare", "--format", "json").Json;
        json.GetProperty("schema").GetString().ShouldBe("emrsec.comparison/1");
        var system = json.GetProperty("systems")[0];
        system.GetProperty("change").GetInt32().ShouldBe(1);
        system.GetProperty("deciding").EnumerateArray().Select(each => each.GetProperty("fact").GetString()).ShouldBe(["system.dataSubjects.basic", "system.dataSubjects.sensitive"]);
        system.GetProperty("byRegime").EnumerateArray().Select(each => each.GetProperty("level").GetProperty("value").GetInt32()).ShouldBe([2, 3]);
        system.GetProperty("byRegime")[1].GetProperty("limits").EnumerateArray().Select(each => $"{each.GetProperty("step")} {each.GetProperty("length")} {each.GetProperty("unit")}")
            .ShouldBe(["answer 5 working-days", "appraisal 15 working-days", "approval 7 working-days"]);
        json.GetProperty("transition").EnumerateArray().Select(each => each.GetProperty("due").GetString()).ShouldBe(["2027-01-01", "2027-07-01"]);
    }

    [Theory]
    [InlineData("--regime", "nd85-2016")]
    [InlineData("--strict", null)]
    public void Compare_goes_with_no_choice_of_law(string option, string? value)
    {
        string[] call = ["assess", _run.Write("emr.yaml", Emr), "--compare", option];
        var outcome = ProgramRun.Call(value is null ? call : [.. call, value]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("--compare xét mọi luật");
    }

    [Theory]
    [InlineData("3", "2026-02-10", "appraisal", "nd85-2016", "2026-02-25")]
    [InlineData("3", "2026-08-20", "appraisal", "nd331-2026", "2026-09-14")]
    [InlineData("4", "2026-08-20", "appraisal", "nd331-2026", "2026-09-28")]
    [InlineData("2", "20/11/2026", "approval", "nd331-2026", "2026-12-02")]
    [InlineData("1", "2026-08-20", "answer", "nd331-2026", "2026-08-26")]
    public void Clocks_counts_from_a_given_day(string level, string from, string step, string regime, string due)
    {
        var json = ProgramRun.Call("clocks", "--level", level, "--from", from, "--step", step, "--format", "json").Json;
        json.GetProperty("regime").GetString().ShouldBe(regime);
        var clock = json.GetProperty("clocks").EnumerateArray().ShouldHaveSingleItem();
        clock.GetProperty("due").GetString().ShouldBe(due);
        clock.GetProperty("counted").EnumerateArray().Select(day => day.GetString()).Last().ShouldBe(due);
        clock.GetProperty("counted").GetArrayLength().ShouldBe(clock.GetProperty("length").GetInt32());
    }

    [Fact]
    public void Clocks_shows_the_days()
    {
        var text = ProgramRun.Call("clocks", "--level", "3", "--from", "2026-08-20", "--step", "appraisal").Output;
        text.ShouldContain("14/09/2026 (thứ Hai)");
        text.ShouldContain("22/08 (2)"); // a Saturday worked for 31/08
        text.ShouldContain("31/08 Nghỉ hoán đổi");
        text.ShouldContain("02/09 Quốc khánh");
    }

    [Fact]
    public void Clocks_stands_still_while_a_supplement_is_awaited()
    {
        var json = ProgramRun.Call("clocks", "--level", "3", "--from", "2026-10-01", "--step", "appraisal", "--supplement", "2026-10-05..2026-10-09", "--format", "json").Json;
        json.GetProperty("clocks")[0].GetProperty("due").GetString().ShouldBe("2026-10-28");
    }

    [Theory]
    [InlineData("2031-01-05", "lịch chỉ có các năm 2025–2027")]
    [InlineData("2010-01-05", "không có luật nào")]
    [InlineData("32/13/2026", "không phải là ngày")]
    public void A_day_that_cannot_be_counted_from_is_an_error(string from, string says)
    {
        var outcome = ProgramRun.Call("clocks", "--level", "3", "--from", from);
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain(says);
        outcome.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Processing_in_a_dossier_starts_and_stops_its_clocks()
    {
        var path = _run.Write("emr.yaml", Emr + "\nprocessing:\n  complete: 2026-10-01\n  supplements: [{ requested: 2026-10-05, answered: 2026-10-09 }]\n  appraised: 2026-10-29\n");
        var clocks = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--format", "json").Json.GetProperty("clocks").EnumerateArray().ToList();
        var appraisal = clocks.Single(clock => clock.GetProperty("step").GetString() == "appraisal");
        appraisal.GetProperty("due").GetString().ShouldBe("2026-10-28");
        appraisal.GetProperty("status").GetString().ShouldBe("metLate");
        appraisal.GetProperty("certain").ValueKind.ShouldBe(JsonValueKind.True);
    }

    [Theory]
    [InlineData("supplements: [{ requested: 2026-09-05, answered: 2026-09-01 }]", "HS030")]
    [InlineData("supplements: [{ requested: 2026-09-05 }, { requested: 2026-09-07 }]", "HS031")]
    [InlineData("recieved: 2026-09-05", "received")]
    public void A_slip_in_processing_is_an_error(string processing, string says)
    {
        var outcome = ProgramRun.Call("assess", _run.Write("emr.yaml", Emr + "\nprocessing:\n  " + processing + "\n"), "--as-of", "2026-11-21");
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain(says);
    }

    [Theory]
    [InlineData("nd331-2026-procedure", "Điều 18, khoản 2")]
    [InlineData("nd331-2026.appraisal-3", "tối đa 15 ngày làm việc")]
    [InlineData("nd331-2026.risk", "xác định cấp độ lần đầu")]
    [InlineData("vn", "Ngày Văn hóa Việt Nam")]
    [InlineData("nd331-2026-transition", "01/01/2027")]
    [InlineData("nd331-2026/13.2c", "10.000")]
    [InlineData("nd331-2026.scan", "12 tháng một lần ở cấp độ 1, 2; 6 tháng một lần ở cấp độ 3, 4; 3 tháng một lần ở cấp độ 5")]
    [InlineData("tcvn.log.retention", "Thời gian lưu nhật ký: ít nhất 6 tháng")]
    [InlineData("tcvn.acc.password-length", "Độ dài khi không có xác thực đa yếu tố: ít nhất 14 ký tự (gợi ý)")]
    [InlineData("tcvn.phy.entry", "331/2026/NĐ-CP, Điều 30, khoản 2; TCVN 14423:2026, A.5.2")]
    [InlineData("nd331-2026-tcvn", "111, 131, 195, 273, 288")]
    [InlineData("tt12-2022-to-tcvn-14423", "Một phần việc")]
    public void Rules_show_knows_procedures_calendars_and_the_transition(string id, string says) =>
        ProgramRun.Call("rules", "show", id).Output.ShouldContain(says);
}
