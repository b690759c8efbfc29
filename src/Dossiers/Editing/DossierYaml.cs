using System.Text;
using System.Text.RegularExpressions;
using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Editing;

/// <summary>
/// Writes a dossier's tree as <c>dossier.yaml</c>, for people: sections and keys in the usual order, short things on one line. What is read
/// from it is what is read from the tree.
/// </summary>
public sealed partial class DossierYaml
{
    private readonly Dictionary<string, int> _rank = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    private DossierYaml(FactCatalogue catalogue)
    {
        string[][] keys =
        [
            ["id"], DossierSchema.AnswerKeys, ["code"], DossierSchema.BodyKeys,
            ["kind", "type", "main", "redundant", "server", "place", "os", "purpose", "privateIp", "publicIp"],
            [.. catalogue.All.SelectMany(fact => fact.Path.Split('.'))],
            DossierSchema.SystemKeys, DossierSchema.DocumentKeys, DossierSchema.ProcessingKeys, DossierSchema.PaperKeys,
        ];
        foreach (var key in keys.SelectMany(each => each))
        {
            _rank.TryAdd(key, key is DossierSchema.Components ? int.MaxValue - 1 : _rank.Count);
        }
    }

    /// <summary>Writes a dossier.</summary>
    /// <param name="source">Its tree.</param>
    /// <param name="catalogue">The facts there are, for their order.</param>
    public static string Write(YamlMapping source, FactCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(catalogue);
        var writer = new DossierYaml(catalogue);
        writer.Block(source, "");
        return writer._text.ToString();
    }

    private void Block(YamlMapping mapping, string indent)
    {
        foreach (var (key, value) in indent.Length == 0 ? Sections(mapping) : Ordered(mapping))
        {
            _text.Append(indent).Append(Scalar(key)).Append(':');
            Value(value, indent);
            // The lines of a list of systems begin with a dash: the first key stands behind it.
            indent = indent.Replace('-', ' ');
        }
    }

    private void Value(YamlNode value, string indent)
    {
        var deeper = indent.Replace('-', ' ') + "  ";
        switch (value)
        {
            case YamlMapping { Entries.Count: > 0 } inner when indent.Length == 0 || !IsShort(inner):
                _text.Append('\n');
                Block(inner, deeper);
                break;
            case YamlSequence { Items.Count: > 0 } list when !list.Items.All(item => item is YamlScalar):
                _text.Append('\n');
                foreach (var item in list.Items)
                {
                    Item(item, deeper);
                }

                break;
            default:
                _text.Append(' ').Append(Flow(value)).Append('\n');
                break;
        }
    }

    private void Item(YamlNode item, string indent)
    {
        if (item is YamlMapping { Entries.Count: > 0 } mapping && !IsShort(mapping))
        {
            Block(mapping, indent + "- ");
        }
        else
        {
            _text.Append(indent).Append("- ").Append(Flow(item)).Append('\n');
        }
    }

    private string Flow(YamlNode node) => node switch
    {
        YamlMapping { Entries.Count: 0 } => "{}",
        YamlMapping mapping => $"{{ {string.Join(", ", Ordered(mapping).Select(entry => $"{Scalar(entry.Key)}: {Flow(entry.Value)}"))} }}",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Flow))}]",
        YamlScalar scalar => Scalar(scalar),
        _ => throw new InvalidOperationException("there is no other node"),
    };

    // Zones, devices, services, signers: a line each, as long as nothing in them has parts of its own beyond a plain list.
    private static bool IsShort(YamlMapping mapping) =>
        mapping["id"] is null && mapping.Entries.All(entry => entry.Value is YamlScalar or YamlSequence) && mapping.Entries.All(entry => entry.Value is not YamlSequence list || list.Items.All(item => item is YamlScalar));

    private static IEnumerable<YamlEntry> Sections(YamlMapping root) => root.Entries
        .Where(entry => entry.Value is not YamlScalar { IsNull: true })
        .OrderBy(entry => Array.IndexOf(DossierSchema.Sections, entry.Key.Value));

    private IEnumerable<YamlEntry> Ordered(YamlMapping mapping) => mapping.Entries
        .Where(entry => entry.Value is not YamlScalar { IsNull: true })
        .OrderBy(entry => _rank.GetValueOrDefault(entry.Key.Value, int.MaxValue))
        .ThenBy(entry => entry.Key.Value, StringComparer.Ordinal);

    private static string Scalar(YamlScalar scalar) =>
        scalar.IsPlain && (scalar.IsNull || Typed().IsMatch(scalar.Value)) ? scalar.Value : FactYaml.Text(scalar.Value);

    // What is read otherwise in quotes: numbers, days, truth values, «none».
    [GeneratedRegex(@"^([+-]?[0-9]{1,18}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[Tt]rue|TRUE|[Ff]alse|FALSE|none)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Typed();
}
