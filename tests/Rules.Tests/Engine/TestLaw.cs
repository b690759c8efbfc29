using System.Text;
using EmrSec.Rules.Conditions;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Tests.Engine;

/// <summary>A small law to make mistakes in: a fact of every type, one regime, one directive.</summary>
internal static class TestLaw
{
    public const string Facts = """
        schema: emrsec.facts/1
        facts:
          - { id: facility.province, scope: facility, type: enum, label: Tỉnh, question: Ở đâu?, values: [{ id: bac-ninh, label: tỉnh Bắc Ninh }, { id: gia-lai, label: tỉnh Gia Lai }] }
          - { id: facility.name, scope: facility, type: text, label: Tên, question: Tên gì? }
          - { id: milestones.emrCompleted, scope: milestone, type: date, allowNone: true, noneLabel: chưa hoàn thành, label: Hoàn thành bệnh án điện tử, question: Ngày nào? }
          - { id: milestones.dossierApproved, scope: milestone, type: date, allowNone: true, label: Phê duyệt hồ sơ, question: Ngày nào? }
          - { id: system.function, scope: system, type: enum, label: Loại hình, question: Loại nào?, values: [{ id: internal, label: nội bộ }, { id: citizens-business, label: phục vụ người dân }, { id: infrastructure, label: hạ tầng }] }
          - { id: system.information, scope: system, type: set, minItems: 1, label: Loại thông tin, question: Loại nào?, values: [{ id: public, label: thông tin công cộng }, { id: private, label: thông tin riêng }, { id: personal, label: thông tin cá nhân }, { id: state-secret, label: bí mật nhà nước }] }
          - { id: system.onlineServices, scope: system, type: set, label: Dịch vụ trực tuyến, question: Dịch vụ nào?, values: [{ id: business, label: kinh doanh }, { id: other, label: dịch vụ khác }] }
          - { id: system.users, scope: system, type: integer, min: 0, max: 2000000000, unit: người, label: Số người sử dụng, question: Bao nhiêu? }
          - { id: system.assignedLevel, scope: system, type: integer, min: 1, max: 5, allowNone: true, noneLabel: không có quyết định, label: Cấp độ theo quyết định, question: Cấp mấy? }
          - { id: system.continuous, scope: system, type: boolean, label: Vận hành 24/7, question: Có không? }
          - { id: system.dataSubjects.basic, scope: system, type: integer, min: 0, label: Số chủ thể dữ liệu, question: Bao nhiêu? }
        """;

    public const string Regime = """
        schema: emrsec.regime/1
        id: law
        version: 1.0.0
        title: Luật mẫu
        document: { number: 1/2026/NĐ-CP, title: Nghị định mẫu, issuer: Chính phủ, issued: 2026-01-01 }
        inForce: { from: 2026-01-01 }
        components: { principle: highest, citation: { article: 5 }, wording: Cấp cao nhất. }
        criteria:
          - id: "8.1"
            level: 2
            citation: { article: 8, clause: 1 }
            title: Thông tin riêng
            wording: Hệ thống xử lý thông tin riêng.
            when: { system.information: { anyOf: [private, personal] } }
        """;

    public const string Directive = """
        schema: emrsec.directive/1
        id: province
        version: 1.0.0
        title: Văn bản mẫu
        document: { number: 5/SYT, cite: "Sở Y tế, công văn 5", title: Về việc mẫu, issuer: Sở Y tế, issued: 2026-02-01 }
        inForce: { from: 2026-02-01 }
        obligations:
          - id: province.dossier
            title: Hồ sơ được phê duyệt
            citation: { section: "3" }
            quote: hoàn thành trước ngày 30/6/2026
            binds: { facility.province: bac-ninh }
            due: 2026-06-30
            doneWhen: [milestones.dossierApproved]
        """;

    public static FactCatalogue Catalogue { get; } = Load(("facts.yaml", Facts)).Packs!.Facts;

    public static FactDefinition Fact(string id) => Catalogue.Find(id)!;

    /// <summary>Loads files given as name and text.</summary>
    public static (RulePackSet? Packs, List<string> Diagnostics) Load(params (string Name, string Text)[] files)
    {
        var diagnostics = new DiagnosticBag();
        var loaded = PackLoader.Load([.. files.Select(file => new PackFile(file.Name, _ => Encoding.UTF8.GetBytes(file.Text)))], diagnostics);
        return (loaded.Packs, Say(diagnostics));
    }

    /// <summary>Reads one condition written in <c>r.yaml</c>.</summary>
    public static (Condition? Condition, List<string> Diagnostics) Read(string yaml, bool ofFacility = false)
    {
        var diagnostics = new DiagnosticBag();
        var reader = new ConditionReader(Catalogue, diagnostics) { Due = new DateOnly(2026, 6, 30), AllowsSystem = !ofFacility };
        return (reader.Read(YamlReader.Read(yaml, "r.yaml", diagnostics)), Say(diagnostics));
    }

    public static FactCondition Comparison(string yaml)
    {
        var (condition, diagnostics) = Read(yaml);
        diagnostics.ShouldBeEmpty();
        return condition.ShouldBeOfType<FactCondition>();
    }

    private static List<string> Say(DiagnosticBag diagnostics) => [.. diagnostics.Items.Select(finding => finding.ToString())];
}
