using EmrSec.Assessor.Json;
using EmrSec.Dossiers;
using EmrSec.Dossiers.Checks;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Cases;

/// <summary>What step is wanted.</summary>
/// <param name="Case">The case, as written.</param>
/// <param name="Kind">The step; for an appraisal that of its result.</param>
internal sealed record StepOrder(string Case, StepKind Kind)
{
    /// <summary>The day it is to count for; null = the paper's, else today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The signed paper's file.</summary>
    public string? Signed { get; init; }

    /// <summary>For an approval: the day the decision comes into force; null = its own day.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>For a submission: the law to be judged by; null = the one in force on the day.</summary>
    public string? Regime { get; init; }

    /// <summary>For an appraisal: whether a result was asked for (else it is the paper's).</summary>
    public bool HasResult { get; init; }
}

/// <summary>Takes a step: judges it, checks its signed paper, and writes all that belongs to it at once.</summary>
internal sealed class StepRun(CaseDesk desk, Screen screen, Func<TrustStore> trust)
{
    public int Take(StepOrder order)
    {
        var @case = desk.Find(order.Case);
        var first = desk.Load(@case, order.Day ?? desk.Today, desk.RegimeFor(@case, order.Kind, order.Day ?? desk.Today, order.Regime));
        var paper = order.Signed is { } file ? Check(file, first, order.Kind) : null;
        var kind = Result(order, paper);
        var rule = StepTable.Of(kind);
        var proof = paper?.AsProof ?? Made(first, rule);
        var day = order.Day ?? (kind is StepKind.AppraiseFit or StepKind.AppraiseUnfit or StepKind.Approve or StepKind.Present ? proof?.Day : null) ?? desk.Today;
        var snapshot = day == first.Assessment.AsOf ? first : desk.Load(@case, day, desk.RegimeFor(@case, kind, day, order.Regime));
        var actor = desk.Actor(rule.Role);
        var reason = order.Reason ?? (kind is StepKind.AppraiseUnfit && paper is not null ? Unfit(paper.Data) : null);
        var attempt = snapshot.Attempt(rule, actor, day, desk.Today, desk.Packs.Facts) with { Reason = reason, Paper = proof };
        PaperRun.Refuse(order.Effective < day
            ? [new Refusal("VD009", $"ngày có hiệu lực {CaseText.Day(order.Effective.Value)} trước ngày phê duyệt {CaseText.Day(day)}", "sửa --effective")]
            : StepJudge.Judge(attempt));
        Remind(snapshot, kind);
        var moved = Write(snapshot, rule, actor, day, reason, paper, order.Effective ?? day);
        screen.Out.WriteLine($"Đã ghi: {rule.Title}, ngày {CaseText.Day(day)}. Hồ sơ {moved.Id} nay: {CaseWords.State(moved.State)}.");
        Next(moved, day);
        return ExitCodes.Done;
    }

    private CheckedPaper Check(string file, CaseSnapshot snapshot, StepKind kind)
    {
        var rule = StepTable.Of(kind);
        var wanted = rule.PaperAt(snapshot.Level ?? snapshot.Case.Level)?.Kind
            ?? throw new RefusedException("VD024", $"bước «{rule.Title}» không dùng văn bản ký số", "bỏ --signed", rule.Law.In(snapshot.Case.Regime));
        return new SignedPaperCheck(desk, trust()).Check(file, snapshot, wanted);
    }

    /// <summary>The paper that was made, where the step asks for no more.</summary>
    private static PaperProof? Made(CaseSnapshot snapshot, StepRule rule)
    {
        var wanted = rule.PaperAt(snapshot.Level ?? snapshot.Case.Level);
        return wanted is { Demand: PaperDemand.Made } && CasePapers.LastMade(snapshot.Papers, wanted.Kind) is { } made && snapshot.Data.FirstOrDefault(data => string.Equals(data.Paper, made.Sha256, StringComparison.Ordinal)) is { } data
            ? new PaperProof(made.Kind, made.Revision, data.Day, data.Regime, IsSigned: false)
            : null;
    }

    /// <summary>An appraisal comes to what its signed paper says; what the call says must be the same.</summary>
    private static StepKind Result(StepOrder order, CheckedPaper? paper)
    {
        if (order.Kind is not (StepKind.AppraiseFit or StepKind.AppraiseUnfit) || paper?.Data.Result is not { } result)
        {
            return order.Kind;
        }

        var said = result is AppraisalResult.Fit ? StepKind.AppraiseFit : StepKind.AppraiseUnfit;
        return !order.HasResult || said == order.Kind
            ? said
            : throw new RefusedException("VD025", $"văn bản đã ký kết luận {(result is AppraisalResult.Fit ? "phù hợp" : "chưa phù hợp")}, lời gọi ghi --result {(order.Kind is StepKind.AppraiseFit ? "fit" : "unfit")}", "bỏ --result, hoặc lập và ký lại văn bản");
    }

    private static string? Unfit(PaperData data) =>
        data.Record["unfit"] is System.Text.Json.Nodes.JsonArray lines ? string.Join("; ", lines.Select(line => line?.GetValue<string>())) : null;

