using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>Reads the sheet of systems: what changed of those there were, those taken out, new ones.</summary>
internal sealed class SystemsReader(KeyedSheet sheet, ImportScope scope, FactCatalogue catalogue)
{
    private readonly List<(string Path, Field? Field, FactDefinition? Set)> _rows = [.. SystemRows.Of(catalogue)];

    public void Read(string existing, string free)
    {
        scope.Draft = SystemTree.Change(scope.Draft, (id, system) => sheet.HasColumn(existing + id) ? Changed(existing + id, id, system) : system);
        var taken = SystemTree.All(scope.Draft).Select(system => system.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var column in sheet.ColumnKeys.Where(key => key.StartsWith(free, StringComparison.Ordinal)).ToList())
        {
            if (IsFilled(column))
            {
                Add(column, taken);
            }
        }

        DropAnswers();
    }

    private YamlMapping? Changed(string column, string id, YamlMapping system)
    {
        if (scope.Take(sheet, sheet.At(SystemRows.Remove, column), SystemRows.RemoveField, null) is not null)
        {
            return null;
        }

        if (sheet.At(SystemRows.Id, column) is { } at && sheet.Cell(at) is { IsBlank: false } written && !string.Equals(written.Text.Trim(), id, StringComparison.Ordinal))
        {
            scope.Diagnostics.Error("BT024", scope.Place(sheet, at), $"mã hệ thống «{id}» không đổi được trong sổ tính", "trả lại mã cũ; muốn đổi mã thì sửa trong tệp hồ sơ");
        }

        return Fill(column, system);
    }

    // Only what changed is touched: the rest stays as it is written, in its order.
    private YamlMapping Fill(string column, YamlMapping system)
    {
        system = Take(column, SystemRows.Name, SystemRows.NameField, system);
        foreach (var (path, field, set) in _rows)
        {
            system = field is not null ? Take(column, path, field, system) : TakeSet(column, set!, system);
        }

        return system;
    }

    private YamlMapping Take(string column, string path, Field field, YamlMapping system)
    {
        var keys = path.Split('.');
        var before = YamlTree.At(system, keys);
        var after = scope.Take(sheet, sheet.At(path, column), field, before);
        return ReferenceEquals(before, after) ? system : YamlTree.With(system, keys, after);
    }

    private YamlMapping TakeSet(string column, FactDefinition set, YamlMapping system)
    {
        var before = YamlTree.At(system, set.Path.Split('.'));
        var answers = new List<(FactOption Option, bool? Answer)>();
        var hasChanged = false;
        foreach (var option in set.Options)
        {
            var was = SetValue.Of(before, option);
            var now = scope.Take(sheet, sheet.At(SystemRows.Key(set, option), column), FactFields.Of(set, option), was);
            hasChanged |= !YamlTree.Same(was, now);
            answers.Add((option, now is YamlScalar scalar ? scalar.Value is "true" : null));
        }

        if (!hasChanged)
        {
            return system;
        }

        var joined = SetValue.Join(answers, out var isPartial);
        var open = answers.Where(answer => answer.Answer is null).ToList();
        var place = sheet.At(SystemRows.Key(set, (open.Count > 0 ? open : answers)[0].Option), column) is { } at ? scope.Place(sheet, at) : scope.Place(sheet);
        if (isPartial)
        {
            scope.Diagnostics.Error("BT017", place, $"«{set.Label}»: có ô «Không», chưa có ô «Có», còn {open.Count.ToString(CultureInfo.InvariantCulture)} ô để trống nên chưa biết đã khai hết chưa", "không có loại nào thì chọn «Không» ở mọi ô; chưa biết thì xoá trống mọi ô");
        }
        else if (joined is YamlSequence { Items.Count: 0 } && set.MinItems > 0)
        {
            scope.Diagnostics.Error("BT017", place, $"«{set.Label}» phải có ít nhất một loại «Có»", "chưa biết thì xoá trống mọi ô");
        }
        else
        {
            if (joined is not null && open.Count > 0)
            {
                scope.Diagnostics.Warning("BT023", place, $"«{set.Label}»: {open.Count.ToString(CultureInfo.InvariantCulture)} ô để trống được hiểu là «Không»", "chọn «Không» cho rõ, hoặc «Có» nếu có");
            }

            return YamlTree.With(system, set.Path.Split('.'), joined);
        }

        return system;
    }

    private bool IsFilled(string column) => sheet.RowKeys.Any(row => sheet.At(row, column) is { } at && sheet.Cell(at) is { IsBlank: false });

    private void Add(string column, HashSet<string> taken)
    {
        var at = sheet.At(SystemRows.Name, column);
        var place = at is { } known ? scope.Place(sheet, known) : scope.Place(sheet);
        if (Word(column, SystemRows.Name, SystemRows.NameField) is not { } name)
        {
            scope.Diagnostics.Error("BT019", place, "hệ thống mới chưa có tên", "điền «Tên hệ thống», hoặc xoá trống cả cột");
            return;
        }

        var written = Word(column, SystemRows.Id, SystemRows.IdField);
        var id = written ?? Free(SystemId.Slug(name), taken);
        if (!SystemId.IsValid(id) || !taken.Add(id))
        {
            var help = SystemId.IsValid(id) ? "đặt mã khác" : SystemId.Help(written ?? name);
            scope.Diagnostics.Error("BT024", sheet.At(SystemRows.Id, column) is { } there ? scope.Place(sheet, there) : place, SystemId.IsValid(id) ? $"đã có hệ thống mang mã «{id}»" : $"«{YamlText.Shorten(id)}» không dùng làm mã hệ thống được", help);
            return;
        }

        var parent = Word(column, SystemRows.Parent, SystemRows.ParentField);
        if (parent is not null && !SystemTree.All(scope.Draft).Any(system => string.Equals(system.Id, parent, StringComparison.Ordinal)))
        {
            scope.Diagnostics.Error("BT024", sheet.At(SystemRows.Parent, column) is { } there ? scope.Place(sheet, there) : place, $"không có hệ thống nào mang mã «{YamlText.Shorten(parent)}»", NearestName.Help(parent, taken) ?? $"các mã: {string.Join(", ", taken.Take(20))}");
            return;
        }

        scope.Draft = SystemTree.Add(scope.Draft, parent, Fill(column, YamlTree.Map(("id", YamlTree.Plain(id)))));
    }

    private string? Word(string column, string row, Field field) => (scope.Take(sheet, sheet.At(row, column), field, null) as YamlScalar)?.Value;

    private static string Free(string id, HashSet<string> taken)
    {
        var free = id;
        for (var i = 2; taken.Contains(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id[..Math.Min(id.Length, SystemId.MaxLength - 4)]}-{i}");
        }

        return free;
    }

    // An answer of a system that is gone would make the dossier unreadable.
    private void DropAnswers()
    {
        var before = SystemTree.All(scope.Origin).Select(system => system.Id);
        var gone = before.Except(SystemTree.All(scope.Draft).Select(system => system.Id), StringComparer.Ordinal).ToList();
        if (gone.Count == 0 || scope.Draft[DossierSchema.Answers] is not YamlMapping answers)
        {
            return;
        }

        foreach (var entry in answers.Entries.Where(entry => gone.Exists(id => entry.Key.Value.StartsWith(id + "/", StringComparison.Ordinal))))
        {
            scope.Draft = YamlTree.With(scope.Draft, [DossierSchema.Answers, entry.Key.Value], null);
        }
    }
}
