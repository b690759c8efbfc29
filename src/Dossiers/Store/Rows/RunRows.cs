using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Rows;

/// <summary>Re-assessments as rows and back.</summary>
internal static class RunRows
{
    /// <summary>Before the first outcome.</summary>
    public static readonly string EmptyChain = new('0', 64);

    public static object?[] Of(RunRecord run, string chain) =>
    [
        run.Id, SqlValue.Of(run.AsOf), SqlValue.Clean(run.Scope), SqlValue.Clean(run.Packs), SqlValue.Of(run.Started), SqlValue.Of(run.Finished),
        run.Last?.FacilityCode, run.Last is { } last ? (long)last.Number : null, (long)run.Count, run.Digest, chain,
    ];

    public static (RunRecord Run, string Chain) Read(RowCursor row)
    {
        var run = new RunRecord(row.Long(), row.Day(), row.Text(), row.Text(), row.Moment(), row.MomentOrNull(), ReadLast(row), row.Int(), row.TextOrNull());
        return (run, row.Text());
    }

    public static object?[] Of(long run, RunOutcome outcome) => [run, outcome.Case.FacilityCode, (long)outcome.Case.Number, (long)outcome.Revision, outcome.Outcome.ToArray()];

    public static RunOutcome ReadOutcome(RowCursor row)
    {
        _ = row.Long();
        return new RunOutcome(row.Case(), row.Int(), row.Bytes());
    }

    public static object?[] Of(OutgoingDigest digest) =>
    [
        digest.Run, SqlValue.Clean(digest.Channel), SqlValue.Clean(digest.Recipient), SqlValue.Clean(digest.Subject), SqlValue.Clean(digest.Body), (long)digest.Attempts, SqlValue.Of(digest.NextAttempt),
        SqlValue.Of(digest.Sent), SqlValue.CleanOrNull(digest.Failure),
    ];

    public static OutgoingDigest ReadDigest(RowCursor row) => new(
        row.Long(), row.Text(), row.Text(), row.Text(), row.Text(), row.Int(), row.Moment(), row.MomentOrNull(), row.TextOrNull());

    private static CaseId? ReadLast(RowCursor row)
    {
        var (facility, number) = (row.TextOrNull(), row.IntOrNull());
        return facility is null ? null : new CaseId(facility, number ?? 0);
    }
}
