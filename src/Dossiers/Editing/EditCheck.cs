using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>Tells whether two texts say the same but for one fact, with the same comments.</summary>
internal static class EditCheck
{
    // Keys may hold any printable character.
    private const char Separator = '\u0001';

    /// <summary>Whether nothing but the fact differs.</summary>
    /// <param name="before">The text before and its root.</param>
    /// <param name="after">The text after and its root.</param>
    /// <param name="path">Keys and indexes from the root to the fact.</param>
    public static bool DiffersOnlyAt((string Text, YamlNode Root) before, (string Text, YamlNode Root) after, IReadOnlyList<string> path)
    {
        var target = string.Join("", path.Select(key => Separator + key));
        return Rows(before.Root, target).SequenceEqual(Rows(after.Root, target))
            && Comments.Of(before.Text, before.Root).SequenceEqual(Comments.Of(after.Text, after.Root), StringComparer.Ordinal);
    }

    /// <summary>The value at a path; null where nothing is written.</summary>
    public static YamlNode? At(YamlNode? node, IEnumerable<string> path)
    {
        foreach (var key in path)
        {
            node = node switch
            {
                YamlMapping mapping => mapping[key],
                YamlSequence sequence => sequence.Items[int.Parse(key, CultureInfo.InvariantCulture)],
                _ => null,
            };
        }

        return node is YamlScalar { IsNull: true } ? null : node;
    }

    // What a file says, a row for each scalar; the fact and the empty places above it left out.
    private static IEnumerable<(string Path, string Value)> Rows(YamlNode root, string target) =>
        Rows("", root).Where(row => !IsWithin(row.Path, target) && !IsWithin(target, row.Path));

    private static bool IsWithin(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] == Separator);

    private static IEnumerable<(string Path, string Value)> Rows(string path, YamlNode node) => node switch
    {
        YamlMapping { Entries.Count: > 0 } mapping => mapping.Entries.SelectMany(entry => Rows(path + Separator + entry.Key.Value, entry.Value)),
        YamlSequence { Items.Count: > 0 } sequence => sequence.Items.SelectMany((item, i) => Rows(string.Create(CultureInfo.InvariantCulture, $"{path}{Separator}{i}"), item)),
        YamlScalar scalar => [(path, (scalar.IsPlain ? "plain " : "quoted ") + scalar.Value)],
        _ => [(path, node is YamlSequence ? "[]" : "{}")],
    };
}
