namespace EmrSec.Dossiers.Tests.Intake;

public sealed class UnknownKeyTests
{
    private const string System = "systems:\n  - id: emr\n    name: EMR\n";

    [Theory]
    [InlineData("▸facilty:\n", "facility")]
    [InlineData("▸system: []\n", "systems")]
    [InlineData("  ▸bed: 3\n", "beds")]
    [InlineData("milestones:\n  ▸emrComplete: none\n", "emrCompleted")]
    [InlineData("owner: { ▸emial: x }\n", "email")]
    [InlineData("operator:\n  ▸phne: x\n", "phone")]
    [InlineData("securityUnit:\n  ▸Name: x\n", "name")]
    [InlineData(System + "    ▸user: 5\n", "users")]
    [InlineData(System + "    ▸component: []\n", "components")]
    [InlineData(System + "    dataSubjects: { ▸basics: 5 }\n", "basic")]
    [InlineData(System + "    zones:\n      - name: A\n        ▸knd: dmz\n", "kind")]
    [InlineData(System + "    devices: [{ name: A, ▸typ: x }]\n", "type")]
    [InlineData(System + "    devices: [{ name: A, ▸redundnt: hot }]\n", "redundant")]
    [InlineData(System + "    models: { ▸logicl: { file: a.pdf } }\n", "logical")]
    [InlineData(System + "    models: { logical: { ▸fle: a.pdf } }\n", "file")]
    [InlineData(System + "    level4: { ▸risk: x }\n", "risks")]
    [InlineData(System + "    ▸mainRisk: x\n", "mainRisks")]
    [InlineData(System + "    services: [{ name: A, ▸sever: x }]\n", "server")]
    [InlineData(System + "    components:\n      - id: lis\n        name: LIS\n        ▸hostng: cloud\n", "hosting")]
    [InlineData("documents:\n  ▸desing: {}\n", "design")]
    [InlineData("documents:\n  design: { ▸fil: a.pdf }\n", "file")]
    [InlineData("answers:\n  tt12.m.1.1.1: { status: met, ▸dues: 2026-01-01 }\n", "due")]
    public void An_unknown_key_is_an_error_that_names_the_right_one(string text, string right)
    {
        var error = Reading.ReadBroken(Reading.Begin + text, "KD001");
        error.Help.ShouldNotBeNull().ShouldContain($"«{right}»");
    }

    [Fact]
    public void Where_no_name_is_near_the_names_there_are_are_listed()
    {
        var error = Reading.ReadBroken(Reading.Begin + "owner: { ▸chucvu: x }\n", "KD001");
        error.Help.ShouldBe("các mục ở đây: name, functionsDocument, representative, title, address, phone, email");
    }
}
