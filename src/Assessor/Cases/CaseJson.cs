using System.Text;
using System.Text.Json;
using EmrSec.Assessor.Json;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Cases;

/// <summary>Cases and what is filed with them, each as one JSON object with keys in a stable order.</summary>
internal static class CaseJson
{
    public static string Show(CaseView view, DateOnly asOf) => Write("emrsec.case/1", json =>
    {
        var snapshot = view.Snapshot;
        Head(json, snapshot.Case, asOf);
        Number(json, "currentLevel", snapshot.Level);
        json.WriteString("appraiser", snapshot.Bodies?.Appraiser);
        json.WriteString("approver", snapshot.Bodies?.Approver);
        json.WriteString("turn", view.Turn is { } turn ? CaseWords.Word(turn) : null);
        json.WriteList("next", StepTable.From(snapshot.Case.State, snapshot.Level).Where(rule => rule.Kind is not StepKind.Supersede), rule =>
        {
            json.WriteString("step", rule.Word);
            json.WriteString("role", CaseWords.Word(rule.Role));
            var paper = rule.PaperAt(snapshot.Level ?? snapshot.Case.Level);
            json.WriteString("paper", paper?.Kind);
            json.WriteBoolean("mustBeSigned", paper?.MustBeSigned ?? false);
            json.WriteString("citation", rule.Law.In(snapshot.Assessment.Regime.Header.Id));
        });
        json.WriteList("clocks", snapshot.Clocks(asOf), clock => Clock(json, clock));
        json.WriteList("papers", snapshot.Papers.Where(paper => !CasePapers.IsData(paper)), paper =>
        {
            json.WriteString("kind", paper.Kind);
            json.WriteString("name", paper.Name);
            json.WriteNumber("revision", paper.Revision);
            Strings(json, "signers", paper.Signers);
            json.WriteString("sha256", paper.Sha256);
            json.WriteString("account", paper.Account);
            json.WriteString("at", paper.At);
        });
        json.WriteNumber("openComments", view.Comments.Count(comment => !comment.IsSettled));
        json.WriteNumber("evidence", EvidenceRun.Newest(view.Evidence).Count());
    });

    public static string List(IReadOnlyList<ListedCase> cases, DateOnly asOf) => Write("emrsec.cases/1", json =>
    {
        json.WriteString("asOf", AssessmentJson.Iso(asOf));
        json.WriteList("cases", cases, each =>
        {
            Head(json, each.Case, null);
            json.WriteString("turn", each.Turn is { } turn ? CaseWords.Word(turn) : null);
            json.WritePropertyName("due");
            if (each.Clock is { } clock)
            {
                json.WriteStartObject();
                Clock(json, clock);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNullValue();
            }
        });
    });

    public static string History(CaseFile @case, IReadOnlyList<CaseStep> steps, IReadOnlyList<RevisionHeader> revisions) => Write("emrsec.case-history/1", json =>
    {
        Head(json, @case, null);
        json.WriteList("steps", steps, step =>
        {
            json.WriteNumber("number", step.Number);
            json.WriteString("step", StepTable.Of(step)?.Word);
            json.WriteString("from", step.From is { } from ? CaseWords.Word(from) : null);
            json.WriteString("to", CaseWords.Word(step.To));
            json.WriteString("day", AssessmentJson.Iso(step.Day));
            json.WriteString("at", step.At);
            json.WriteString("account", step.Account);
            json.WriteString("role", CaseWords.Word(step.Role));
            json.WriteNumber("revision", step.Revision);
            json.WriteString("reason", step.Reason);
            json.WriteString("paper", step.Paper);
        });
        json.WriteList("revisions", revisions, revision =>
        {
            json.WriteNumber("number", revision.Number);
            json.WriteString("sha256", revision.Sha256);
            json.WriteString("author", revision.Author);
            json.WriteString("at", revision.At);
            json.WriteString("note", revision.Note);
        });
    });

    public static string Comments(CaseFile @case, IReadOnlyList<ReviewComment> comments) => Write("emrsec.case-comments/1", json =>
    {
        Head(json, @case, null);
        json.WriteList("comments", comments, comment => Comment(json, comment));
    });

