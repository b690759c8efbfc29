using System.Text.Json;
using EmrSec.Rules.Calendars;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Wording;

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
        for (var level = 1; level <= 5; level++)
        {
            if (rule.Levels.Contains(level))
            {
                _json.WriteNumberValue(level);
            }
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
        WriteNumber("hours", result.Duty.Hours);
        Array("occasions", result.Duty.Occasions, occasion =>
        {
            _json.WriteString("text", occasion.Text);
            _json.WriteString("citation", occasion.Citation.ToString());
        });
        _json.WriteString("why", result.Why);
    }

    private void WriteClock(ClockResult result)
    {
        _json.WriteString("id", result.Clock?.Id);
        _json.WriteString("system", result.System.System.Id);
        _json.WriteString("step", result.Step.Contract());
        _json.WriteString("citation", result.Clock?.Citation.ToString());
        _json.WriteString("title", result.Clock?.Title);
        WriteNumber("length", result.Clock?.Length);
        _json.WriteString("unit", result.Clock is null ? null : result.Clock.Unit == ClockUnit.Days ? "days" : "working-days");
        _json.WriteString("status", result.Status.Contract());
        _json.WriteBoolean("certain", result.IsCertain);
        _json.WriteString("doneOn", Iso(result.DoneOn));
        _json.WriteString("why", result.Why);
        WriteCount(_json, result.Count);
    }

    /// <summary>A count of days: from when, to when, which days counted and which did not.</summary>
    internal static void WriteCount(Utf8JsonWriter json, DayCount? count)
    {
        json.WriteString("start", Iso(count?.Start));
        json.WriteString("due", Iso(count?.Due));
        if (count is null)
        {
            json.WriteNull("provisional");
        }
        else
        {
            json.WriteBoolean("provisional", count.IsProvisional);
        }

        json.WriteString("dueOff", count?.DueOff);
        json.WriteString("error", count?.Error);
        json.WriteStartArray("counted");
        foreach (var day in count?.Counted ?? [])
        {
            json.WriteStringValue(Iso(day));
        }

        json.WriteEndArray();
        json.WriteStartArray("skipped");
        foreach (var skipped in count?.Skipped ?? [])
        {
            json.WriteStartObject();
            json.WriteString("day", Iso(skipped.Day));
            json.WriteString("reason", skipped.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
