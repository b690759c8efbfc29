using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Checking;

/// <summary>
/// Checks a store from its pages to its meaning: the engine's own check, the chain of the audit trail, every row against its entry, every
/// content and every file against its hash. What cannot be read is a finding; the check goes on with the rest.
/// </summary>
internal static class StoreCheck
{
    /// <summary>Checks a store, all of one moment.</summary>
    /// <param name="session">The store.</param>
    /// <param name="expected">An end that its audit trail once had; null where none was written down.</param>
    public static StoreCheckResult Run(Session session, TrailHead? expected) => session.Snapshot(() =>
    {
        var findings = new FindingList();
        Try(session, findings, "cơ sở dữ liệu", () => CheckEngine(session, findings));
        var trail = new TrailCheck(findings, expected);
        var rows = new RowCheck(findings, trail.Ledger);
        if (Try(session, findings, "nhật ký", () => trail.Run(session)))
        {
            var isAllRead = true;
            foreach (var table in StoreTables.Audited)
            {
                isAllRead &= Try(session, findings, $"bảng {table.Name}", () => rows.Run(session, table));
            }

            // Of a table read by half nobody knows what is lost.
            if (isAllRead)
            {
                Try(session, findings, "nhật ký", () => rows.FindLost(session));
            }
        }

        Try(session, findings, "bảng run_outcomes", () => rows.CheckOutcomes(session));
        var files = new BlobCheck(findings);
        Try(session, findings, "các tệp", () => files.Run(session, session.Dialect.Blobs(session)));
        return new StoreCheckResult(findings.Items, findings.Dropped, trail.Head, rows.Count, files.Count, files.Bytes);
    });

    private static void CheckEngine(Session session, FindingList findings)
    {
        foreach (var message in session.Dialect.CheckPages(session))
        {
            findings.Add("KH063", $"cơ sở dữ liệu hỏng: {message}");
        }
    }

    private static bool Try(Session session, FindingList findings, string what, Action check)
    {
        try
        {
            check();
            return true;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or StoreException or InvalidCastException or FormatException or OverflowException or System.Text.Json.JsonException)
        {
            findings.Add("KH064", $"không đọc được {what} đến cuối: {e.Message}");
            session.RenewSnapshot();
            return false;
        }
    }
}
