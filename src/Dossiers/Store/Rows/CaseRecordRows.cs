using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Rows;

/// <summary>What belongs to a case, as rows and back.</summary>
internal static class CaseRecordRows
{
    public static object?[] Of(RevisionHeader header, byte[] content) =>
    [
        header.Case.FacilityCode, (long)header.Case.Number, (long)header.Number, header.Sha256, (long)header.Size, header.Author, SqlValue.Of(header.At), SqlValue.CleanOrNull(header.Note), content,
    ];

    public static RevisionHeader ReadRevision(RowCursor row) => new(row.Case(), row.Int(), row.Text(), row.Int(), row.Text(), row.Moment(), row.TextOrNull());

    public static object?[] Of(StoredFacts facts) => [facts.Case.FacilityCode, (long)facts.Case.Number, (long)facts.Revision, SqlValue.Clean(facts.Layout), facts.Facts.ToArray()];

    public static StoredFacts ReadFacts(RowCursor row) => new(row.Case(), row.Int(), row.Text(), row.Bytes());

    public static object?[] Of(CaseStep step) =>
    [
        step.Case.FacilityCode, (long)step.Case.Number, (long)step.Number, StoredWords.Of(step.From), StoredWords.Of(step.To), SqlValue.Of(step.Day), SqlValue.Of(step.At),
        step.Account, StoredWords.Of(step.Role), (long)step.Revision, SqlValue.CleanOrNull(step.Reason), step.Paper,
    ];

    public static CaseStep ReadStep(RowCursor row) => new(
        row.Case(), row.Int(), StoredWords.ToStateOrNull(row.TextOrNull()), StoredWords.ToState(row.Text()), row.Day(), row.Moment(), row.Text(), StoredWords.ToRole(row.Text()), row.Int(), row.TextOrNull(), row.TextOrNull());

    public static object?[] Of(FiledPaper paper, int number) =>
    [
        paper.Case.FacilityCode, (long)paper.Case.Number, (long)number, SqlValue.Clean(paper.Kind), paper.Sha256, paper.Size, SqlValue.Clean(paper.Name), (long)paper.Revision,
        SqlValue.Of(paper.Signers), paper.Account, SqlValue.Of(paper.At),
    ];

    public static (int Number, FiledPaper Paper) ReadPaper(RowCursor row)
    {
        var (id, number) = (row.Case(), row.Int());
        return (number, new FiledPaper(id, row.Text(), row.Text(), row.Long(), row.Text(), row.Int(), row.List(), row.Text(), row.Moment()));
    }

    public static object?[] Of(EvidenceRecord evidence) =>
    [
        evidence.Case.FacilityCode, (long)evidence.Case.Number, SqlValue.Clean(evidence.Name), (long)evidence.Number, evidence.Sha256, evidence.Size, SqlValue.Clean(evidence.MediaType),
        SqlValue.Of(evidence.Requirements), SqlValue.Of(evidence.Issued), SqlValue.Of(evidence.ValidUntil), evidence.Account, SqlValue.Of(evidence.At),
    ];

    public static EvidenceRecord ReadEvidence(RowCursor row) => new(
        row.Case(), row.Text(), row.Int(), row.Text(), row.Long(), row.Text(), row.List(), row.DayOrNull(), row.DayOrNull(), row.Text(), row.Moment());

    public static object?[] Of(ReviewComment comment) =>
    [
        comment.Case.FacilityCode, (long)comment.Case.Number, (long)comment.Number, (long)comment.Revision, SqlValue.Clean(comment.Target), SqlValue.Clean(comment.Text), comment.Account, SqlValue.Of(comment.At),
        SqlValue.CleanOrNull(comment.Reply), comment.RepliedBy, SqlValue.Of(comment.RepliedAt), comment.IsSettled ? 1L : 0L,
    ];

    public static ReviewComment ReadComment(RowCursor row) => new(
        row.Case(), row.Int(), row.Int(), row.Text(), row.Text(), row.Text(), row.Moment(), row.TextOrNull(), row.TextOrNull(), row.MomentOrNull(), row.Flag());

    public static object?[] Of(StoredAssessment assessment, int number) =>
    [
        assessment.Case.FacilityCode, (long)assessment.Case.Number, (long)number, (long)assessment.Revision, SqlValue.Of(assessment.AsOf), SqlValue.Of(assessment.Packs), SqlValue.Of(assessment.At), assessment.Content.ToArray(),
    ];

    public static StoredAssessment ReadAssessment(RowCursor row)
    {
        var id = row.Case();
        _ = row.Int();
        var (revision, day, packs, at) = (row.Int(), row.Day(), row.List(), row.Moment());
        return new StoredAssessment(id, revision, day, packs, row.Packed(), at);
    }

    public static object?[] Of(StoreUser user) =>
    [
        user.Account, SqlValue.Clean(user.FullName), SqlValue.Of([.. user.Roles.Distinct().Order().Select(StoredWords.Of)]), SqlValue.CleanOrNull(user.Body), SqlValue.CleanOrNull(user.Email), user.IsActive ? 1L : 0L,
    ];

    public static StoreUser ReadUser(RowCursor row) => new(row.Text(), row.Text(), [.. row.List().Select(StoredWords.ToRole)], row.TextOrNull(), row.TextOrNull(), row.Flag());
}
