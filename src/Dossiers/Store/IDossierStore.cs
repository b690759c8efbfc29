namespace EmrSec.Dossiers.Store;

/// <summary>Which cases to list. What is null or empty does not restrict.</summary>
public sealed record CaseQuery
{
    /// <summary>Only those in one of these states.</summary>
    public IReadOnlyList<CaseState> States { get; init; } = [];

    /// <summary>Only those of this province (slug).</summary>
    public string? Province { get; init; }

    /// <summary>Only those of this facility.</summary>
    public string? FacilityCode { get; init; }

    /// <summary>Only those after this one, in the order of <see cref="CaseId"/>: where a list goes on.</summary>
    public CaseId? After { get; init; }
}

/// <summary>What a store is.</summary>
/// <param name="Engine">Its engine and version, such as «SQLite 3.40.1».</param>
/// <param name="Place">Where it is, without any secret.</param>
/// <param name="SchemaVersion">The version of its schema.</param>
public sealed record StoreInfo(string Engine, string Place, int SchemaVersion);

/// <summary>
/// The case files of many facilities: dossiers with every revision, steps, papers, evidence, comments, assessments and the audit trail.
/// Calls wait for their answer. Not for several threads at once: each opens its own. Everything read is as committed.
/// </summary>
public interface IDossierStore : IDisposable
{
    /// <summary>What it is.</summary>
    StoreInfo Info { get; }

    /// <summary>Files by their hash: evidence and papers.</summary>
    IBlobStore Blobs { get; }

    /// <summary>Re-assessments and what was told about them.</summary>
    IRunStore Runs { get; }

    /// <summary>A case; null where there is none.</summary>
    /// <param name="id">Its number.</param>
    CaseFile? Find(CaseId id);

    /// <summary>A facility's newest case; null where it has none.</summary>
    /// <param name="facilityCode">The facility's code.</param>
    CaseFile? FindLatest(string facilityCode);

    /// <summary>Cases in the order of their numbers, read as they are asked for.</summary>
    /// <param name="query">Which.</param>
    IEnumerable<CaseFile> Cases(CaseQuery query);

    /// <summary>The flat arrays of the current revisions of cases, in the order of their numbers, read as they are asked for.</summary>
    /// <param name="query">Which.</param>
    IEnumerable<StoredFacts> Facts(CaseQuery query);

    /// <summary>A case's revisions, the oldest first.</summary>
    /// <param name="id">The case.</param>
    IReadOnlyList<RevisionHeader> Revisions(CaseId id);

    /// <summary>A revision's content, as canonical JSON; null where there is none.</summary>
    /// <param name="id">The case.</param>
    /// <param name="revision">Which revision.</param>
    /// <exception cref="StoreException">The content is not the one that was written.</exception>
    byte[]? Content(CaseId id, int revision);

    /// <summary>The contents of the current revisions of cases, in the order of their numbers, read as they are asked for.</summary>
    /// <param name="query">Which.</param>
    IEnumerable<(CaseFile Case, byte[] Content)> Contents(CaseQuery query);

    /// <summary>A case's steps, the first first.</summary>
    /// <param name="id">The case.</param>
    IReadOnlyList<CaseStep> Steps(CaseId id);

    /// <summary>The papers filed with a case, the oldest first.</summary>
    /// <param name="id">The case.</param>
    IReadOnlyList<FiledPaper> Papers(CaseId id);

    /// <summary>A case's evidence with every revision, by name and number.</summary>
    /// <param name="id">The case.</param>
    IReadOnlyList<EvidenceRecord> Evidence(CaseId id);

    /// <summary>The comments on a case, the first first.</summary>
    /// <param name="id">The case.</param>
    IReadOnlyList<ReviewComment> Comments(CaseId id);

    /// <summary>The assessments kept with a case, the oldest first.</summary>
    /// <param name="id">The case.</param>
    IReadOnlyList<StoredAssessment> Assessments(CaseId id);

    /// <summary>The accounts, by name.</summary>
    IReadOnlyList<StoreUser> Users();

