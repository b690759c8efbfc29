using System.Text.Json;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Tests;

/// <summary>12/2022/TT-BTTTT through the program: what a level demands and how a system stands on it.</summary>
public sealed class RequirementTests : IDisposable
{
    private const string Internal3 = "function: internal\ninformation: [state-secret]\nharm: harm\nservesDefence: false";
    private const string Portal3 = "function: citizens-business\ninformation: [personal]\nonlineServices: [conditional-business]";
    private const string Portal92c = "function: citizens-business\ninformation: [personal]\nonlineServices: [other]\nusers: 20000";
    private const string Central3 = "function: infrastructure\ninformation: [public]\ninfrastructureScope: sector\ncontinuous: false\n";

    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(1, 34, 15, 3, 3, 13)]
    [InlineData(2, 46, 18, 5, 6, 17)]
    [InlineData(3, 66, 22, 7, 16, 21)]
    [InlineData(4, 68, 22, 8, 17, 21)]
    [InlineData(5, 70, 22, 8, 19, 21)]
    public void Counts_of_the_appendices(int level, int total, int management, int zones, int plans, int configuration)
    {
        var catalogue = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs.ShouldNotBeNull().Requirements.Single(each => each.Header.Id == "tt12-2022");
        var ids = catalogue.OfLevel(level).Select(requirement => requirement.Id).ToList();

        ids.Count.ShouldBe(total);
        ids.Count(id => id.StartsWith("tt12.m.", StringComparison.Ordinal)).ShouldBe(management);
        ids.Count(id => id.StartsWith("tt12.d.zone.", StringComparison.Ordinal)).ShouldBe(zones);
        ids.Count(id => id.StartsWith("tt12.d.plan.", StringComparison.Ordinal)).ShouldBe(plans);
        ids.Count(id => id.StartsWith("tt12.c.", StringComparison.Ordinal)).ShouldBe(configuration);
        ids.Contains("tt12.d.plan.xvii").ShouldBe(level >= 4);
        ids.Contains("tt12.d.plan.xviii").ShouldBe(level == 5);
        ids.Contains("tt12.d.plan.xix").ShouldBe(level == 5);
    }

    // Written from the digest of II.1.b, Phụ lục III, not from the catalogue.
    [Theory]
    [InlineData(Internal3, "i ii xii xiii xiv")]
    [InlineData(Portal3, "ii vii xii xiii")]
    [InlineData(Portal92c, "i ii vii xii xiii xiv")]
    [InlineData(Portal3 + "\nemail: true", "ii vii viii xii xiii")]
    [InlineData(Central3 + "kinds: [lan]\ncentralDatabase: false", "ii ix xii xiii")]
    [InlineData(Central3 + "kinds: [soc]\ncentralDatabase: false", "ii ix xii xiii")]
    [InlineData(Central3 + "kinds: [data-centre]\ncentralDatabase: false", "ii vi xii xiii")]
    [InlineData(Central3 + "kinds: [identity, integration]\ncentralDatabase: true", "ii iv vi xii xiii")]
    public void Products_demanded_at_level_3(string facts, string plans)
    {
        var requirements = Assess(facts);

        requirements.GetProperty("level").GetInt32().ShouldBe(3);
        Demanded(requirements).ShouldBe(plans.Split(' '));
    }

    // The same for the other appendices.
    [Theory]
    [InlineData(1, "function: internal\ninformation: [public]", "")]
    [InlineData(2, "function: internal\ninformation: [private]", "")]
    [InlineData(2, "function: citizens-business\ninformation: [personal]\nonlineServices: [other]\nusers: 100", "vii")]
    [InlineData(4, "function: internal\ninformation: [state-secret]\nharm: serious\nemail: false", "i ii x xii xiii xiv xvii")]
    [InlineData(4, "function: internal\ninformation: [state-secret]\nharm: serious\nemail: true", "i ii viii x xii xiii xiv xvii")]
    [InlineData(5, "function: internal\ninformation: [state-secret]\nharm: especially-serious\nemail: false", "i ii ix x xii xiii xiv xvii")]
    public void Products_demanded_at_other_levels(int level, string facts, string plans)
    {
        var requirements = Assess(facts);

        requirements.GetProperty("level").GetInt32().ShouldBe(level);
        Demanded(requirements).ShouldBe(plans.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_waf_plan_always_and_a_product_only_for_a_portal()
    {
        Item(Assess(Internal3), "tt12.d.plan.vii").GetProperty("applies").GetString().ShouldBe("true");
        Item(Assess(Internal3), "tt12.d.plan.vii").GetProperty("products")[0].GetProperty("demanded").GetString().ShouldBe("false");
        var portal = Item(Assess(Portal3), "tt12.d.plan.vii");
        portal.GetProperty("products")[0].GetProperty("demanded").GetString().ShouldBe("true");
        portal.GetProperty("citation").GetString().ShouldBe("12/2022/TT-BTTTT, Phụ lục III, mục II.1.b.vii");
    }

    [Theory]
    [InlineData("", "unknown", "unknown")]
    [InlineData("\nwireless: true", "true", "unknown")]
    [InlineData("\nwireless: false", "false", "notApplicable")]
    public void Wireless_applies_as_declared(string wireless, string applies, string status)
    {
        foreach (var id in (string[])["tt12.d.zone.v", "tt12.d.plan.xvi"])
        {
            var item = Item(Assess(Portal3 + wireless), id);
            item.GetProperty("applies").GetString().ShouldBe(applies);
            item.GetProperty("status").GetString().ShouldBe(status);
        }
    }

    [Theory]
    [InlineData("tt12.m.1.1.1: { status: met, evidence: [a.pdf], validUntil: 2026-11-21 }", "met", "documented")]
    [InlineData("tt12.m.1.1.1: { status: met, evidence: [a.pdf], validUntil: 2026-11-20 }", "unmet", "expired")]
    [InlineData("tt12.m.1.1.1: { status: met }", "met", "undocumented")]
    [InlineData("tt12.m.1.1.1: { status: not-applicable }", "unmet", "none")]
    [InlineData("tt12.m.1.1.1: { status: unmet }\n  one/tt12.m.1.1.1: { status: partial, evidence: [b.pdf] }", "partial", "documented")]
    [InlineData("tt12.m.1.1.2: { status: met }", "unknown", "none")]
    public void An_answer_and_what_comes_of_it(string answers, string status, string documentation)
    {
        var item = Item(Assess(Portal3, answers), "tt12.m.1.1.1");

        item.GetProperty("status").GetString().ShouldBe(status);
        item.GetProperty("documentation").GetString().ShouldBe(documentation);
    }

    [Theory]
    [InlineData("", "unknown", "unknown")]
    [InlineData("\nzones: [{ name: A, kind: internal }]", "met", "unmet")]
    public void Zones_are_met_when_drawn(string zones, string inside, string dmz)
    {
        var requirements = Assess(Portal3 + zones);

        Item(requirements, "tt12.d.zone.i").GetProperty("status").GetString().ShouldBe(inside);
        Item(requirements, "tt12.d.zone.iii").GetProperty("status").GetString().ShouldBe(dmz);
    }

    [Fact]
    public void Gaps_come_by_the_laws_weight()
    {
        var gaps = Assess(Portal3, """
            tt12.m.1.1.1: { status: met }
              tt12.m.1.1.2: { status: partial, evidence: [a.pdf] }
              tt12.m.1.1.3: { status: unmet, owner: Phòng CNTT, due: 2026-10-01 }
              tt12.d.plan.xi: { status: unmet }
              tt12.d.plan.vii: { status: unmet }
            """).GetProperty("gaps").EnumerateArray().ToList();

        gaps.Select(gap => gap.GetProperty("weight").GetString()).ShouldBe(["productMissing", "planMissing", "unmet", "partial", "undocumented"]);
        gaps[0].GetProperty("id").GetString().ShouldBe("tt12.d.plan.vii");
        gaps[2].GetProperty("owner").GetString().ShouldBe("Phòng CNTT");
        gaps.ShouldAllBe(gap => gap.GetProperty("howToClose").GetString()!.Length > 0);
    }

    [Fact]
    public void A_whole_meets_what_its_component_meets()
    {
        var requirements = Assess("components:\n  - { id: his, function: internal, information: [private] }\n  - { id: web, function: citizens-business, information: [personal], onlineServices: [conditional-business] }");

        Demanded(requirements).ShouldContain("vii");
    }

    [Theory]
    [InlineData("bac-ninh-health-station")]
    [InlineData("bac-ninh-hospital")]
    [InlineData("incomplete")]
    [InlineData("ministry-hospital")]
    public void Totals_add_up(string sample)
    {
        foreach (var system in ProgramRun.Call("assess", ProgramRun.Sample(sample), "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json").Json.GetProperty("systems").EnumerateArray())
        {
            var requirements = system.GetProperty("requirements");
            AddsUp(requirements);
            if (requirements.TryGetProperty("byLevel", out var levels))
            {
                levels.EnumerateArray().ToList().ForEach(AddsUp);
            }
        }
    }

    [Theory]
    [InlineData("tt12.d.plan.xxvii", "lỗi HS014", "tt12.d.plan.xvii", 2)]
    [InlineData("tt12.m.1.1.11", "lỗi HS014", "tt12.m.1.1.1", 2)]
    [InlineData("tt12.c.servers.auth", "lỗi HS014", "tt12.c.server.auth", 2)]
    [InlineData("one/tt12.d.zone.xi", "lỗi HS014", "tt12.d.zone.", 2)]
    [InlineData("two/tt12.m.1.1.1", "lỗi HS006", "«two»", 2)]
    [InlineData("tt21.m.1.1.1", "cảnh báo HS015", "tt12.m.1.1.1", 0)]
    [InlineData("tcvn14423.a.1", "cảnh báo HS015", "tcvn14423.a.1", 0)]
    [InlineData("tt12.d.plan.xvii", "cảnh báo HS016", "chỉ có từ cấp độ 4 (one cấp độ 3)", 0)]
    [InlineData("one/tt12.d.plan.xviii", "cảnh báo HS016", "chỉ có từ cấp độ 5 (one cấp độ 3)", 0)]
    [InlineData("tt12.r.9.6", "", "", 0)]
    [InlineData("tt12.r.9.66", "lỗi HS014", "tt12.r.9.6", 2)]
    [InlineData("nd331.r.10.3.dd", "", "", 0)]
    [InlineData("nd331.r.10.3.f", "lỗi HS014", "nd331.r.10.3.", 2)]
    [InlineData("nd331.r.10.3.đ", "lỗi HS007", "nd331.r.10.3.", 2)]
    public void No_answer_is_lost_without_a_word(string key, string finding, string said, int exit)
    {
        var system = "schema: emrsec.dossier/1\nsystems:\n  - { id: one, function: citizens-business, information: [personal], onlineServices: [conditional-business] }\n";
        var path = _run.Write("answers.yaml", $"{system}answers:\n  tt12.m.1.1.2: {{ status: met }}\n  {key}: {{ status: met }}\n");
        var outcome = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json");

        outcome.ExitCode.ShouldBe(exit);
        if (finding.Length == 0)
        {
            outcome.Errors.ShouldBeEmpty();
            return;
        }

        outcome.Errors.ShouldStartWith($"{path}:6:3: {finding}: ");
        outcome.Errors.ShouldContain(said);
        outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        if (exit == 0 && finding.EndsWith("HS016", StringComparison.Ordinal))
        {
            outcome.Json.GetProperty("unusedAnswers").EnumerateArray().ShouldHaveSingleItem().GetProperty("key").GetString().ShouldBe(key);
        }
    }

    [Fact]
    public void An_answer_of_a_component_under_an_answer_for_the_whole_is_said_to_be_unused()
    {
        var path = _run.Write("whole.yaml", "schema: emrsec.dossier/1\nsystems:\n  - id: whole\n    components: [{ id: his, function: internal, information: [private] }]\nanswers:\n  whole/tt12.m.1.1.1: { status: met }\n  his/tt12.m.1.1.1: { status: unmet }\n");
        var outcome = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json");

        outcome.Errors.ShouldContain("whole.yaml:7:3: cảnh báo HS016: câu trả lời «his/tt12.m.1.1.1» chưa dùng đến: «whole/tt12.m.1.1.1»");
        Item(outcome.System("whole").GetProperty("requirements"), "tt12.m.1.1.1").GetProperty("status").GetString().ShouldBe("met");
    }

    [Fact]
    public void Each_level_of_a_range_is_shown_with_its_own_ground()
    {
        var path = _run.Write("range.yaml", """
            schema: emrsec.dossier/1
            systems:
              - { id: portal, function: citizens-business, information: [personal], onlineServices: [other] }
              - { id: his, function: internal, information: [personal] }
            answers:
              tt12.d.plan.vii: { status: unmet, plan: Mua, due: 2026-01-01, owner: Phòng CNTT }
            """);
        var text = string.Join(' ', ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        text.ShouldContain("[portal nếu cấp độ 2, portal nếu cấp độ 3] Phòng chống tấn công mạng cho ứng dụng web: luật đòi sản phẩm tường lửa ứng dụng web (WAF)");
        text.ShouldContain("Căn cứ: portal nếu cấp độ 2: 12/2022/TT-BTTTT, Phụ lục II, mục II.1.b.iv");
        text.ShouldContain("Căn cứ: portal nếu cấp độ 3: 12/2022/TT-BTTTT, Phụ lục III, mục II.1.b.vii");
        text.ShouldContain("[his] Phòng chống tấn công mạng cho ứng dụng web: thiếu phương án");
        text.ShouldContain("Kế hoạch: Mua; hạn 01/01/2026 (QUÁ HẠN); Phòng CNTT");

        var byLevel = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json").System("portal").GetProperty("requirements").GetProperty("byLevel").EnumerateArray().ToList();
        byLevel.Select(level => level.GetProperty("total").GetInt32()).ShouldBe([46, 66]);
        Demanded(byLevel[0]).ShouldBe(["vii"]);
        Demanded(byLevel[1]).ShouldBe(["i", "ii", "vii", "xii", "xiii", "xiv"]);
        byLevel[0].GetProperty("gaps")[0].GetProperty("overdue").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void What_several_systems_lack_is_said_once_with_the_ground_of_each()
    {
        var text = string.Join(' ', ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21", "--regime", "nd85-2016").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        text.ShouldContain("tt12.m.1.1.3 [hospital, portal, lan] Rà soát, sửa đổi: chưa đáp ứng");
        text.ShouldContain("Căn cứ: hospital, lan: 12/2022/TT-BTTTT, Phụ lục II, mục I.1.1.3; TCVN 11930:2017, 6.1.1.3 Căn cứ: portal: 12/2022/TT-BTTTT, Phụ lục III, mục I.1.1.3; TCVN 11930:2017, 7.1.1.3");
    }

    [Fact]
    public void The_sample_is_a_mix_and_its_component_answers_count()
    {
        var hospital = ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json").System("hospital").GetProperty("requirements");

        foreach (var status in (string[])["met", "partial", "unmet", "notApplicable"])
        {
            hospital.GetProperty(status).GetInt32().ShouldBeGreaterThan(0, status);
        }

        // The sample's official papers are complete: every requirement is answered.
        hospital.GetProperty("unknown").GetInt32().ShouldBe(0);

        // Of HIS, LIS, PACS and EMR the laboratory's is the least favourable.
        Item(hospital, "tt12.c.app.log").GetProperty("status").GetString().ShouldBe("partial");
        Item(hospital, "tt12.d.plan.xiii").GetProperty("documentation").GetString().ShouldBe("expired");
        Item(hospital, "tt12.m.1.7").GetProperty("progress").GetProperty("overdue").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("list", "tt12-2022", "34, 46, 66, 68, 70")]
    [InlineData("show", "tt12-2022", "tt12.d.plan.xix")]
    [InlineData("show", "tt12.d.plan.xviii", "30 km")]
    [InlineData("show", "tt12.m.1.5.malware", "TCVN 11930:2017, 7.1.5.5")]
    [InlineData("show", "tt12.d.plan.viii", "Áp dụng khi:")]
    [InlineData("test", "", " passed, 0 failed")]
    [InlineData("check", "", "369 yêu cầu")]
    public void The_rules_commands_know_requirements(string command, string id, string said)
    {
        var outcome = id.Length > 0 && command is "show" ? ProgramRun.Call("rules", command, id) : ProgramRun.Call("rules", command);

        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        outcome.Output.ShouldContain(said);
    }

    [Fact]
    public void A_wrong_requirement_id_gets_the_nearest()
    {
        var outcome = ProgramRun.Call("rules", "show", "tt12.d.plan.xxvii");

        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("«tt12.d.plan.xvii»");
    }

    [Fact]
    public void One_requirement_is_shown_with_its_products_and_advice()
    {
        var outcome = ProgramRun.Call("rules", "show", "tt12.d.plan.vii");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("12/2022/TT-BTTTT, Phụ lục II, mục II.1.b.iv");
        outcome.Output.ShouldContain("Gợi ý");
    }

    private static void AddsUp(JsonElement requirements)
    {
        int Count(string key) => requirements.GetProperty(key).GetInt32();
        (Count("met") + Count("partial") + Count("unmet") + Count("notApplicable") + Count("unknown")).ShouldBe(Count("total"));
        if (Count("total") > 0)
        {
            requirements.GetProperty("items").GetArrayLength().ShouldBe(Count("total"));
            requirements.GetProperty("groups").EnumerateArray().Sum(group => group.GetProperty("total").GetInt32()).ShouldBe(Count("total"));
        }
    }

    private static List<string> Demanded(JsonElement requirements) =>
    [
        .. requirements.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("products").EnumerateArray().Any(product => product.GetProperty("demanded").GetString() is "true"))
            .Select(item => item.GetProperty("id").GetString()!.Split('.')[^1]),
    ];

    private static JsonElement Item(JsonElement requirements, string id) =>
        requirements.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);

    private JsonElement Assess(string facts, string? answers = null)
    {
        var system = string.Join('\n', facts.Split('\n').Select(line => "    " + line));
        var path = _run.Write("one.yaml", $"schema: emrsec.dossier/1\nsystems:\n  - id: one\n    name: Thử\n{system}\n{(answers is null ? "" : $"answers:\n  {answers}\n")}");
        var outcome = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json");
        outcome.Errors.ShouldBeEmpty();
        return outcome.System("one").GetProperty("requirements");
    }
}
