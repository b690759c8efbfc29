using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>The systems and their components: a column for each, a row for each question, a few columns free for new ones.</summary>
internal static class SystemsSheet
{
    private const int Spare = 4;
    private const string New = "new:", Existing = "system:";

    public static SheetPlan Plan(YamlMapping root, FactCatalogue catalogue, ChoiceLists lists)
    {
        var systems = SystemTree.All(root).ToList();
        var ids = Enumerable.Range(1, Spare).Select(i => New + i.ToString(CultureInfo.InvariantCulture));
        SheetColumn[] columns =
        [
            new("#label", "Nội dung", 40), new("#help", "Cách tìm câu trả lời", 60),
            .. systems.Select(system => new SheetColumn(Existing + system.Id, system.Parent is null ? SystemTree.Name(system.System) : $"{SystemTree.Name(system.System)}\n(thành phần của {system.Parent})", 30)),
            .. ids.Select((id, i) => new SheetColumn(id, string.Create(CultureInfo.InvariantCulture, $"Hệ thống mới {i + 1}"), 30)),
        ];
        var builder = new SheetBuilder(SheetKeys.Systems, "Hệ thống", "CÁC HỆ THỐNG THÔNG TIN VÀ HỆ THỐNG THÀNH PHẦN",
            "Mỗi cột là một hệ thống; thêm hệ thống thì điền vào cột «Hệ thống mới». Câu hỏi có nhiều lựa chọn: chọn «Có» ở mọi loại có, chọn «Không» ở mọi loại nếu không có loại nào; đã có một ô «Có» thì ô để trống được hiểu là «Không».",
            columns, 2, "1D7A46", lists);
        new Writer(builder, systems).Write(catalogue);
        return builder.Plan;
    }

    public static void Read(KeyedSheet sheet, ImportScope scope, FactCatalogue catalogue) => new SystemsReader(sheet, scope, catalogue).Read(Existing, New);

    private sealed class Writer(SheetBuilder builder, List<(YamlMapping System, string Id, string? Parent)> systems)
    {
        public void Write(FactCatalogue catalogue)
        {
            Row(SystemRows.Id, SystemRows.IdField, system => SheetCell.Locked(system.Id), null);
            Row(SystemRows.Name, SystemRows.NameField, system => SheetCell.Of(SystemRows.NameField, YamlTree.At(system.System, "name")), SystemRows.NameField);
            Row(SystemRows.Parent, SystemRows.ParentField, system => SheetCell.Locked(system.Parent), SystemRows.ParentField);
            Row(SystemRows.Remove, SystemRows.RemoveField, _ => SheetCell.Of(SystemRows.RemoveField, null), null, isFree: false);
            foreach (var (path, field, set) in SystemRows.Of(catalogue))
            {
                if (field is not null)
                {
                    Row(path, field, system => SheetCell.Of(field, YamlTree.At(system.System, path.Split('.'))), field);
                }
                else
                {
                    Set(set!);
                }
            }
        }

        private void Set(FactDefinition set)
        {
            builder.Section(set.Label, set.Help);
            foreach (var option in set.Options)
            {
                var field = FactFields.Of(set, option);
                builder.Row(SystemRows.Key(set, option),
                [
                    SheetCell.Label($"   – {option.Label}"), SheetCell.Help(null),
                    .. systems.Select(system => SheetCell.Of(field, SetValue.Of(YamlTree.At(system.System, set.Path.Split('.')), option))),
                    .. Enumerable.Range(0, Spare).Select(_ => SheetCell.Of(field, null)),
                ]);
            }
        }

        private void Row(string key, Field field, Func<(YamlMapping System, string Id, string? Parent), SheetCell> existing, Field? free, bool isFree = true) => builder.Row(key,
        [
            SheetCell.Label(field.Label), SheetCell.Help(field.Help),
            .. systems.Select(existing),
            .. Enumerable.Range(0, Spare).Select(_ => isFree ? SheetCell.Of(free ?? field, null) : SheetCell.Locked(null)),
        ]);
    }
}
