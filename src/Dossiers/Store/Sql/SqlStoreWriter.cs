using System.Security.Cryptography;
using EmrSec.Dossiers.Store.Rows;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>Writes cases, and what belongs to them, within one transaction.</summary>
/// <param name="session">The store, in a transaction that holds the write lock.</param>
/// <param name="trail">Its audit trail.</param>
/// <param name="blobs">Its files.</param>
internal sealed partial class SqlStoreWriter(Session session, TrailWriter trail, IBlobStore blobs) : IStoreWriter
{
    public DateTimeOffset Now => trail.Now;

    public CaseFile? Find(CaseId id) => CaseReads.Find(session, id);

    public CaseFile Open(string facilityCode, string facilityName, string? province, DateOnly day, NewRevision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var code = StoreNames.Facility(facilityCode);
        var number = (int)session.One("SELECT coalesce(max(number), 0) FROM cases WHERE facility = @p0", row => row.Long(), code) + 1;
        var file = new CaseFile
        {
            Id = new CaseId(code, number),
            FacilityName = facilityName,
            Province = province,
            State = CaseState.Draft,
            StateSince = Now,
            Revision = 1,
            Version = 1,
            Compilers = [trail.Actor.Account],
            Created = Now,
            Updated = Now,
        };
        var changes = new ChangeSet(session).Add(StoreTables.Cases, CaseRow.Of(file));
        Add(changes, file, revision, Hash(revision));
        Add(changes, file, from: null, day, paper: null);
        trail.Enter("case.open", file.Id.ToString(), changes);
        return Find(file.Id)!;
    }

    public CaseFile Revise(CaseFile @case, NewRevision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var current = Current(@case);
        var hash = Hash(revision);
        if (CaseReads.Revisions(session, current.Id, current.Revision) is [var last] && string.Equals(last.Sha256, hash, StringComparison.Ordinal))
        {
            Refresh(current, revision);
            return current;
        }

        var revised = current with
        {
            FacilityName = @case.FacilityName,
            Province = @case.Province,
            Revision = current.Revision + 1,
            Version = current.Version + 1,
            Compilers = current.Compilers.Contains(trail.Actor.Account, StringComparer.Ordinal) ? current.Compilers : [.. current.Compilers, trail.Actor.Account],
            Updated = Now,
        };
        var changes = new ChangeSet(session).Put(StoreTables.Cases, CaseRow.Of(revised));
        Add(changes, revised, revision, hash);
        trail.Enter("case.revise", revised.Id.ToString(), changes);
        return Find(revised.Id)!;
    }

    public CaseFile Step(CaseFile @case, CaseState to, string action, DateOnly day, string? paper)
    {
        var current = Current(@case);
        var stepped = current with
        {
            State = to,
            StateSince = Now,
            Level = @case.Level,
            Regime = @case.Regime,
            Appraisers = @case.Appraisers,
            Version = current.Version + 1,
            Updated = Now,
        };
        var changes = new ChangeSet(session).Put(StoreTables.Cases, CaseRow.Of(stepped));
        Add(changes, stepped, current.State, day, paper);
        trail.Enter(action, stepped.Id.ToString(), changes);
        return Find(stepped.Id)!;
    }

    public void Note(string action, string subject, string? after) => trail.Enter(action, subject, before: null, NoteText.Check(after));

    public void Put(StoreUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var row = CaseRecordRows.Of(user with { Account = StoreNames.Account(user.Account) });
        trail.Enter("user.put", (string)row[0]!, new ChangeSet(session).Put(StoreTables.Users, row));
    }

    private static string Hash(NewRevision revision) => Convert.ToHexStringLower(SHA256.HashData(revision.Content.Span));

    private CaseFile Current(CaseFile read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var current = Existing(read.Id);
        return current.Version == read.Version ? current : throw StoreErrors.Changed(read.Id);
    }

    private CaseFile Existing(CaseId id) => Find(id) ?? throw StoreErrors.NoCase(id);

    private void Add(ChangeSet changes, CaseFile file, NewRevision revision, string hash)
    {
        var header = new RevisionHeader(file.Id, file.Revision, hash, revision.Content.Length, trail.Actor.Account, Now, revision.Note);
        changes.Add(StoreTables.Revisions, CaseRecordRows.Of(header, revision.Content.ToArray()));
        changes.Put(StoreTables.CaseFacts, CaseRecordRows.Of(new StoredFacts(file.Id, file.Revision, revision.FactsLayout, revision.Facts)));
    }

    private void Add(ChangeSet changes, CaseFile file, CaseState? from, DateOnly day, string? paper)
    {
        var number = Next(StoreTables.Steps, "step", file.Id);
        var step = new CaseStep(file.Id, number, from, file.State, day, Now, trail.Actor.Account, trail.Actor.Role, file.Revision, trail.Reason, paper);
        changes.Add(StoreTables.Steps, CaseRecordRows.Of(step));
    }

    // The same dossier with its facts in another layout: they are derived from it, so this is no revision.
    private void Refresh(CaseFile file, NewRevision revision)
    {
        var row = CaseRecordRows.Of(new StoredFacts(file.Id, file.Revision, revision.FactsLayout, revision.Facts));
        var there = session.One(StoreTables.CaseFacts.SelectOne, cursor => cursor.Row(StoreTables.CaseFacts), row[..StoreTables.CaseFacts.KeyCount]);
        if (there is null || !RowDigest.Compute(StoreTables.CaseFacts, there).AsSpan().SequenceEqual(RowDigest.Compute(StoreTables.CaseFacts, row)))
        {
            trail.Enter("case.facts", file.Id.ToString(), new ChangeSet(session).Put(StoreTables.CaseFacts, row));
        }
    }

    private int Next(Table table, string column, CaseId id) =>
        (int)session.One($"SELECT coalesce(max({column}), 0) FROM {table.Name} WHERE facility = @p0 AND number = @p1", row => row.Long(), id.FacilityCode, (long)id.Number) + 1;
}
