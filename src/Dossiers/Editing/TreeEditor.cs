using EmrSec.Dossiers.Trees;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>What came of writing a changed tree into a dossier's text.</summary>
/// <param name="Text">The new text; it says what the tree says.</param>
/// <param name="LostComments">Comments of the old text that the new one has not: of what is gone, or of a part that had to be written anew.</param>
internal sealed record TreeEditResult(string Text, IReadOnlyList<string> LostComments);

/// <summary>
/// Writes a changed tree into the text it was read from and leaves what is unchanged as it stands: comments, order, indentation. The new
/// text is read again; where it does not say what the tree says, the file is written anew.
/// </summary>
internal sealed class TreeEditor
{
    private const int LongestLine = 240;

    private readonly SourceLayout _layout;
    private readonly List<TextEdit> _edits = [];

    private TreeEditor(string text) => _layout = new SourceLayout(text);

    /// <summary>Writes the tree.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">The tree read from it.</param>
    /// <param name="wanted">The tree that the new text is to say.</param>
    /// <param name="catalogue">The facts there are, for their order where the file is written anew.</param>
    public static TreeEditResult Write(string text, YamlMapping root, YamlMapping wanted, FactCatalogue catalogue)
    {
        if (YamlTree.Same(root, wanted))
        {
            return new TreeEditResult(text, []);
        }

        var edited = Edited(text, root, wanted) ?? DossierYaml.Write(wanted, catalogue);
        var left = Comments.Of(edited, Parse(edited)!);
        var lost = new List<string>();
        foreach (var comment in Comments.Of(text, root))
        {
            if (!left.Remove(comment))
            {
                lost.Add(comment);
            }
        }

        return new TreeEditResult(edited, lost);
    }

    private static string? Edited(string text, YamlMapping root, YamlMapping wanted)
    {
        var editor = new TreeEditor(text);
        if (!editor.Mapping(root, wanted))
        {
            return null;
        }

        var edits = editor._edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End).ToList();
        if (edits.Zip(edits.Skip(1)).Any(pair => pair.First.End > pair.Second.Start))
        {
            return null;
        }

