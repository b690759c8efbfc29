using EmrSec.Dossiers.Trees;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Fields;

/// <summary>A list of texts, one on each line of the cell.</summary>
internal sealed class LinesField(string label, string help) : TextField(label, help)
{
    protected override string? Text(YamlNode? value) =>
        value is YamlSequence list ? string.Join('\n', list.Items.OfType<YamlScalar>().Select(item => item.Value)) : null;

    protected override FieldReading Value(string text) => new(YamlTree.List(Lines(text).Select(YamlTree.Text)));

    /// <summary>The lines of a cell; a semicolon parts them too.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n', ';').Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];
}
