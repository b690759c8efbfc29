using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Trees;

/// <summary>One difference between two versions of a dossier.</summary>
/// <param name="Path">Keys from the root; an item of a list by its id or name.</param>
/// <param name="Before">What was said; null = nothing.</param>
/// <param name="After">What is said; null = nothing.</param>
internal sealed record TreeChange(IReadOnlyList<string> Path, YamlNode? Before, YamlNode? After);

/// <summary>Lists how two versions of a dossier differ, as finely as its keys allow.</summary>
internal static class TreeChanges
{
    /// <summary>The differences, in the order of the later version, what is gone after what stayed.</summary>
    public static IReadOnlyList<TreeChange> Between(YamlNode? before, YamlNode? after)
    {
        var changes = new List<TreeChange>();
        Compare([], before, after, changes);
        return changes;
    }

    private static void Compare(IReadOnlyList<string> path, YamlNode? before, YamlNode? after, List<TreeChange> changes)
    {
        if (YamlTree.Same(before, after))
        {
            return;
        }

        // What came or went whole below a section is one change, not one for each of its fields.
        var isFine = path.Count <= 1 || (!YamlTree.IsNothing(before) && !YamlTree.IsNothing(after));
        if (isFine && Parts(path, before) is { } old && Parts(path, after) is { } now)
        {
            foreach (var (key, _) in now.Concat(old).DistinctBy(part => part.Key, StringComparer.Ordinal))
            {
                Compare([.. path, key], Find(old, key), Find(now, key), changes);
            }

            return;
        }

        changes.Add(new TreeChange(path, YamlTree.IsNothing(before) ? null : before, YamlTree.IsNothing(after) ? null : after));
    }

    private static IReadOnlyList<(string Key, YamlNode Item)>? Parts(IReadOnlyList<string> path, YamlNode? node) => node switch
    {
        YamlMapping mapping => [.. mapping.Entries.Select(entry => (entry.Key.Value, entry.Value))],
        YamlSequence when path.Count > 0 && path[^1] is not "evidence" => TreeKeys.Of(path[^1], node),
        YamlScalar { IsNull: true } or null => [],
        _ => null,
    };

    private static YamlNode? Find(IReadOnlyList<(string Key, YamlNode Item)> parts, string key) =>
        parts.FirstOrDefault(part => string.Equals(part.Key, key, StringComparison.Ordinal)).Item;
}
