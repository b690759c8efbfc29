using EmrSec.Dossiers;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Values;

/// <summary>What papers print of a paper of the dossier (NĐ 85 Điều 15; NĐ 331 Điều 21).</summary>
internal static class DocumentValues
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["overview"] = "Tài liệu mô tả, thuyết minh tổng quan về hệ thống thông tin",
        ["design"] = "Tài liệu thiết kế",
        ["levelExplanation"] = "Tài liệu thuyết minh về việc đề xuất cấp độ",
        ["protectionPlan"] = "Tài liệu thuyết minh phương án bảo đảm an toàn",
        ["securityUnitOpinion"] = "Ý kiến về mặt chuyên môn của đơn vị chuyên trách",
        ["securityRegulation"] = "Quy chế bảo đảm an toàn",
    };

    /// <summary>A paper's name, file, number and day.</summary>
    /// <param name="document">The paper.</param>
    public static TemplateValues Of(DossierDocument document) => new()
    {
        ["key"] = document.Key,
        ["name"] = Names[document.Key],
        ["file"] = Text(document.File),
        ["number"] = Text(document.Number),
        ["issued"] = document.Issued is { } issued ? issued : new AbsentValue(),
        ["issuedBy"] = Text(document.IssuedBy),
        ["approvedBy"] = Text(document.ApprovedBy),
    };

    private static object Text(string? text) => text ?? (object)new AbsentValue();
}
