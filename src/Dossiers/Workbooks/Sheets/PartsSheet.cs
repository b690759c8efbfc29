using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>The zones, devices or services of all systems: a row for each, free rows below.</summary>
internal static class PartsSheet
{
    private const int Spare = 40;

    public static SheetPlan Plan(PartKind kind, YamlMapping root, ChoiceLists lists)
    {
        var owner = Owners(root);
        SheetColumn[] columns = [new(PartKind.Owner, owner.Label, 34), .. kind.Fields.Select(field => new SheetColumn(field.Key, field.Field.Label, field.Width))];
        var builder = new SheetBuilder(kind.Key, kind.Sheet, kind.Title,
            $"Mỗi dòng một {kind.Item}. Thêm thì điền vào dòng trống bên dưới; bỏ thì xoá nội dung mọi ô của dòng ấy (không cần xoá dòng).", columns, 2, "8A5A00", lists, hasFilter: true);
        foreach (var (system, id, _) in SystemTree.All(root))
        {
            foreach (var (i, part) in YamlTree.Items(system, kind.Key).Index())
            {
                builder.Row(Row(id, i), [Owner(owner, YamlTree.Plain(id)), .. kind.Fields.Select(field => SheetCell.Of(field.Field, YamlTree.At(part, field.Key)))]);
            }
        }

        for (var i = 1; i <= Spare; i++)
        {
            builder.Row(string.Create(CultureInfo.InvariantCulture, $"+{i}"), [Owner(owner, null), .. kind.Fields.Select(field => SheetCell.Of(field.Field, null))]);
        }

        return builder.Plan;
    }

    public static void Read(PartKind kind, KeyedSheet sheet, ImportScope scope) => new PartsReader(kind, sheet, scope, Owners(scope.Draft)).Read();

    /// <summary>The key of a part's row.</summary>
    public static string Row(string system, int index) => string.Create(CultureInfo.InvariantCulture, $"{system}[{index}]");

    private static SheetCell Owner(OwnerField field, YamlNode? value) => SheetCell.Of(field, value) with { TakesAnything = true };

    private static OwnerField Owners(YamlMapping root) => new([.. SystemTree.All(root).Select(system => (system.Id, SystemTree.Name(system.System)))]);
}
