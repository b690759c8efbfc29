using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>The papers of the dossier (85/2016/NĐ-CP, Điều 15): a row for each.</summary>
internal static class DocumentsSheet
{
    // In the order of DossierDocument.Keys.
    private static readonly string[] Labels =
    [
        "Tài liệu mô tả, thuyết minh tổng quan về hệ thống thông tin",
        "Tài liệu thiết kế xây dựng, hoặc thiết kế thi công được phê duyệt",
        "Tài liệu thuyết minh về việc đề xuất cấp độ",
        "Tài liệu thuyết minh phương án bảo đảm an toàn thông tin theo cấp độ",
        "Ý kiến về mặt chuyên môn của đơn vị chuyên trách (cấp độ 4, 5)",
        "Quy chế bảo đảm an toàn thông tin",
    ];

    private static readonly (string Key, Field Field, double Width)[] Fields =
    [
        ("file", new TextField("Tệp", "Đường dẫn tệp, tính từ thư mục của hồ sơ."), 40),
        ("number", new TextField("Số, ký hiệu", "Ví dụ 01/QĐ-BV."), 22),
        ("issued", new DayField("Ngày ban hành", ""), 16),
        ("approvedBy", new TextField("Người phê duyệt", ""), 30),
        ("issuedBy", new TextField("Người ban hành", ""), 30),
    ];

    public static SheetPlan Plan(YamlMapping root, ChoiceLists lists)
    {
        SheetColumn[] columns = [new("#label", "Tài liệu", 60), .. Fields.Select(field => new SheetColumn(field.Key, field.Field.Label, field.Width))];
        var builder = new SheetBuilder(SheetKeys.Documents, "Văn bản", "CÁC TÀI LIỆU CỦA HỒ SƠ (85/2016/NĐ-CP, Điều 15)", "Điền tài liệu đã có; tài liệu do chương trình lập thì để trống được.", columns, 1, "5B3A8C", lists);
        foreach (var (key, label) in DossierDocument.Keys.Zip(Labels))
        {
            builder.Row(key, [SheetCell.Label(label), .. Fields.Select(field => SheetCell.Of(field.Field, YamlTree.At(root, DossierSchema.Documents, key, field.Key)))]);
        }

        return builder.Plan;
    }

    public static void Read(KeyedSheet sheet, ImportScope scope)
    {
        foreach (var document in DossierDocument.Keys)
        {
            foreach (var (key, field, _) in Fields)
            {
                string[] path = [DossierSchema.Documents, document, key];
                var before = YamlTree.At(scope.Origin, path);
                var after = scope.Take(sheet, sheet.At(document, key), field, before);
                if (!ReferenceEquals(before, after))
                {
                    scope.Draft = YamlTree.With(scope.Draft, path, after);
                }
            }
        }
    }
}
