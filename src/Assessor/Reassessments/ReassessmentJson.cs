using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using EmrSec.Assessor.Json;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Reassessments;

/// <summary>A re-assessment as the one JSON object <c>emrsec.reassessment/1</c>.</summary>
internal static class ReassessmentJson
{
    public static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(RulePackSet packs, ReassessmentResult result, ProvinceTransition? transition)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "emrsec.reassessment/1");
            json.WriteString("asOf", Iso(result.Run.AsOf));
            json.WriteString("scope", result.Run.Scope);
            WriteRun(json, "run", result.Run);
            WriteRun(json, "before", result.Before);
            json.WriteBoolean("repeat", result.IsRepeat);
            json.WriteNumber("fromJson", result.FromJson);
            json.WriteString("digest", result.Digest);
            json.WriteList("packs", result.Packs, pack =>
            {
                json.WriteString("id", pack.Id);
                json.WriteString("before", pack.Before?.Version);
                json.WriteString("now", pack.Now?.Version);
            });
            json.WriteStartObject("totals");
            WriteTotals(json, result.Totals);
            json.WriteEndObject();
            json.WriteList("provinces", result.Provinces, province =>
            {
                json.WriteString("id", province.Key);
                json.WriteString("name", NewsWords.Province(packs, province.Key));
                WriteTotals(json, province.Value);
            });
            json.WriteList("deadlines", result.Deadlines, deadline => WriteDeadline(json, deadline));
            json.WriteList("news", result.News, news => WriteNews(json, news));
            if (transition is not null)
            {
                TransitionSection.Write(json, transition);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteRun(Utf8JsonWriter json, string name, RunRecord? run)
    {
        if (run is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("id", run.Id);
        json.WriteString("asOf", Iso(run.AsOf));
        json.WriteString("started", run.Started.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("finished", run.Finished?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber("count", run.Count);
        json.WriteString("digest", run.Digest);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, FacilityTotals totals)
    {
        json.WriteNumber("facilities", totals.Facilities);
        json.WriteNumber("notAssessed", totals.NotAssessed);
        json.WriteStartObject("levels");
        for (var level = 1; level <= 5; level++)
        {
            json.WriteNumber(level.ToString(CultureInfo.InvariantCulture), totals.AtLevel(level));
        }

        json.WriteNumber("uncertain", totals.AtLevel(0));
        json.WriteEndObject();
        json.WriteNumber("overdue", totals.WithOverdue);
        json.WriteNumber("newlyOverdue", totals.WithNewlyOverdue);
        json.WriteNumber("dueSoon", totals.WithDueSoon);
        json.WriteNumber("evidenceExpired", totals.WithExpired);
        json.WriteNumber("inspectionDue", totals.WithInspection);
        json.WriteNumber("yearlyReportDue", totals.WithYearlyReport);
        json.WriteNumber("levelChanged", totals.WithLevelChanged);
    }

    private static void WriteDeadline(Utf8JsonWriter json, DeadlineTotals deadline)
    {
        json.WriteString("id", deadline.Rule.Id);
        json.WriteString("title", deadline.Rule.Title);
        json.WriteString("citation", deadline.Rule.Citation);
        json.WriteNumber("newlyOverdue", deadline.NewlyOverdue);
        foreach (var status in Enum.GetValues<ObligationStatus>().Where(status => status != ObligationStatus.NotApplicable))
        {
            json.WriteNumber(status.Contract(), deadline.Count(status));
        }
    }

    private static void WriteNews(Utf8JsonWriter json, FacilityNews news)
    {
        json.WriteString("case", news.Case.ToString());
        json.WriteString("code", news.Case.FacilityCode);
        json.WriteString("name", news.Name);
        json.WriteString("province", news.Province);
        json.WriteNumber("revision", news.Revision);
        json.WriteList("items", news.Items, item =>
        {
            json.WriteString("kind", NewsWords.Word(item.Kind));
            json.WriteString("rule", item.Rule?.Id);
            json.WriteString("system", item.SystemId);
            json.WriteString("due", item.Due is { } due ? Iso(due) : null);
            json.WriteString("before", item.Before);
            json.WriteString("now", item.Now);
            json.WriteStartArray("because");
            foreach (var reason in item.Because)
            {
                json.WriteStringValue(reason);
            }

            json.WriteEndArray();
            json.WriteString("text", NewsWords.Text(item));
        });
    }
}
