namespace EmrSec.Dossiers.Tests.Intake;

/// <summary>What belongs together: schema, names, ids, answers.</summary>
public sealed class StructureTests
{
    private const string System = "systems:\n  - id: emr\n    name: EMR\n";

    [Theory]
    [InlineData("▸facility: { name: A }\n", "HS002", "thêm dòng đầu: schema: emrsec.dossier/1")]
    [InlineData("▸schema:\nfacility: { name: A }\n", "HS002", "thêm dòng đầu")]
    [InlineData("schema: ▸emrsec.dossier/2\nfacility: { nam: A }\n", "HS002", "lược đồ của hồ sơ là emrsec.dossier/1")]
    [InlineData("schema: ▸[]\n", "HS002", "viết: schema")]
    [InlineData("schema: emrsec.dossier/1\nfacility: { name: ▸[] }\n", "KD002", null)]
    [InlineData("schema: emrsec.dossier/1\nfacility: ▸Bệnh viện\n", "KD002", null)]
    [InlineData("▸- schema: emrsec.dossier/1\n", "HS001", "schema: emrsec.dossier/1")]
    [InlineData("▸Kính gửi Sở Y tế, đơn vị xin báo cáo.\n", "HS001", "schema: emrsec.dossier/1")]
    public void A_file_must_be_a_dossier(string text, string code, string? help)
    {
        var error = Reading.ReadBroken(text, code);
        (help is null || error.Help!.Contains(help, StringComparison.Ordinal)).ShouldBeTrue(error.Help);
    }

    [Theory]
    [InlineData("  - ▸name: A\n", "KD003", null)]
    [InlineData("  - id: ▸EMR\n    name: A\n", "HS004", "ví dụ emr")]
    [InlineData("  - id: ▸Bệnh án điện tử\n    name: A\n", "HS004", "ví dụ benh-an-dien-tu")]
    [InlineData("  - id: ▸-a\n    name: A\n", "HS004", "ví dụ a")]
    [InlineData("  - id: ▸a_b\n    name: A\n", "HS004", "ví dụ a-b")]
    [InlineData("  - id: ▸«»\n    name: A\n", "HS004", "ví dụ emr")]
    [InlineData("  - id: ▸[a]\n    name: A\n", "KD002", null)]
    [InlineData("  - ▸a\n", "KD002", null)]
    [InlineData("  -▸ \n", "KD003", "điền nội dung hoặc xoá dòng này")]
    public void A_system_needs_an_id(string text, string code, string? help)
    {
        var error = Reading.ReadBroken(Reading.Begin + "systems:\n" + text, code);
        (help is null || error.Help!.Contains(help, StringComparison.Ordinal)).ShouldBeTrue(error.Help);
    }

    [Theory]
    [InlineData("schema: emrsec.dossier/1\n")]
    [InlineData("schema: emrsec.dossier/1\nfacility: { beds: 1 }\n")]
    [InlineData("schema: emrsec.dossier/1\nfacility: { name: \" \" }\n")]
    public void A_facility_may_leave_its_name_undeclared_like_any_fact(string text) =>
        Reading.ReadWhole(text).FacilityName.ShouldBeNull();

    [Fact]
    public void A_system_without_a_name_goes_by_its_id() =>
        Reading.ReadWhole(Reading.Begin + "systems: [{ id: his }]\n").Systems[0].Name.ShouldBe("his");

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Reading.ReadWhole(Reading.Begin + $"systems: [{{ id: {new string('a', 64)}, name: A }}]\n");
        Reading.ReadBroken(Reading.Begin + $"systems: [{{ id: ▸{new string('a', 65)}, name: A }}]\n", "HS004");
    }

    [Fact]
    public void Ids_are_unique_among_systems_and_components_together()
    {
        var error = Reading.ReadBroken(Reading.Begin + System + "  - id: lis\n    name: LIS\n    components: [{ id: ▸emr, name: B }]\n", "HS005");
        error.Help.ShouldNotBeNull().ShouldContain("lần đầu ở dòng 5");
    }

    [Fact]
    public void Components_nest_six_deep_and_no_deeper()
    {
        Reading.ReadWhole(Nested(6));
        Reading.ReadBroken(Nested(7).Replace("components: [{ id: s7", "components: ▸[{ id: s7", StringComparison.Ordinal), "HS003");
    }

    [Theory]
    [InlineData("  ▸erm/tt12.m.1.1.1: { status: met }\n", "HS006", "«emr»")]
    [InlineData("  ▸portal/tt12.m.1.1.1: { status: met }\n", "HS006", "các hệ thống: emr")]
    [InlineData("  ▸/tt12.m.1.1.1: { status: met }\n", "HS006", "các hệ thống: emr")]
    [InlineData("  ▸TT12.M.1.1.1: { status: met }\n", "HS007", "«tt12.m.1.1.1»")]
    [InlineData("  ▸tt12: { status: met }\n", "HS007", "<id của hệ thống>/tt12.m.1.1.1")]
    [InlineData("  ▸tt12..1: { status: met }\n", "HS007", "tt12.m.1.1.1")]
    [InlineData("  ▸emr/lan/tt12.m.1: { status: met }\n", "HS007", "tt12.m.1.1.1")]
    [InlineData("  tt12.m.1.1.1: { status: ▸done }\n", "KD004", "met, partial, unmet, not-applicable")]
    [InlineData("  tt12.m.1.1.1: { status: ▸unmt }\n", "KD004", "«unmet»")]
    [InlineData("  ▸tt12.m.1.1.1: { how: Có }\n", "KD003", "status là một trong")]
    [InlineData("  tt12.m.1.1.1: ▸met\n", "KD002", "viết { status: met }")]
    [InlineData("  tt12.m.1.1.1: { status: met, evidence: ▸a.pdf }\n", "KD002", "[a, b]")]
    [InlineData("  tt12.m.1.1.1: { status: met, due: ▸sớm }\n", "KD005", "viết năm-tháng-ngày")]
    public void An_answer_is_addressed_by_requirement_and_system(string text, string code, string help)
    {
        var error = Reading.ReadBroken(Reading.Begin + System + "answers:\n" + text, code);
        error.Help.ShouldNotBeNull().ShouldContain(help);
    }

    [Theory]
    [InlineData("tt12.d.zone.viii")]
    [InlineData("tt12.m.1.5.malware")]
    [InlineData("tcvn14423.a-1.b")]
    [InlineData("emr/tt12.c.server.auth")]
    public void Requirements_of_any_pack_can_be_answered(string key) =>
        Reading.ReadWhole($"{Reading.Begin}{System}answers:\n  {key}: {{ status: partial }}\n").Answers.ShouldHaveSingleItem();

    [Fact]
    public void A_dossier_without_systems_or_with_the_placeholder_name_is_read_with_a_warning()
    {
        var result = Reading.Read("schema: emrsec.dossier/1\nfacility:\n  name: (tên đầy đủ của cơ sở)\n");
        result.Dossier.ShouldNotBeNull();
        result.Diagnostics.Items.Select(item => (item.Code, item.Severity, item.Position.Line, item.Position.Column)).ShouldBe(
            [("HS009", DiagnosticSeverity.Warning, 1, 1), ("HS008", DiagnosticSeverity.Warning, 3, 9)]);
    }

    private static string Nested(int depth)
    {
        var inner = "";
        for (var i = depth; i >= 1; i--)
        {
            inner = $", components: [{{ id: s{i}, name: S{inner} }}]";
        }

        return Reading.Begin + $"systems: [{{ id: s0, name: S{inner} }}]\n";
    }
}
