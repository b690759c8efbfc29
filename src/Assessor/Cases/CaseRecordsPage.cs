using EmrSec.Dossiers.Changes;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Cases;

/// <summary>What changed since a revision, for the reviewer.</summary>
/// <param name="Case">The case.</param>
/// <param name="Since">The revision compared with.</param>
/// <param name="Changes">What changed in the dossier.</param>
/// <param name="Evidence">What evidence was added since.</param>
/// <param name="Comments">The comments not settled.</param>
internal sealed record CaseChanges(CaseFile Case, RevisionHeader Since, IReadOnlyList<RevisionChange> Changes, IReadOnlyList<EvidenceRecord> Evidence, IReadOnlyList<ReviewComment> Comments)
{
    /// <summary>The open comments that a change touches.</summary>
    public IEnumerable<ReviewComment> TouchedBy(RevisionChange change) => Comments.Where(comment => change.Touches(comment.Target));

    /// <summary>The open comments that a piece of evidence is for.</summary>
    public IEnumerable<ReviewComment> TouchedBy(EvidenceRecord evidence) => Comments.Where(comment => evidence.Requirements.Contains(comment.Target, StringComparer.Ordinal));

    /// <summary>The open comments that nothing touches.</summary>
    public IEnumerable<ReviewComment> Untouched => Comments.Where(comment => !Changes.Any(change => change.Touches(comment.Target)) && !Evidence.Any(record => record.Requirements.Contains(comment.Target, StringComparer.Ordinal)));

    /// <summary>What changed since a revision; since the one that the last step of a reviewer was about where none is named.</summary>
    public static CaseChanges Of(CaseDesk desk, CaseFile @case, int? since)
    {
        var revisions = desk.Store.Revisions(@case.Id);
        var reviewed = since is null ? Reviewed(desk.Store.Steps(@case.Id)) : null;
        var from = since ?? reviewed?.Revision ?? Math.Max(1, @case.Revision - 1);
        var origin = revisions.FirstOrDefault(revision => revision.Number == from) ?? throw new RefusedException("VD030", $"hồ sơ {@case.Id} không có bản {from}", $"các bản: 1 đến {@case.Revision}");
        var (before, now) = (desk.Store.Content(@case.Id, from)!, desk.Store.Content(@case.Id, @case.Revision)!);
        return new CaseChanges(
            @case, origin, RevisionChanges.Between(before, now),
            [.. desk.Store.Evidence(@case.Id).Where(record => record.At >= (reviewed?.At ?? origin.At))],
            [.. desk.Store.Comments(@case.Id).Where(comment => !comment.IsSettled)]);
    }

    // What the reviewer saw last: the revision that was sent back, or of which more was asked, or that was found unfit.
    private static CaseStep? Reviewed(IReadOnlyList<CaseStep> steps) =>
        steps.LastOrDefault(step => step.To is CaseState.Returned or CaseState.SupplementRequested or CaseState.AppraisedUnfit or CaseState.Refused);
}

/// <summary>Pages of what is filed with a case: changes, steps, comments, evidence.</summary>
internal static class CaseRecordsPage
{
    public static Page Changes(CaseChanges changes, ChangeWords words)
    {
        var page = new Page().Head(1, $"HỒ SƠ {changes.Case.Id}: THAY ĐỔI TỪ BẢN {changes.Since.Number} ({CaseText.Moment(changes.Since.At)}) ĐẾN BẢN {changes.Case.Revision}");
        if (changes.Changes.Count == 0)
        {
            page.Line("Nội dung hồ sơ không đổi.");
        }

        foreach (var change in changes.Changes)
        {
            page.Item(0, "- ", words.Line(change), Numbers(changes.TouchedBy(change)));
        }

        foreach (var record in changes.Evidence)
        {
            page.Item(0, "- ", $"Minh chứng «{record.Name}», bản {record.Number}: {(record.Number == 1 ? "thêm" : "thay bản mới")}{(record.Requirements.Count == 0 ? "" : $", cho {string.Join(", ", record.Requirements)}")}", Numbers(changes.TouchedBy(record)));
        }

        foreach (var comment in changes.Untouched)
        {
            page.Item(0, "- ", new Span($"Ý kiến số {comment.Number} về {words.Place(CommentRun.Address(comment.Target))}: chưa có thay đổi nào{(comment.Reply is null ? ", chưa trả lời" : $"; trả lời: {comment.Reply}")}", Tone.Warn));
        }

        return page;
    }

