using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>Finds the place of a fact in a file.</summary>
internal sealed class FactLocator(YamlMapping root, DiagnosticBag diagnostics)
{
    /// <summary>Finds the place; null with an error where there is none.</summary>
    public FactPlace? Find(FactAddress address)
    {
        var keys = address.Fact.Path.Split('.');
        if (address.Fact.Scope != FactScope.System)
        {
            // The id of such a fact begins with its section's key.
            return Descend(root, [], [address.Fact.Id.Split('.')[0], .. keys]);
        }

        var found = Systems(root, DossierSchema.Systems, [])
            .Where(system => system.Mapping["id"] is YamlScalar id && string.Equals(id.Value, address.SystemId, StringComparison.Ordinal))
            .Take(2)
            .ToList();
        switch (found)
        {
            case [var (mapping, path)]:
                return Descend(mapping, path, keys);
            case []:
                var ids = Systems(root, DossierSchema.Systems, []).Select(system => (system.Mapping["id"] as YamlScalar)?.Value).OfType<string>();
                diagnostics.Error("HS011", root.Position, $"không có hệ thống nào có id «{address.SystemId}»", NearestName.Help(address.SystemId ?? "", ids));
                return null;
            default:
                diagnostics.Error("HS005", found[1].Mapping.Position, $"id «{address.SystemId}» dùng hai lần", "mỗi hệ thống và hệ thống thành phần cần một id riêng");
                return null;
        }
    }

    private FactPlace? Descend(YamlMapping mapping, IReadOnlyList<string> path, string[] keys)
    {
        string[] whole = [.. path, .. keys];
        for (var i = 0; ; i++)
        {
            var entry = mapping.Entry(keys[i]);
            if (i == keys.Length - 1 || entry is null or { Value: YamlScalar { IsNull: true } })
            {
                return new FactPlace(mapping, ReferenceEquals(mapping, root), keys[i], entry, keys[(i + 1)..], whole);
            }

            if (entry.Value is not YamlMapping inner)
            {
                diagnostics.Error("KD002", entry.Value.Position, $"«{keys[i]}» phải là các cặp «tên: giá trị»");
                return null;
            }

            mapping = inner;
        }
    }

    private static IEnumerable<(YamlMapping Mapping, IReadOnlyList<string> Path)> Systems(YamlMapping parent, string key, IReadOnlyList<string> path)
    {
        var items = (parent[key] as YamlSequence)?.Items ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not YamlMapping system)
            {
                continue;
            }

            string[] here = [.. path, key, i.ToString(CultureInfo.InvariantCulture)];
            yield return (system, here);
            foreach (var component in Systems(system, DossierSchema.Components, here))
            {
                yield return component;
            }
        }
    }
}
