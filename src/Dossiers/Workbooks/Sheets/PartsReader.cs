using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>Reads a sheet of parts: those there were where they stood, cleared ones gone, new ones and those that changed their system at the end.</summary>
internal sealed class PartsReader(PartKind kind, KeyedSheet sheet, ImportScope scope, OwnerField owners)
{
    private readonly Dictionary<string, List<YamlNode>> _lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<(string Owner, YamlNode Part)> _added = [];

    public void Read()
    {
        foreach (var (system, id, _) in SystemTree.All(scope.Origin))
        {
            ReadOld(system, id);
        }

        var free = sheet.RowKeys.Where(key => key.StartsWith('+')).Select(sheet.Row);
        foreach (var row in free.Concat(sheet.Doubled.Select(copy => copy.Row)).Concat(sheet.RowsWithoutKey()).Distinct().Order())
        {
            ReadNew(row);
        }

        foreach (var (owner, part) in _added)
        {
            _changed.Add(owner);
            if (!_lists.TryGetValue(owner, out var list))
            {
                _lists.Add(owner, list = []);
            }

            list.Add(part);
        }

        scope.Draft = SystemTree.Change(scope.Draft, (id, system) => _changed.Contains(id) ? YamlTree.With(system, [kind.Key], List(id, system)) : system);
    }

    private YamlSequence? List(string id, YamlMapping system) => _lists[id].Count == 0 ? null : system[kind.Key] is YamlSequence there ? there with { Items = _lists[id] } : YamlTree.List(_lists[id]);

    private void ReadOld(YamlMapping system, string id)
    {
        var parts = new List<YamlNode>();
        foreach (var (i, before) in YamlTree.Items(system, kind.Key).Index())
        {
            var key = PartsSheet.Row(id, i);
            if (!sheet.HasRow(key) || before is not YamlMapping part)
            {
                parts.Add(before);
                continue;
            }

            var after = Fill(sheet.Row(key), part);
            var owner = scope.Take(sheet, sheet.At(key, PartKind.Owner), owners, YamlTree.Plain(id));
            if (IsCleared(sheet.Row(key)))
            {
                _changed.Add(id);
                continue;
            }

            Require(after, owner, sheet.Row(key));
            if (owner is YamlScalar { Value: var now } && !string.Equals(now, id, StringComparison.Ordinal))
            {
                _changed.Add(id);
                _added.Add((now, after));
                continue;
            }

            if (!ReferenceEquals(after, part))
            {
                _changed.Add(id);
            }

            parts.Add(after);
        }

        _lists.Add(id, parts);
    }

    private void ReadNew(int row)
    {
        if (IsCleared(row) && sheet.At(row, PartKind.Owner) is not { } || IsCleared(row, withOwner: true))
        {
            return;
        }

        var part = Fill(row, YamlTree.Map());
        var owner = scope.Take(sheet, sheet.At(row, PartKind.Owner), owners, null);
        if (Require(part, owner, row))
        {
            _added.Add((((YamlScalar)owner!).Value, part));
        }
    }

    private YamlMapping Fill(int row, YamlMapping part)
    {
        foreach (var (key, field, _) in kind.Fields)
        {
            var before = YamlTree.At(part, key);
            var after = scope.Take(sheet, sheet.At(row, key), field, before);
            part = ReferenceEquals(before, after) ? part : YamlTree.With(part, [key], after);
        }

        return part;
    }

    private bool Require(YamlMapping part, YamlNode? owner, int row)
    {
        var isWhole = Has(YamlTree.At(part, "name"), "name", "tên") & Has(owner, PartKind.Owner, "hệ thống");
        return isWhole;

        bool Has(YamlNode? value, string column, string what)
        {
            // A cell that could not be read was reported.
            if (value is null && sheet.At(row, column) is { } at && sheet.Cell(at) is null or { IsBlank: true })
            {
                scope.Diagnostics.Error("BT019", scope.Place(sheet, sheet.At(row, column) ?? new CellAddress(row, 1)), $"{kind.Item} này chưa có {what}", "điền ô này, hoặc xoá trống cả dòng");
            }

            return value is not null;
        }
    }

    // The system alone says nothing: a row of which all else is cleared is to go.
    private bool IsCleared(int row, bool withOwner = false) =>
        kind.Fields.Select(field => field.Key).Concat(withOwner ? [PartKind.Owner] : []).All(key => sheet.At(row, key) is { } at && sheet.Cell(at) is null or { IsBlank: true });
}
