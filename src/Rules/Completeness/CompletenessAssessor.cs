using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Completeness;

/// <summary>What the completeness of a dossier is judged on.</summary>
/// <param name="Law">What is asked for.</param>
/// <param name="Sheet">What is filled in.</param>
/// <param name="Milestones">The dates declared.</param>
/// <param name="Catalogue">The facts there are.</param>
/// <param name="Systems">The levels, in the order of the sheet's systems.</param>
/// <param name="Requirements">The findings, in the same order; empty where the regime has no requirements.</param>
/// <param name="RequirementLaw">The requirements; null where the regime has none.</param>
/// <param name="AsOf">The day.</param>
internal sealed record CompletenessInput(
    DossierContents Law,
    DossierSheet Sheet,
    FactSet Milestones,
    FactCatalogue Catalogue,
    IReadOnlyList<LevelResult> Systems,
    IReadOnlyList<SystemFindings> Requirements,
    RequirementCatalogue? RequirementLaw,
    DateOnly AsOf);

/// <summary>Tells how complete a dossier is, and where it disagrees with the law or itself.</summary>
internal static class CompletenessAssessor
{
    public static DossierFindings Assess(CompletenessInput input)
    {
        var contents = new ContentAssessor(input);
        var findings = new ConsistencyFindings(input.Law);
        new LevelConsistency(input, findings).Run();
        new DeviceConsistency(input, findings).Run();
        new DateConsistency(input, findings).Run();
        new AddressConsistency(input, findings).Run();
        return new DossierFindings(input.Law, contents.Documents(), contents.Contents(), findings.WorstFirst());
    }
}

/// <summary>Collects what disagrees, of the checks that the law's data switch on.</summary>
internal sealed class ConsistencyFindings(DossierContents law)
{
    private readonly List<ConsistencyFinding> _all = [];

    public bool Has(string check) => law.Rule(check) is not null;

    public void Add(string check, LevelResult? system, ConsistencySeverity severity, string message, SourcePosition position, string whatToDo, string? citation = null)
    {
        if (law.Rule(check) is { } rule)
        {
            _all.Add(new ConsistencyFinding(check, system?.System, severity, citation ?? rule.Citation?.ToString(), message, position, whatToDo));
        }
    }

    public List<ConsistencyFinding> WorstFirst()
    {
        var ordered = new List<ConsistencyFinding>();
        for (var severity = ConsistencySeverity.Error; severity <= ConsistencySeverity.Note; severity++)
        {
            foreach (var finding in _all)
            {
                if (finding.Severity == severity)
                {
                    ordered.Add(finding);
                }
            }
        }

        return ordered;
    }
}
