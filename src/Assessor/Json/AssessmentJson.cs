using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmrSec.Dossiers.Checks;
using EmrSec.Dossiers;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Json;

/// <summary>Writes an assessment as the one JSON object of the contract <c>emrsec.assessment/1</c>, keys in a stable order.</summary>
internal sealed partial class AssessmentJson
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly Utf8JsonWriter _json;

    private AssessmentJson(Utf8JsonWriter json) => _json = json;

    /// <summary>The object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Dossier dossier, Assessment assessment, IReadOnlyList<UnusedAnswer> unused)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            new AssessmentJson(json).WriteAll(dossier, assessment, unused);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private void WriteAll(Dossier dossier, Assessment assessment, IReadOnlyList<UnusedAnswer> unused)
    {
        _json.WriteStartObject();
        _json.WriteString("schema", "emrsec.assessment/1");
        _json.WriteString("asOf", Iso(assessment.AsOf));
        WriteFacility(dossier);
        _json.WriteString("regime", assessment.Regime.Header.Id);
        WriteChoice(assessment.Choice);
        _json.WriteBoolean("presumptions", assessment.Presume);
        _json.WriteStartArray("notices");
        foreach (var notice in assessment.Regime.Notices.Where(notice => notice.From <= assessment.AsOf))
        {
            _json.WriteStringValue(notice.Text);
        }

        _json.WriteEndArray();
        Array("packs", assessment.Packs, WritePack);
        var authorities = assessment.Procedure?.Authorities;
        var requirements = assessment.Requirements;
        var checks = assessment.Checks;
        Array("systems", assessment.Systems.Index(), item =>
        {
            WriteSystem(item.Item, requirements.Count == 0 ? null : requirements[item.Index]);
            WriteAuthority(authorities?[item.Index]);
            new RequirementsJson(_json).WriteChecks(checks.Count == 0 ? null : checks[item.Index]);
        });
        WriteNumber("facilityLevel", assessment.FacilityLevel);
        new CompletenessJson(_json).Write(assessment.Completeness);
        Array("obligations", assessment.Obligations, WriteObligation);
        Array("duties", assessment.Procedure?.Duties ?? [], WriteDuty);
        Array("clocks", assessment.Procedure?.Clocks ?? [], WriteClock);
        WriteCalendar(assessment.Procedure);
        Array("questions", assessment.Questions, WriteQuestion);
        Array("unusedAnswers", unused, each =>
        {
            _json.WriteString("key", AnswerChecks.Key(each.Answer));
            _json.WriteString("why", each.Why);
        });
        _json.WriteEndObject();
    }

    private void WriteFacility(Dossier dossier)
    {
        _json.WriteStartObject("facility");
        _json.WriteString("code", dossier.FacilityCode);
        _json.WriteString("name", dossier.FacilityName);
        _json.WriteEndObject();
    }

    private void WriteChoice(RegimeChoice choice)
    {
        _json.WriteStartObject("regimeChoice");
        _json.WriteString("by", choice.Ground switch { RegimeGround.Approved => "approved", RegimeGround.Submitted => "submitted", RegimeGround.Asked => "asked", _ => "asOf" });
        _json.WriteString("day", Iso(choice.Day));
        _json.WriteString("why", choice.Why);
        _json.WriteEndObject();
    }

    private void WritePack(PackHeader pack)
    {
        _json.WriteString("id", pack.Id);
        _json.WriteString("version", pack.Version);
        _json.WriteString("sha256", pack.Sha256);
        _json.WriteStartObject("inForce");
        _json.WriteString("from", Iso(pack.InForce.From));
        _json.WriteString("to", Iso(pack.InForce.To));
        _json.WriteEndObject();
    }

    private void WriteSystem(LevelResult level, SystemFindings? requirements)
    {
        _json.WriteString("id", level.System.Id);
        _json.WriteString("name", level.System.Name);
        WriteLevel(level);
        WriteNumber("proposedLevel", level.System.ProposedLevel);
        WriteBoolean("agrees", level.Agrees);
        Array("grounds", level.Grounds, WriteGround);
        Array("notHigher", level.NotHigher, WriteNotHigher);
        Array("missingFacts", level.Missing, missing => WriteMissing(missing, level));
        Array("presumed", level.Presumed, presumed =>
        {
            _json.WriteString("fact", presumed.Fact.Id);
            WriteComponent(presumed.System, level.System);
            WriteValue("value", presumed.Fact, presumed.Value);
            _json.WriteString("why", presumed.Why);
        });
        new RequirementsJson(_json).Write(requirements);
    }

    private void WriteLevel(LevelResult level)
    {
        _json.WriteStartObject("level");
        _json.WriteString("status", level.Status.Contract());
        WriteNumber("value", level.Value);
        WriteNumber("atLeast", level.AtLeast);
        WriteNumber("atMost", level.AtMost);
        _json.WriteBoolean("exact", level.IsExact);
        _json.WriteEndObject();
    }

    private void WriteMissing(MissingFact missing, LevelResult level)
    {
        _json.WriteString("fact", missing.Fact.Id);
        WriteComponent(missing.System, level.System);
        _json.WriteString("label", missing.Fact.Label);
        _json.WriteString("question", missing.Fact.Question);
    }

    private void WriteGround(LevelGround ground)
    {
        _json.WriteString("criterion", ground.Criterion.Id);
        _json.WriteNumber("level", ground.Criterion.Level);
        _json.WriteString("citation", ground.Criterion.Citation.ToString());
        _json.WriteString("title", ground.Criterion.Title);
        if (ground.Component is { } component)
        {
            _json.WriteString("component", component.Id);
        }

        _json.WriteStartObject("facts");
        foreach (var fact in ground.Facts.DistinctBy(fact => fact.Fact))
        {
            WriteValue(fact.Fact.Id, fact.Fact, fact.Value);
        }

        _json.WriteEndObject();
    }

    private void WriteNotHigher(NotHigher higher)
    {
        _json.WriteNumber("level", higher.Criterion.Level);
        _json.WriteString("criterion", higher.Criterion.Id);
        _json.WriteString("citation", higher.Criterion.Citation.ToString());
        _json.WriteString("truth", higher.IsOpen ? "unknown" : "false");
        Array("because", higher.Because, WriteReason);
    }

    private void WriteReason(Reason reason)
    {
        _json.WriteString("fact", reason.Fact.Id);
        if (reason.Component is { } component)
        {
            _json.WriteString("component", component.Id);
        }

        WriteValue("value", reason.Fact, reason.Value);
        _json.WriteString("needs", reason.Needs);
        _json.WriteString("text", $"{reason.Fact.Label}: {reason.ValueText} (cần: {reason.Needs})");
    }

    private void WriteObligation(ObligationResult result)
    {
        var obligation = result.Obligation;
        _json.WriteString("id", obligation.Id);
        _json.WriteString("directive", obligation.Directive);
        _json.WriteString("citation", obligation.Citation.ToString());
        _json.WriteString("title", obligation.Title);
        _json.WriteString("kind", obligation.Kind switch { DueKind.By => "by", DueKind.From => "from", _ => "ongoing" });
        _json.WriteString("due", Iso(obligation.Due));
        _json.WriteString("status", result.Status.Contract());
        WriteNumber("days", result.Days);
        _json.WriteString("doneOn", Iso(result.DoneOn));
        _json.WriteBoolean("onDeadlineDay", result.OnDeadlineDay);
        _json.WriteString("why", result.Why);
        _json.WriteString("quote", obligation.Quote);
        _json.WriteBoolean("condensed", result.Directive.Header.Document.IsCondensed);
        _json.WriteString("dated", result.Directive.Header.Document.IsApproximate ? "approximate" : "exact");
        Array("facts", result.Facts, WriteReason);
        Array("missingFacts", result.Missing, fact =>
        {
            _json.WriteString("fact", fact.Id);
            _json.WriteString("label", fact.Label);
            _json.WriteString("question", fact.Question);
        });
        _json.WriteStartArray("notes");
        foreach (var note in result.Notes)
        {
            _json.WriteStringValue(note);
        }

        _json.WriteEndArray();
    }

    private void WriteQuestion(OpenQuestion question)
    {
        _json.WriteString("fact", question.Fact.Id);
        _json.WriteString("system", question.System?.Id);
        _json.WriteString("question", question.Fact.Question);
        _json.WriteString("source", question.Fact.Source);
        _json.WriteNumber("settles", question.Settles);
        _json.WriteBoolean("forLevel", question.ForLevel);
    }

    private void WriteComponent(SystemProfile? of, SystemProfile system)
    {
        if (of is not null && !ReferenceEquals(of, system))
        {
            _json.WriteString("component", of.Id);
        }
    }

    private void WriteValue(string name, FactDefinition fact, FactValue? value)
    {
        _json.WritePropertyName(name);
        switch (value)
        {
            case null:
                _json.WriteNullValue();
                break;
            case { IsNone: true } when fact.AllowNone:
                _json.WriteStringValue("none");
                break;
            case { } known when fact.Type == FactType.Boolean:
                _json.WriteBooleanValue(known.IsTrue);
                break;
            case { } known when fact.Type == FactType.Integer:
                _json.WriteNumberValue(known.Number);
                break;
            case { } known when fact.Type == FactType.Set:
                _json.WriteStartArray();
                foreach (var item in FactText.Items(fact, known.Items))
                {
                    _json.WriteStringValue(item.Id);
                }

                _json.WriteEndArray();
                break;
            case { } known:
                _json.WriteStringValue(FactText.ToYaml(fact, known));
                break;
        }
    }

    private void Array<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteNumber(string name, int? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    private void WriteBoolean(string name, bool? value)
    {
        if (value is { } truth)
        {
            _json.WriteBoolean(name, truth);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    internal static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
