using System.Text.Json;
using EmrSec.Assessor.Json;
using EmrSec.Assessor.Pages;
using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;
using FsCheck;
using FsCheck.Fluent;

namespace EmrSec.Assessor.Tests;

/// <summary>Where a dossier disagrees with the law or with itself, through the program; each check fires and stays silent.</summary>
public sealed class ConsistencyTests : IDisposable
{
    private const string Level1 = "function: internal\ninformation: [public]\n";
    private const string Level2 = "function: internal\ninformation: [private]\n";
    private const string Level3 = "function: citizens-business\ninformation: [personal]\nonlineServices: [conditional-business]\n";
    private const string Level5 = "function: internal\ninformation: [state-secret]\nharm: especially-serious\n";
    private const string Level2Or3 = "function: citizens-business\ninformation: [personal]\nonlineServices: [other]\n";

    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(Level3 + "proposedLevel: 2", "level-below", "error")]
    [InlineData(Level3 + "proposedLevel: 3", "level-below", null)]
    [InlineData(Level2Or3 + "proposedLevel: 1", "level-below", "error")]
    [InlineData(Level2Or3 + "proposedLevel: 2", "level-below", null)]
    [InlineData(Level2 + "proposedLevel: 3", "level-above", "note")]
    [InlineData(Level2 + "proposedLevel: 2", "level-above", null)]
    [InlineData(Level2Or3 + "proposedLevel: 3", "level-above", null)]
    public void The_level_proposed(string system, string check, string? severity) => ShouldFind(Assess(system), check, severity);

    [Theory]
    [InlineData(Level1, "internal border dmz", "")]
    [InlineData(Level1, "internal", "border dmz")]
    [InlineData(Level2 + "wireless: false\n", "internal border dmz internal-servers", "")]
    [InlineData(Level2 + "wireless: true\n", "internal border dmz internal-servers", "wireless")]
    [InlineData(Level3 + "wireless: false\n", "internal border dmz internal-servers", "database management")]
    [InlineData(Level5 + "wireless: false\n", "internal border dmz internal-servers database management", "device-management")]
    [InlineData(Level3, "", "")]
    public void Zones_of_the_level_that_are_not_drawn(string system, string drawn, string missing)
    {
        var zones = drawn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(kind => $"{{ name: Vùng {kind}, kind: {kind} }}");
        var found = Find(Assess($"{system}zones: [{string.Join(", ", zones)}]"), "zone-missing");

        found.Count.ShouldBe(missing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var (finding, kind) in found.Zip(missing.Split(' ')))
        {
            finding.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain($"(kind: {kind})");
            finding.GetProperty("severity").GetString().ShouldBe("error");
            finding.GetProperty("citation").GetString().ShouldNotBeNull().ShouldContain("Phụ lục");
        }
    }

    [Fact]
    public void A_zone_that_only_may_be_needed_is_a_note()
    {
        var zones = "zones: [{ name: A, kind: internal }, { name: B, kind: border }, { name: C, kind: dmz }, { name: D, kind: internal-servers }]";
        Find(Assess($"{Level2}{zones}"), "zone-missing").ShouldHaveSingleItem().GetProperty("severity").GetString().ShouldBe("note");
        Find(Assess($"{Level2Or3}wireless: false\n{zones}"), "zone-missing").Select(finding => finding.GetProperty("severity").GetString()).ShouldBe(["note", "note"]);
    }

    [Theory]
    [InlineData(Level1, "Tường lửa", "none", null)]
    [InlineData(Level2, "Tường lửa", "none", "error")]
    [InlineData(Level2, "Tường lửa", "false", "error")]
    [InlineData(Level2, "Tường lửa", "cold", null)]
    [InlineData(Level2, "Tường lửa", "true", null)]
    [InlineData(Level2, "Tường lửa", "", "warning")]
    [InlineData(Level2, "Lưu trữ tập trung", "none", null)]
    [InlineData(Level2, "Tường lửa ứng dụng web", "none", null)]
    [InlineData(Level2, "Core switch", "none", "error")]
    [InlineData(Level3, "Lưu trữ tập trung", "none", "error")]
    [InlineData(Level3, "Tường lửa ứng dụng web", "cold", "error")]
    [InlineData(Level3, "Tường lửa", "true", "warning")]
    [InlineData(Level3, "Tường lửa", "hot", null)]
    [InlineData(Level2 + "proposedLevel: 3\n", "Tường lửa", "cold", "error")]
    [InlineData(Level2Or3, "Tường lửa", "cold", "note")]
    public void A_main_device_without_a_stand_by(string system, string type, string redundant, string? severity) =>
        ShouldFind(Assess($"{system}devices: [{{ name: D-01, type: {type}, main: true, redundant: {redundant} }}]"), "redundancy", severity);

    [Theory]
    [InlineData(Level3, null)]
    [InlineData(Level5, "error")]
    public void At_level_5_every_network_device_has_one(string system, string? severity) =>
        ShouldFind(Assess($"{system}devices: [{{ name: D-01, type: Chuyển mạch truy cập, main: false, redundant: none }}]"), "redundancy", severity);

    [Theory]
    [InlineData("regulationIssued: 2026-01-05\n  dossierApproved: 2026-01-15", null)]
    [InlineData("regulationIssued: 2026-01-16\n  dossierApproved: 2026-01-15", "error")]
    [InlineData("regulationIssued: 2026-01-15\n  dossierApproved: 2026-01-15", "note")]
    [InlineData("regulationIssued: none\n  dossierApproved: 2026-01-15", "error")]
    [InlineData("dossierApproved: 2026-01-15", "warning")]
    [InlineData("regulationIssued: none", "note")]
    [InlineData("regulationIssued: 2026-01-05", null)]
    public void The_regulation_comes_before_the_approval(string milestones, string? severity)
    {
        var found = Assess(Level2, $"milestones:\n  {milestones}\n");

        ShouldFind(found, "regulation", severity);
        if (severity is not null)
        {
            Find(found, "regulation")[0].GetProperty("citation").GetString().ShouldBe("12/2022/TT-BTTTT, Điều 9, khoản 7");
        }
    }

    [Theory]
    [InlineData("2026-01-05", null)]
    [InlineData("2026-01-06", "warning")]
    public void Two_dates_of_one_regulation_agree(string paper, string? severity) =>
        ShouldFind(Assess(Level2, $"milestones: {{ regulationIssued: 2026-01-05 }}\ndocuments: {{ securityRegulation: {{ issued: {paper} }} }}\n"), "regulation", severity);

    [Theory]
    [InlineData("milestones: { dossierSubmitted: 2026-01-05, dossierApproved: 2026-01-15 }", null)]
    [InlineData("milestones: { dossierSubmitted: 2026-01-15, dossierApproved: 2026-01-15 }", null)]
    [InlineData("milestones: { dossierSubmitted: 2026-01-25, dossierApproved: 2026-01-15 }", "error")]
    [InlineData("milestones: { dossierSubmitted: none, dossierApproved: 2026-01-15 }", "error")]
    [InlineData("milestones: { dossierSubmitted: 2026-01-05 }\ndocuments: { overview: { issued: 2026-01-06 } }", "warning")]
    [InlineData("milestones: { dossierSubmitted: 2026-01-05 }\ndocuments: { overview: { issued: 2026-01-05 } }", null)]
    [InlineData("milestones: { dossierApproved: 2026-01-05, infrastructureDeployed: 2026-01-01 }", "note")]
    [InlineData("milestones: { dossierApproved: 2026-01-05, infrastructureDeployed: none }", null)]
    [InlineData("milestones: { emrCompleted: none, paperRecordsStopped: 2026-01-01 }", "warning")]
    public void Dates_in_an_order_that_cannot_be(string rest, string? severity) => ShouldFind(Assess(Level2, rest + "\n"), "date-order", severity);

    [Theory]
    [InlineData("milestones: { emrCompleted: 2026-11-21 }", null)]
    [InlineData("milestones: { emrCompleted: 2026-11-22 }", "warning")]
    [InlineData("milestones: { emrCompleted: none }", null)]
    [InlineData("documents: { design: { file: a.pdf, approvedBy: Giám đốc, issued: 2026-12-01 } }", "warning")]
    public void Dates_yet_to_come(string rest, string? severity) => ShouldFind(Assess(Level2, rest + "\n"), "date-future", severity);

    [Theory]
    [InlineData("newOrUpgraded: false", "approvedBy: Giám đốc", null)]
    [InlineData("newOrUpgraded: false", "file: a.pdf", "warning")]
    [InlineData("newOrUpgraded: true", "file: a.pdf", null)]
    [InlineData("", "file: a.pdf", null)]
    public void The_design_of_a_system_in_operation_was_approved(string facts, string design, string? severity) =>
        ShouldFind(Assess(Level2 + facts, $"documents: {{ design: {{ {design} }} }}\n"), "design-approval", severity);

    [Theory]
    [InlineData("privateIp: 10.0.0.0/24", null)]
    [InlineData("privateIp: \"10.0.0.0/24, 10.0.2.5-10.0.2.9\"", null)]
    [InlineData("privateIp: \"fd00::/64\"", null)]
    [InlineData("privateIp: 10.0.0/24", "error")]
    [InlineData("privateIp: 10.0.0.5/24", "error")]
    [InlineData("publicIp: 203.0.113.300", "error")]
    public void Addresses_that_cannot_be_read(string addresses, string? severity) => ShouldFind(Assess($"{Level2}zones: [{{ name: A, kind: dmz, {addresses} }}]"), "ip-malformed", severity);

    [Theory]
    [InlineData("privateIp: 10.0.0.0/24", null)]
    [InlineData("privateIp: 203.0.113.0/29", "warning")]
    [InlineData("privateIp: 172.0.0.0/8", "warning")]
    [InlineData("publicIp: 203.0.113.0/29", null)]
    [InlineData("publicIp: 192.168.1.1", "warning")]
    public void Addresses_in_the_wrong_field(string addresses, string? severity) => ShouldFind(Assess($"{Level2}zones: [{{ name: A, kind: dmz, {addresses} }}]"), "ip-scope", severity);

    [Theory]
    [InlineData("privateIp: 10.0.0.0/24", "privateIp: 10.0.1.0/24", null)]
    [InlineData("privateIp: 10.0.0.0/24", "privateIp: 10.0.0.128/25", "error")]
    [InlineData("privateIp: \"10.0.9.1, 10.0.0.0/24\"", "privateIp: 10.0.0.250-10.0.1.9", "error")]
    [InlineData("privateIp: \"fd00::/64\"", "privateIp: \"fd00::1\"", "error")]
    [InlineData("publicIp: 203.0.113.0/29", "publicIp: 203.0.113.1", "note")]
    public void Zones_that_overlap(string one, string other, string? severity)
    {
        var found = Assess($"{Level2}zones:\n  - {{ name: A, kind: dmz, {one} }}\n  - {{ name: B, kind: internal, {other} }}");

        ShouldFind(found, "ip-overlap", severity);
        if (severity is not null)
        {
            Find(found, "ip-overlap")[0].GetProperty("where").GetString().ShouldEndWith("one.yaml:9:9");
        }
    }

    [Theory]
    [InlineData("dmz", null)]
    [InlineData("internal", "error")]
    public void Two_systems_share_a_zone_and_do_not_mix_two(string kind, string? severity) => ShouldFind(
        Assess(
            $"{Level2}zones: [{{ name: A, kind: dmz, privateIp: 10.0.0.0/24 }}]",
            $"  - id: two\n    name: Hai\n    function: internal\n    information: [private]\n    zones: [{{ name: A, kind: {kind}, privateIp: 10.0.0.0/24 }}]\n"),
        "ip-overlap",
        severity);

    [Theory]
    [InlineData("SV-01", "SV-01", null)]
    [InlineData("sv-01", "SV-01", null)]
    [InlineData("SV-01", "SV-02", "warning")]
    [InlineData("SV-01 đến SV-04", "SV-03", null)]
    [InlineData("SV-01 đến SV-04", "SV-05", "warning")]
    [InlineData("SV-01 đến SV-04", "DB-03", "warning")]
    [InlineData("SV-01 và SV-02", "\"SV-01, SV-02\"", null)]
    [InlineData("SV-01", "\"SV-01, SV-02\"", "warning")]
    public void A_service_on_a_server_that_is_not_listed(string device, string server, string? severity) =>
        ShouldFind(Assess($"{Level2}devices: [{{ name: {device} }}]\nservices: [{{ name: HIS, server: {server} }}]"), "service-server", severity);

    [Theory]
    [InlineData("zones: [{ name: A }, { name: B }]", null)]
    [InlineData("zones: [{ name: A }, { name: \" a\" }]", "warning")]
    [InlineData("devices: [{ name: A }, { name: A }]", "warning")]
    [InlineData("services: [{ name: A }, { name: A }]", "warning")]
    [InlineData("components: [{ id: x, name: X }, { id: y, name: X }]", "warning")]
    [InlineData("devices: [{ name: A }]\nservices: [{ name: A }]", null)]
    public void Names_used_twice(string parts, string? severity) => ShouldFind(Assess(Level2 + parts), "duplicate-name", severity);

    [Fact]
    public void Evidence_may_be_named_twice() =>
        Assess(Level2 + "wireless: false", "milestones: { regulationIssued: 2026-01-05 }\nanswers: { tt12.m.1.1.1: { status: met, evidence: [a.pdf, a.pdf] }, tt12.m.1.1.2: { status: met, evidence: [a.pdf] } }\n").ShouldBeEmpty();

    [Fact]
    public void Each_finding_says_where_and_what_to_do_the_worst_first()
    {
        var found = ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21", "--format", "json").Json.GetProperty("consistency").EnumerateArray().ToList();

        found.ShouldNotBeEmpty();
        found.ShouldAllBe(finding => finding.GetProperty("do").GetString()!.Length > 10 && finding.GetProperty("where").GetString()!.Contains("bac-ninh-hospital.yaml:", StringComparison.Ordinal));
        string[] order = ["error", "warning", "note"];
        found.Select(finding => Array.IndexOf(order, finding.GetProperty("severity").GetString())).ShouldBeInOrder();
    }

    // Whole lines are left out of the samples: what remains may say anything, half, or nothing.
    [Fact]
    public void No_partial_dossier_is_too_much()
    {
        var packs = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs.ShouldNotBeNull();
        string[] samples = [.. Directory.GetFiles(Path.Combine(ProgramRun.Root, "samples"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var partial = from text in Gen.Elements(samples) from seed in Gen.Choose(0, int.MaxValue - 1) from share in Gen.Elements(2, 10, 50, 90) select Thin(text, seed, share);
        var assessed = 0;
        Prop.ForAll(partial.ToArbitrary(), text =>
        {
            if (new DossierReader(packs.Facts).ReadText(text, "x.yaml").Dossier is { } dossier)
            {
                var assessment = FacilityAssessor.Assess(packs, dossier.ToProfile(), new AssessmentOptions(new DateOnly(2026, 11, 21), "nd85-2016"));
                var found = assessment.Completeness.ShouldNotBeNull();
                found.Documents.Count.ShouldBe(5);
                found.Contents.Count.ShouldBe(14 + (20 * dossier.Systems.Count));
                AssessmentPage.Build(dossier, assessment, packs.Facts).Blocks.ShouldNotBeEmpty();
                JsonDocument.Parse(AssessmentJson.Write(dossier, assessment, [])).RootElement.GetProperty("contents").GetArrayLength().ShouldBe(found.Contents.Count);
                assessed++;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        assessed.ShouldBeGreaterThan(20);
    }

    private static string Thin(string text, int seed, int share)
    {
        var random = new Random(seed);
        return string.Join('\n', text.Split('\n').Where((_, line) => line == 0 || random.Next(100) >= share));
    }

    private List<JsonElement> Assess(string system, string rest = "")
    {
        var lines = string.Concat(system.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n"));
        var path = _run.Write("one.yaml", $"schema: emrsec.dossier/1\nsystems:\n  - id: one\n    name: Thử\n{lines}{rest}");
        var outcome = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json");
        outcome.Errors.ShouldBeEmpty();
        return [.. outcome.Json.GetProperty("consistency").EnumerateArray().Where(finding => rest.Contains("regulation", StringComparison.OrdinalIgnoreCase) || rest.Contains("dossierApproved", StringComparison.Ordinal) || finding.GetProperty("id").GetString() is not "regulation")];
    }

    private static List<JsonElement> Find(List<JsonElement> found, string check) => [.. found.Where(finding => finding.GetProperty("id").GetString() == check)];

    private static void ShouldFind(List<JsonElement> found, string check, string? severity)
    {
        var matching = Find(found, check);
        if (severity is null)
        {
            matching.ShouldBeEmpty();
        }
        else
        {
            matching.ShouldHaveSingleItem().GetProperty("severity").GetString().ShouldBe(severity);
        }
    }
}
