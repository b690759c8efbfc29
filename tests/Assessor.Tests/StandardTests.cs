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

    private Outcome Assess(string more, string format) =>
        ProgramRun.Call("assess", _run.Write("dossier.yaml", Level3 + more), "--as-of", "2026-11-21", "--regime", "nd331-2026", "--format", format);

    private static JsonElement Item(Outcome outcome, string id) =>
        outcome.System("one").GetProperty("requirements").GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
}
