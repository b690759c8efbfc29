using System.Text.Json;

namespace EmrSec.Assessor.Tests;

/// <summary>Who decides, by when, and what comes again, through the program's own door.</summary>
public sealed class ProcedureOutputTests : IDisposable
{
    private const string Level2 = "function: internal, information: [private, personal]";
    private const string Level3 = "function: citizens-business, information: [private, personal], onlineServices: [conditional-business]";
    private const string Level4 = "function: infrastructure, information: [public], infrastructureScope: nationwide, continuous: true";

    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(Level2, "85/2016/NĐ-CP, Điều 12, khoản 1", "Đơn vị chuyên trách", "Đơn vị chuyên trách")]
    [InlineData(Level3, "85/2016/NĐ-CP, Điều 12, khoản 2", "Đơn vị chuyên trách", "Chủ quản")]
    [InlineData(Level4, "85/2016/NĐ-CP, Điều 12, khoản 3", "Bộ Thông tin và Truyền thông", "Chủ quản")]
    public void Authority_by_level(string system, string citation, string appraiser, string approver)
    {
        var authority = Assess(system, "").System("s").GetProperty("authority");

        authority.GetProperty("citation").GetString().ShouldBe(citation);
        authority.GetProperty("appraiser").GetString()!.ShouldStartWith(appraiser);
        authority.GetProperty("approver").GetString()!.ShouldStartWith(approver);
    }

    [Theory]
    [InlineData("")]
    [InlineData("securityUnit: { name: A }\n")]
    [InlineData("operator: { name: A }\n")]
    public void A_name_that_is_missing_leaves_the_conflict_unknown(string bodies) =>
        Assess(Level3, bodies).System("s").GetProperty("authority").GetProperty("conflict").GetString().ShouldBe("unknown");

    [Fact]
    public void The_text_names_the_conflict_its_citation_and_the_ways_out()
    {
        var path = _run.Write("two.yaml", $"schema: emrsec.dossier/1\nfacility: {{ name: X }}\nsecurityUnit: {{ name: A }}\noperator: {{ name: A }}\nowner: {{ name: A }}\nsystems:\n  - {{ id: s, name: S, {Level2} }}\n");
        var text = string.Join(' ', ProgramRun.Call("assess", path, "--as-of", "9999-12-31", "--regime", "nd85-2016").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        text.ShouldContain("Thẩm định: Đơn vị chuyên trách");
        text.ShouldContain("hội đồng thẩm định độc lập (12/2022/TT-BTTTT, Điều 6)");
    }

    [Theory]
    [InlineData("Sở Y tế", "SỞ  Y TẾ ", JsonValueKind.True)]
    [InlineData("Sở Y tế", "Bệnh viện", JsonValueKind.False)]
    public void Conflict_where_the_security_unit_operates_the_system(string unit, string operates, JsonValueKind expected)
    {
        var bodies = $"owner: {{ name: {unit} }}\nsecurityUnit: {{ name: {unit.Normalize(System.Text.NormalizationForm.FormD)} }}\noperator: {{ name: \"{operates}\" }}\n";
        var authority = Assess(Level3, bodies).System("s").GetProperty("authority");

        authority.GetProperty("conflict").ValueKind.ShouldBe(expected);
        authority.GetProperty("conflictCitation").GetString().ShouldBe("12/2022/TT-BTTTT, Điều 6");
        authority.GetProperty("waysOut").GetArrayLength().ShouldBe(expected == JsonValueKind.True ? 2 : 0);
    }

    [Fact]
    public void At_level_4_the_security_unit_does_not_appraise_so_there_is_no_conflict()
    {
        const string bodies = "securityUnit: { name: A }\noperator: { name: A }\n";
        Assess(Level4, bodies).System("s").GetProperty("authority").GetProperty("conflict").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("2025-06-01", "2026-05-31", "dueSoon", 1)]
    [InlineData("2025-06-01", "2026-06-01", "dueSoon", 0)]
    [InlineData("2025-06-01", "2026-04-01", "pending", 61)]
    [InlineData("2025-06-01", "2026-06-11", "overdue", 10)]
    public void A_level_4_system_is_inspected_every_year(string last, string asOf, string status, int days)
    {
        var duty = Duty(Assess(Level4, $"milestones: {{ lastInspection: {last} }}\n", asOf), "nd85-2016.inspection-3-4");

        duty.GetProperty("system").GetString().ShouldBe("s");
        duty.GetProperty("due").GetString().ShouldBe("2026-06-01");
        duty.GetProperty("status").GetString().ShouldBe(status);
        duty.GetProperty("days").GetInt32().ShouldBe(days);
        duty.GetProperty("citation").GetString().ShouldBe("85/2016/NĐ-CP, Điều 20, khoản 2, điểm c");
    }

    [Theory]
    [InlineData("", "unknown", null)]
    [InlineData("lastInspection: none", "unknown", null)]
    [InlineData("lastInspection: none, dossierApproved: none", "unknown", null)]
    [InlineData("lastInspection: none, dossierApproved: 2025-01-10", "overdue", "2026-01-10")]
    [InlineData("lastInspection: none, dossierApproved: 2026-05-10", "pending", "2027-05-10")]
    [InlineData("lastInspection: 2027-05-10", "unknown", null)]
    public void What_was_never_done_is_due_one_period_after_the_approval(string milestones, string status, string? due)
    {
        var duty = Duty(Assess(Level3, $"milestones: {{ {milestones} }}\n"), "nd85-2016.inspection-3-4");

        duty.GetProperty("status").GetString().ShouldBe(status);
        duty.GetProperty("due").GetString().ShouldBe(due);
    }

    [Theory]
    [InlineData("2025-12-16", "2026-12-19")]
    [InlineData("2025-12-14", "2025-12-19")]
    [InlineData("2026-01-05", "2026-12-19")]
    public void The_yearly_report_is_due_on_19_december(string last, string due) =>
        Duty(Assess(Level2, $"milestones: {{ lastYearlyReport: {last} }}\n"), "nd85-2016.yearly-report").GetProperty("due").GetString().ShouldBe(due);

    [Fact]
    public void The_owners_report_has_no_milestone_of_its_own()
    {
        var duty = Duty(Assess(Level2, "milestones: { lastYearlyReport: 2025-12-16 }\n"), "nd85-2016.yearly-report-owner");

        duty.GetProperty("due").GetString().ShouldBe("2026-12-24");
        duty.GetProperty("status").GetString().ShouldBe("unknown");
    }

    [Fact]
    public void Clocks_run_from_the_submission_where_it_is_declared()
    {
        var clocks = Clocks(Assess(Level3, "milestones: { dossierSubmitted: 2026-02-10 }\n"));

        clocks.Select(clock => clock.GetProperty("due").GetString()).ShouldBe(["2026-02-25", "2026-03-06"]);
        clocks[1].GetProperty("counted").GetArrayLength().ShouldBe(7);
        Clocks(Assess(Level3, "")).ShouldBeEmpty();
        Clocks(Assess(Level2, "milestones: { dossierSubmitted: 2026-11-20 }\n")).Single().GetProperty("due").GetString().ShouldBe("2026-12-02");
    }

    [Fact]
    public void A_date_outside_the_calendar_is_said_with_its_years()
    {
        var clocks = Clocks(Assess(Level3, "milestones: { dossierSubmitted: 2031-02-10 }\n", "2031-03-01"));

        clocks[0].GetProperty("due").ValueKind.ShouldBe(JsonValueKind.Null);
        clocks[0].GetProperty("error").GetString()!.ShouldContain("2025–2027");
    }

    private static JsonElement Duty(Outcome outcome, string id) => outcome.Json.GetProperty("duties").EnumerateArray().Single(duty => duty.GetProperty("id").GetString() == id);

    private static List<JsonElement> Clocks(Outcome outcome) => [.. outcome.Json.GetProperty("clocks").EnumerateArray()];

    private Outcome Assess(string system, string rest, string asOf = "2026-11-21")
    {
        var path = _run.Write("one.yaml", $"schema: emrsec.dossier/1\nfacility: {{ name: X }}\n{rest}systems:\n  - {{ id: s, name: S, {system} }}\n");
        var outcome = ProgramRun.Call("assess", path, "--as-of", asOf, "--regime", "nd85-2016", "--format", "json");
        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        return outcome;
    }
}
