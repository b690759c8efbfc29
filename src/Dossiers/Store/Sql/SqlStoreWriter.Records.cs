using EmrSec.Dossiers.Store.Rows;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Sql;

/// <content>What is filed with a case.</content>
internal sealed partial class SqlStoreWriter
{
    public FiledPaper File(FiledPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        Existing(paper.Case);
        NeedBlob(paper.Sha256, paper.Size, paper.Name);
        var filed = paper with { Name = StoreNames.File(paper.Name), Account = trail.Actor.Account, At = Now };
        var row = CaseRecordRows.Of(filed, Next(StoreTables.Papers, "paper", paper.Case));
        trail.Enter("paper.file", paper.Case.ToString(), new ChangeSet(session).Add(StoreTables.Papers, row));
        return filed;
    }

    public EvidenceRecord Enter(EvidenceRecord evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Existing(evidence.Case);
        NeedBlob(evidence.Sha256, evidence.Size, evidence.Name);
        var name = StoreNames.File(evidence.Name);
        var last = session.One(
            $"{StoreTables.Evidence.Select} WHERE facility = @p0 AND number = @p1 AND name = @p2 ORDER BY revision DESC LIMIT 1",
            CaseRecordRows.ReadEvidence, evidence.Case.FacilityCode, (long)evidence.Case.Number, name);
        var entered = evidence with { Name = name, Number = (last?.Number ?? 0) + 1, Account = trail.Actor.Account, At = Now };
        if (last is not null && IsSame(last, entered))
        {
            return last;
        }

        trail.Enter("evidence.add", evidence.Case.ToString(), new ChangeSet(session).Add(StoreTables.Evidence, CaseRecordRows.Of(entered)));
        return entered;
    }

    public ReviewComment Comment(ReviewComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        Existing(comment.Case);
        var made = comment with
        {
            Number = Next(StoreTables.Comments, "comment", comment.Case),
            Target = SqlValue.Clean(comment.Target),
            Text = SqlValue.Clean(comment.Text),
            Account = trail.Actor.Account,
            At = Now,
            Reply = null,
            RepliedBy = null,
            RepliedAt = null,
            IsSettled = false,
        };
        trail.Enter("comment.add", comment.Case.ToString(), new ChangeSet(session).Add(StoreTables.Comments, CaseRecordRows.Of(made)));
        return made;
    }

    public ReviewComment Amend(ReviewComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var there = session.One(StoreTables.Comments.SelectOne, CaseRecordRows.ReadComment, comment.Case.FacilityCode, (long)comment.Case.Number, (long)comment.Number)
            ?? throw StoreErrors.NoCase(comment.Case);
        var reply = SqlValue.CleanOrNull(comment.Reply);
        var isReplied = !string.Equals(reply, there.Reply, StringComparison.Ordinal);
        var amended = there with
        {
            Reply = reply,
            RepliedBy = isReplied ? trail.Actor.Account : there.RepliedBy,
            RepliedAt = isReplied ? Now : there.RepliedAt,
            IsSettled = comment.IsSettled,
        };
        if (amended != there)
        {
            trail.Enter(isReplied ? "comment.reply" : "comment.settle", comment.Case.ToString(), new ChangeSet(session).Put(StoreTables.Comments, CaseRecordRows.Of(amended)));
        }

        return amended;
    }

    public void Keep(StoredAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        Existing(assessment.Case);
        var row = CaseRecordRows.Of(assessment, Next(StoreTables.Assessments, "assessment", assessment.Case));
        trail.Enter("assessment.keep", assessment.Case.ToString(), new ChangeSet(session).Add(StoreTables.Assessments, row));
    }

    private static bool IsSame(EvidenceRecord last, EvidenceRecord entered) =>
        last == entered with { Number = last.Number, Requirements = last.Requirements, Account = last.Account, At = last.At }
        && last.Requirements.SequenceEqual(entered.Requirements, StringComparer.Ordinal);

    private void NeedBlob(string sha256, long size, string name)
    {
        using var content = blobs.Open(sha256) ?? throw StoreErrors.NoBlob(sha256, name);
        if (content.Length != size)
        {
            throw StoreErrors.Altered($"nội dung của tệp «{name}» ({sha256})");
        }
    }
}