    /// <summary>The audit trail, the oldest first, read as it is asked for.</summary>
    /// <param name="subject">Only about this; null = all.</param>
    IEnumerable<AuditEntry> Audit(string? subject = null);

    /// <summary>
    /// Does what belongs together: either everything that <paramref name="work"/> writes is there, flushed to disk, when this returns, each
    /// with its entry in the audit trail; or, where it throws, nothing is.
    /// </summary>
    /// <typeparam name="T">What it gives back.</typeparam>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why, for the audit trail; null where nothing is said.</param>
    /// <param name="work">Writes. It may be run again where the engine asks for it, so it does nothing else.</param>
    /// <exception cref="CaseConflictException">Somebody else changed the case since.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    T Write<T>(Actor actor, string? reason, Func<IStoreWriter, T> work);
}

/// <summary>Writes within one transaction. Every method leaves its entry in the audit trail; what it returns is as it will be read.</summary>
public interface IStoreWriter
{
    /// <summary>The moment that everything in this transaction is entered with: never before the last entry's, though the clock jump back.</summary>
    DateTimeOffset Now { get; }

    /// <summary>A case as this transaction sees it.</summary>
    /// <param name="id">Its number.</param>
    CaseFile? Find(CaseId id);

    /// <summary>Opens a facility's next case, a draft with its first revision and its first step.</summary>
    /// <param name="facilityCode">The facility's code.</param>
    /// <param name="facilityName">Its name.</param>
    /// <param name="province">The slug of its province, or null.</param>
    /// <param name="day">The day it is opened.</param>
    /// <param name="revision">The first revision.</param>
    CaseFile Open(string facilityCode, string facilityName, string? province, DateOnly day, NewRevision revision);

    /// <summary>Adds a revision. One that equals the current one adds nothing and gives the case back as it is.</summary>
    /// <param name="case">The case as it was read, with name and province as they are to be.</param>
    /// <param name="revision">The revision.</param>
    /// <exception cref="CaseConflictException">Somebody else changed the case since.</exception>
    CaseFile Revise(CaseFile @case, NewRevision revision);

    /// <summary>Takes a step. What may follow what, and who may take it, is the caller's to see to.</summary>
    /// <param name="case">The case as it was read, with level, regime and appraisers as they are to be.</param>
    /// <param name="to">Whither.</param>
    /// <param name="action">What it is called in the audit trail, such as <c>case.submit</c>.</param>
    /// <param name="day">The day that counts for the law's clocks.</param>
    /// <param name="paper">The hash of the paper it is taken by, or null.</param>
    /// <exception cref="CaseConflictException">Somebody else changed the case since.</exception>
    CaseFile Step(CaseFile @case, CaseState to, string action, DateOnly day, string? paper);

    /// <summary>Files a paper whose bytes are in the blob store. The case's version stays.</summary>
    /// <param name="paper">The paper; account and moment are taken from the transaction.</param>
    FiledPaper File(FiledPaper paper);

    /// <summary>Enters evidence whose bytes are in the blob store; its number, account and moment are given here. The same content under the same name with the same data adds nothing.</summary>
    /// <param name="evidence">The evidence.</param>
    EvidenceRecord Enter(EvidenceRecord evidence);

    /// <summary>Enters a comment; its number, account and moment are given here.</summary>
    /// <param name="comment">The comment.</param>
    ReviewComment Comment(ReviewComment comment);

    /// <summary>Replaces a comment by itself with a reply, or settled.</summary>
    /// <param name="comment">The comment as it is to be.</param>
    ReviewComment Amend(ReviewComment comment);

    /// <summary>Keeps an assessment.</summary>
    /// <param name="assessment">It.</param>
    void Keep(StoredAssessment assessment);

    /// <summary>Adds an account or changes one.</summary>
    /// <param name="user">The account as it is to be.</param>
    void Put(StoreUser user);

    /// <summary>Leaves an entry about something that is not in the store, such as an export.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="after">What came of it, as JSON; null where nothing is to be said.</param>
    void Note(string action, string subject, string? after);
}
