using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>Edits a list with an item on each line. Lines of items that stay, and every comment, are left as they are.</summary>
internal sealed class BlockListEditor(SourceLayout layout)
{
    /// <summary>The edits that make the list hold the wanted items.</summary>
    /// <param name="entry">The list's entry.</param>
    /// <param name="list">The list.</param>
    /// <param name="wanted">The items wanted.</param>
    public IReadOnlyList<TextEdit> Replace(YamlEntry entry, YamlSequence list, IReadOnlyList<string> wanted)
    {
        var missing = new List<string>(wanted);
        var edits = new List<TextEdit>();
        YamlNode? lastKept = null;
        foreach (var item in list.Items)
        {
            if (item is YamlScalar scalar && missing.Remove(scalar.Value))
            {
                lastKept = item;
            }
            else
            {
                edits.Add(Remove(item));
            }
        }

        if (wanted.Count == 0)
        {
            edits.Add(TextEdit.Insert(layout.AfterColon(entry), " []"));
        }
        else if (missing.Count > 0)
        {
            edits.Add(Add(list, lastKept, missing));
        }

        return edits;
    }

    /// <summary>The edits that take every item away.</summary>
    /// <param name="list">The list.</param>
    public IReadOnlyList<TextEdit> Clear(YamlSequence list) => [.. list.Items.Select(Remove)];

    private TextEdit Add(YamlSequence list, YamlNode? behind, List<string> items)
    {
        var indent = new string(' ', list.Position.Column - 1);
        if (behind is not null)
        {
            var end = layout.LineEnd(layout.End(behind));
            var lineBreak = layout.LineBreak(end);
            return TextEdit.Insert(end, string.Concat(items.Select(item => $"{lineBreak}{indent}- {item}")));
        }

        var start = layout.LineStart(list.Start);
        var ending = layout.LineBreak(start);
        return TextEdit.Insert(start, string.Concat(items.Select(item => $"{indent}- {item}{ending}")));
    }

    // The item's line goes; a comment behind it stays.
    private TextEdit Remove(YamlNode item)
    {
        var start = layout.LineStart(item.Start);
        var rest = layout.SkipBlanks(layout.End(item));
        return rest < layout.Text.Length && layout.Text[rest] == '#'
            ? TextEdit.Delete(layout.SkipBlanks(start), rest)
            : TextEdit.Delete(start, layout.NextLine(rest));
    }
}
