namespace EmrSec.Dossiers.Tests.Intake;

public sealed class DossierReaderTests
{
    private const string Full =
        """
        schema: emrsec.dossier/1
        facility:
          code: "27-001"
          name: Bệnh viện đa khoa mẫu
          kind: hospital
          beds: 300
        milestones:
          emrCompleted: 2025-09-20
          infrastructureDeployed: none
        owner: { name: Sở Y tế, functionsDocument: QĐ 1, representative: Ông A, title: Giám đốc, address: Số 1, phone: 0222 1, email: a@example.vn }
        operator:
          name: Bệnh viện
        securityUnit:
        systems:
          - id: hospital
            name: Hệ thống thông tin bệnh viện
            function: internal
            information: [private, personal]
            onlineServices: []
            dataSubjects: { basic: 120000, sensitive: 119000 }
            assignedLevel: none
            proposedLevel: 2
            zones:
              - { name: DMZ, kind: device-management, privateIp: 10.0.0.0/24, publicIp: 203.0.113.0/29 }
            devices:
              - { name: FW, type: Tường lửa, main: true, redundant: hot, place: Tầng 3, purpose: Chặn }
            services:
              - { name: HIS, server: SV1, place: Tầng 3, os: Linux, purpose: Khám bệnh }
            components:
              - id: emr
                name: EMR
                users: 850
        documents:
          design: { file: b.pdf, approvedBy: Giám đốc, issued: 2025-11-20 }
          securityRegulation: { number: 05/QĐ, issued: 2026-01-05, issuedBy: Giám đốc }
          overview:
        answers:
          tt12.m.1.1.1: { status: met, how: Có, evidence: [a.pdf, b.pdf], validUntil: 2027-01-01 }
          emr/tt12.d.plan.xi: { status: not-applicable, plan: Thuê, due: 2026-12-31, owner: CNTT }
          tt12.m.1.6: { status: , how: }
        """;

    private static readonly Dossier Dossier = Reading.ReadWhole(Full);

    [Fact]
    public void Facility_and_milestones_are_facts()
    {
        Dossier.File.ShouldBe("dossier.yaml");
        Dossier.FacilityCode.ShouldBe("27-001");
        Dossier.FacilityName.ShouldBe("Bệnh viện đa khoa mẫu");
        ShouldDeclare(Dossier.Facility, "facility.kind", "hospital");
        ShouldDeclare(Dossier.Facility, "facility.beds", 300);
        Dossier.Facility.Contains(TestFacts.Fact("facility.province")).ShouldBeFalse();
        ShouldDeclare(Dossier.Milestones, "milestones.emrCompleted", "2025-09-20");
        ShouldDeclare(Dossier.Milestones, "milestones.infrastructureDeployed", "none");
    }

    [Fact]
    public void A_fact_knows_where_it_is_written()
    {
        Dossier.Facility.TryGet(TestFacts.Fact("facility.beds"), out var beds).ShouldBeTrue();
        beds!.Position.ShouldBe(new SourcePosition("dossier.yaml", 6, 9));
    }

    [Fact]
    public void Bodies_have_seven_fields_and_an_empty_one_is_none()
    {
        Dossier.Owner.ShouldBe(new ResponsibleBody
        {
            Name = "Sở Y tế",
            FunctionsDocument = "QĐ 1",
            Representative = "Ông A",
            Title = "Giám đốc",
            Address = "Số 1",
            Phone = "0222 1",
            Email = "a@example.vn",
            Position = new SourcePosition("dossier.yaml", 10, 8),
        });
        Dossier.Operator!.Name.ShouldBe("Bệnh viện");
        Dossier.SecurityUnit.ShouldBeNull();
    }

    [Fact]
    public void A_system_has_facts_parts_and_components()
    {
        var system = Dossier.Systems.ShouldHaveSingleItem();
        (system.Id, system.Name, system.ProposedLevel).ShouldBe(("hospital", "Hệ thống thông tin bệnh viện", 2));
        system.Position.ShouldBe(new SourcePosition("dossier.yaml", 15, 5));
        ShouldDeclare(system.Facts, "system.information", new[] { "private", "personal" });
        ShouldDeclare(system.Facts, "system.onlineServices", Array.Empty<string>());
        ShouldDeclare(system.Facts, "system.dataSubjects.sensitive", 119000);
        ShouldDeclare(system.Facts, "system.assignedLevel", "none");
        system.Zones.ShouldBe([new NetworkZone("DMZ", ZoneKind.DeviceManagement, "10.0.0.0/24", "203.0.113.0/29") { Position = At(24) }]);
        system.Devices.ShouldBe([new Device("FW", "Tường lửa", IsMain: true, "Tầng 3", "Chặn") { Redundancy = DeviceRedundancy.Hot, Position = At(26) }]);
        system.Services.ShouldBe([new ServiceRecord("HIS", "SV1", "Tầng 3", "Linux", "Khám bệnh") { Position = At(28) }]);
        Dossier.AllSystems().Select(one => one.Id).ShouldBe(["hospital", "emr"]);
    }

