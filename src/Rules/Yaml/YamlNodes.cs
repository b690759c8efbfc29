namespace EmrSec.Rules.Yaml;

/// <summary>A node of a YAML file, with the place it was written at. Anchors, aliases and tags never get this far.</summary>
/// <param name="Position">Where the node begins.</param>
/// <param name="Start">Index of its first character in the file's text.</param>
/// <param name="End">Index just behind its last character; trailing comments are not part of it.</param>
public abstract record YamlNode(SourcePosition Position, int Start, int End);

/// <summary>A scalar: its text in NFC.</summary>
/// <param name="Position">Where.</param>
/// <param name="Start">Start index.</param>
/// <param name="End">End index.</param>
/// <param name="Value">The text, normalised to NFC.</param>
/// <param name="IsPlain">Written without quotes: only such a scalar can be a number, a date, a truth value or <c>none</c>.</param>
public sealed record YamlScalar(SourcePosition Position, int Start, int End, string Value, bool IsPlain)
    : YamlNode(Position, Start, End)
{
    /// <summary>Nothing was written (<c>key:</c>), or <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A sequence.</summary>
/// <param name="Position">Where.</param>
/// <param name="Start">Start index.</param>
/// <param name="End">End index.</param>
/// <param name="Items">Its items.</param>
/// <param name="IsFlow">Written in brackets.</param>
public sealed record YamlSequence(SourcePosition Position, int Start, int End, IReadOnlyList<YamlNode> Items, bool IsFlow)
    : YamlNode(Position, Start, End);

/// <summary>One entry of a mapping.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>A mapping: keys are scalars and differ from each other.</summary>
/// <param name="Position">Where.</param>
/// <param name="Start">Start index.</param>
/// <param name="End">End index.</param>
/// <param name="Entries">Its entries in the order written.</param>
/// <param name="IsFlow">Written in braces.</param>
public sealed record YamlMapping(SourcePosition Position, int Start, int End, IReadOnlyList<YamlEntry> Entries, bool IsFlow)
    : YamlNode(Position, Start, End)
{
    /// <summary>The value under <paramref name="key"/>, or null.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public YamlNode? this[string key] => Entry(key)?.Value;

    /// <summary>The entry under <paramref name="key"/>, or null.</summary>
    /// <param name="key">The key, compared ordinally.</param>
    public YamlEntry? Entry(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}
