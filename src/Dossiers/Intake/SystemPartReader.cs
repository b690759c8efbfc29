using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Intake;

/// <summary>Reads the zones, devices and services of a system (12/2022/TT-BTTTT, Điều 8, khoản 3, điểm d).</summary>
internal sealed class SystemPartReader(DiagnosticBag diagnostics)
{
    private static readonly string[] ZoneKeys = ["name", "kind", "privateIp", "publicIp"];
    private static readonly string[] DeviceKeys = ["name", "type", "main", "redundant", "place", "purpose"];
    private static readonly string[] ServiceKeys = ["name", "server", "place", "os", "purpose"];

    public IReadOnlyList<NetworkZone> Zones(YamlObject system) => Read(system, "zones", ZoneKeys, (name, zone) =>
        new NetworkZone(name, Kind(zone), zone.Words("privateIp"), zone.Words("publicIp")) { Position = zone.Node.Position });

    public IReadOnlyList<Device> Devices(YamlObject system) => Read(system, "devices", DeviceKeys, (name, device) =>
        new Device(name, device.Words("type"), device.Boolean("main"), device.Words("place"), device.Words("purpose")) { Redundancy = Redundancy(device), Position = device.Node.Position });

    public IReadOnlyList<ServiceRecord> Services(YamlObject system) => Read(system, "services", ServiceKeys, (name, service) =>
        new ServiceRecord(name, service.Words("server"), service.Words("place"), service.Words("os"), service.Words("purpose")) { Position = service.Node.Position });

    public SystemModels Models(YamlObject system)
    {
        if (system.Mapping("models") is not { } mapping)
        {
            return new SystemModels(null, null);
        }

        var models = new YamlObject(mapping, diagnostics, "logical", "physical");
        return new SystemModels(File(models, "logical"), File(models, "physical"));
    }

    public HighLevelExplanation HighLevel(YamlObject system)
    {
        if (system.Mapping("level4") is not { } mapping)
        {
            return new HighLevelExplanation();
        }

        var fields = new YamlObject(mapping, diagnostics, "relatedSystems", "risks", "harm", "continuity", "riskReport");
        return new HighLevelExplanation
        {
            RelatedSystems = fields.Words("relatedSystems"),
            Risks = fields.Words("risks"),
            Harm = fields.Words("harm"),
            Continuity = fields.Words("continuity"),
            RiskReport = File(fields, "riskReport"),
        };
    }

    private string? File(YamlObject parent, string key) =>
        parent.Mapping(key) is { } mapping ? new YamlObject(mapping, diagnostics, "file").Words("file") : null;

    // `true` and `false` stand beside the words: whoever answers yes or no is understood.
    private static DeviceRedundancy? Redundancy(YamlObject device) => device.Word("redundant", DossierSchema.RedundancyWords) switch
    {
        null => null,
        "false" => DeviceRedundancy.None,
        var word => (DeviceRedundancy)Array.IndexOf(DossierSchema.RedundancyWords, word),
    };

    private static ZoneKind? Kind(YamlObject zone) =>
        zone.Word("kind", DossierSchema.ZoneWords) is { } word ? (ZoneKind)Array.IndexOf(DossierSchema.ZoneWords, word) : null;

    private List<T> Read<T>(YamlObject system, string key, string[] keys, Func<string, YamlObject, T> read)
    {
        var parts = new List<T>();
        foreach (var mapping in system.Mappings(key))
        {
            var fields = new YamlObject(mapping, diagnostics, keys);
            var name = fields.Text("name", required: true);

            // Read even without a name: its other errors come out in the same run.
            var part = read(name ?? "", fields);
            if (name is not null)
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
