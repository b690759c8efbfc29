using System.Text.Json;
using EmrSec.Dossiers.Store.Rows;
using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Checking;

/// <summary>Follows the audit trail from its first entry to its last.</summary>
/// <param name="findings">Receives what is wrong.</param>
/// <param name="expected">An end that the trail once had; null where none was written down.</param>
internal sealed class TrailCheck(FindingList findings, TrailHead? expected)
{
    /// <summary>What the entries say of rows.</summary>
    public RowLedger Ledger { get; } = new();

    /// <summary>The last entry.</summary>
    public TrailHead Head { get; private set; } = new(0, AuditRow.NoHash);

    /// <summary>Reads the trail, as it is kept: not as it would be written again.</summary>
    /// <param name="session">The store, in a snapshot.</param>
    public void Run(Session session)
    {
        var moment = "";
        var isExpectedSeen = expected is null;
        session.Each($"{StoreTables.Audit.Select} ORDER BY number", cursor => cursor.Row(StoreTables.Audit), row =>
        {
            var entry = new Entry((long)row[0]!, (string)row[1]!, $"{row[4]}, {row[5]}", (string?)row[7], (string)row[^2]!, (string)row[^1]!);
            row[^1] = null;
            Follow(entry, RowDigest.Of(StoreTables.Audit, row));
            if (string.CompareOrdinal(entry.At, moment) < 0)
            {
                findings.Add("KH053", $"dòng nhật ký số {entry.Number} ({entry.What}) có giờ sớm hơn dòng trước nó: thứ tự đã bị đổi");
            }

            moment = entry.At;
            Head = new TrailHead(entry.Number, entry.Hash);
            isExpectedSeen |= Head == expected;
        });
        if (!isExpectedSeen)
        {
            findings.Add("KH054", $"nhật ký không còn dòng số {expected!.Number} với mã băm đã ghi lại ({expected.Hash}); nhật ký bây giờ hết ở dòng số {Head.Number}: phần cuối đã bị cắt hoặc cả nhật ký đã bị viết lại");
        }
    }

    private void Follow(Entry entry, string hash)
    {
        if (entry.Number != Head.Number + 1)
        {
            findings.Add("KH052", $"nhật ký thiếu dòng số {Head.Number + 1} đến {entry.Number - 1}: đã bị xoá");
        }
        else if (!string.Equals(entry.Previous, Head.Hash, StringComparison.Ordinal))
        {
            findings.Add("KH053", $"dòng nhật ký số {entry.Number} ({entry.What}) không nối với dòng trước nó: dòng này hoặc dòng trước đã bị thay");
        }

        if (!string.Equals(hash, entry.Hash, StringComparison.Ordinal))
        {
            findings.Add("KH051", $"dòng nhật ký số {entry.Number} ({entry.What}) đã bị sửa: mã băm không đúng");
        }

        try
        {
            Ledger.Enter(entry.Number, entry.After);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            findings.Add("KH051", $"dòng nhật ký số {entry.Number} ({entry.What}) đã bị sửa: không đọc được danh sách các dòng nó ghi");
        }
    }

    private sealed record Entry(long Number, string At, string What, string? After, string Previous, string Hash);
}
