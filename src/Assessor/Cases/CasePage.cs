using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Cases;

/// <summary>One case: where it stands, what is due, whose turn it is, what is filed with it.</summary>
internal static class CasePage
{
    public static Page Build(CaseView view, DateOnly asOf)
    {
        var (snapshot, @case) = (view.Snapshot, view.Snapshot.Case);
        var page = new Page().Head(1, $"HỒ SƠ {@case.Id}: {@case.FacilityName}");
        page.Item(0, "Tình trạng: ", new Span(CaseView.StateOf(@case, snapshot.Steps), Tone.Strong), $", từ {CaseText.Moment(@case.StateSince)}; bản {@case.Revision}");
        page.Item(0, "Cấp độ: ", snapshot.Level is { } level ? $"{level}{(@case.Level is { } sent && sent != level ? $" (gửi thẩm định ở cấp độ {sent})" : "")}" : new Span("chưa xác định được", Tone.Bad));
        page.Item(0, "Luật: ", $"{snapshot.Assessment.Regime.Header.Document.Number}{(@case.Regime is null ? " (chốt khi gửi)" : "")}");
        if (snapshot.Bodies is { } bodies)
        {
            page.Item(0, "Thẩm định: ", Body(bodies.Appraiser), $" ({bodies.AppraiserCitation})");
            page.Item(0, "Phê duyệt: ", Body(bodies.Approver), $" ({bodies.ApproverCitation})");
            if (bodies is { IsConflict: true, Conflict: { } conflict })
            {
                page.Item(0, "Lưu ý: ", new Span($"{conflict.Text} ({conflict.Citation})", Tone.Warn));
            }
        }

        WriteNext(page, view);
        WriteClocks(page, snapshot.Clocks(asOf));
        WritePapers(page, snapshot.Papers.Where(paper => !CasePapers.IsData(paper)));
        WriteCounts(page, view, asOf);
        return page;
    }

    /// <summary>A clock in one line.</summary>
    public static Span Standing(CaseClock clock)
    {
        var due = clock.Count.Due is { } last ? CaseText.Day(last) : "?";
        return clock switch
        {
            { Status: Rules.Obligations.ObligationStatus.NotApplicable } => new Span("không còn phải làm", Tone.Muted),
            { StoppedSince: { } since } => new Span($"đang dừng từ {CaseText.Day(since)}, chờ bổ sung; nếu được bổ sung hôm nay thì hạn là {due}", Tone.Warn),
            { DoneOn: { } done } => new Span($"đã xong {CaseText.Day(done)}{(clock.Days is { } late ? $", chậm {late} ngày" : ", đúng hạn")}; hạn {due}", clock.Days is null ? Tone.Good : Tone.Warn),
            { Status: Rules.Obligations.ObligationStatus.Overdue } => new Span($"QUÁ HẠN {clock.Days} ngày; hạn {due}", Tone.Bad),
            { Count.Error: { } error } => new Span(error, Tone.Warn),
            _ => new Span($"hạn {due}, còn {clock.Days} ngày", clock.Status is Rules.Obligations.ObligationStatus.DueSoon ? Tone.Warn : Tone.Normal),
        };
    }

    private static Span Body(string? name) => name is null ? new Span("hồ sơ chưa nêu", Tone.Warn) : name;

    private static void WriteNext(Page page, CaseView view)
    {
        var @case = view.Snapshot.Case;
        if (view.Turn is { } turn)
        {
            page.Item(0, "Đến lượt: ", CaseWords.Role(turn));
        }

        var steps = StepTable.From(@case.State, view.Snapshot.Level).Where(rule => rule.Kind is not StepKind.Supersede).ToList();
        if (steps.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Head(2, "Bước tiếp theo");
        page.Table(
            ["Lệnh", "Bước", "Ai làm", "Văn bản", "Căn cứ"],
            [.. steps.Select(rule => (IReadOnlyList<Span>)[$"emrsec case {rule.Word}", rule.Title, CaseWords.Role(rule.Role), Paper(rule, view.Snapshot), rule.Law.In(view.Snapshot.Assessment.Regime.Header.Id)])]);
    }

    private static string Paper(StepRule rule, CaseSnapshot snapshot) => rule.PaperAt(snapshot.Level ?? snapshot.Case.Level) switch
    {
        null => "–",
        { Demand: PaperDemand.Signed } paper => $"{paper.Kind}, ký số",
        { Demand: PaperDemand.Made } paper => $"{paper.Kind}",
        var paper => $"{paper.Kind}, nếu có",
    };

    private static void WriteClocks(Page page, IReadOnlyList<CaseClock> clocks)
    {
        if (clocks.Count == 0)
        {
            return;
        }

        page.Blank();
        page.Head(2, "Thời hạn");
        page.Table(
            ["Việc", "Thời hạn", "Kể từ", "Tình trạng", "Căn cứ"],
            [.. clocks.Select(clock => (IReadOnlyList<Span>)[clock.Clock.Title, DeadlineWords.Length(clock.Clock), CaseText.Day(clock.Count.Start), Standing(clock), clock.Clock.Citation.ToString()])]);
    }

    private static void WritePapers(Page page, IEnumerable<FiledPaper> papers)
    {
        var rows = papers.Select(paper => (IReadOnlyList<Span>)
        [
            CaseWords.Paper(paper.Kind), paper.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture),
            paper.Signers.Count == 0 ? new Span("bản lập, chờ ký", Tone.Muted) : string.Join("; ", paper.Signers), CaseText.Moment(paper.At), paper.Sha256[..12],
        ]).ToList();
        if (rows.Count > 0)
        {
            page.Blank();
            page.Head(2, "Văn bản");
            page.Table(["Văn bản", "Bản", "Người ký", "Lưu lúc", "SHA-256"], rows);
        }
    }

    private static void WriteCounts(Page page, CaseView view, DateOnly asOf)
    {
        var open = view.Comments.Count(comment => !comment.IsSettled);
        var evidence = EvidenceRun.Newest(view.Evidence).ToList();
        var expired = evidence.Count(record => record.ValidUntil < asOf);
        page.Blank();
        page.Item(0, "Ý kiến: ", view.Comments.Count == 0 ? "chưa có" : $"{view.Comments.Count}, còn mở {open}");
        page.Item(0, "Minh chứng: ", evidence.Count == 0 ? "chưa có" : $"{evidence.Count} tệp", expired == 0 ? "" : new Span($", {expired} đã hết hạn", Tone.Bad));
    }
}
