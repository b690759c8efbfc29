using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Lab;

/// <summary>Builds a dossier's tree key by key; what is null is left out.</summary>
internal sealed class Tree
{
    private readonly List<YamlEntry> _entries = [];

    public Tree With(string key, YamlNode? value)
    {
        if (value is not null)
        {
            _entries.Add(new YamlEntry(Scalar(key, isPlain: false), value));
        }

        return this;
    }

    public Tree Text(string key, string? text) => With(key, text is null ? null : Scalar(text, isPlain: false));

    /// <summary>A word that is written without quotes.</summary>
    public Tree Word(string key, string word) => With(key, Scalar(word, isPlain: true));

    public Tree Number(string key, long? number) => With(key, number is { } known ? Scalar(known.ToString(CultureInfo.InvariantCulture), isPlain: true) : null);

    public Tree Flag(string key, bool? flag) => With(key, flag is { } known ? Scalar(known ? "true" : "false", isPlain: true) : null);

    public Tree Day(string key, DateOnly? day) => With(key, day is { } known ? Scalar(known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isPlain: true) : null);

    public Tree Words(string key, params IEnumerable<string> words) => With(key, List(words.Select(word => (YamlNode)Scalar(word, isPlain: false))));

    public Tree Parts(string key, IReadOnlyCollection<Tree> parts) => With(key, parts.Count == 0 ? null : List(parts.Select(part => (YamlNode)part.Done())));

    public Tree Part(string key, Tree? part) => With(key, part is { _entries.Count: > 0 } ? part.Done() : null);

    /// <summary>Takes a key away.</summary>
    public void Drop(string key) => _entries.RemoveAll(entry => string.Equals(entry.Key.Value, key, StringComparison.Ordinal));

    public YamlMapping Done() => new(default, 0, 0, [.. _entries], IsFlow: false);

    private static YamlScalar Scalar(string text, bool isPlain) => new(default, 0, 0, text, isPlain);

    private static YamlSequence List(IEnumerable<YamlNode> items) => new(default, 0, 0, [.. items], IsFlow: true);
}
