using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Trees;

/// <summary>A place that both sides changed, differently.</summary>
/// <param name="Path">Keys from the root; an item of a list by its id or name.</param>
/// <param name="Base">What both began with; null = nothing.</param>
/// <param name="Ours">What is here; null = nothing.</param>
/// <param name="Theirs">What came; null = nothing.</param>
internal sealed record MergeConflict(IReadOnlyList<string> Path, YamlNode? Base, YamlNode? Ours, YamlNode? Theirs);

/// <summary>
/// Joins two versions of a dossier that began with the same one, field by field: what one side changed is taken, what both changed
/// differently is a conflict. Systems are told apart by id, zones, devices and services by name.
/// </summary>
internal sealed class TreeMerge
{
    private readonly List<MergeConflict> _conflicts = [];

    private TreeMerge()
    {
    }

    /// <summary>Joins.</summary>
    /// <param name="origin">What both began with.</param>
    /// <param name="ours">What is here; its order is kept.</param>
    /// <param name="theirs">What came.</param>
    /// <returns>The joined tree (at conflicts it has ours) and the conflicts.</returns>
    public static (YamlMapping Tree, IReadOnlyList<MergeConflict> Conflicts) Join(YamlMapping origin, YamlMapping ours, YamlMapping theirs)
    {
        var merge = new TreeMerge();
        var joined = merge.Node([], origin, ours, theirs) as YamlMapping ?? YamlTree.Map();
        return (joined, merge._conflicts);
    }

    private YamlNode? Node(IReadOnlyList<string> path, YamlNode? origin, YamlNode? ours, YamlNode? theirs)
    {
        (origin, ours, theirs) = (Said(origin), Said(ours), Said(theirs));
        if (YamlTree.Same(ours, theirs) || YamlTree.Same(origin, theirs))
        {
            return ours;
        }

        if (YamlTree.Same(origin, ours))
        {
            return theirs;
        }

        if (ours is YamlMapping ourMap && theirs is YamlMapping theirMap && origin is null or YamlMapping)
        {
            return Mapping(path, origin as YamlMapping, (YamlMapping)ours!, (YamlMapping)theirs!);
        }

        if (path.Count > 0 && ours is YamlSequence list && theirs is YamlSequence
            && TreeKeys.Of(path[^1], origin) is { } origins && TreeKeys.Of(path[^1], ours) is { } our && TreeKeys.Of(path[^1], theirs) is { } their)
        {
            return list with { Items = [.. Keyed(path, origins, our, their)] };
        }

        _conflicts.Add(new MergeConflict(path, origin, ours, theirs));
        return ours;
    }

    private YamlMapping Mapping(IReadOnlyList<string> path, YamlMapping? origin, YamlMapping ours, YamlMapping theirs)
    {
        var keys = ours.Entries.Concat(theirs.Entries).DistinctBy(entry => entry.Key.Value, StringComparer.Ordinal);
        var entries = new List<YamlEntry>();
        foreach (var (key, _) in keys)
        {
            if (Node([.. path, key.Value], origin?[key.Value], ours[key.Value], theirs[key.Value]) is { } value)
            {
                entries.Add(new YamlEntry(key, value));
            }
        }

        return ours with { Entries = entries };
    }

    private IEnumerable<YamlNode> Keyed(IReadOnlyList<string> path, IReadOnlyList<(string Key, YamlNode Item)> origin, IReadOnlyList<(string Key, YamlNode Item)> ours, IReadOnlyList<(string Key, YamlNode Item)> theirs)
    {
        foreach (var (key, _) in ours.Concat(theirs).DistinctBy(item => item.Key, StringComparer.Ordinal))
        {
            if (Node([.. path, key], Find(origin, key), Find(ours, key), Find(theirs, key)) is { } item)
            {
                yield return item;
            }
        }
    }

    private static YamlNode? Find(IReadOnlyList<(string Key, YamlNode Item)> items, string key) =>
        items.FirstOrDefault(item => string.Equals(item.Key, key, StringComparison.Ordinal)).Item;

    private static YamlNode? Said(YamlNode? node) => YamlTree.IsNothing(node) ? null : node;
}
