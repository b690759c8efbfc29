using System.Text.Json;

namespace EmrSec.Assessor.Tests;

/// <summary>Requirements of TCVN 14423:2026 as <c>assess</c> shows them.</summary>
public sealed class StandardTests : IDisposable
{
    private const string Level3 = "schema: emrsec.dossier/1\nsystems:\n  - { id: one, function: citizens-business, information: [personal], onlineServices: [conditional-business], administrativeProcedures: false, webApplication: true }\n";

    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Every_item_says_how_firmly_with_which_figures_and_where_it_belongs()
    {
        var item = Item(Assess("", "json"), "tcvn.log.retention");

        item.GetProperty("citation").GetString().ShouldBe("331/2026/NĐ-CP, Điều 30, khoản 1; TCVN 14423:2026, 5.8.2.1 a)");
        item.GetProperty("force").GetString().ShouldBe("mandatory");
        var threshold = item.GetProperty("thresholds").EnumerateArray().ShouldHaveSingleItem();
        threshold.GetProperty("rule").GetString().ShouldBe("atLeast");
        threshold.GetProperty("value").GetInt32().ShouldBe(3);
        threshold.GetProperty("unit").GetString().ShouldBe("month");
        item.GetProperty("law").EnumerateArray().Select(each => each.GetString()).ShouldBe(["30.3.đ", "30.4.b"]);
        item.GetProperty("plan").EnumerateArray().Select(each => each.GetString()).ShouldBe(["b"]);
    }

    [Fact]
    public void An_answer_of_the_old_law_is_shown_to_be_confirmed_and_decides_nothing()
    {
        var outcome = Assess("answers:\n  tt12.d.plan.vii: { status: met, evidence: [waf.pdf] }\n", "json");
        var requirements = outcome.System("one").GetProperty("requirements");

        requirements.GetProperty("total").GetInt32().ShouldBe(195);
        requirements.GetProperty("met").GetInt32().ShouldBe(0);
        var item = Item(outcome, "tcvn.net.waf");
        item.GetProperty("status").GetString().ShouldBe("unknown");
        var carried = item.GetProperty("carriedOver").EnumerateArray().ShouldHaveSingleItem();
        carried.GetProperty("id").GetString().ShouldBe("tt12.d.plan.vii");
        carried.GetProperty("extent").GetString().ShouldBe("wholly");
        carried.GetProperty("answered").GetString().ShouldBe("met");

        // The old answer is not lost without a word either.
        outcome.Errors.ShouldContain("mang sang chờ xác nhận ở yêu cầu tương ứng của TCVN 14423:2026");
        var words = Assess("answers:\n  tt12.d.plan.vii: { status: met, evidence: [waf.pdf] }\n", "text").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string.Join(' ', words).ShouldContain("mang sang chờ xác nhận, chưa coi là đạt: one cấp độ 3: 1.");
    }

    [Fact]
    public void Physical_security_stands_apart()
    {
        var outcome = Assess("answers:\n  tcvn.phy.entry: { status: unmet }\n", "json");
        var requirements = outcome.System("one").GetProperty("requirements");

        outcome.ExitCode.ShouldBe(0);
        requirements.GetProperty("unmet").GetInt32().ShouldBe(0);
        requirements.GetProperty("gaps").GetArrayLength().ShouldBe(0);
        requirements.GetProperty("items").EnumerateArray().ShouldNotContain(item => item.GetProperty("id").GetString() == "tcvn.phy.entry");
        requirements.GetProperty("uncounted").EnumerateArray().Single(item => item.GetProperty("id").GetString() == "tcvn.phy.entry").GetProperty("status").GetString().ShouldBe("unmet");
        outcome.Errors.ShouldNotContain("tcvn.phy.entry");
    }

    [Theory]
    [InlineData("lastVulnerabilityScan: 2026-06-01", "nd331-2026.scan", "2026-12-01", "dueSoon", "TCVN 14423:2026, mục 5.7.2.1 b)")]
    [InlineData("lastLogReview: 2026-01-10", "nd331-2026.log-review", "2026-07-10", "overdue", "TCVN 14423:2026, mục 5.8.2.1 a)")]
    [InlineData("lastAwarenessTraining: 2026-03-01", "nd331-2026.awareness", "2027-03-01", "pending", "TCVN 14423:2026, mục 5.14.2.2 d)")]
    public void Periods_are_those_of_the_systems_level(string milestone, string id, string due, string status, string citation)
    {
        var duty = Assess($"milestones: {{ {milestone} }}\n", "json").Json.GetProperty("duties").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);