        var edited = TextEdit.Apply(text, edits);
        return Parse(edited) is { } read && YamlTree.Same(read, wanted) ? edited : null;
    }

    private static YamlMapping? Parse(string text) => YamlReader.Read(text, "", new DiagnosticBag()) as YamlMapping;

    // Whether it could be edited: a mapping in braces is written anew by whoever holds it.
    private bool Mapping(YamlMapping old, YamlMapping wanted)
    {
        if (old.IsFlow || old.Entries.Count == 0)
        {
            return false;
        }

        foreach (var entry in old.Entries)
        {
            var value = wanted[entry.Key.Value];
            if (YamlTree.Same(entry.Value, value))
            {
                continue;
            }

            if (YamlTree.IsNothing(value))
            {
                Remove(entry);
            }
            else if (!Inside(entry.Value, value!))
            {
                Replace(entry, value!);
            }
        }

        foreach (var entry in wanted.Entries.Where(entry => old.Entry(entry.Key.Value) is null && !YamlTree.IsNothing(entry.Value)))
        {
            Add(old, entry);
        }

        return true;
    }

    private bool Inside(YamlNode old, YamlNode wanted) => (old, wanted) switch
    {
        (YamlMapping { IsFlow: true } or YamlSequence { IsFlow: true }, YamlMapping or YamlSequence) => Braces(old, wanted),
        (YamlMapping from, YamlMapping to) => Mapping(from, to),
        (YamlSequence { IsFlow: false } from, YamlSequence to) => Items(from, to),
        (YamlScalar { IsNull: false } from, YamlScalar to) when !_layout.IsBlockScalar(from) => Scalar(from, to),
        _ => false,
    };

    // In braces and brackets: values that change where they stand, else the whole in one line as long as that can be looked over.
    private bool Braces(YamlNode old, YamlNode wanted)
    {
        if (old is YamlMapping from && wanted is YamlMapping to && from.Entries.Count == to.Entries.Count
            && from.Entries.All(entry => to[entry.Key.Value] is YamlScalar { IsNull: false } value && entry.Value is YamlScalar { IsNull: false } || YamlTree.Same(entry.Value, to[entry.Key.Value])))
        {
            foreach (var entry in from.Entries.Where(entry => !YamlTree.Same(entry.Value, to[entry.Key.Value])))
            {
                Scalar((YamlScalar)entry.Value, (YamlScalar)to[entry.Key.Value]!);
            }

            return true;
        }

        var line = TreeYaml.Flow(wanted);
        if (line.Length > LongestLine)
        {
            return false;
        }

        _edits.Add(new TextEdit(old.Start, old.End, line));
        return true;
    }

    private bool Scalar(YamlScalar from, YamlScalar to)
    {
        _edits.Add(new TextEdit(from.Start, from.End, TreeYaml.Flow(to)));
        return true;
    }

    // Items that stay must stay in their order; new ones come behind the last.
    private bool Items(YamlSequence from, YamlSequence to)
    {
        var kept = from.Items.Select(item => Match(item, to)).ToList();
        for (var i = 0; i < kept.Count; i++)
        {
            // One that stands where none stood that is kept: the same one under another name.
            var isNamed = YamlTree.Word(from.Items[i], "id") is null;
            kept[i] = kept[i] < 0 && isNamed && i < to.Items.Count && !kept.Contains(i) ? i : kept[i];
        }

        var order = kept.Where(at => at >= 0).ToList();
        var added = Enumerable.Range(0, to.Items.Count).Except(order).ToList();
        if (order.Count == 0 || !order.SequenceEqual(Enumerable.Range(0, order.Count)) || added.Exists(at => at < order.Count))
        {
            return false;
        }

        for (var i = 0; i < from.Items.Count; i++)
        {
            if (kept[i] < 0)
            {
                _edits.Add(Lines(from.Items[i].Start, _layout.End(from.Items[i])));
            }
            else if (!YamlTree.Same(from.Items[i], to.Items[kept[i]]) && !Inside(from.Items[i], to.Items[kept[i]]))
            {
                _edits.Add(new TextEdit(from.Items[i].Start, _layout.End(from.Items[i]), TreeYaml.Flow(to.Items[kept[i]])));
            }
        }

        var end = _layout.LineEnd(_layout.End(from.Items[^1]));
        var lineBreak = _layout.LineBreak(end);
        _edits.AddRange(added.Select(at => TextEdit.Insert(end, lineBreak + TreeYaml.Item(to.Items[at], from.Position.Column - 1, lineBreak).TrimEnd('\r', '\n'))));
        return true;
    }

    private static int Match(YamlNode item, YamlSequence wanted)
    {
        var name = YamlTree.Word(item, "id") ?? YamlTree.Word(item, "name");
        for (var i = 0; i < wanted.Items.Count; i++)
        {
            var other = YamlTree.Word(wanted.Items[i], "id") ?? YamlTree.Word(wanted.Items[i], "name");
            if (name is null ? YamlTree.Same(item, wanted.Items[i]) : string.Equals(name, other, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private void Remove(YamlEntry entry) => _edits.Add(Lines(entry.Key.Start, _layout.End(entry)));

    // With the line break before and not the one behind: what is added at the end of the last line is then no part of it.
    private TextEdit Lines(int start, int end)
    {
        var from = _layout.LineStart(start);
        from -= from > 0 ? 1 : 0;
        from -= from > 0 && _layout.Text[from - 1] == '\r' ? 1 : 0;
        return TextEdit.Delete(from, _layout.LineEnd(end));
    }

    private void Replace(YamlEntry entry, YamlNode value)
    {
        var indent = entry.Key.Position.Column - 1;
        var end = _layout.End(entry);
        var written = TreeYaml.Entry(entry with { Value = value }, indent, _layout.LineBreak(end)).TrimEnd('\r', '\n');
        _edits.Add(new TextEdit(entry.Key.Start, end, written[indent..]));
    }

    private void Add(YamlMapping mapping, YamlEntry entry)
    {
        var end = _layout.LineEnd(_layout.End(mapping.Entries[^1]));
        var lineBreak = _layout.LineBreak(end);
        _edits.Add(TextEdit.Insert(end, lineBreak + TreeYaml.Entry(entry, mapping.Entries[0].Key.Position.Column - 1, lineBreak).TrimEnd('\r', '\n')));
    }
}