    [Theory]
    [InlineData("true", DeviceRedundancy.Some)]
    [InlineData("hot", DeviceRedundancy.Hot)]
    [InlineData("cold", DeviceRedundancy.Cold)]
    [InlineData("none", DeviceRedundancy.None)]
    [InlineData("false", DeviceRedundancy.None)]
    [InlineData("", null)]
    public void A_device_says_whether_it_has_a_stand_by(string written, DeviceRedundancy? redundancy) =>
        Reading.ReadWhole($"{Reading.Begin}systems:\n  - id: a\n    devices: [{{ name: FW, redundant: {written} }}]\n").Systems[0].Devices[0].Redundancy.ShouldBe(redundancy);

    [Fact]
    public void Drawings_risks_and_what_levels_4_and_5_add()
    {
        var system = Reading.ReadWhole(Reading.Begin +
            """
            systems:
              - id: a
                mainRisks: Mã độc tống tiền
                models: { logical: { file: a.pdf }, physical: { file: b.pdf } }
                level4: { relatedSystems: Không có, risks: Từ chối dịch vụ, harm: Toàn tỉnh, continuity: Cấp cứu, riskReport: { file: c.pdf } }
            """).Systems[0];
        system.Models.ShouldBe(new SystemModels("a.pdf", "b.pdf"));
        system.MainRisks.ShouldBe("Mã độc tống tiền");
        system.HighLevel.ShouldBe(new HighLevelExplanation { RelatedSystems = "Không có", Risks = "Từ chối dịch vụ", Harm = "Toàn tỉnh", Continuity = "Cấp cứu", RiskReport = "c.pdf" });
    }

    [Fact]
    public void Documents_and_answers_without_content_are_not_declared()
    {
        Dossier.Documents.Select(document => document.Key).ShouldBe(["design", "securityRegulation"]);
        var design = Dossier.Documents[0];
        (design.File, design.ApprovedBy, design.Issued).ShouldBe(("b.pdf", "Giám đốc", new DateOnly(2025, 11, 20)));
        (Dossier.Documents[1].Number, Dossier.Documents[1].IssuedBy).ShouldBe(("05/QĐ", "Giám đốc"));
        Dossier.Answers.Select(answer => answer.Requirement).ShouldBe(["tt12.m.1.1.1", "tt12.d.plan.xi"]);
    }

    [Fact]
    public void An_answer_is_for_all_systems_or_for_one()
    {
        var (all, one) = (Dossier.Answers[0], Dossier.Answers[1]);
        (all.SystemId, all.Status, all.How, all.ValidUntil).ShouldBe((null, AnswerStatus.Met, "Có", new DateOnly(2027, 1, 1)));
        all.Evidence.ShouldBe(["a.pdf", "b.pdf"]);
        all.Position.ShouldBe(new SourcePosition("dossier.yaml", 38, 3));
        (one.SystemId, one.Status, one.Plan, one.Due, one.Owner).ShouldBe(("emr", AnswerStatus.NotApplicable, "Thuê", new DateOnly(2026, 12, 31), "CNTT"));
    }

    [Fact]
    public void The_rules_see_the_same_facts()
    {
        var profile = Dossier.ToProfile();
        profile.Facility.ShouldBeSameAs(Dossier.Facility);
        profile.Milestones.ShouldBeSameAs(Dossier.Milestones);
        var system = profile.Systems.ShouldHaveSingleItem();
        (system.Id, system.ProposedLevel).ShouldBe(("hospital", 2));
        system.Components.ShouldHaveSingleItem().Id.ShouldBe("emr");
        ShouldDeclare(system.Components[0].Facts, "system.users", 850);
    }

    [Fact]
    public void A_key_without_a_value_is_not_declared()
    {
        var dossier = Reading.ReadWhole(Reading.Begin + "  beds:\n  kind: ~\n  address: \"  \"\nmilestones:\nsystems:\nanswers:\ndocuments:\n");
        dossier.Facility.Declared.Select(pair => pair.Key.Id).ShouldBe(["facility.name"]);
        dossier.FacilityCode.ShouldBeNull();
        dossier.Milestones.Declared.ShouldBeEmpty();
    }

    private static SourcePosition At(int line) => new("dossier.yaml", line, 9);

    private static void ShouldDeclare(FactSet facts, string id, object value)
    {
        facts.TryGet(TestFacts.Fact(id), out var declared).ShouldBeTrue(id);
        declared!.Value.ShouldBe(TestFacts.Value(id, value), id);
    }
}
