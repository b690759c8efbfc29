using System.Text.Json;

namespace EmrSec.Dossiers.Changes;

/// <summary>A dossier's canonical JSON as its values by address, in the order of the file.</summary>
internal sealed class RevisionLeaves
{
    private readonly List<(string Address, string Value)> _values = [];
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);

    private RevisionLeaves()
    {
    }

    /// <summary>The values, each address once.</summary>
    public IReadOnlyList<(string Address, string Value)> Values => _values;

    /// <summary>The addresses of whole parts: a system, a zone, an answer, a document, a paper.</summary>
    public IReadOnlySet<string> Parts => _parts;

    public static RevisionLeaves Of(ReadOnlySpan<byte> canonical)
    {
        var leaves = new RevisionLeaves();
        var reader = new Utf8JsonReader(canonical);
        using var document = JsonDocument.ParseValue(ref reader);
        foreach (var section in document.RootElement.EnumerateObject())
        {
            leaves.Section(section.Name, section.Value);
        }

        return leaves;
    }

    private void Section(string name, JsonElement value)
    {
        if (name is "systems" && value.ValueKind is JsonValueKind.Array)
        {
            Systems(value);
        }
        else if (name is "answers" or "documents" or "papers" && value.ValueKind is JsonValueKind.Object)
        {
            foreach (var part in value.EnumerateObject())
            {
                _parts.Add($"{name}.{part.Name}");
                Add($"{name}.{part.Name}", part.Value);
            }
        }
        else
        {
            Add(name, value);
        }
    }

    // Ids are unique among systems and components, and comments name a component as a system: «systems.emr».
    private void Systems(JsonElement systems)
    {
        var index = 0;
        foreach (var system in systems.EnumerateArray())
        {
            index++;
            var address = "systems." + (Text(system, "id") ?? index.ToString(CultureInfo.InvariantCulture));
            _parts.Add(address);
            foreach (var field in system.EnumerateObject())
            {
                if (field.Name is "components" && field.Value.ValueKind is JsonValueKind.Array)
                {
                    Systems(field.Value);
                }
                else
                {
                    Add($"{address}.{field.Name}", field.Value);
                }
            }
        }
    }

    private void Add(string address, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    Add($"{address}.{field.Name}", field.Value);
                }

                break;
            case JsonValueKind.Array when value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object):
                List(address, value);
                break;
            case JsonValueKind.Array:
                _values.Add((address, string.Join(", ", value.EnumerateArray().Select(Scalar))));
                break;
            default:
                _values.Add((address, Scalar(value)));
                break;
        }
    }

    // Zones, devices and services go by their names, so that one put in front does not seem to change all the others.
    private void List(string address, JsonElement list)
    {
        var names = list.EnumerateArray().Select(item => Text(item, "name")).ToList();
        var areNames = names.TrueForAll(name => name is not null) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var part = $"{address}.{(areNames ? names[index] : (index + 1).ToString(CultureInfo.InvariantCulture))}";
            _parts.Add(part);
            Add(part, item);
            index++;
        }
    }

    private static string? Text(JsonElement item, string key) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static string Scalar(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
