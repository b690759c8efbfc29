using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Trees;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>A dossier's systems and components as they stand in its tree.</summary>
internal static class SystemTree
{
    /// <summary>Every system and component, each before its components, with the id of what it is a component of.</summary>
    public static IEnumerable<(YamlMapping System, string Id, string? Parent)> All(YamlMapping root) => All(root, DossierSchema.Systems, null);

    /// <summary>What a system is called.</summary>
    public static string Name(YamlMapping system) => YamlTree.Word(system, "name") ?? YamlTree.Word(system, "id") ?? "";

    /// <summary>The dossier with every system and component replaced by what <paramref name="change"/> makes of it; null takes it out with its components.</summary>
    public static YamlMapping Change(YamlMapping root, Func<string, YamlMapping, YamlMapping?> change) => Change(root, DossierSchema.Systems, change);

    /// <summary>The dossier with a system added at the end, or at the end of the components of another.</summary>
    public static YamlMapping Add(YamlMapping root, string? parent, YamlMapping system) => parent is null
        ? Append(root, DossierSchema.Systems, system)
        : Change(root, (id, each) => string.Equals(id, parent, StringComparison.Ordinal) ? Append(each, DossierSchema.Components, system) : each);

    private static YamlMapping Append(YamlMapping parent, string key, YamlMapping system) =>
        YamlTree.With(parent, [key], parent[key] is YamlSequence list ? list with { Items = [.. list.Items, system] } : YamlTree.List([system]));

    private static IEnumerable<(YamlMapping System, string Id, string? Parent)> All(YamlMapping holder, string key, string? parent)
    {
        foreach (var system in YamlTree.Items(holder, key).OfType<YamlMapping>())
        {
            var id = YamlTree.Word(system, "id") ?? "";
            yield return (system, id, parent);
            foreach (var component in All(system, DossierSchema.Components, id))
            {
                yield return component;
            }
        }
    }

    private static YamlMapping Change(YamlMapping holder, string key, Func<string, YamlMapping, YamlMapping?> change)
    {
        if (holder[key] is not YamlSequence list)
        {
            return holder;
        }

        var items = new List<YamlNode>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMapping system)
            {
                items.Add(item);
            }
            else if (change(YamlTree.Word(system, "id") ?? "", system) is { } changed)
            {
                items.Add(Change(changed, DossierSchema.Components, change));
            }
        }

        return items.SequenceEqual(list.Items, ReferenceEqualityComparer.Instance)
            ? holder
            : YamlTree.With(holder, [key], items.Count == 0 ? null : list with { Items = items });
    }
}
