using System.Buffers.Binary;
using System.Text.Json;
using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Checking;

/// <summary>What the audit trail says of every row last: its digest, and which entry says so. About 70 bytes a row.</summary>
internal sealed class RowLedger
{
    private static readonly Dictionary<string, Table> Tables = StoreTables.Audited.ToDictionary(table => table.Name, StringComparer.Ordinal);

    private readonly Dictionary<UInt128, (UInt128 High, UInt128 Low, long Entry)> _rows = [];

    /// <summary>The entries whose rows were not seen.</summary>
    public IEnumerable<long> EntriesLeft => _rows.Values.Select(row => row.Entry).Distinct().Order();

    /// <summary>The rows that an entry speaks of, with their digests.</summary>
    /// <param name="after">The entry's JSON.</param>
    /// <exception cref="JsonException">It is not as entries are.</exception>
    public static IEnumerable<(Table Table, object?[] Key, string Digest)> RowsOf(string? after)
    {
        if (after is null || !after.Contains($"\"{ChangeSet.RowsKey}\"", StringComparison.Ordinal))
        {
            yield break;
        }

        using var document = JsonDocument.Parse(after);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty(ChangeSet.RowsKey, out var rows))
        {
            yield break;
        }

        foreach (var row in rows.EnumerateArray())
        {
            var table = Tables.GetValueOrDefault(row[0].GetString() ?? "") ?? throw new JsonException("no such table");
            var key = new object?[table.KeyCount];
            for (var i = 0; i < key.Length; i++)
            {
                key[i] = table.Columns[i].Kind == ColumnKind.Integer ? row[i + 1].GetInt64() : row[i + 1].GetString();
            }

            yield return (table, key, row[key.Length + 1].GetString()!);
        }
    }

    /// <summary>Takes up what an entry says.</summary>
    /// <param name="number">The entry's number.</param>
    /// <param name="after">Its JSON.</param>
    public void Enter(long number, string? after)
    {
        foreach (var (table, key, digest) in RowsOf(after))
        {
            var bytes = Convert.FromHexString(digest);
            _rows[KeyOf(table, key)] = (BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(16)), number);
        }
    }

    /// <summary>Compares a row with what was said of it, and strikes it off.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">Its values.</param>
    /// <returns>Whether it is as it was entered, and by which entry; null where no entry speaks of it.</returns>
    public (bool IsSame, long Entry)? Strike(Table table, object?[] row)
    {
        if (!_rows.Remove(KeyOf(table, row[..table.KeyCount]), out var said))
        {
            return null;
        }

        var digest = RowDigest.Compute(table, row);
        return (BinaryPrimitives.ReadUInt128BigEndian(digest) == said.High && BinaryPrimitives.ReadUInt128BigEndian(digest.AsSpan(16)) == said.Low, said.Entry);
    }

    /// <summary>Whether a row was entered and not seen.</summary>
    public bool IsLeft(Table table, object?[] key) => _rows.ContainsKey(KeyOf(table, key));

    private static UInt128 KeyOf(Table table, object?[] key) => BinaryPrimitives.ReadUInt128BigEndian(RowDigest.Compute(table, key));
}
