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
        var catalogue = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs.ShouldNotBeNull().Requirements.ShouldHaveSingleItem();
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

    [Fact]
    public void One_requirement_is_shown_with_its_products_and_advice()
    {
        var outcome = ProgramRun.Call("rules", "show", "tt12.d.plan.vii");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("12/2022/TT-BTTTT, Phụ lục II, mục II.1.b.iv");
        outcome.Output.ShouldContain("Gợi ý");
    }

    [Theory]
    [InlineData("meets: [\"9.2\"]", "meets: [\"9.2x\"]", "LU066")]
    [InlineData("regime: nd85-2016", "regime: nd85-2015", "LU060")]
    [InlineData("group: policy", "group: polcy", "LU062")]
    public void Errors_in_a_catalogue_are_said_and_the_catalogue_is_not_used(string right, string wrong, string code)
    {
        var diagnostics = new DiagnosticBag();
        var files = PackSource.BuiltIn().Select(file => file.Name.EndsWith("requirements.yaml", StringComparison.Ordinal)
            ? file with { Open = bag => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(file.Open(bag)!).Replace(right, wrong, StringComparison.Ordinal)) }
            : file).ToList();
        var packs = PackLoader.Load(files, diagnostics).Packs.ShouldNotBeNull();

        packs.Requirements.ShouldBeEmpty();
        diagnostics.Items.Select(item => item.Code).ShouldContain(code);
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
