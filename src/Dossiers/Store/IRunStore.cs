namespace EmrSec.Dossiers.Store;

/// <summary>A re-assessment of many cases.</summary>
/// <param name="Id">Its number in the store, from 1.</param>
/// <param name="AsOf">The day it speaks of.</param>
/// <param name="Scope">Which cases: «all», «province:bac-ninh», «facility:27-001».</param>
/// <param name="Packs">The packs used, in one line that names each with its version and hash.</param>
/// <param name="Started">When it was begun.</param>
/// <param name="Finished">When it was done; null while it is not.</param>
/// <param name="Last">The last case entered: where it goes on; null before the first.</param>
/// <param name="Count">How many cases are entered.</param>
/// <param name="Digest">SHA-256 over all outcomes in order, once finished.</param>
public sealed record RunRecord(long Id, DateOnly AsOf, string Scope, string Packs, DateTimeOffset Started, DateTimeOffset? Finished, CaseId? Last, int Count, string? Digest);

/// <summary>What a re-assessment found of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Revision">Of which revision.</param>
/// <param name="Outcome">What was found, in the re-assessment's own compact form.</param>
public sealed record RunOutcome(CaseId Case, int Revision, ReadOnlyMemory<byte> Outcome);

/// <summary>A digest for one recipient about one re-assessment, sent once.</summary>
/// <param name="Run">The re-assessment.</param>
/// <param name="Channel">How it is sent: <c>smtp</c>, <c>folder</c>, <c>webhook</c>.</param>
/// <param name="Recipient">To whom or where.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text.</param>
/// <param name="Attempts">How often sending was tried.</param>
/// <param name="NextAttempt">When it is tried next.</param>
/// <param name="Sent">When it was sent; null while it was not.</param>
/// <param name="Failure">Why the last attempt failed; null where none did.</param>
public sealed record OutgoingDigest(long Run, string Channel, string Recipient, string Subject, string Body, int Attempts, DateTimeOffset NextAttempt, DateTimeOffset? Sent, string? Failure);

/// <summary>Re-assessments and what was told about them.</summary>
public interface IRunStore
{
    /// <summary>
    /// The run of this day, scope and packs: the one that was begun and not finished, which goes on where it stood; else the last finished
    /// one where no case was changed since it began, which need not be done again; else a new one.
    /// </summary>
    /// <param name="asOf">The day it speaks of.</param>
    /// <param name="scope">Which cases.</param>
    /// <param name="packs">The packs used, in one line that names each with its version and hash.</param>
    /// <param name="now">The moment.</param>
    RunRecord Begin(DateOnly asOf, string scope, string packs, DateTimeOffset now);

    /// <summary>Enters the outcomes of the next cases and where to go on, in one transaction.</summary>
    /// <param name="run">The run as it was read.</param>
    /// <param name="outcomes">The outcomes, in the order of the cases' numbers.</param>
    /// <exception cref="CaseConflictException">Somebody else went on with this run since.</exception>
    RunRecord Enter(RunRecord run, IReadOnlyList<RunOutcome> outcomes);

    /// <summary>Ends a run, with its digest and the digests to be sent, and enters it in the audit trail, in one transaction.</summary>
    /// <param name="run">The run as it was read.</param>
    /// <param name="actor">Who ran it.</param>
    /// <param name="digest">SHA-256 over all outcomes in order.</param>
    /// <param name="digests">What is to be sent; one that is there already (by run, channel and recipient) stays as it is.</param>
    RunRecord Finish(RunRecord run, Actor actor, string digest, IReadOnlyList<OutgoingDigest> digests);

    /// <summary>The runs, the newest first.</summary>
    IReadOnlyList<RunRecord> All();

    /// <summary>The last finished run of a scope before another one; null where there is none.</summary>
    /// <param name="run">The other one.</param>
    RunRecord? Before(RunRecord run);

    /// <summary>A run's outcomes in the order of the cases' numbers, read as they are asked for.</summary>
    /// <param name="run">The run's number.</param>
    IEnumerable<RunOutcome> Outcomes(long run);

    /// <summary>The digests not sent yet whose time has come.</summary>
    /// <param name="now">The moment.</param>
    IReadOnlyList<OutgoingDigest> Due(DateTimeOffset now);

    /// <summary>
    /// Claims a digest for sending: of several that try at once exactly one gets it. It counts as tried, and is not due before <paramref name="until"/>.
    /// </summary>
    /// <param name="digest">The digest as it was read.</param>
    /// <param name="until">When it may be tried again if nothing is heard of this attempt.</param>
    bool Claim(OutgoingDigest digest, DateTimeOffset until);

    /// <summary>Enters what came of an attempt.</summary>
    /// <param name="digest">The digest as it is to be.</param>
    void Settle(OutgoingDigest digest);
}
