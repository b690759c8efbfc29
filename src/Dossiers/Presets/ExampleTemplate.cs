using EmrSec.Dossiers.Intake;

namespace EmrSec.Dossiers.Presets;

/// <summary>Writes, commented out, what a dossier may hold besides: more about the last system, the papers, the answers.</summary>
internal static class ExampleTemplate
{
    // Keys of a system, as far in as those of the file's last system.
    private const int SystemIndent = 4;

    public static void Write(TemplateText text, IReadOnlyList<PresetSystem> systems, FactCatalogue catalogue)
    {
        OtherFacts(text, systems, catalogue);
        Parts(text);
        Documents(text);
        Answers(text, systems);
    }

    private static void OtherFacts(TemplateText text, IReadOnlyList<PresetSystem> systems, FactCatalogue catalogue)
    {
        var shown = systems.SelectMany(system => system.ShownAnywhere).ToHashSet();
        text.Comment(0, "Mỗi hệ thống còn khai được những mục sau. Cần mục nào thì chép vào hệ thống ấy và bỏ dấu # đầu dòng.");
        foreach (var group in catalogue.Of(FactScope.System).Where(fact => !shown.Contains(fact)).GroupBy(fact => fact.Path.Split('.')[0], StringComparer.Ordinal))
        {
            text.Example(SystemIndent, $"{group.Key + ":",-24} # {group.First().Label}");
        }
    }

    private static void Parts(TemplateText text)
    {
        text.Comment(0, $"Vùng mạng, thiết bị, phần mềm của hệ thống (kind: {string.Join(", ", DossierSchema.ZoneWords)}; redundant: hot = dự phòng nóng, cold = nguội, true = có, none = không):");
        text.Example(SystemIndent, "zones:");
        text.Example(SystemIndent, "  - { name: Vùng mạng nội bộ, kind: internal, privateIp: 10.0.1.0/24 }");
        text.Example(SystemIndent, "devices:");
        text.Example(SystemIndent, "  - { name: FW-01, type: Tường lửa, main: true, redundant: hot, place: Phòng máy chủ }");
        text.Example(SystemIndent, "models: { logical: { file: so-do-lo-gic.pdf }, physical: { file: so-do-vat-ly.pdf } }");
        text.Example(SystemIndent, "services:");
        text.Example(SystemIndent, "  - { name: Cơ sở dữ liệu, server: SV-DB-01, os: Linux, place: Phòng máy chủ }");
    }

    private static void Documents(TemplateText text)
    {
        text.Gap();
        text.Comment(0, "THÀNH PHẦN HỒ SƠ đã có. Bỏ dấu # đầu dòng rồi sửa; chưa có thì xóa dòng.");
        string[] lines =
        [
            "documents:",
            "  overview: { file: 01-thuyet-minh-tong-quan.pdf, issued: 2026-02-28 }",
            "  design: { file: 02-thiet-ke-thi-cong.pdf, approvedBy: Giám đốc, issued: 2026-02-28 }",
            "  levelExplanation: { file: 03-thuyet-minh-cap-do.pdf }",
            "  protectionPlan: { file: 04-phuong-an-bao-dam.pdf }",
            "  securityUnitOpinion: { file: 05-y-kien-chuyen-mon.pdf }   # cấp độ 4 và 5",
            "  securityRegulation: { number: 01/QĐ-BV, issued: 2026-02-28, issuedBy: Giám đốc }",
        ];
        foreach (var line in lines)
        {
            text.Example(0, line);
        }
    }

    private static void Answers(TemplateText text, IReadOnlyList<PresetSystem> systems)
    {
        text.Gap();
        text.Comment(0, "TRẢ LỜI TỪNG YÊU CẦU theo mã; cho riêng một hệ thống thì đặt id của nó và dấu / ở trước.");
        text.Comment(0, $"status: {string.Join(" | ", DossierSchema.StatusWords)} (đáp ứng | một phần | chưa | không áp dụng).");
        string[] lines =
        [
            "answers:",
            "  tt12.m.1.1.1:",
            "    status: met",
            "    how: Đã ban hành Quy chế bảo đảm an toàn thông tin",
            "    evidence: [quy-che.pdf]",
            "    validUntil: 2027-12-31",
            "  tt12.d.plan.xi: { status: unmet, plan: Thuê giám sát, due: 2026-12-31, owner: Phòng CNTT }",
            $"  {systems[0].Id}/tt12.c.server.auth: {{ status: partial, how: Đã đổi mật khẩu mặc định }}",
        ];
        foreach (var line in lines)
        {
            text.Example(0, line);
        }
    }
}
