using EmrSec.Rules.Conditions;
using EmrSec.Rules.Decisions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Packs;

/// <summary>Looks at whole packs that load without error for what their author cannot have meant.</summary>
public static class PackChecks
{
    /// <summary>Reports criteria that can never hold, obligations that can bind nobody, citations that repeat, facts that nothing uses.</summary>
    /// <param name="packs">The law.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    public static void Run(RulePackSet packs, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var regime in packs.Regimes)
        {
            CheckCriteria(packs.Facts, regime, diagnostics);
        }

        foreach (var directive in packs.Directives)
        {
            CheckObligations(packs.Facts, directive, diagnostics);
        }

        CheckUse(packs, diagnostics);
    }

    private static void CheckCriteria(FactCatalogue catalogue, Regime regime, DiagnosticBag diagnostics)
    {
        var component = new SystemProfile("component", "", FactSet.Empty, []);
        var system = new SystemProfile("system", "", FactSet.Empty, [component]);
        var frame = FactFrame.Create(catalogue, FactSet.Empty, FactSet.Empty, system);
        for (var i = 0; i < regime.Criteria.Count; i++)
        {
            var criterion = regime.Criteria[i];
            if (Decision.Make(frame, [[new Candidate(regime.Program.Roots[i], 0, 1)]], DateOnly.MaxValue).Greatest == 0)
            {
                diagnostics.Warning("LU050", criterion.When.Position, $"tiêu chí {criterion.Id} không bao giờ đạt được: các điều kiện mâu thuẫn nhau");
            }
        }

        foreach (var repeated in regime.Criteria.GroupBy(criterion => criterion.Citation).SelectMany(group => group.Skip(1)))
        {
            diagnostics.Warning("LU051", repeated.Position, $"tiêu chí {repeated.Id} trích dẫn trùng: {repeated.Citation}");
        }
    }

    private static void CheckObligations(FactCatalogue catalogue, Directive directive, DiagnosticBag diagnostics)
    {
        var frame = FactFrame.Create(catalogue, FactSet.Empty, FactSet.Empty);
        foreach (var obligation in directive.Obligations)
        {
            if (Decision.Make(frame, [[new Candidate(obligation.BindsNode, 0, 1)]], DateOnly.MaxValue).Greatest == 0)
            {
                diagnostics.Warning("LU050", obligation.Binds.Position, $"nghĩa vụ {obligation.Id} không bao giờ ràng buộc ai: các điều kiện mâu thuẫn nhau");
            }

            if (obligation.Kind == DueKind.By && obligation.Due < directive.Header.Document.Issued)
            {
                diagnostics.Warning("LU052", obligation.Position, $"nghĩa vụ {obligation.Id} có hạn trước ngày ban hành văn bản");
            }
        }
    }

    private static IEnumerable<FactDefinition> FactsOf(Requirement requirement) =>
        requirement.Products.Select(product => product.When).Append(requirement.AppliesWhen).OfType<Condition>()
            .SelectMany(condition => RuleProgram.LeavesOf(RuleNormaliser.Normalise(condition)).Select(leaf => leaf.Fact));

    private static void CheckUse(RulePackSet packs, DiagnosticBag diagnostics)
    {
        var used = packs.Regimes.SelectMany(regime => regime.Program.Leaves.Select(leaf => leaf.Fact))
            .Concat(packs.Directives.SelectMany(directive => directive.Obligations)
                .SelectMany(obligation => RuleProgram.LeavesOf(obligation.BindsNode).Select(leaf => leaf.Fact).Concat(obligation.DoneWhen)))
            .Concat(packs.Requirements.Concat(packs.Checks).SelectMany(catalogue => catalogue.Requirements).SelectMany(FactsOf))
            .ToHashSet();
        foreach (var fact in packs.Facts.All.Where(fact => fact.Type != FactType.Text && !used.Contains(fact)))
        {
            diagnostics.Note("LU053", fact.Position, $"chưa quy tắc nào dùng dữ kiện «{fact.Id}»");
        }
    }
}
