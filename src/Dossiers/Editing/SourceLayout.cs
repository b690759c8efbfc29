using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>Lines, indentation and the ends of values in a dossier's text.</summary>
internal sealed class SourceLayout(string text)
{
    public string Text { get; } = text;

    /// <summary>Whether a scalar is written in block style (<c>|</c>, <c>&gt;</c>); no other kind begins so.</summary>
    public bool IsBlockScalar(YamlNode node) => node is YamlScalar && node.Start < node.End && Text[node.Start] is '|' or '>';

    /// <summary>Index of the first character of a line.</summary>
    public int LineStart(int index)
    {
        while (index > 0 && Text[index - 1] != '\n')
        {
            index--;
        }

        return index;
    }

    /// <summary>Index of a line's line break, or the end of the text.</summary>
    public int LineEnd(int index)
    {
        while (index < Text.Length && Text[index] is not ('\n' or '\r'))
        {
            index++;
        }

        return index;
    }

    /// <summary>Index of the first character of the next line, or the end of the text.</summary>
    public int NextLine(int index)
    {
        index = LineEnd(index);
        index += index < Text.Length && Text[index] == '\r' ? 1 : 0;
        return index + (index < Text.Length && Text[index] == '\n' ? 1 : 0);
    }

    /// <summary>The line break at an index or, at the end of the text, the one the text uses elsewhere.</summary>
    public string LineBreak(int index)
    {
        var end = LineEnd(index);
        end = end < Text.Length ? end : LineEnd(0);
        var lineBreak = Text[end..NextLine(end)];
        return lineBreak.Length == 0 ? "\n" : lineBreak;
    }

    /// <summary>Index of the first character that is no blank.</summary>
    public int SkipBlanks(int index)
    {
        while (index < Text.Length && Text[index] is ' ' or '\t')
        {
            index++;
        }

        return index;
    }

    /// <summary>Index behind the colon of an entry, or behind its key where it has none (<c>{ key }</c>).</summary>
    public int AfterColon(YamlEntry entry)
    {
        var index = SkipBlanks(entry.Key.End);
        return index < Text.Length && Text[index] == ':' ? index + 1 : entry.Key.End;
    }

    /// <summary>Index behind what an entry says.</summary>
    public int End(YamlEntry entry) => entry.Value.Start == entry.Value.End ? AfterColon(entry) : End(entry.Value);

    /// <summary>Index behind a value, without the blank lines that a block scalar ends with.</summary>
    public int End(YamlNode node)
    {
        var end = node switch
        {
            YamlMapping { IsFlow: false, Entries: [.., var last] } => End(last),
            YamlSequence { IsFlow: false, Items: [.., var last] } => End(last),
            _ => node.End,
        };
        while (end > node.Start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Index of the end of the line behind which a new sibling of a block entry goes.</summary>
    /// <param name="entry">The entry.</param>
    public int EndOfLines(YamlEntry entry)
    {
        var end = LineEnd(End(entry));
        var column = entry.Key.Position.Column - 1;

        // Comments indented deeper than the key belong to the entry; those at its column belong to what follows.
        for (var next = NextLine(end); next > end && next < Text.Length; next = NextLine(end))
        {
            var first = SkipBlanks(next);
            if (first == Text.Length || Text[first] != '#' || first - next <= column)
            {
                break;
            }

            end = LineEnd(first);
        }

        return end;
    }
}
