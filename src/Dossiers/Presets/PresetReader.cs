using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Presets;

/// <summary>Reads presets (<c>emrsec.preset/1</c>) against a catalogue of facts.</summary>
internal sealed class PresetReader(FactCatalogue catalogue, DiagnosticBag diagnostics)
{
    private const string Schema = "emrsec.preset/1";

    private readonly FactReader _facts = new(catalogue, diagnostics);

    /// <summary>Reads a preset; null with errors, such as a fact that the catalogue lacks.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">Its name, for messages.</param>
    public PresetOutline? Read(string text, string file)
    {
        if (YamlObject.AsMapping(YamlReader.Read(text, file, diagnostics), "bộ mẫu", diagnostics) is not { } root)
        {
            return null;
        }

        var fields = new YamlObject(root, diagnostics, "schema", "id", "title", "note", "facility", "systems");
        fields.Word("schema", [Schema], required: true);
        fields.Text("id", required: true);
        fields.Text("title", required: true);
        fields.Text("note", required: true);
        var facility = _facts.Read(fields.Mapping("facility"), FactScope.Facility, []);
        var systems = Systems(fields, "systems");
        return diagnostics.HasErrors ? null : new PresetOutline(facility, systems);
    }

    private PresetSystem[] Systems(YamlObject parent, string key) => [.. parent.Mappings(key).Select(System)];

    private PresetSystem System(YamlMapping mapping)
    {
        var fields = new YamlObject(mapping, diagnostics, "id", "name", "note", "facts", "ask", "components");
        return new PresetSystem(
            fields.Text("id", required: true) ?? "",
            fields.Text("name", required: true) ?? "",
            fields.Text("note") ?? "",
            _facts.Read(fields.Mapping("facts"), FactScope.System, []),
            [.. fields.Scalars("ask").Select(Asked).OfType<FactDefinition>()],
            Systems(fields, "components"));
    }

    private FactDefinition? Asked(YamlScalar id)
    {
        var fact = catalogue.Find(id.Value) is { Scope: FactScope.System } found ? found : null;
        if (fact is null)
        {
            YamlValues.WrongWord(id, "ask", catalogue.Of(FactScope.System).Select(known => known.Id), diagnostics);
        }

        return fact;
    }
}
