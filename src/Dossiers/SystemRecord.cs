using EmrSec.Rules.Completeness;

namespace EmrSec.Dossiers;

/// <summary>One information system, or one component of it.</summary>
public sealed record SystemRecord
{
    /// <summary>Its id, unique among all systems and components of the dossier: answers are addressed by it.</summary>
    public required string Id { get; init; }

    /// <summary>Its name; its id where none is declared.</summary>
    public required string Name { get; init; }

    /// <summary>The facts declared about it.</summary>
    public FactSet Facts { get; init; } = FactSet.Empty;

    /// <summary>The level the facility proposes (1–5); null where not declared.</summary>
    public int? ProposedLevel { get; init; }

    /// <summary>Its network zones.</summary>
    public IReadOnlyList<NetworkZone> Zones { get; init; } = [];

    /// <summary>Its devices.</summary>
    public IReadOnlyList<Device> Devices { get; init; } = [];

    /// <summary>The services and software it runs.</summary>
    public IReadOnlyList<ServiceRecord> Services { get; init; } = [];

    /// <summary>Its drawings.</summary>
    public SystemModels Models { get; init; } = new(null, null);

    /// <summary>The main risks and their impact, as first seen (331/2026/NĐ-CP, Điều 22, khoản 4, điểm c); null where not declared.</summary>
    public string? MainRisks { get; init; }

    /// <summary>What the dossier adds at levels 4 and 5.</summary>
    public HighLevelExplanation HighLevel { get; init; } = new();

    /// <summary>Its components (hệ thống thành phần, 85/2016/NĐ-CP, Điều 5, khoản 2).</summary>
    public IReadOnlyList<SystemRecord> Components { get; init; } = [];

    /// <summary>Where it begins in the file.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>What the rules see of it.</summary>
    public SystemProfile ToProfile() => new(Id, Name, Facts, [.. Components.Select(component => component.ToProfile())], ProposedLevel)
    {
        Zones = [.. Zones.Select(zone => zone.Kind is { } kind ? Intake.DossierSchema.ZoneWords[(int)kind] : "")],
    };

    /// <summary>The system as a form that was filled in.</summary>
    internal SystemSheet ToSheet() => new(Id, Name, Facts, Form())
    {
        Zones = [.. Zones.Select(zone => zone.ToSheet())],
        Devices = [.. Devices.Select(device => device.ToSheet())],
        Services = [.. Services.Select(service => service.ToSheet())],
        Components = [.. Components.Select(component => component.ToSheet())],
    };

    private SheetPart Form() => SheetForm.At(Position)
        .With("proposedLevel", ProposedLevel?.ToString(CultureInfo.InvariantCulture))
        .With("mainRisks", MainRisks)
        .With("models.logical", Models.Logical)
        .With("models.physical", Models.Physical)
        .With("level4.relatedSystems", HighLevel.RelatedSystems)
        .With("level4.risks", HighLevel.Risks)
        .With("level4.harm", HighLevel.Harm)
        .With("level4.continuity", HighLevel.Continuity)
        .With("level4.riskReport", HighLevel.RiskReport)
        .Part();

    /// <summary>The system and its components at every depth, each before its components.</summary>
    public IEnumerable<SystemRecord> WithComponents() => Components.SelectMany(component => component.WithComponents()).Prepend(this);
}
