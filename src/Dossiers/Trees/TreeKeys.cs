using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Trees;

/// <summary>By what the items of a dossier's lists are told apart, so that two versions of a list can be laid side by side.</summary>
internal static class TreeKeys
{
    /// <summary>The items of a list by their key; null where they have none, or two have the same: then the list is one value.</summary>
    /// <param name="list">The list's name in its mapping.</param>
    /// <param name="node">The list; null = empty.</param>
    public static IReadOnlyList<(string Key, YamlNode Item)>? Of(string list, YamlNode? node)
    {
        if (KeyOf(list) is not { } key || (node is not null and not YamlSequence))
        {
            return null;
        }

        var items = new List<(string, YamlNode)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in (node as YamlSequence)?.Items ?? [])
        {
            var name = key.Length == 0 ? (item as YamlScalar)?.Value : YamlTree.Word(item, key);
            if (name is null || !seen.Add(name))
            {
                return null;
            }

            items.Add((name, item));
        }

        return items;
    }

    // A set of facts is one value: of two declared sets a third that nobody declared must not come.
    private static string? KeyOf(string list) => list switch
    {
        DossierSchema.Systems or DossierSchema.Components => "id",
        "zones" or "devices" or "services" => "name",
        "evidence" => "",
        _ => null,
    };
}
