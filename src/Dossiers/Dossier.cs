using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Completeness;
using EmrSec.Rules.Procedures;

namespace EmrSec.Dossiers;

/// <summary>The level dossier of one facility, as <c>dossier.yaml</c> declares it. What is not in it is unknown.</summary>
public sealed record Dossier
{
    /// <summary>The file it was read from, as the caller named it.</summary>
    public required string File { get; init; }

    /// <summary>The facility's code; null where not declared.</summary>
    public string? FacilityCode { get; init; }

    /// <summary>The facility's name; null where not declared.</summary>
    public string? FacilityName { get; init; }

    /// <summary>Facts about the facility.</summary>
    public FactSet Facility { get; init; } = FactSet.Empty;

    /// <summary>Dates on which things were done.</summary>
    public FactSet Milestones { get; init; } = FactSet.Empty;

    /// <summary>The system owner (chủ quản); null where nothing is declared about it.</summary>
    public ResponsibleBody? Owner { get; init; }

    /// <summary>The operator (đơn vị vận hành); null where nothing is declared about it.</summary>
    public ResponsibleBody? Operator { get; init; }

    /// <summary>The security unit (đơn vị chuyên trách về an toàn thông tin); null where nothing is declared about it.</summary>
    public ResponsibleBody? SecurityUnit { get; init; }

    /// <summary>The information systems, in the order written.</summary>
    public IReadOnlyList<SystemRecord> Systems { get; init; } = [];

    /// <summary>The papers of the dossier that are declared, in the order written; each key at most once.</summary>
    public IReadOnlyList<DossierDocument> Documents { get; init; } = [];

    /// <summary>Answers to requirements, in the order written.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>What the authorities did with the dossier, on which days; null where nothing is declared.</summary>
    public ProcessingRecord? Processing { get; init; }

    /// <summary>What the issuing bodies say of the official papers, in the order written; each kind at most once.</summary>
    public IReadOnlyList<PaperRecord> Papers { get; init; } = [];

    /// <summary>What the rules see of this dossier.</summary>
    public FacilityProfile ToProfile() => new(
        Facility,
        Milestones,
        [.. Systems.Select(system => system.ToProfile())],
        new BodyNames(Owner?.Name, Operator?.Name, SecurityUnit?.Name))
    {
        Answers = [.. Answers.Select(answer => answer.ToProfile())],
        Processing = Processing,
        Sheet = new Lazy<DossierSheet>(ToSheet),
    };

    /// <summary>The systems and their components at every depth, each before its components.</summary>
    public IEnumerable<SystemRecord> AllSystems() => Systems.SelectMany(system => system.WithComponents());

    private DossierSheet ToSheet()
    {
        var bodies = new Dictionary<string, SheetPart>(StringComparer.Ordinal);
        AddBody(bodies, DossierSchema.Owner, Owner);
        AddBody(bodies, DossierSchema.Operator, Operator);
        AddBody(bodies, DossierSchema.SecurityUnit, SecurityUnit);
        return new DossierSheet(SourcePosition.Whole(File))
        {
            Bodies = bodies,
            Papers = [.. Documents.Select(document => document.ToSheet())],
            Systems = [.. Systems.Select(system => system.ToSheet())],
        };
    }

    private static void AddBody(Dictionary<string, SheetPart> bodies, string key, ResponsibleBody? body)
    {
        if (body is not null)
        {
            bodies.Add(key, body.ToSheet());
        }
    }
}
