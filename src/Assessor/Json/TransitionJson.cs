using System.Text.Json;
using EmrSec.Dossiers;
using EmrSec.Rules.Crosswalks;
using EmrSec.Rules.Transitions;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Json;

/// <summary>From the law before to the law in force, as the one JSON object <c>emrsec.transition/1</c>.</summary>
internal sealed partial class AssessmentJson
{
    /// <summary>The object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Dossier dossier, Transition transition)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            new AssessmentJson(json).WriteAll(dossier, transition);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private void WriteAll(Dossier dossier, Transition transition)
    {
        _json.WriteStartObject();
        _json.WriteString("schema", "emrsec.transition/1");
        _json.WriteString("asOf", Iso(transition.After.AsOf));
        WriteFacility(dossier);
        _json.WriteString("regime", transition.Comparison.Choice.Regime?.Header.Id);
        WriteChoice(transition.Comparison.Choice);
        _json.WriteString("from", transition.Before.Regime.Header.Id);
        _json.WriteString("to", transition.After.Regime.Header.Id);
        _json.WriteStartObject("crosswalk");
        _json.WriteString("id", transition.Crosswalk.Id);
        _json.WriteString("version", transition.Crosswalk.Version);
        _json.WriteString("sha256", transition.Crosswalk.Sha256);
        _json.WriteEndObject();
        Array("packs", [transition.Before.Regime.Header, transition.After.Regime.Header, transition.Crosswalk.From.Header, transition.Crosswalk.To.Header], WritePack);
        Array("systems", transition.Systems, WriteSystem);
        Array("due", transition.Due, WriteObligation);
        Array("plan", transition.Plan, WriteStep);
        _json.WriteEndObject();
    }

    private void WriteSystem(SystemTransition system)
    {
        _json.WriteString("id", system.Comparison.System.Id);
        _json.WriteString("name", system.Comparison.System.Name);
        Array("levels", [system.Comparison.Levels[^2], system.Comparison.Levels[^1]], level =>
        {
            _json.WriteString("regime", level.Regime.Header.Id);
            WriteLevel(level);
        });
        WriteNumber("change", system.Comparison.Change);
        Array("deciding", system.Comparison.Deciding, deciding =>
        {
            _json.WriteString("regime", deciding.Regime.Header.Id);
            _json.WriteString("criterion", deciding.Criterion.Id);
            _json.WriteString("citation", deciding.Criterion.Citation.ToString());
            WriteReason(deciding.Reason);
        });
        WriteNumber("oldLevel", system.OldLevel);
        WriteNumber("newLevel", system.NewLevel);
        _json.WriteStartObject("totals");
        _json.WriteNumber("requirements", system.Requirements.Count);
        foreach (var change in Enum.GetValues<RequirementChange>())
        {
            _json.WriteNumber(change.Contract(), system.Count(change));
        }

        _json.WriteNumber("dropped", system.Dropped.Count);
        _json.WriteEndObject();
        Array("requirements", system.Requirements, WriteRequirement);
        Array("dropped", system.Dropped, dropped =>
        {
            _json.WriteString("id", dropped.Finding.Requirement.Id);
            _json.WriteString("title", dropped.Finding.Requirement.Title);
            _json.WriteString("citation", dropped.Finding.Citation);
            _json.WriteString("status", dropped.Finding.Status.Contract());
        });
    }

    private void WriteRequirement(RequirementTransition requirement)
    {
        var finding = requirement.Finding;
        _json.WriteString("id", finding.Requirement.Id);
        _json.WriteString("title", finding.Requirement.Title);
        _json.WriteString("citation", finding.Citation);
        _json.WriteString("change", requirement.Change.Contract());
        _json.WriteString("status", finding.Status.Contract());
        _json.WriteString("weight", requirement.Weight.Contract());
        Array("sources", requirement.Sources, source =>
        {
            _json.WriteString("id", source.Requirement.Id);
            _json.WriteString("extent", source.Extent == CrosswalkExtent.Wholly ? "wholly" : "partly");
            _json.WriteString("answered", finding.CarriedOver.FirstOrDefault(carried => ReferenceEquals(carried.Source.Requirement, source.Requirement))?.Answer.Status.Contract());
        });
        Array("figures", requirement.Figures, figure =>
        {
            _json.WriteString("id", figure.Threshold.Id);
            _json.WriteString("what", figure.Threshold.What);
            _json.WriteString("rule", figure.Threshold.Rule.Contract());
            WriteNumber("before", figure.Before);
            _json.WriteNumber("now", figure.Now);
            _json.WriteString("unit", figure.Threshold.Unit.Contract());
        });
    }

    private void WriteStep(WorkStep step)
    {
        _json.WriteString("kind", step.Kind.Contract());
        _json.WriteString("weight", step.Weight.Contract());
        _json.WriteString("oldRequirement", step.Old?.Source.Requirement.Id);
        _json.WriteString("answered", step.Old?.Answer.Status.Contract());
        _json.WriteString("group", step.Group?.Id);
        Array("settles", step.Settles, target =>
        {
            _json.WriteString("system", target.System.Id);
            _json.WriteString("id", target.Requirement.Finding.Requirement.Id);
        });
    }
}
