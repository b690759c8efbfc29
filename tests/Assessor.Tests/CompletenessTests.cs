using System.Text.Json;

namespace EmrSec.Assessor.Tests;

/// <summary>What a dossier must hold (85/2016/NĐ-CP, Điều 15; 12/2022/TT-BTTTT, Điều 8), through the program.</summary>
public sealed class CompletenessTests : IDisposable
{
    private const string Level2 = "function: internal\ninformation: [private]\n";
    private const string Level3 = "function: citizens-business\ninformation: [personal]\nonlineServices: [conditional-business]\n";
    private const string Level4 = "function: internal\ninformation: [state-secret]\nharm: serious\n";
    private const string Level3To4 = "function: internal\ninformation: [state-secret]\nservesDefence: false\n";

    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Five_papers_each_cited()
    {
        var documents = Assess(Level2).GetProperty("documents").EnumerateArray().ToList();

        documents.Select(document => document.GetProperty("id").GetString()).ShouldBe(["overview", "design", "levelExplanation", "protectionPlan", "securityUnitOpinion"]);
        documents.Select(document => document.GetProperty("citation").GetString()).ShouldBe(Enumerable.Range(1, 5).Select(clause => $"85/2016/NĐ-CP, Điều 15, khoản {clause}"));
        documents.ShouldAllBe(document => document.GetProperty("why").GetString()!.Length > 0);
    }

    [Theory]
    [InlineData(Level2, "not-required")]
    [InlineData(Level3, "not-required")]
    [InlineData(Level4, "missing")]
    [InlineData(Level3To4, "unknown")]
    [InlineData("", "unknown")]
    [InlineData(Level2 + "proposedLevel: 4\n", "missing")]
    [InlineData(Level3 + "proposedLevel: 2\n", "not-required")]
    public void The_opinion_of_the_security_unit_is_for_levels_4_and_5(string system, string status)
    {
        Status(Assess(system), "documents", "securityUnitOpinion").ShouldBe(status);
        var declared = status is "not-required" ? status : "present";
        Status(Assess(system, "documents: { securityUnitOpinion: { file: a.pdf } }\n"), "documents", "securityUnitOpinion").ShouldBe(declared);
    }

    [Fact]
    public void What_only_a_higher_level_needs_is_told_apart()
    {
        var why = One(Assess(Level3To4), "documents", "securityUnitOpinion").GetProperty("why").GetString().ShouldNotBeNull();

        why.ShouldContain("cần nếu là cấp độ 4, 5");
        One(Assess(Level3To4), "contents", "system.level4.risks").GetProperty("why").GetString().ShouldNotBeNull().ShouldContain("cần nếu là cấp độ 4, 5");
    }

    [Theory]
    [InlineData("", "missing")]
    [InlineData("documents: { overview: { file: a.pdf } }", "present")]
    [InlineData("documents: { overview: { number: 12/BC } }", "present")]
    [InlineData("documents: { overview: { issued: 2026-01-01 } }", "unknown")]
    public void A_paper_is_there_when_its_file_or_number_is(string documents, string status) =>
        Status(Assess(Level2, documents + "\n"), "documents", "overview").ShouldBe(status);

    [Theory]
    [InlineData("owner.name", "owner: { name: Sở Y tế }")]
    [InlineData("owner.functionsDocument", "owner: { functionsDocument: QĐ 1 }")]
    [InlineData("owner.representative", "owner: { representative: Giám đốc }")]
    [InlineData("owner.title", "owner: { title: Giám đốc }")]
    [InlineData("owner.address", "owner: { address: Số 1 }")]
    [InlineData("owner.phone", "owner: { phone: 0222 1 }")]
    [InlineData("owner.email", "owner: { email: a@example.vn }")]
    [InlineData("operator.name", "operator: { name: Bệnh viện }")]
    [InlineData("operator.functionsDocument", "operator: { functionsDocument: QĐ 1 }")]
    [InlineData("operator.representative", "operator: { representative: Giám đốc }")]
    [InlineData("operator.title", "operator: { title: Giám đốc }")]
    [InlineData("operator.address", "operator: { address: Số 1 }")]
    [InlineData("operator.phone", "operator: { phone: 0222 1 }")]
    [InlineData("operator.email", "operator: { email: a@example.vn }")]
    public void Each_field_of_a_body_counts_for_itself(string id, string body)
    {
        Status(Assess(Level2), "contents", id).ShouldBe("missing");
        var contents = Assess(Level2, body + "\n").GetProperty("contents").EnumerateArray().Where(content => !content.TryGetProperty("system", out _)).ToList();
        contents.Count.ShouldBe(14);
        contents.Where(content => content.GetProperty("status").GetString() is "present").Select(content => content.GetProperty("id").GetString()).ShouldBe([id]);
    }