        duty.GetProperty("due").GetString().ShouldBe(due);
        duty.GetProperty("status").GetString().ShouldBe(status);
        duty.GetProperty("citation").GetString().ShouldBe(citation);
    }

    [Fact]
    public void At_level_3_penetration_tests_and_restoring_have_no_period_to_count()
    {
        var duties = Assess("milestones: { lastRestoreTest: 2020-01-01 }\n", "json").Json.GetProperty("duties").EnumerateArray().ToList();

        duties.ShouldNotContain(duty => duty.GetProperty("id").GetString() == "nd331-2026.restore-test");
        duties.ShouldNotContain(duty => duty.GetProperty("id").GetString() == "nd331-2026.external-test");
        var own = duties.Single(duty => duty.GetProperty("id").GetString() == "nd331-2026.restore-test-own");
        own.GetProperty("status").GetString().ShouldBe("ongoing");
        own.GetProperty("due").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void The_rules_of_both_articles_are_answered_shown_and_not_counted()
    {
        const string answers = "answers:\n  nd331.r.10.3.dd: { status: partial, how: Mới có bảng hiện trạng }\n  nd331.r.30.7: { status: met, evidence: [quy-che.pdf] }\n";
        var outcome = Assess(answers, "json");
        var checks = outcome.System("one").GetProperty("checks").EnumerateArray().ShouldHaveSingleItem();
        var items = checks.GetProperty("items").EnumerateArray().ToList();

        outcome.Errors.ShouldBeEmpty();
        outcome.System("one").GetProperty("requirements").GetProperty("total").GetInt32().ShouldBe(195);
        items.Select(item => item.GetProperty("id").GetString()!["nd331.r.".Length..]).ShouldBe(
            ["10.1", "10.3.a", "10.3.b", "10.3.c", "10.3.d", "10.3.dd", "10.3.e", "10.3.g", "10.5", "10.6", "30.6", "30.7", "30.8.system", "30.8.zones", "30.8.storage"]);
        checks.GetProperty("total").GetInt32().ShouldBe(items.Count);
        checks.GetProperty("partial").GetInt32().ShouldBe(1);
        checks.GetProperty("met").GetInt32().ShouldBe(1);
        items[5].GetProperty("citation").GetString().ShouldBe("331/2026/NĐ-CP, Điều 10, khoản 3, điểm đ");
        outcome.Json.GetProperty("packs").EnumerateArray().Select(pack => pack.GetProperty("id").GetString()!).Take(4)
            .ShouldBe(["nd331-2026", "nd331-2026-tcvn", "nd331-2026-article-10", "nd331-2026-article-30"]);
        Assess(answers, "text").Output.ShouldContain("nd331.r.10.3.dd");
    }

    [Theory]
    [InlineData("lastRiskAssessment: none, dossierSubmitted: 2026-10-01", "unmet")]
    [InlineData("lastRiskAssessment: 2026-11-10, dossierSubmitted: 2026-10-01", "met")]
    [InlineData("dossierSubmitted: 2026-10-01", "met")]
    public void A_later_assessment_of_risks_leaves_an_earlier_submission_alone(string milestones, string status)
    {
        var outcome = Assess($"milestones: {{ {milestones} }}\nanswers:\n  nd331.r.10.1: {{ status: met, evidence: [rui-ro.pdf] }}\n", "json");

        outcome.System("one").GetProperty("checks")[0].GetProperty("items")[0].GetProperty("status").GetString().ShouldBe(status);
    }

    [Fact]
    public void What_would_close_a_gap_is_said_with_it()
    {
        var gap = Assess("answers:\n  tcvn.log.siem: { status: unmet }\n", "json").System("one").GetProperty("requirements").GetProperty("gaps").EnumerateArray().ShouldHaveSingleItem();

        gap.GetProperty("id").GetString().ShouldBe("tcvn.log.siem");
        gap.GetProperty("howToClose").GetString().ShouldNotBeNull().ShouldStartWith("Triển khai SIEM");
        ProgramRun.Call("rules", "show", "tcvn.log.siem").Output.ShouldContain("Gợi ý khắc phục: Triển khai SIEM");
        ProgramRun.Call("rules", "show", "nd331.r.10.5").Output.ShouldContain("Gợi ý khắc phục: Bổ sung vào báo cáo kết luận");
    }

    private Outcome Assess(string more, string format) =>
        ProgramRun.Call("assess", _run.Write("dossier.yaml", Level3 + more), "--as-of", "2026-11-21", "--regime", "nd331-2026", "--format", format);

    private static JsonElement Item(Outcome outcome, string id) =>
        outcome.System("one").GetProperty("requirements").GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
}
