using EmrSec.Dossiers.Changes;

namespace EmrSec.Dossiers.Tests.Changes;

/// <summary>What changed between two revisions, and which comments that touches.</summary>
public sealed class RevisionChangeTests
{
    private const string Base = """
        schema: emrsec.dossier/1
        facility: { code: "27-001", name: Bệnh viện, beds: 300 }
        systems:
          - id: his
            name: HIS
            users: 500
            information: [private]
            zones:
              - { name: Vùng A, kind: internal, privateIp: 10.0.0.0/24 }
              - { name: Vùng B, kind: dmz, privateIp: 10.0.1.0/24 }
            components:
              - { id: emr, name: EMR, users: 100 }
        answers:
          tt12.m.1.1.1: { status: met, how: Có quy chế }
          emr/tt12.c.server.auth: { status: partial }
        """;

    [Fact]
    public void The_same_said_otherwise_is_no_change() =>
        Changes(Base.Replace("facility: { code: \"27-001\", name: Bệnh viện, beds: 300 }", "facility:\n  beds: 300 # giường\n  name: \"Bệnh viện\"\n  code: '27-001'")).ShouldBeEmpty();

    [Theory]
    [InlineData("beds: 300", "beds: 320", "facility.beds", "300", "320")]
    [InlineData("users: 100", "users: 101", "systems.emr.users", "100", "101")]
    [InlineData("[private]", "[private, personal]", "systems.his.information", "private", "private, personal")]
    [InlineData("kind: dmz, ", "", "systems.his.zones.Vùng B.kind", "dmz", null)]
    [InlineData("how: Có quy chế", "how: Có quy chế mới", "answers.tt12.m.1.1.1.how", "Có quy chế", "Có quy chế mới")]
    [InlineData("status: partial", "status: met", "answers.emr/tt12.c.server.auth.status", "partial", "met")]
    public void One_value(string before, string now, string address, string? was, string? isNow) =>
        Changes(Base.Replace(before, now)).ShouldBe([new RevisionChange(address, was, isNow)]);

    [Fact]
    public void A_zone_put_in_front_changes_no_other() =>
        Changes(Base.Replace("    zones:\n", "    zones:\n      - { name: Vùng C, kind: border }\n")).ShouldBe([new RevisionChange("systems.his.zones.Vùng C", null, "kind: border; name: Vùng C", 2)]);

    [Fact]
    public void What_came_or_went_as_a_whole_is_told_once()
    {
        var change = Changes(Base.Replace("  emr/tt12.c.server.auth: { status: partial }", "  his/tt12.c.server.auth: { status: unmet, plan: Mua, due: 2027-01-01 }"));
        change.Select(each => (each.Address, each.Inside, each.Before is null, each.Now is null)).ShouldBe([("answers.his/tt12.c.server.auth", 3, true, false), ("answers.emr/tt12.c.server.auth", 1, false, true)]);
        var gone = Changes(Base.Replace("\n    components:\n      - { id: emr, name: EMR, users: 100 }", "").Replace("\n  emr/tt12.c.server.auth: { status: partial }", ""));
        gone.Select(each => each.Address).ShouldBe(["systems.emr", "answers.emr/tt12.c.server.auth"], ignoreOrder: true);
        gone.Single(each => each.Address is "systems.emr").ShouldSatisfyAllConditions(
            gone => gone.Address.ShouldBe("systems.emr"),
            system => system.Now.ShouldBeNull(),
            system => system.Inside.ShouldBe(3));
    }

    [Theory]
    [InlineData("systems.emr.users", "systems.emr.users", true)]
    [InlineData("systems.emr.users", "systems.emr", true)]
    [InlineData("systems.emr", "systems.emr.users", true)]
    [InlineData("systems.emr.users", "systems.emr2", false)]
    [InlineData("systems.emr.users", "systems.his", false)]
    [InlineData("answers.emr/tt12.c.server.auth.how", "emr/tt12.c.server.auth", true)]
    [InlineData("answers.tt12.c.server.auth.how", "emr/tt12.c.server.auth", true)]
    [InlineData("answers.his/tt12.c.server.auth.how", "emr/tt12.c.server.auth", false)]
    [InlineData("answers.tt12.m.1.1.1.status", "tt12.m.1.1.1", true)]
    [InlineData("answers.tt12.m.1.1.10.status", "tt12.m.1.1.1", false)]
    public void A_comment_is_touched_by_what_it_is_about(string address, string target, bool touched) => new RevisionChange(address, "a", "b").Touches(target).ShouldBe(touched);

    private static IReadOnlyList<RevisionChange> Changes(string now) => RevisionChanges.Between(Canonical(Base), Canonical(now.ReplaceLineEndings("\n")));

    private static byte[] Canonical(string text) => Reading.Read(text).ToCanonicalJson();
}
