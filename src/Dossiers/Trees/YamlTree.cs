using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Trees;

/// <summary>Makes, changes and compares the trees that dossiers are read into. A tree is never changed in place; nodes made here have no position.</summary>
internal static class YamlTree
{
    // As CanonicalJson writes numbers: beyond this a run of digits is a text.
    private const int MostDigits = 15;

    public static YamlScalar Text(string text) => new(default, 0, 0, text.Normalize(), IsPlain: false);

    public static YamlScalar Plain(string text) => new(default, 0, 0, text, IsPlain: true);

    public static YamlSequence List(IEnumerable<YamlNode> items) => new(default, 0, 0, [.. items], IsFlow: false);

    public static YamlMapping Map(IEnumerable<YamlEntry> entries) => new(default, 0, 0, [.. entries], IsFlow: false);

    public static YamlMapping Map(params (string Key, YamlNode Value)[] entries) => Map(entries.Select(entry => new YamlEntry(Plain(entry.Key), entry.Value)));

    /// <summary>Whether nothing is said here.</summary>
    public static bool IsNothing(YamlNode? node) => node is null or YamlScalar { IsNull: true };

    /// <summary>What stands below a chain of keys; null where nothing is said.</summary>
    public static YamlNode? At(YamlNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            node = (node as YamlMapping)?[key];
        }

        return IsNothing(node) ? null : node;
    }

    /// <summary>The text of a single value; null where there is none.</summary>
    public static string? Word(YamlNode? node, params ReadOnlySpan<string> path) => (At(node, path) as YamlScalar)?.Value;

    /// <summary>The items of a list; empty where there is none.</summary>
    public static IReadOnlyList<YamlNode> Items(YamlNode? node, params ReadOnlySpan<string> path) => (At(node, path) as YamlSequence)?.Items ?? [];

    /// <summary>The same mapping with one value set or, where <paramref name="value"/> is null, its key taken away; a mapping left empty by that goes too.</summary>
    public static YamlMapping With(YamlMapping mapping, ReadOnlySpan<string> path, YamlNode? value)
    {
        var key = path[0];
        var there = mapping[key];
        var replacement = value;
        if (path.Length > 1)
        {
            var inner = With(there as YamlMapping ?? Map(), path[1..], value);
            replacement = inner.Entries.Count == 0 && value is null ? null : inner;
        }

        if (mapping.Entry(key) is null)
        {
            return replacement is null ? mapping : mapping with { Entries = [.. mapping.Entries, new YamlEntry(Plain(key), replacement)] };
        }

        return mapping with
        {
            Entries = [.. mapping.Entries
                .Where(entry => replacement is not null || !string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
                .Select(entry => string.Equals(entry.Key.Value, key, StringComparison.Ordinal) ? entry with { Value = replacement! } : entry)],
        };
    }

    /// <summary>Whether two trees say the same: the order of keys, style and empty keys do not count.</summary>
    public static bool Same(YamlNode? a, YamlNode? b) => (IsNothing(a), IsNothing(b)) switch
    {
        (true, true) => true,
        (false, false) => SameValue(a!, b!),
        _ => false,
    };

    private static bool SameValue(YamlNode a, YamlNode b) => (a, b) switch
    {
        (YamlScalar x, YamlScalar y) => string.Equals(x.Value, y.Value, StringComparison.Ordinal) && IsTyped(x) == IsTyped(y),
        (YamlSequence x, YamlSequence y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(pair => Same(pair.First, pair.Second)),
        (YamlMapping x, YamlMapping y) => Filled(x) == Filled(y) && x.Entries.All(entry => Same(entry.Value, y[entry.Key.Value])),
        _ => false,
    };

    private static int Filled(YamlMapping mapping) => mapping.Entries.Count(entry => !IsNothing(entry.Value));

    // A truth value or number: in quotes it would be a text.
    private static bool IsTyped(YamlScalar scalar) => scalar.IsPlain && (scalar.Value is "true" or "false" || IsNumber(scalar.Value));

    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return digits.Length is > 0 and <= MostDigits && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || text is "0");
    }
}
