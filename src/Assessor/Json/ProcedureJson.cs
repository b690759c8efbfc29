using EmrSec.Rules.Procedures;

namespace EmrSec.Assessor.Json;

/// <summary>Who decides, by when, and what comes again.</summary>
internal sealed partial class AssessmentJson
{
    private void WriteAuthority(AuthorityResult? authority)
    {
        if (authority is null)
        {
            _json.WriteNull("authority");
            return;
        }

        _json.WriteStartObject("authority");
        _json.WriteString("appraiser", authority.Rule?.Appraiser.Text);
        _json.WriteString("approver", authority.Rule?.Approver.Text);
        _json.WriteString("citation", authority.Rule?.Citation.ToString());

        // The contract's third truth is a word, as in «truth» of notHigher.
        if (authority.Conflict is { } truth)
        {
            _json.WriteBoolean("conflict", truth);
        }
        else
        {
            _json.WriteString("conflict", "unknown");
        }

        _json.WriteString("conflictCitation", authority.ConflictRule?.Citation.ToString());
        _json.WriteString("conflictWhy", authority.Why);
        _json.WriteStartArray("waysOut");
        foreach (var way in authority is { Conflict: true, ConflictRule: { } rule } ? rule.Ways : [])
        {
            _json.WriteStringValue(way);
        }

        _json.WriteEndArray();
        Array("byLevel", authority.Possible, WriteAuthorityRule);
        _json.WriteEndObject();
    }

    private void WriteAuthorityRule(AuthorityRule rule)
    {
        _json.WriteStartArray("levels");
        foreach (var level in rule.Levels)
        {
            _json.WriteNumberValue(level);
        }

        _json.WriteEndArray();
        _json.WriteString("citation", rule.Citation.ToString());
        _json.WriteString("appraiser", rule.Appraiser.Text);
        _json.WriteString("appraiserCitation", rule.Appraiser.Citation.ToString());
        _json.WriteString("approver", rule.Approver.Text);
        _json.WriteString("approverCitation", rule.Approver.Citation.ToString());
        Array("firstObtain", rule.FirstObtain, first =>
        {
            _json.WriteString("text", first.Text);
            _json.WriteString("citation", first.Citation.ToString());
        });
    }

    private void WriteDuty(DutyResult result)
    {
        _json.WriteString("id", result.Duty.Id);
        _json.WriteString("system", result.System?.System.Id);
        _json.WriteString("citation", result.Duty.Citation.ToString());
        _json.WriteString("title", result.Duty.Title);
        WriteNumber("months", result.Duty.Months);
        _json.WriteString("due", Iso(result.Due));
        _json.WriteString("status", result.Status.Contract());
        WriteNumber("days", result.Days);
        _json.WriteString("doneOn", Iso(result.DoneOn));
        _json.WriteString("doneBy", result.Duty.DoneBy);
        _json.WriteString("why", result.Why);
    }

    private void WriteClock(ClockResult result)
    {
        _json.WriteString("id", result.Clock?.Id);
        _json.WriteString("system", result.System.System.Id);
        _json.WriteString("step", result.Step == ClockStep.Appraisal ? "appraisal" : "approval");
        _json.WriteString("citation", result.Clock?.Citation.ToString());
        _json.WriteString("title", result.Clock?.Title);
        WriteNumber("length", result.Clock?.Length);
        _json.WriteString("unit", result.Clock is null ? null : result.Clock.Unit == ClockUnit.Days ? "days" : "working-days");
        _json.WriteString("start", Iso(result.Count?.Start));
        _json.WriteString("due", Iso(result.Count?.Due));
        WriteBoolean("provisional", result.Count?.IsProvisional);
        _json.WriteString("dueOff", result.Count?.DueOff);
        _json.WriteString("error", result.Count?.Error);
        _json.WriteString("why", result.Why);
        _json.WriteStartArray("counted");
        foreach (var day in result.Count?.Counted ?? [])
        {
            _json.WriteStringValue(Iso(day));
        }

        _json.WriteEndArray();
        Array("skipped", result.Count?.Skipped ?? [], skipped =>
        {
            _json.WriteString("day", Iso(skipped.Day));
            _json.WriteString("reason", skipped.Reason);
        });
    }

    private void WriteCalendar(ProcedureAssessment? procedure)
    {
        if (procedure?.Procedure.Calendar is not { } calendar)
        {
            _json.WriteNull("calendar");
            return;
        }

        _json.WriteStartObject("calendar");
        _json.WriteString("id", calendar.Id);
        _json.WriteString("version", calendar.Version);
        _json.WriteString("sha256", calendar.Sha256);
        Array("years", calendar.Years, year =>
        {
            _json.WriteNumber("year", year.Year);
            _json.WriteBoolean("provisional", year.IsProvisional);
        });
        _json.WriteEndObject();
    }
}
