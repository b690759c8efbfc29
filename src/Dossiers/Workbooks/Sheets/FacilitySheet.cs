using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>The facility, what it has done on which days, and the bodies that answer for its systems: a row for each question.</summary>
internal static class FacilitySheet
{
    private static readonly SheetColumn[] Columns =
        [new("#label", "Nội dung", 44), new(SheetKeys.Value, "Trả lời", 52), new("#help", "Cách tìm câu trả lời", 84)];

    // In the order of DossierSchema.BodyKeys.
    private static readonly (string Label, string Help)[] BodyLabels =
    [
        ("Tên cơ quan, đơn vị", "Tên đầy đủ như trên con dấu."),
        ("Văn bản quy định chức năng, nhiệm vụ", "Số, ngày và tên của quyết định quy định chức năng, nhiệm vụ."),
        ("Người đại diện", "Họ và tên."),
        ("Chức vụ người đại diện", ""),
        ("Địa chỉ", ""),
        ("Số điện thoại", ""),
        ("Thư điện tử", ""),
    ];

    private static readonly (string Key, string Title, string Note)[] Bodies =
    [
        (DossierSchema.Owner, "CHỦ QUẢN HỆ THỐNG THÔNG TIN", "Cơ quan có thẩm quyền quản lý trực tiếp, hoặc quyết định đầu tư hệ thống."),
        (DossierSchema.Operator, "ĐƠN VỊ VẬN HÀNH", "Được chủ quản giao vận hành hệ thống, thường là chính cơ sở."),
        (DossierSchema.SecurityUnit, "ĐƠN VỊ CHUYÊN TRÁCH VỀ AN TOÀN THÔNG TIN", "Của chủ quản hệ thống thông tin."),
    ];

    public static SheetPlan Plan(YamlMapping root, FactCatalogue catalogue, ChoiceLists lists)
    {
        var builder = new SheetBuilder(SheetKeys.Facility, "Cơ sở", "CƠ SỞ, CÁC MỐC ĐÃ LÀM, CÁC BÊN CHỊU TRÁCH NHIỆM",
            "Điền vào các ô nền vàng. Để trống nghĩa là «chưa khai» (chưa biết), không phải «không» và không phải số 0. Bấm vào ô để xem cách trả lời.", Columns, 1, "0B3C5D", lists);
        foreach (var (title, note, rows) in Sections(catalogue))
        {
            builder.Section(title, note);
            foreach (var (path, field) in rows)
            {
                builder.Row(path, [SheetCell.Label(field.Label), SheetCell.Of(field, YamlTree.At(root, path.Split('.'))), SheetCell.Help(field.Help)]);
            }
        }

        return builder.Plan;
    }

    public static void Read(KeyedSheet sheet, ImportScope scope, FactCatalogue catalogue)
    {
        foreach (var (path, field) in Sections(catalogue).SelectMany(section => section.Rows))
        {
            var keys = path.Split('.');
            var before = YamlTree.At(scope.Origin, keys);
            var after = scope.Take(sheet, sheet.At(path, SheetKeys.Value), field, before);
            if (!ReferenceEquals(before, after))
            {
                scope.Draft = YamlTree.With(scope.Draft, keys, after);
            }
        }
    }

    private static IEnumerable<(string Title, string? Note, IEnumerable<(string Path, Field Field)> Rows)> Sections(FactCatalogue catalogue)
    {
        yield return ("CƠ SỞ", null, Facts(catalogue, FactScope.Facility, DossierSchema.Facility));
        yield return ("CÁC MỐC ĐÃ LÀM", "Ghi ngày làm xong; chưa làm thì gõ đúng chữ đã chỉ ở ô.", Facts(catalogue, FactScope.Milestone, DossierSchema.Milestones));
        foreach (var (key, title, note) in Bodies)
        {
            yield return (title, note, DossierSchema.BodyKeys.Zip(BodyLabels, (field, words) => ($"{key}.{field}", (Field)new TextField(words.Label, words.Help))));
        }
    }

    private static IEnumerable<(string Path, Field Field)> Facts(FactCatalogue catalogue, FactScope scope, string section) =>
        catalogue.Of(scope).Where(fact => fact.Type != FactType.Set).Select(fact => ($"{section}.{fact.Path}", FactFields.Of(fact)));
}