    private CaseFile Write(CaseSnapshot snapshot, StepRule rule, Actor actor, DateOnly day, string? reason, CheckedPaper? paper, DateOnly effective)
    {
        var filed = paper is null ? null : CasePapers.Keep(desk.Store, paper.Bytes);
        var earlier = rule.Kind is StepKind.Approve or StepKind.EnterForce ? InForce(snapshot.Case) : [];
        var assessment = rule.Kind is StepKind.Submit or StepKind.AppraiseFit or StepKind.Approve ? Assessed(snapshot) : null;
        var @case = Marked(snapshot, rule, actor);
        var told = rule.Kind is StepKind.Submit or StepKind.Approve ? Told(snapshot, @case, rule, actor, day) : null;
        return desk.Store.Write(actor, reason, writer =>
        {
            if (filed is not null)
            {
                writer.File(new FiledPaper(@case.Id, paper!.Made.Kind, filed.Sha256, filed.Size, Path.GetFileNameWithoutExtension(paper.Made.Name) + "-da-ky.pdf", @case.Revision, paper.Signers, actor.Account, writer.Now));
            }

            if (assessment is not null)
            {
                writer.Keep(assessment with { At = writer.Now });
            }

            // The days of submission and approval become facts that re-assessment reads; the revision itself stays.
            var moved = writer.Step(@case, rule.To, rule.Action, day, filed?.Sha256);
            moved = told is null ? moved : writer.Revise(moved, told);
            if (rule.Kind is StepKind.Approve && effective <= desk.Today)
            {
                moved = writer.Step(moved, CaseState.InForce, StepTable.Of(StepKind.EnterForce).Action, effective, filed?.Sha256);
            }

            if (moved.State is CaseState.InForce)
            {
                foreach (var old in earlier)
                {
                    writer.Step(writer.Find(old.Id) ?? old, CaseState.Superseded, StepTable.Of(StepKind.Supersede).Action, effective, filed?.Sha256);
                }
            }

            return moved;
        });
    }

    /// <summary>The same revision with the facts as they are after the step.</summary>
    private NewRevision Told(CaseSnapshot snapshot, CaseFile @case, StepRule rule, Actor actor, DateOnly day)
    {
        var step = new CaseStep(@case.Id, snapshot.Steps.Count + 1, @case.State, rule.To, day, desk.Now, actor.Account, actor.Role, @case.Revision, null, null);
        return desk.Revisions.Of(snapshot.Content, snapshot.Dossier, @case with { State = rule.To }, [.. snapshot.Steps, step], null);
    }

    /// <summary>The case as it is to be: its level and law are those it was submitted with; who appraises is noted.</summary>
    private static CaseFile Marked(CaseSnapshot snapshot, StepRule rule, Actor actor)
    {
        var @case = snapshot.Case;
        return rule.Kind switch
        {
            StepKind.Submit => @case with { Level = snapshot.Level, Regime = snapshot.Assessment.Regime.Header.Id },
            StepKind.Start or StepKind.RequestSupplement or StepKind.AppraiseFit or StepKind.AppraiseUnfit when !@case.Appraisers.Contains(actor.Account, StringComparer.Ordinal) =>
                @case with { Appraisers = [.. @case.Appraisers, actor.Account] },
            _ => @case,
        };
    }

    /// <summary>The facility's other dossiers in force: the re-determination takes their place (85/2016/NĐ-CP, Điều 18; 331/2026/NĐ-CP, Điều 25).</summary>
    private List<CaseFile> InForce(CaseFile @case) =>
        [.. desk.Store.Cases(new CaseQuery { FacilityCode = @case.Id.FacilityCode, States = [CaseState.InForce] }).Where(other => other.Id != @case.Id)];

    private StoredAssessment Assessed(CaseSnapshot snapshot) => new(
        snapshot.Case.Id,
        snapshot.Case.Revision,
        snapshot.Assessment.AsOf,
        [.. snapshot.Assessment.Packs.Select(Named)],
        AssessmentJson.Write(snapshot.Dossier, snapshot.Assessment, AnswerChecks.Unused(snapshot.Dossier, desk.Packs, snapshot.Assessment)),
        desk.Now);

    /// <summary>A pack as assessments name it: «id version sha256».</summary>
    public static string Named(PackHeader pack) => $"{pack.Id} {pack.Version} {pack.Sha256}";

    private void Remind(CaseSnapshot snapshot, StepKind kind)
    {
        var open = desk.Store.Comments(snapshot.Case.Id).Where(comment => !comment.IsSettled && (kind is not (StepKind.Submit or StepKind.Answer) || comment.Reply is null)).ToList();
        if (open.Count > 0 && kind is StepKind.Submit or StepKind.Answer or StepKind.AppraiseFit)
        {
            screen.Error.WriteLine($"lưu ý: còn {open.Count} ý kiến {(kind is StepKind.AppraiseFit ? "chưa khép" : "chưa trả lời")} (số {string.Join(", ", open.Select(comment => comment.Number))}); xem: emrsec case comment list {snapshot.Case.Id}");
        }
    }

    private void Next(CaseFile @case, DateOnly day)
    {
        var snapshot = desk.Load(@case, day > desk.Today ? desk.Today : day);
        if (CaseClocks.First(snapshot.Clocks(desk.Today)) is { Count.Due: { } due } clock)
        {
            screen.Out.WriteLine(clock.StoppedSince is null
                ? $"{clock.Clock.Title}: chậm nhất {CaseText.Day(due)} ({clock.Clock.Citation})."
                : $"{clock.Clock.Title}: đồng hồ dừng đến khi cơ sở trả lời ({clock.Clock.Citation}).");
        }
    }
}