    public static string Evidence(CaseFile @case, IReadOnlyList<EvidenceRecord> evidence) => Write("emrsec.case-evidence/1", json =>
    {
        Head(json, @case, null);
        json.WriteList("evidence", evidence, record => Evidence(json, record));
    });

    public static string Changes(CaseChanges changes) => Write("emrsec.case-changes/1", json =>
    {
        Head(json, changes.Case, null);
        json.WriteNumber("since", changes.Since.Number);
        json.WriteList("changes", changes.Changes, change =>
        {
            json.WriteString("address", change.Address);
            json.WriteString("before", change.Before);
            json.WriteString("now", change.Now);
            Numbers(json, "comments", changes.TouchedBy(change));
        });
        json.WriteList("evidence", changes.Evidence, record =>
        {
            Evidence(json, record);
            Numbers(json, "comments", changes.TouchedBy(record));
        });
        json.WriteList("untouchedComments", changes.Untouched, comment => Comment(json, comment));
    });

    private static string Write(string schema, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AssessmentJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", schema);
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Head(Utf8JsonWriter json, CaseFile @case, DateOnly? asOf)
    {
        json.WriteString("case", @case.Id.ToString());
        if (asOf is { } day)
        {
            json.WriteString("asOf", AssessmentJson.Iso(day));
        }

        json.WriteString("facility", @case.FacilityName);
        json.WriteString("province", @case.Province);
        json.WriteString("state", CaseWords.Word(@case.State));
        json.WriteString("stateSince", @case.StateSince);
        json.WriteNumber("revision", @case.Revision);
        Number(json, "level", @case.Level);
        json.WriteString("regime", @case.Regime);
        Strings(json, "compilers", @case.Compilers);
        Strings(json, "appraisers", @case.Appraisers);
    }

    private static void Clock(Utf8JsonWriter json, CaseClock clock)
    {
        json.WriteString("id", clock.Clock.Id);
        json.WriteString("step", clock.Clock.Step.Contract());
        json.WriteString("title", clock.Clock.Title);
        json.WriteString("citation", clock.Clock.Citation.ToString());
        json.WriteString("start", AssessmentJson.Iso(clock.Count.Start));
        json.WriteString("due", clock.Count.Due is { } due ? AssessmentJson.Iso(due) : null);
        json.WriteString("status", clock.Status.Contract());
        Number(json, "days", clock.Days);
        json.WriteString("doneOn", clock.DoneOn is { } done ? AssessmentJson.Iso(done) : null);
        json.WriteString("stoppedSince", clock.StoppedSince is { } since ? AssessmentJson.Iso(since) : null);
    }

    private static void Comment(Utf8JsonWriter json, ReviewComment comment)
    {
        json.WriteNumber("number", comment.Number);
        json.WriteNumber("revision", comment.Revision);
        json.WriteString("target", comment.Target);
        json.WriteString("text", comment.Text);
        json.WriteString("account", comment.Account);
        json.WriteString("at", comment.At);
        json.WriteString("reply", comment.Reply);
        json.WriteString("repliedBy", comment.RepliedBy);
        json.WriteBoolean("settled", comment.IsSettled);
    }

    private static void Evidence(Utf8JsonWriter json, EvidenceRecord record)
    {
        json.WriteString("name", record.Name);
        json.WriteNumber("number", record.Number);
        json.WriteString("sha256", record.Sha256);
        json.WriteNumber("size", record.Size);
        json.WriteString("mediaType", record.MediaType);
        Strings(json, "requirements", record.Requirements);
        json.WriteString("issued", record.Issued is { } issued ? AssessmentJson.Iso(issued) : null);
        json.WriteString("validUntil", record.ValidUntil is { } until ? AssessmentJson.Iso(until) : null);
        json.WriteString("account", record.Account);
        json.WriteString("at", record.At);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<ReviewComment> comments)
    {
        json.WriteStartArray(name);
        foreach (var comment in comments)
        {
            json.WriteNumberValue(comment.Number);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
