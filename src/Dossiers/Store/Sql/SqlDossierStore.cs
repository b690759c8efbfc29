using EmrSec.Dossiers.Store.Rows;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>The store on either engine.</summary>
internal sealed class SqlDossierStore : IDossierStore
{
    private const int CasesInPage = 500;
    private const int FactsInPage = 1000;
    private const int ContentsInPage = 100;
    private const int EntriesInPage = 500;

    private static readonly string WithContent =
        $"{StoreTables.Cases.Select.Replace(" FROM cases", "", StringComparison.Ordinal)}, {OfCurrent("sha256")}, {OfCurrent("content")}, {OfCurrent("packing")} FROM cases";

    private readonly Session _session;
    private readonly TimeProvider _clock;

    public SqlDossierStore(Session session, TimeProvider clock)
    {
        _session = session;
        _clock = clock;
        Info = new StoreInfo(session.Dialect.EngineOf(session.Connection), session.Dialect.Place, StoreSchema.VersionOf(session));
        Blobs = session.Dialect.Blobs(session);
        Runs = new SqlRunStore(session, clock);
    }

    public StoreInfo Info { get; }

    public IBlobStore Blobs { get; }

    public IRunStore Runs { get; }

    public CaseFile? Find(CaseId id) => CaseReads.Find(_session, id);

    public CaseFile? FindLatest(string facilityCode) =>
        _session.One($"{StoreTables.Cases.Select} WHERE facility = @p0 ORDER BY number DESC LIMIT 1", CaseRow.Read, SqlValue.Clean(facilityCode));

    public IEnumerable<CaseFile> Cases(CaseQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return CaseFilter.Pages(_session, query, StoreTables.Cases.Select, StoreTables.Cases, CasesInPage, CaseRow.Read, file => file.Id);
    }

    public IEnumerable<StoredFacts> Facts(CaseQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return CaseFilter.Pages(_session, query, StoreTables.CaseFacts.Select, StoreTables.CaseFacts, FactsInPage, CaseRecordRows.ReadFacts, facts => facts.Case);
    }

    public IReadOnlyList<RevisionHeader> Revisions(CaseId id) => CaseReads.Revisions(_session, id);

    public byte[]? Content(CaseId id, int revision) =>
        _session.Query("SELECT sha256, content, packing FROM revisions WHERE facility = @p0 AND number = @p1 AND revision = @p2", row => (Hash: row.Text(), Content: row.Packed()), [.. CaseReads.Key(id), (long)revision]) is [var found]
            ? CaseReads.Verified(found.Content, found.Hash, id, revision)
            : null;

    public IEnumerable<(CaseFile Case, byte[] Content)> Contents(CaseQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return CaseFilter.Pages(
            _session, query, WithContent, StoreTables.Cases, ContentsInPage,
            row =>
            {
                var (file, hash) = (CaseRow.Read(row), row.Text());
                return (Case: file, Content: CaseReads.Verified(row.Packed(), hash, file.Id, file.Revision));
            },
            each => each.Case.Id);
    }

    public IReadOnlyList<CaseStep> Steps(CaseId id) => CaseReads.Of(_session, StoreTables.Steps, id, CaseRecordRows.ReadStep);

    public IReadOnlyList<FiledPaper> Papers(CaseId id) => CaseReads.Of(_session, StoreTables.Papers, id, row => CaseRecordRows.ReadPaper(row).Paper);

    public IReadOnlyList<EvidenceRecord> Evidence(CaseId id) => CaseReads.Of(_session, StoreTables.Evidence, id, CaseRecordRows.ReadEvidence);

    public IReadOnlyList<ReviewComment> Comments(CaseId id) => CaseReads.Of(_session, StoreTables.Comments, id, CaseRecordRows.ReadComment);

    public IReadOnlyList<StoredAssessment> Assessments(CaseId id) => CaseReads.Of(_session, StoreTables.Assessments, id, CaseRecordRows.ReadAssessment);

    public IReadOnlyList<StoreUser> Users() => _session.Query($"{StoreTables.Users.Select} ORDER BY account", CaseRecordRows.ReadUser);

    public IEnumerable<AuditEntry> Audit(string? subject = null)
    {
        var about = SqlValue.CleanOrNull(subject);
        for (var last = 0L; ;)
        {
            var sql = $"{StoreTables.Audit.Select} WHERE number > @p0{(about is null ? "" : " AND subject = @p1")} ORDER BY number LIMIT {EntriesInPage}";
            var entries = _session.Query(sql, AuditRow.Read, about is null ? [last] : [last, about]);
            foreach (var entry in entries)
            {
                yield return entry;
            }

            if (entries.Count < EntriesInPage)
            {
                yield break;
            }

            last = entries[^1].Number;
        }
    }

    public T Write<T>(Actor actor, string? reason, Func<IStoreWriter, T> work)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(work);
        return TrailTransaction.Run(_session, actor, reason, _clock, trail => work(new SqlStoreWriter(_session, trail, Blobs)));
    }

    public void Dispose() => _session.Dispose();

    private static string OfCurrent(string column) =>
        $"(SELECT {column} FROM revisions WHERE revisions.facility = cases.facility AND revisions.number = cases.number AND revisions.revision = cases.revision)";
}
