using System.Text.Json;

namespace EmrSec.Assessor.Tests;

/// <summary>The levels that must come out, through the program's own door.</summary>
public sealed class LevelTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Internal_emr_with_personal_data_is_level_2()
    {
        var system = _run.AssessSystem("function: internal\ninformation: [private, personal]\nonlineServices: []").System("one");

        ShouldBeLevel(system, 2, "8.1", "85/2016/NĐ-CP, Điều 8, khoản 1");
        system.GetProperty("presumed").EnumerateArray().Select(each => each.GetProperty("fact").GetString())
            .ShouldBe(["system.nationalEGovernment", "system.centralNationalData", "system.servesDefence", "system.assignedLevel"], ignoreOrder: true);
    }

    [Fact]
    public void Without_presumptions_it_is_at_least_2_at_most_5_and_the_questions_name_them()
    {
        var system = _run.AssessSystem("function: internal\ninformation: [private, personal]", "--no-presumptions").System("one");

        ShouldBeRange(system, 2, 5);
        Missing(system).ShouldBe(
            ["system.servesDefence", "system.harm", "system.nationalEGovernment", "system.continuous", "system.centralNationalData", "system.assignedLevel"],
            ignoreOrder: true);
        system.GetProperty("presumed").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("users: 9999", 2, "8.2c", "85/2016/NĐ-CP, Điều 8, khoản 2, điểm c")]
    [InlineData("users: 10000", 3, "9.2c", "85/2016/NĐ-CP, Điều 9, khoản 2, điểm c")]
    public void Portal_goes_by_its_users(string users, int level, string criterion, string citation)
    {
        var system = _run.AssessSystem($"function: citizens-business\ninformation: [personal]\nonlineServices: [other]\n{users}").System("one");

        ShouldBeLevel(system, level, criterion, citation);
    }

    [Fact]
    public void Portal_with_users_missing_is_2_to_3_exactly_and_asks_for_the_users()
    {
        var system = _run.AssessSystem("function: citizens-business\ninformation: [personal]\nonlineServices: [other]").System("one");

        ShouldBeRange(system, 2, 3);
        Missing(system).ShouldBe(["system.users"]);
        var open = system.GetProperty("notHigher").EnumerateArray().Single(each => each.GetProperty("criterion").GetString() == "9.2c");
        open.GetProperty("truth").GetString().ShouldBe("unknown");
        open.GetProperty("because")[0].GetProperty("fact").GetString().ShouldBe("system.users");
    }

    [Fact]
    public void Conditional_business_is_level_3_whatever_the_users()
    {
        var system = _run.AssessSystem("function: citizens-business\ninformation: [personal]\nonlineServices: [conditional-business]").System("one");

        ShouldBeLevel(system, 3, "9.2b", "85/2016/NĐ-CP, Điều 9, khoản 2, điểm b");
    }

    [Theory]
    [InlineData("infrastructureScope: one-body", 2, "8.3")]
    [InlineData("infrastructureScope: province", 3, "9.3")]
    [InlineData("infrastructureScope: nationwide\ncontinuous: true", 4, "10.3")]
    public void Infrastructure_goes_by_its_scope(string facts, int level, string criterion)
    {
        var system = _run.AssessSystem($"function: infrastructure\n{facts}").System("one");

        system.GetProperty("level").GetProperty("value").GetInt32().ShouldBe(level);
        system.GetProperty("grounds")[0].GetProperty("criterion").GetString().ShouldBe(criterion);
    }

    [Fact]
    public void Nationwide_infrastructure_with_continuity_missing_is_at_most_4_and_asks_for_it()
    {
        var system = _run.AssessSystem("function: infrastructure\ninfrastructureScope: nationwide").System("one");

        ShouldBeUndetermined(system, 4);
        Missing(system).ShouldBe(["system.continuous"]);
    }

    [Fact]
    public void State_secret_with_harm_missing_is_undetermined_and_asks_for_the_harm()
    {
        var system = _run.AssessSystem("function: internal\ninformation: [state-secret]").System("one");

        ShouldBeUndetermined(system, 5);
        Missing(system).ShouldBe(["system.harm"]);
        ShouldBeLevel(
            _run.AssessSystem("function: internal\ninformation: [state-secret]\nharm: serious").System("one"),
            4,
            "10.1",
            "85/2016/NĐ-CP, Điều 10, khoản 1");
    }

    private const string ThreeComponents = """
        components:
          - { id: a, name: A, function: internal, information: [public] }
          - { id: b, name: B, function: internal, information: [private] }
          - { id: c, name: C, function: citizens-business, information: [personal], onlineServices: [other], users: 10000 }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("function: internal\n")]
    [InlineData("function: internal\ninformation: [private, personal]\n")]
    public void Of_components_the_highest_prevails_and_is_named(string own)
    {
        var system = _run.AssessSystem(own + ThreeComponents).System("one");

        ShouldBeLevel(system, 3, "9.2c", "85/2016/NĐ-CP, Điều 9, khoản 2, điểm c");
        system.GetProperty("grounds")[0].GetProperty("component").GetString().ShouldBe("c");
    }

    [Fact]
    public void A_component_with_nothing_declared_leaves_at_least_the_others_at_most_5()
    {
        var system = _run.AssessSystem(ThreeComponents + "\n  - { id: d, name: D }").System("one");

        ShouldBeRange(system, 3, 5);
        system.GetProperty("missingFacts").EnumerateArray().ShouldAllBe(missing => missing.GetProperty("component").GetString() == "d");
    }

    [Fact]
    public void Nothing_declared_at_all_is_never_level_1()
    {
        ShouldBeUndetermined(_run.AssessSystem("kinds: [emr]").System("one"), 5);
    }

    [Fact]
    public void The_facility_takes_the_highest_level_of_its_systems()
    {
        var outcome = ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21", "--format", "json");

        outcome.Json.GetProperty("facilityLevel").GetInt32().ShouldBe(3);
        outcome.System("portal").GetProperty("agrees").GetBoolean().ShouldBeFalse();
        outcome.System("hospital").GetProperty("agrees").GetBoolean().ShouldBeTrue();
    }

    private static string?[] Missing(JsonElement system) =>
        [.. system.GetProperty("missingFacts").EnumerateArray().Select(missing => missing.GetProperty("fact").GetString())];

    private static void ShouldBeLevel(JsonElement system, int level, string criterion, string citation)
    {
        var found = system.GetProperty("level");
        found.GetProperty("status").GetString().ShouldBe("determined");
        found.GetProperty("value").GetInt32().ShouldBe(level);
        found.GetProperty("atLeast").GetInt32().ShouldBe(level);
        found.GetProperty("atMost").GetInt32().ShouldBe(level);
        found.GetProperty("exact").GetBoolean().ShouldBeTrue();
        system.GetProperty("grounds")[0].GetProperty("criterion").GetString().ShouldBe(criterion);
        system.GetProperty("grounds")[0].GetProperty("citation").GetString().ShouldBe(citation);
        system.GetProperty("missingFacts").GetArrayLength().ShouldBe(0);
    }

    private static void ShouldBeRange(JsonElement system, int atLeast, int atMost)
    {
        var found = system.GetProperty("level");
        found.GetProperty("status").GetString().ShouldBe("range");
        found.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        found.GetProperty("atLeast").GetInt32().ShouldBe(atLeast);
        found.GetProperty("atMost").GetInt32().ShouldBe(atMost);
        found.GetProperty("exact").GetBoolean().ShouldBeTrue();
    }

    private static void ShouldBeUndetermined(JsonElement system, int atMost)
    {
        var found = system.GetProperty("level");
        found.GetProperty("status").GetString().ShouldBe("undetermined");
        found.GetProperty("atLeast").ValueKind.ShouldBe(JsonValueKind.Null);
        found.GetProperty("atMost").GetInt32().ShouldBe(atMost);
        found.GetProperty("exact").GetBoolean().ShouldBeTrue();
    }
}
