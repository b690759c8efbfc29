using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Transitions;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>From the law before to the law in force: levels, requirements, what is due, what to do first (331/2026/NĐ-CP, Điều 39).</summary>
internal sealed class TransitionContent : PaperContent
{
    public override string? WhyNot(PaperRequest request) => request.Transition.WhyNot;

    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        var transition = request.Transition.Transition!;
        var rows = new TransitionValues(transition);
        values["report"] = ReportValues.Of("transition", request);
        values["oldLaw"] = transition.Before.Regime.Header.Document.Number;
        values["newLaw"] = transition.After.Regime.Header.Document.Number;
        values["oldCatalogue"] = transition.Crosswalk.From.Header.Document.Cite;
        values["standard"] = transition.Crosswalk.To.Standard;
        values["crosswalk"] = $"{transition.Crosswalk.Id} {transition.Crosswalk.Version}";
        values["systemRows"] = transition.Systems.Select(TransitionValues.System).ToArray();
        values["uncertain"] = rows.Uncertain;
        values["total"] = transition.Systems.Sum(system => system.Requirements.Count);
        values["tightened"] = rows.Of(RequirementChange.Tightened);
        values["fresh"] = rows.Of(RequirementChange.New);
        values["carried"] = rows.Of(RequirementChange.CarriedOver);
        values["dropped"] = rows.Dropped;
        values["due"] = transition.Due.Select(result => new TemplateValues
        {
            ["due"] = DeadlineWords.Due(result.Obligation),
            ["status"] = result.Status.InWords(),
            ["title"] = result.Obligation.Title,
            ["why"] = result.Why,
            ["citation"] = result.Obligation.Citation.ToString(),
        }).ToArray();
        values["open"] = transition.Plan.Sum(step => step.Settles.Count);
        values["steps"] = transition.Plan.Count;
        values["plan"] = rows.Plan;
    }

    // What is not certain is told as it is: a report is not stopped by it.
    public override void Check(PaperGate gate, PaperRequest request)
    {
    }

    public override IReadOnlyDictionary<string, NamedFigure> Figures(PaperRequest request)
    {
        var figures = new Dictionary<string, NamedFigure>(StringComparer.Ordinal);
        if (request.Transition.Transition is { } transition && transition.Systems.Any(system => system.Requirements.Count > 0))
        {
            figures.Add("systems", TransitionFigures.Systems(transition));
            figures.Add("groups", TransitionFigures.Groups(transition));
        }

        return figures;
    }
}
