using EmrSec.Dossiers.Intake;

namespace EmrSec.Dossiers.Presets;

/// <summary>Writes the bodies that answer for the systems, to be filled in.</summary>
internal static class PartyTemplate
{
    private static readonly (string Key, string Words)[] Bodies =
    [
        (DossierSchema.Owner, "CHỦ QUẢN HỆ THỐNG THÔNG TIN: cơ quan có thẩm quyền quản lý trực tiếp, hoặc quyết định đầu tư hệ thống."),
        (DossierSchema.Operator, "ĐƠN VỊ VẬN HÀNH: được chủ quản giao vận hành hệ thống, thường là chính cơ sở."),
        (DossierSchema.SecurityUnit, "ĐƠN VỊ CHUYÊN TRÁCH VỀ AN TOÀN THÔNG TIN của chủ quản."),
    ];

    // In the order of DossierSchema.BodyKeys.
    private static readonly string[] Labels =
    [
        "tên cơ quan, đơn vị",
        "văn bản quy định chức năng, nhiệm vụ",
        "người đại diện",
        "chức vụ người đại diện",
        "địa chỉ",
        "số điện thoại",
        "thư điện tử",
    ];

    public static void Write(TemplateText text)
    {
        foreach (var (key, words) in Bodies)
        {
            text.Gap();
            text.Comment(0, words);
            text.Line(0, $"{key}:");
            foreach (var (field, label) in DossierSchema.BodyKeys.Zip(Labels))
            {
                text.Line(2, $"{field + ":",-20} # {label}");
            }
        }
    }
}
