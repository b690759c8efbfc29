using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>Replaces or takes away a value that is written.</summary>
internal sealed class ValueEditor(SourceLayout layout)
{
    /// <summary>The edits that put a value in the place of another.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Its new value.</param>
    public IReadOnlyList<TextEdit> Replace(YamlEntry entry, FactDefinition fact, FactValue value) =>
        fact.Type == FactType.Set && entry.Value is YamlSequence { IsFlow: false } list
            ? new BlockListEditor(layout).Replace(entry, list, [.. FactText.Items(fact, value.Items).Select(option => option.Id)])
            : [new TextEdit(entry.Value.Start, layout.End(entry.Value), FactYaml.Write(fact, value) + HeaderComment(entry.Value))];

    /// <summary>The edits that leave the key with nothing behind it.</summary>
    /// <param name="entry">The entry.</param>
    public IReadOnlyList<TextEdit> Clear(YamlEntry entry)
    {
        if (entry.Value is YamlSequence { IsFlow: false } list)
        {
            return new BlockListEditor(layout).Clear(list);
        }

        var colon = layout.AfterColon(entry);
        var end = layout.End(entry.Value);
        if (end < layout.Text.Length && layout.Text[end] is ',' or '}')
        {
            // In braces a colon needs a blank behind it.
            return [new TextEdit(colon, end, " ")];
        }

        var onKeyLine = layout.SkipBlanks(colon) == entry.Value.Start;
        return [new TextEdit(onKeyLine ? colon : entry.Value.Start, end, HeaderComment(entry.Value))];
    }

    // «scope: |  # chú thích»: the comment stands within the block scalar.
    private string HeaderComment(YamlNode value)
    {
        if (!layout.IsBlockScalar(value))
        {
            return "";
        }

        var header = layout.Text[value.Start..layout.LineEnd(value.Start)];
        var comment = header.IndexOf('#', StringComparison.Ordinal);
        return comment < 0 ? "" : $"  {header[comment..].TrimEnd()}";
    }
}
