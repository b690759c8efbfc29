using System.Security.Cryptography;
using EmrSec.Dossiers.Store.Rows;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>Reads of cases that both readers and writers make.</summary>
internal static class CaseReads
{
    private static readonly string Headers = "SELECT facility, number, revision, sha256, size, author, at, note FROM revisions WHERE facility = @p0 AND number = @p1";

    public static CaseFile? Find(Session session, CaseId id) => session.One(StoreTables.Cases.SelectOne, CaseRow.Read, Key(id));

    /// <summary>A case's revisions, the oldest first.</summary>
    public static List<RevisionHeader> Revisions(Session session, CaseId id) => session.Query($"{Headers} ORDER BY revision", CaseRecordRows.ReadRevision, Key(id));

    /// <summary>One revision of a case, if there is one.</summary>
    public static List<RevisionHeader> Revisions(Session session, CaseId id, int revision) => session.Query($"{Headers} AND revision = @p2", CaseRecordRows.ReadRevision, [.. Key(id), (long)revision]);

    /// <summary>The rows of a table that belong to a case, in the order of its key.</summary>
    public static List<T> Of<T>(Session session, Table table, CaseId id, Func<RowCursor, T> map) =>
        session.Query($"{table.Select} WHERE {table.Equal(0, 2)} ORDER BY {table.Key}", map, Key(id));

    /// <summary>The content, if it is the one with this hash.</summary>
    /// <exception cref="StoreException">It is not.</exception>
    public static byte[] Verified(byte[] content, string sha256, CaseId id, int revision) =>
        string.Equals(Convert.ToHexStringLower(SHA256.HashData(content)), sha256, StringComparison.Ordinal) ? content
        : throw StoreErrors.Altered(string.Create(CultureInfo.InvariantCulture, $"nội dung hồ sơ {id}, bản {revision},"));

    public static object?[] Key(CaseId id) => [SqlValue.Clean(id.FacilityCode ?? ""), (long)id.Number];
}
