using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Rows;

/// <summary>An entry of the audit trail as a row and back.</summary>
internal static class AuditRow
{
    /// <summary>What the first entry has in the place of the hash of the one before.</summary>
    public static readonly string NoHash = new('0', 64);

    /// <summary>The row, with its hash: the digest of everything before it (see <see cref="RowDigest"/>).</summary>
    /// <param name="entry">The entry; its hash is not looked at.</param>
    public static object?[] Of(AuditEntry entry)
    {
        object?[] row =
        [
            entry.Number, SqlValue.Of(entry.At), entry.Account, StoredWords.Of(entry.Role), entry.Action, entry.Subject, entry.Before, entry.After, entry.Reason, entry.Previous, null,
        ];
        row[^1] = RowDigest.Of(StoreTables.Audit, row);
        return row;
    }

    public static AuditEntry Read(RowCursor row) => new(
        row.Long(), row.Moment(), row.Text(), StoredWords.ToRole(row.Text()), row.Text(), row.Text(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull(), row.Text(), row.Text());
}
