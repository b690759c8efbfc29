using System.Text.Json;
using EmrSec.Dossiers;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Json;

/// <summary>Every law side by side, as the one JSON object <c>emrsec.comparison/1</c>.</summary>
internal sealed partial class AssessmentJson
{
    /// <summary>The object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Dossier dossier, RegimeComparison comparison, DateOnly asOf)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            new AssessmentJson(json).WriteAll(dossier, comparison, asOf);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private void WriteAll(Dossier dossier, RegimeComparison comparison, DateOnly asOf)
    {
        _json.WriteStartObject();
        _json.WriteString("schema", "emrsec.comparison/1");
        _json.WriteString("asOf", Iso(asOf));
        WriteFacility(dossier);
        _json.WriteString("regime", comparison.Choice.Regime?.Header.Id);
        WriteChoice(comparison.Choice);
        Array("regimes", comparison.Assessments, assessment => WritePack(assessment.Regime.Header));
        Array("systems", comparison.Systems.Index(), item =>
        {
            _json.WriteString("id", item.Item.System.Id);
            _json.WriteString("name", item.Item.System.Name);
            WriteNumber("change", item.Item.Change);
            Array("deciding", item.Item.Deciding, deciding =>
            {
                _json.WriteString("regime", deciding.Regime.Header.Id);
                _json.WriteString("criterion", deciding.Criterion.Id);
                _json.WriteString("citation", deciding.Criterion.Citation.ToString());
                WriteReason(deciding.Reason);
            });
            Array("byRegime", comparison.Assessments, assessment => WriteSide(assessment, item.Index));
        });
        Array("transition", comparison.Transition, WriteObligation);
        _json.WriteEndObject();
    }

    private void WriteSide(Assessment assessment, int index)
    {
        var level = assessment.Systems[index];
        _json.WriteString("regime", assessment.Regime.Header.Id);
        WriteLevel(level);
        Array("grounds", level.Grounds, WriteGround);
        Array("missingFacts", level.Missing, missing => WriteMissing(missing, level));
        WriteAuthority(assessment.Procedure?.Authorities[index]);
        Array("limits", Limits(assessment.Procedure, level), limit =>
        {
            _json.WriteString("step", limit.Step.Contract());
            _json.WriteString("citation", limit.Citation.ToString());
            _json.WriteNumber("length", limit.Length);
            _json.WriteString("unit", limit.Unit == ClockUnit.Days ? "days" : "working-days");
        });
        Array("clocks", assessment.Procedure?.Clocks.Where(clock => ReferenceEquals(clock.System, level)) ?? [], WriteClock);
    }

    /// <summary>The time limits at the system's level; none where it is not certain.</summary>
    private static IEnumerable<LegalClock> Limits(ProcedureAssessment? procedure, LevelResult level) =>
        procedure is null || level.Value is not { } value ? [] : procedure.Procedure.Clocks.Where(clock => clock.Levels.Contains(value));
}
