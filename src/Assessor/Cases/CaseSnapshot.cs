using EmrSec.Dossiers;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Procedures;

namespace EmrSec.Assessor.Cases;

/// <summary>A case with its current revision and what the law says of it on a day.</summary>
/// <param name="Case">The case.</param>
/// <param name="Steps">Its steps, the first first.</param>
/// <param name="Papers">The papers filed with it, the oldest first.</param>
/// <param name="Data">What was said of the papers of the current submission.</param>
/// <param name="Content">The current revision, canonical JSON.</param>
/// <param name="Dossier">The same as papers and assessments see it.</param>
/// <param name="Assessment">What the law says of it.</param>
internal sealed record CaseSnapshot(
    CaseFile Case, IReadOnlyList<CaseStep> Steps, IReadOnlyList<FiledPaper> Papers, IReadOnlyList<PaperData> Data, byte[] Content, Dossier Dossier, Assessment Assessment)
{
    /// <summary>The level of the dossier; null where it is not certain.</summary>
    public int? Level => Assessment.FacilityLevel;

    /// <summary>The procedure of its law; null where there is none.</summary>
    public Procedure? Procedure => Assessment.Procedure?.Procedure;

    /// <summary>Who appraises and approves; null where the level is not certain.</summary>
    public CaseBodies? Bodies => (Level ?? Case.Level) is { } level && Procedure is { } procedure ? CaseBodies.Of(Dossier, level, procedure) : null;

    /// <summary>The clocks of the law.</summary>
    public IReadOnlyList<CaseClock> Clocks(DateOnly asOf) => Procedure is { } procedure ? CaseClocks.Of(procedure, Case, Steps, asOf) : [];

    /// <summary>The day the security regulation was issued, as the dossier says.</summary>
    public DateOnly? RegulationIssued(Rules.Facts.FactCatalogue catalogue) =>
        Dossier.Documents.FirstOrDefault(document => document.Key is "securityRegulation")?.Issued
            ?? (catalogue.Find("milestones.regulationIssued") is { } fact && Dossier.Milestones.TryGet(fact, out var declared) && !declared.Value.IsNone ? declared.Value.Date : null);

    /// <summary>Somebody wants to take a step.</summary>
    public StepAttempt Attempt(StepRule rule, Actor actor, DateOnly day, DateOnly today, Rules.Facts.FactCatalogue catalogue) => new()
    {
        Rule = rule,
        Case = Case,
        Steps = Steps,
        Actor = actor,
        Day = day,
        Today = today,
        Level = Level,
        WhyNoLevel = Level is null ? WhyNoLevel() : null,
        Regime = Assessment.Regime.Header.Id,
        Bodies = Bodies,
        RegulationIssued = RegulationIssued(catalogue),
        Gaps = rule.Kind is StepKind.Submit or StepKind.Answer ? SubmissionGate.Check(Dossier, Assessment) : [],
    };

    private string WhyNoLevel()
    {
        var open = Assessment.Systems.Where(system => system.Value is null).Select(system =>
            $"«{system.System.Name}» {(system.Missing.Count == 0 ? "chưa tiêu chí nào đúng" : $"còn thiếu {string.Join(", ", system.Missing.Select(missing => missing.Fact.Id))}")}").ToList();
        return open.Count == 0 ? "hồ sơ chưa khai hệ thống nào" : string.Join("; ", open);
    }
}
