using System.Security.Cryptography;
using EmrSec.Dossiers.Store.Rows;
using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Checking;

/// <summary>Compares every row with what the audit trail says of it.</summary>
/// <param name="findings">Receives what is wrong.</param>
/// <param name="ledger">What the trail says.</param>
internal sealed class RowCheck(FindingList findings, RowLedger ledger)
{
    /// <summary>How many rows were compared.</summary>
    public long Count { get; private set; }

    /// <summary>Compares a table's rows.</summary>
    /// <param name="session">The store, in a snapshot.</param>
    /// <param name="table">The table.</param>
    public void Run(Session session, Table table) => session.Each($"{table.Select} ORDER BY {table.Key}", cursor => cursor.Row(table), row =>
    {
        Count++;
        if (ledger.Strike(table, row) is not var (isSame, entry))
        {
            findings.Add("KH056", $"{RowName.Of(table, row)} không có trong nhật ký: bị thêm từ bên ngoài");
        }
        else if (!isSame)
        {
            findings.Add("KH055", $"{RowName.Of(table, row)} đã bị sửa từ bên ngoài: không còn như dòng nhật ký số {entry} ghi");
        }

        if (table == StoreTables.Revisions)
        {
            CheckContent(row);
        }
    });

    /// <summary>Names what was entered and is not there any more.</summary>
    /// <param name="session">The store, in a snapshot.</param>
    public void FindLost(Session session)
    {
        foreach (var number in ledger.EntriesLeft.Take(FindingList.Limit))
        {
            var after = session.One("SELECT after_json FROM audit WHERE number = @p0", row => row.TextOrNull(), number);
            foreach (var (table, key, _) in RowLedger.RowsOf(after).Where(row => ledger.IsLeft(row.Table, row.Key)))
            {
                findings.Add("KH057", $"{RowName.Of(table, key)} đã mất: dòng nhật ký số {number} ghi có");
            }
        }
    }

    /// <summary>Compares the outcomes of every run with the hash that its row has of them.</summary>
    /// <param name="session">The store, in a snapshot.</param>
    public void CheckOutcomes(Session session)
    {
        var table = StoreTables.Outcomes;
        var runs = session.Query(StoreTables.Runs.Select, RunRows.Read).ToDictionary(run => run.Run.Id, run => (run.Chain, run.Run.Count));
        var (current, chain, count) = (0L, RunRows.EmptyChain, 0);
        void End()
        {
            if (current != 0 && (!runs.Remove(current, out var said) || said != (chain, count)))
            {
                findings.Add("KH059", $"kết quả của lần đánh giá lại số {current} đã bị sửa từ bên ngoài");
            }

            (chain, count) = (RunRows.EmptyChain, 0);
        }

        session.Each($"{table.Select} ORDER BY {table.Key}", cursor => cursor.Row(table), row =>
        {
            Count++;
            if ((long)row[0]! != current)
            {
                End();
                current = (long)row[0]!;
            }

            chain = OutcomeChain.Next(chain, row);
            count++;
        });
        End();
        foreach (var (run, said) in runs.Where(run => run.Value.Count != 0))
        {
            findings.Add("KH059", $"kết quả của lần đánh giá lại số {run} đã mất: {said.Count} dòng");
        }
    }

    private void CheckContent(object?[] row)
    {
        var content = (byte[])row[^1]!;
        if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(content)), (string)row[3]!, StringComparison.Ordinal) || content.Length != (long)row[4]!)
        {
            findings.Add("KH058", $"{RowName.Of(StoreTables.Revisions, row)}: nội dung không khớp mã băm của nó");
        }
    }
}