    public static Page History(CaseFile @case, IReadOnlyList<CaseStep> steps, IReadOnlyList<RevisionHeader> revisions)
    {
        var page = new Page().Head(1, $"HỒ SƠ {@case.Id}: CÁC BƯỚC");
        page.Table(
            ["Bước", "Ngày", "Đến", "Ai", "Vai", "Bản", "Lý do", "Văn bản"],
            [.. steps.Select(step => (IReadOnlyList<Span>)
            [
                StepTable.Of(step)?.Title ?? "–", CaseText.Day(step.Day), CaseWords.State(step.To), step.Account, CaseWords.Role(step.Role),
                step.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture), step.Reason ?? "–", step.Paper?[..12] ?? "–",
            ])]);
        page.Blank();
        page.Head(2, "Các bản");
        page.Table(
            ["Bản", "Lưu lúc", "Ai", "Ghi chú", "SHA-256"],
            [.. revisions.Select(revision => (IReadOnlyList<Span>)[revision.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), CaseText.Moment(revision.At), revision.Author, revision.Note ?? "–", revision.Sha256[..12]])]);
        return page;
    }

    public static Page Comments(CaseFile @case, IReadOnlyList<ReviewComment> comments, ChangeWords words)
    {
        var page = new Page().Head(1, $"HỒ SƠ {@case.Id}: Ý KIẾN ({comments.Count}, còn mở {comments.Count(comment => !comment.IsSettled)})");
        foreach (var comment in comments)
        {
            page.Item(0, $"{comment.Number}. ", words.Place(CommentRun.Address(comment.Target)), comment.IsSettled ? new Span(" (đã khép)", Tone.Good) : new Span(comment.Reply is null ? " (chưa trả lời)" : " (đã trả lời, chưa khép)", Tone.Warn));
            page.Item(1, $"{comment.Account}, {CaseText.Moment(comment.At)}, bản {comment.Revision}: ", comment.Text);
            if (comment.Reply is { } reply)
            {
                page.Item(1, $"{comment.RepliedBy}, {(comment.RepliedAt is { } at ? CaseText.Moment(at) : "")}: ", reply);
            }
        }

        return comments.Count > 0 ? page : page.Line("Chưa có ý kiến nào.");
    }

    public static Page Evidence(CaseFile @case, IReadOnlyList<EvidenceRecord> evidence, DateOnly asOf)
    {
        var page = new Page().Head(1, $"HỒ SƠ {@case.Id}: MINH CHỨNG");
        page.Table(
            ["Tên", "Bản", "Cỡ (byte)", "Yêu cầu", "Ngày cấp", "Hết hạn", "Ai nộp, lúc nào", "SHA-256"],
            [.. evidence.Select(record => (IReadOnlyList<Span>)
            [
                record.Name, record.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), Rules.Facts.FactText.Number(record.Size), record.Requirements.Count == 0 ? "–" : string.Join(", ", record.Requirements),
                record.Issued is { } issued ? CaseText.Day(issued) : "–", record.ValidUntil is { } until ? new Span(CaseText.Day(until), until < asOf ? Tone.Bad : Tone.Normal) : "–",
                $"{record.Account}, {CaseText.Moment(record.At)}", record.Sha256[..12],
            ])]);
        return evidence.Count > 0 ? page : page.Line("Chưa có minh chứng nào.");
    }

    private static Span Numbers(IEnumerable<ReviewComment> comments)
    {
        var numbers = string.Join(", ", comments.Select(comment => comment.Number));
        return numbers.Length == 0 ? "" : new Span($" [liên quan ý kiến số {numbers}]", Tone.Strong);
    }
}
