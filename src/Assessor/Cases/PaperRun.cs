using System.Text.Json.Nodes;
using EmrSec.Assessor.Reports;
using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;

namespace EmrSec.Assessor.Cases;

/// <summary>What paper is wanted.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Output">The file.</param>
/// <param name="IsDraft">Whether gaps are only marked; a draft is not filed.</param>
/// <param name="Templates">A folder of templates in the place of the built-in ones; null = none.</param>
/// <param name="Regime">For a request: the law to be judged by; null = the one in force on its day.</param>
/// <param name="Say">What the call says of it, over what was known before.</param>
internal sealed record PaperOrder(PaperKind Kind, string Output, bool IsDraft, string? Templates, string? Regime, Func<JsonObject, JsonObject> Say);

/// <summary>Makes a paper from the stored revision, files it for signing, and writes it where it is wanted.</summary>
internal sealed class PaperRun(CaseDesk desk, Screen screen)
{
    /// <summary>What only the authority itself can say of its paper, whatever the facility wrote.</summary>
    private static readonly string[] OfAuthority = ["date", "result", "unfit"];

    public int Make(string written, PaperOrder order)
    {
        var @case = desk.Find(written);
        var before = desk.Load(@case, desk.Today);
        var record = order.Say(Known(before, order.Kind.Id));
        record["date"] ??= PaperChoice.Iso(desk.Today);
        var said = new PaperData(order.Kind.Id, "", "", record);
        var day = said.Day ?? desk.Today;
        var rule = RuleOf(order.Kind.Id, before, said.Result);
        var snapshot = desk.Load(@case, day < desk.Today ? day : desk.Today, desk.RegimeFor(@case, rule?.Kind, day, order.Regime) ?? order.Regime);
        var data = said with { Regime = snapshot.Assessment.Regime.Header.Id };
        var actor = desk.Actor(rule?.Role ?? ActorRole.Facility);
        if (rule is not null && !order.IsDraft)
        {
            Refuse(StepJudge.JudgePaper(snapshot.Attempt(rule, actor, day, desk.Today, desk.Packs.Facts)));
        }

        return Build(snapshot, data, order) is { } document ? Write(snapshot, data, order, actor, rule is not null, document) : ExitCodes.WrongInput;
    }

    /// <summary>What was known of a paper: what was said of it last, else what the dossier says.</summary>
    private static JsonObject Known(CaseSnapshot snapshot, string kind)
    {
        if (snapshot.Data.FirstOrDefault(data => string.Equals(data.Kind, kind, StringComparison.Ordinal)) is { } data)
        {
            return data.Record;
        }

        var declared = JsonNode.Parse(snapshot.Content)?["papers"]?[kind] as JsonObject;
        var known = declared is null ? [] : (JsonObject)declared.DeepClone();
        if (StepTable.All.Any(rule => rule.Role is not ActorRole.Facility && rule.Papers.Any(paper => string.Equals(paper.Kind, kind, StringComparison.Ordinal))))
        {
            Array.ForEach(OfAuthority, key => known.Remove(key));
        }

        return known;
    }

    /// <summary>The step that is taken by a paper; null where it goes with none.</summary>
    private static StepRule? RuleOf(string kind, CaseSnapshot snapshot, Dossiers.AppraisalResult? result)
    {
        var level = snapshot.Level ?? snapshot.Case.Level;
        var rules = StepTable.All.Where(rule => rule.Papers.Any(paper => string.Equals(paper.Kind, kind, StringComparison.Ordinal))).ToList();
        return kind is "appraisal"
            ? StepTable.Of(result is Dossiers.AppraisalResult.Unfit ? StepKind.AppraiseUnfit : StepKind.AppraiseFit)
            : rules.Find(rule => string.Equals(rule.PaperAt(level)?.Kind, kind, StringComparison.Ordinal)) ?? rules.FirstOrDefault();
    }

