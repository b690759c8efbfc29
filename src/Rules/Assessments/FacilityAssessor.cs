using EmrSec.Rules.Completeness;
using EmrSec.Rules.Decisions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Assessments;

/// <summary>Assesses facilities against the law as loaded.</summary>
public static class FacilityAssessor
{
    /// <summary>Assesses a facility.</summary>
    /// <param name="packs">The law.</param>
    /// <param name="facility">The facility.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">No law judges it; ask <see cref="RegimeChoice.Of"/> first.</exception>
    public static Assessment Assess(RulePackSet packs, FacilityProfile facility, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(facility);
        var choice = RegimeChoice.Of(packs, facility, options);
        var regime = choice.Regime ?? throw new ArgumentException("no such regime", nameof(options));
        var milestones = ObligationAssessor.AsOf(facility.Milestones, options.AsOf);
        var levels = new LevelAssessor(packs.Facts, regime, options.AsOf, options.Presume);
        LevelResult[] systems = [.. facility.Systems.Select(system => levels.Determine(facility.Facility, milestones, system))];
        var inForce = packs.Directives.Where(directive => directive.Header.InForce.Covers(options.AsOf)).ToList();
        var deadlines = new ObligationAssessor(packs.Facts, facility.Facility, facility.Milestones, options.AsOf);
        ObligationResult[] obligations = [.. inForce.SelectMany(directive => directive.Obligations.Select(obligation => deadlines.Assess(directive, obligation)))];
        var procedure = packs.ProcedureOf(regime);
        var catalogue = packs.RequirementsOf(regime, options.AsOf);
        var checks = packs.ChecksOf(regime, options.AsOf);
        var contents = packs.ContentsOf(regime, options.AsOf);
        var findings = new Lazy<IReadOnlyList<SystemFindings>>(() => Requirements(packs, catalogue, facility, systems, options.AsOf));
        return new Assessment
        {
            AsOf = options.AsOf,
            Presume = options.Presume,
            Regime = regime,
            Choice = choice,
            Packs =
            [
                regime.Header,
                .. new[] { catalogue?.Header }.Concat(checks.Select(each => each.Header)).Append(contents?.Header).Append(procedure?.Header).OfType<PackHeader>(),
                .. inForce.Select(directive => directive.Header),
            ],
            Systems = systems,
            Obligations = obligations,
            Procedure = procedure is null ? null : ProcedureAssessor.Assess(procedure, packs.Facts, facility, systems, options.AsOf),
            Catalogue = catalogue,
            Findings = findings,
            CheckFindings = new Lazy<IReadOnlyList<SystemFindings>>(() => Checks(checks, facility, systems, options.AsOf)),
            CompletenessFindings = new Lazy<DossierFindings?>(() => contents is null || facility.Sheet is null
                ? null
                : CompletenessAssessor.Assess(new CompletenessInput(contents, facility.Sheet.Value, facility.Milestones, packs.Facts, systems, findings.Value, catalogue, options.AsOf))),
            NotYetInForce = [.. packs.Directives.Where(directive => directive.Header.InForce.From > options.AsOf)],
            Questions = Questions(systems, obligations),
        };
    }

    private static IReadOnlyList<SystemFindings> Requirements(RulePackSet packs, RequirementCatalogue? catalogue, FacilityProfile facility, LevelResult[] systems, DateOnly asOf)
    {
        if (catalogue is null)
        {
            return [];
        }

        var assessor = new RequirementAssessor(catalogue, facility.Answers, asOf, facility.Answers.Count == 0 ? null : packs.CrosswalkTo(catalogue));
        return [.. systems.Select(assessor.Assess)];
    }

    private static IReadOnlyList<SystemFindings> Checks(IReadOnlyList<RequirementCatalogue> checks, FacilityProfile facility, LevelResult[] systems, DateOnly asOf)
    {
        if (checks.Count == 0)
        {
            return [];
        }

        var assessor = new CheckAssessor(checks, facility, asOf);
        return [.. systems.Select(assessor.Assess)];
    }

    // An obligation without a date cannot be missed: whether it binds is not worth a question.
    private static List<OpenQuestion> Questions(IEnumerable<LevelResult> systems, IEnumerable<ObligationResult> obligations)
    {
        var targets = systems.Select(system => system.Target)
            .Concat(obligations.Where(result => result.Status == ObligationStatus.Unknown && result.Obligation.Kind != DueKind.Ongoing).Select(result => result.Target));
        return [.. QuestionPlanner.Order([.. targets]).Select(question => new OpenQuestion(question.Fact, question.System, question.Settles, question.ForLevel))];
    }
}
