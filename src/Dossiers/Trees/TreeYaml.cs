using System.Text;
using EmrSec.Dossiers.Editing;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Trees;

/// <summary>Writes a tree as YAML: a line for each entry, small things in braces, texts so that they are read back as the same text.</summary>
internal static class TreeYaml
{
    private const int Step = 2;

    // What fits a line is easier to look over in one.
    private const int LongestFlow = 160;

    /// <summary>An entry with its line breaks, ending with one.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="indent">Blanks before its key.</param>
    /// <param name="lineBreak">The line break.</param>
    public static string Entry(YamlEntry entry, int indent, string lineBreak)
    {
        var text = new StringBuilder();
        Entries(text, [entry], indent, lineBreak);
        return text.ToString();
    }

    /// <summary>An item of a list with its dash and its line breaks, ending with one.</summary>
    public static string Item(YamlNode item, int indent, string lineBreak)
    {
        var text = new StringBuilder();
        Items(text, [item], indent, lineBreak);
        return text.ToString();
    }

    /// <summary>A value in one line, in braces and brackets.</summary>
    public static string Flow(YamlNode node) => node switch
    {
        YamlMapping { Entries.Count: 0 } => "{}",
        YamlMapping mapping => $"{{ {string.Join(", ", mapping.Entries.Select(entry => $"{Key(entry)}: {Flow(entry.Value)}"))} }}",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Flow))}]",
        YamlScalar { IsNull: true } => "null",
        YamlScalar { IsPlain: true } scalar when IsSafe(scalar.Value) => scalar.Value,
        YamlScalar scalar => FactYaml.Text(scalar.Value),
        _ => throw new ArgumentException("not a node of a dossier", nameof(node)),
    };

    private static void Entries(StringBuilder text, IEnumerable<YamlEntry> entries, int indent, string lineBreak)
    {
        foreach (var entry in entries.Where(entry => !YamlTree.IsNothing(entry.Value)))
        {
            text.Append(' ', indent).Append(Key(entry)).Append(':');
            Value(text, entry.Value, indent, lineBreak);
        }
    }

    private static void Value(StringBuilder text, YamlNode value, int indent, string lineBreak)
    {
        switch (value)
        {
            case YamlMapping { Entries.Count: > 0 } mapping when !IsSmall(mapping):
                text.Append(lineBreak);
                Entries(text, mapping.Entries, indent + Step, lineBreak);
                break;
            case YamlSequence { Items.Count: > 0 } sequence when !IsSmall(sequence):
                text.Append(lineBreak);
                Items(text, sequence.Items, indent + Step, lineBreak);
                break;
            default:
                text.Append(' ').Append(Flow(value)).Append(lineBreak);
                break;
        }
    }

    private static void Items(StringBuilder text, IEnumerable<YamlNode> items, int indent, string lineBreak)
    {
        foreach (var item in items)
        {
            text.Append(' ', indent).Append('-');
            if (item is YamlMapping { Entries.Count: > 0 } mapping && !IsSmall(mapping))
            {
                var block = new StringBuilder();
                Entries(block, mapping.Entries, indent + Step, lineBreak);
                text.Append(' ').Append(block.ToString().AsSpan(indent + Step));
            }
            else
            {
                text.Append(' ').Append(Flow(item)).Append(lineBreak);
            }
        }
    }

    // A system or an answer takes its lines; a zone, a number of data subjects, a list of words takes one.
    private static bool IsSmall(YamlNode node)
    {
        var isShallow = node switch
        {
            YamlMapping mapping => mapping["id"] is null && mapping.Entries.All(entry => entry.Value is YamlScalar or YamlMapping { Entries: [{ Value: YamlScalar }] }),
            YamlSequence sequence => sequence.Items.All(item => item is YamlScalar),
            _ => true,
        };
        return isShallow && Flow(node).Length <= LongestFlow;
    }

    private static string Key(YamlEntry entry) => IsSafeKey(entry.Key.Value) ? entry.Key.Value : FactYaml.Text(entry.Key.Value);

    private static bool IsSafeKey(string key) => key.Length > 0 && char.IsAsciiLetterOrDigit(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '/' or '_');

    // Plain as it was written: numbers, days, words of the schema; a plain text that flow style would read otherwise goes into quotes.
    private static bool IsSafe(string value) =>
        value.Length > 0 && (char.IsAsciiLetterOrDigit(value[0]) || value[0] == '-' && value.Length > 1 && char.IsAsciiDigit(value[1])) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '/' or '_');
}