    private Document? Build(CaseSnapshot snapshot, PaperData data, PaperOrder order)
    {
        IReadOnlyList<PaperData> papers = [.. snapshot.Data.Where(other => !string.Equals(other.Kind, data.Kind, StringComparison.Ordinal)), data];
        var read = CaseDossier.Read(snapshot.Content, snapshot.Case, snapshot.Steps, papers, desk.Packs.Facts);
        if (read.Dossier is not { } dossier)
        {
            throw new RefusedException("VD048", $"điều nói về văn bản không đọc được: {read.Diagnostics.Items[0].Message}", read.Diagnostics.Items[0].Help ?? "sửa tệp --data hoặc các tuỳ chọn");
        }

        var request = new PaperRequest(dossier, desk.Packs, snapshot.Assessment) { Created = desk.Now, IsDraft = order.IsDraft };
        var made = new PaperMaker(new TemplateEngine(order.Templates is { } own ? TemplateSource.WithFolder(own) : TemplateSource.BuiltIn)).Make(order.Kind, request);
        if (made.WhyNot is { } why)
        {
            throw new RefusedException("VD024", $"không có văn bản «{order.Kind.Title}» cho hồ sơ này: {why}", "chọn loại văn bản khác: emrsec report --list-kinds");
        }

        return new PaperMessages(screen, snapshot.Case.Id.ToString(), order.IsDraft).Report(made) ? made.Document : null;
    }

    private int Write(CaseSnapshot snapshot, PaperData data, PaperOrder order, Actor actor, bool hasStep, Document document)
    {
        var format = PaperFormat.Of(order.Output)!;
        var diagnostics = new DiagnosticBag();
        var written = format.Write(document, diagnostics);
        screen.Report(diagnostics);
        if (written is null)
        {
            return ExitCodes.WrongInput;
        }

        // A paper that goes with no step is filed for the facility alone; anybody who may read the case may print it.
        var isFiled = !order.IsDraft && order.Kind.IsOfficial && format.Extension is ".pdf"
            && (hasStep || (actor.Role is ActorRole.Facility && string.Equals(actor.Body, snapshot.Case.Id.FacilityCode, StringComparison.Ordinal)));
        if (isFiled)
        {
            File(snapshot, data, actor, written.Bytes.ToArray());
        }

        var failures = new DiagnosticBag();
        AtomicFile.Write(order.Output, stream => stream.Write(written.Bytes.Span), failures);
        screen.Report(failures);
        if (failures.HasErrors)
        {
            return ExitCodes.WrongInput;
        }

        var next = isFiled ? "; đã lưu vào kho, chờ bản ký số của chính tệp này" : order.IsDraft ? " (bản dự thảo, không lưu vào kho)" : format.Extension is ".pdf" ? " (không lưu vào kho)" : " (chỉ bản PDF mới lưu vào kho để ký)";
        screen.Out.WriteLine($"Đã lập {order.Output}: {order.Kind.Title} của hồ sơ {snapshot.Case.Id}, từ bản {snapshot.Case.Revision}{next}");
        return ExitCodes.Done;
    }

    // The bytes are kept before their rows, so that no row ever points to nothing.
    private void File(CaseSnapshot snapshot, PaperData data, Actor actor, byte[] pdf)
    {
        var paper = CasePapers.Keep(desk.Store, pdf);
        var said = (data with { Paper = paper.Sha256 }).ToBytes();
        var note = CasePapers.Keep(desk.Store, said);
        var name = $"{snapshot.Case.Id}-ban-{snapshot.Case.Revision}-{data.Kind}";
        desk.Store.Write(actor, null, writer =>
        {
            writer.File(new FiledPaper(snapshot.Case.Id, data.Kind, paper.Sha256, paper.Size, name + ".pdf", snapshot.Case.Revision, [], actor.Account, desk.Now));
            return writer.File(new FiledPaper(snapshot.Case.Id, data.Kind, note.Sha256, note.Size, name + PaperData.Extension, snapshot.Case.Revision, [], actor.Account, desk.Now));
        });
    }

    public static void Refuse(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new RefusedException(refusals);
        }
    }
}