    [Theory]
    [InlineData("system.scope", "scope: Toàn viện", "present")]
    [InlineData("system.scale", "scale: 8 máy chủ", "present")]
    [InlineData("system.served", "served: Viên chức", "present")]
    [InlineData("system.models.logical", "models: { logical: { file: a.pdf } }", "present")]
    [InlineData("system.models.physical", "models: { logical: { file: a.pdf } }", "missing")]
    [InlineData("system.models.physical", "models: { physical: { file: a.pdf } }", "present")]
    [InlineData("system.devices", "devices: [{ name: FW, type: Tường lửa, place: Tầng 1, purpose: Chặn }]", "present")]
    [InlineData("system.devices", "devices: [{ name: FW, type: Tường lửa }]", "partial")]
    [InlineData("system.mainDevices", "devices: [{ name: FW, main: false }]", "partial")]
    [InlineData("system.mainDevices", "devices: [{ name: FW, main: true }]", "present")]
    [InlineData("system.services", "services: [{ name: HIS, server: SV, place: Tầng 1, os: Linux, purpose: Khám }]", "present")]
    [InlineData("system.services", "services: [{ name: HIS, server: SV }]", "partial")]
    [InlineData("system.zones", "zones: [{ name: A, kind: dmz }]", "present")]
    [InlineData("system.zones", "zones: [{ name: A }]", "partial")]
    [InlineData("system.ipPlan", "zones: [{ name: A, publicIp: 203.0.113.1 }]", "present")]
    [InlineData("system.ipPlan", "zones: [{ name: A, kind: dmz }]", "partial")]
    [InlineData("system.proposedLevel", "proposedLevel: 2", "present")]
    [InlineData("system.ground", "proposedLevel: 2", "present")]
    [InlineData("system.level4.risks", "level4: { risks: Có }", "not-required")]
    public void Each_content_of_a_system(string id, string written, string status)
    {
        var after = One(Assess(Level2 + written + "\n"), "contents", id);
        after.GetProperty("status").GetString().ShouldBe(status);
        after.GetProperty("system").GetString().ShouldBe("one");
        after.GetProperty("fill").GetString().ShouldNotBeNullOrWhiteSpace();
        if (status is "present" && id is not "system.ground")
        {
            Status(Assess(Level2), "contents", id).ShouldBe("missing");
        }
    }

    [Theory]
    [InlineData("relatedSystems")]
    [InlineData("risks")]
    [InlineData("harm")]
    public void What_levels_4_and_5_add(string field)
    {
        Status(Assess(Level4), "contents", $"system.level4.{field}").ShouldBe("missing");
        Status(Assess(Level4 + $"level4: {{ {field}: Có }}\n"), "contents", $"system.level4.{field}").ShouldBe("present");
    }

    // 12/2022/TT-BTTTT, Điều 8, khoản 5, điểm d speaks of the systems of 85/2016/NĐ-CP, Điều 10, khoản 2 and khoản 3.
    [Theory]
    [InlineData(Level4, "not-required")]
    [InlineData("function: infrastructure\ninformation: [public]\ninfrastructureScope: nationwide\ncontinuous: true\n", "missing")]
    public void Why_a_system_runs_all_the_time(string system, string status) =>
        Status(Assess(system), "contents", "system.level4.continuity").ShouldBe(status);

    [Fact]
    public void A_content_may_be_declared_on_every_component()
    {
        Status(Assess("components:\n  - { id: a, function: internal, information: [private] }\n  - { id: b, function: internal }\n"), "contents", "system.information").ShouldBe("partial");
        Status(Assess("components:\n  - { id: a, function: internal, information: [private] }\n  - { id: b, information: [private] }\n"), "contents", "system.information").ShouldBe("present");
    }

    [Fact]
    public void The_plan_says_how_each_requirement_is_met()
    {
        One(Assess("function: internal\ninformation: [public]\n"), "contents", "system.plan.management").GetProperty("why").GetString().ShouldBe("15 trên 15 yêu cầu chưa trả lời");
        var one = One(Assess("function: internal\ninformation: [public]\n", "answers:\n  tt12.m.1.1.1: { status: met, how: Có Quy chế }\n  tt12.m.1.1.2: { status: met }\n"), "contents", "system.plan.management");
        one.GetProperty("status").GetString().ShouldBe("partial");
        one.GetProperty("why").GetString().ShouldBe("13 trên 15 yêu cầu chưa trả lời, 1 chưa nêu cách đáp ứng");
    }

