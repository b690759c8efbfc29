using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>Reads systems and their components, and keeps the ids they take.</summary>
internal sealed class SystemReader(FactReader facts, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, SourcePosition> _ids = new(StringComparer.Ordinal);

    /// <summary>The ids of all systems and components read so far, and where they are written.</summary>
    public IReadOnlyDictionary<string, SourcePosition> Ids => _ids;

    public IReadOnlyList<SystemRecord> Read(YamlObject sections) => Read(sections, DossierSchema.Systems, 0);

    private SystemRecord[] Read(YamlObject parent, string key, int depth)
    {
        if (depth > DossierSchema.MaxComponentDepth && parent[key] is { } tooDeep)
        {
            diagnostics.Error("HS003", tooDeep.Position, $"hệ thống thành phần lồng nhau quá {DossierSchema.MaxComponentDepth} tầng", "đưa các thành phần sâu nhất lên tầng trên");
            return [];
        }

        return [.. parent.Mappings(key).Select(mapping => ReadSystem(mapping, depth)).OfType<SystemRecord>()];
    }

    private SystemRecord? ReadSystem(YamlMapping mapping, int depth)
    {
        // Reports unknown keys too.
        var declared = facts.Read(mapping, FactScope.System, DossierSchema.SystemKeys);

        var fields = YamlObject.WithAnyKey(mapping, diagnostics);
        var id = ReadId(fields);
        var name = fields.Text("name");
        var parts = new SystemPartReader(diagnostics);
        var system = new SystemRecord
        {
            Id = id ?? "",
            Name = string.IsNullOrWhiteSpace(name) ? id ?? "" : name,
            Facts = declared,
            ProposedLevel = (int?)fields.Integer("proposedLevel", 1, 5),
            Zones = parts.Zones(fields),
            Devices = parts.Devices(fields),
            Services = parts.Services(fields),
            Models = parts.Models(fields),
            MainRisks = fields.Words("mainRisks"),
            HighLevel = parts.HighLevel(fields),
            Components = Read(fields, DossierSchema.Components, depth + 1),
            Position = mapping.Position,
        };
        return id is null ? null : system;
    }

    private string? ReadId(YamlObject fields)
    {
        if (fields.Scalar("id", required: true) is not { } id)
        {
            return null;
        }

        if (!SystemId.IsValid(id.Value))
        {
            diagnostics.Error("HS004", id.Position, $"«{YamlText.Shorten(id.Value)}» không dùng làm id được", SystemId.Help(id.Value));
            return null;
        }

        if (!_ids.TryAdd(id.Value, id.Position))
        {
            diagnostics.Error("HS005", id.Position, $"id «{id.Value}» dùng hai lần", string.Create(CultureInfo.InvariantCulture, $"lần đầu ở dòng {_ids[id.Value].Line}; mỗi hệ thống và hệ thống thành phần cần một id riêng"));
            return null;
        }

        return id.Value;
    }
}