    [Theory]
    [InlineData("", "9.6 9.7 9.8a 9.8b", "unknown unknown unknown unknown")]
    [InlineData("newOrUpgraded: false\n", "9.6 9.7 9.8a 9.8b", "notApplicable unknown notApplicable notApplicable")]
    [InlineData("newOrUpgraded: true\ninHouseSoftware: true\n", "9.6 9.7 9.8a 9.8b", "unknown unknown unknown unknown")]
    public void The_rules_beside_the_appendices_are_answered_and_not_counted(string facts, string ids, string statuses)
    {
        var system = Assess(Level2 + facts).GetProperty("systems")[0];
        var items = system.GetProperty("checks")[0].GetProperty("items").EnumerateArray().ToList();

        items.Select(item => item.GetProperty("id").GetString()!["tt12.r.".Length..]).ShouldBe(ids.Split(' '));
        items.Select(item => item.GetProperty("status").GetString()).ShouldBe(statuses.Split(' '));
        system.GetProperty("requirements").GetProperty("total").GetInt32().ShouldBe(46);
    }

    [Theory]
    [InlineData("on-premises", "notApplicable")]
    [InlineData("cloud", "partial")]
    [InlineData("rented-data-centre", "partial")]
    public void A_rented_place_at_level_3_is_separated_logically(string hosting, string status)
    {
        var item = Check(Assess(Level3 + $"hosting: {hosting}\n", "answers: { tt12.r.9.9a: { status: partial, how: Mạng ảo riêng } }\n"), "tt12.r.9.9a");

        item.GetProperty("status").GetString().ShouldBe(status);
        item.GetProperty("citation").GetString().ShouldBe("12/2022/TT-BTTTT, Điều 9, khoản 9, điểm a");
    }

    [Theory]
    [InlineData("regulationIssued: 2026-01-05\n  dossierApproved: 2026-01-15", "met")]
    [InlineData("regulationIssued: 2026-01-25\n  dossierApproved: 2026-01-15", "unmet")]
    [InlineData("regulationIssued: 2026-01-15\n  dossierApproved: 2026-01-15", "unknown")]
    [InlineData("regulationIssued: none\n  dossierApproved: 2026-01-15", "unmet")]
    [InlineData("regulationIssued: 2026-01-05\n  dossierApproved: none", "met")]
    [InlineData("dossierApproved: 2026-01-15", "unknown")]
    [InlineData("regulationIssued: 2026-12-05\n  dossierApproved: 2026-01-15", "unknown")]
    public void The_dates_tell_whether_the_regulation_came_first(string milestones, string status) =>
        Check(Assess(Level2, $"milestones:\n  {milestones}\n"), "tt12.r.9.7").GetProperty("status").GetString().ShouldBe(status);

    [Fact]
    public void The_page_lists_what_is_missing_and_what_to_fill_in()
    {
        var output = ProgramRun.Call("assess", ProgramRun.Sample("incomplete"), "--as-of", "2026-11-21").Output;

        output.ShouldContain("5. THÀNH PHẦN VÀ NỘI DUNG HỒ SƠ");
        output.ShouldContain("THIẾU: Mô hình lô-gic");
        output.ShouldContain("Điền: owner.functionsDocument, owner.representative");
    }

    [Theory]
    [InlineData("bac-ninh-hospital")]
    [InlineData("incomplete")]
    [InlineData("ministry-hospital")]
    public void The_totals_of_the_page_are_those_of_the_json(string sample)
    {
        var json = ProgramRun.Call("assess", ProgramRun.Sample(sample), "--as-of", "2026-11-21", "--format", "json").Json.GetProperty("contents");
        int Count(string status) => json.EnumerateArray().Count(content => content.GetProperty("status").GetString() == status);

        ProgramRun.Call("assess", ProgramRun.Sample(sample), "--as-of", "2026-11-21").Output.ShouldContain(
            $"{json.GetArrayLength()} mục; có {Count("present")}, chưa đủ {Count("partial")}, thiếu {Count("missing")}, chưa rõ {Count("unknown")}, không cần {Count("not-required")}.");
    }

    [Theory]
    [InlineData("tt12.r.9.6", "Điều 9, khoản 6")]
    [InlineData("tt12-2022-article-9", "tt12.r.9.10d")]
    [InlineData("tt12-2022-dossier", "Mô hình lô-gic")]
    public void Rules_show_tells_them(string id, string text) => string.Concat(ProgramRun.Call("rules", "show", id).Output.Split('\n').Select(line => line.TrimEnd())).ShouldContain(text);

    private JsonElement Assess(string system, string rest = "")
    {
        var lines = string.Concat(system.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n"));
        var path = _run.Write("one.yaml", $"schema: emrsec.dossier/1\nsystems:\n  - id: one\n    name: Thử\n{lines}{rest}");
        var outcome = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json");
        outcome.Errors.ShouldBeEmpty();
        return outcome.Json;
    }

    private static JsonElement Check(JsonElement json, string id) =>
        json.GetProperty("systems")[0].GetProperty("checks")[0].GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);

    private static JsonElement One(JsonElement json, string list, string id) => json.GetProperty(list).EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);

    private static string? Status(JsonElement json, string list, string id) => One(json, list, id).GetProperty("status").GetString();
}
