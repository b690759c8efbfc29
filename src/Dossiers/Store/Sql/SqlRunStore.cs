using EmrSec.Dossiers.Store.Rows;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>Re-assessments on either engine. What no person does is entered in the audit trail as done by the program.</summary>
/// <param name="session">The store.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class SqlRunStore(Session session, TimeProvider clock) : IRunStore
{
    private const int OutcomesInPage = 1000;

    private static readonly Actor Program = new("emrsec", ActorRole.Administrator);

    public RunRecord Begin(DateOnly asOf, string scope, string packs, DateTimeOffset now) => Write(Program, trail =>
    {
        var last = session.One(
            $"{StoreTables.Runs.Select} WHERE as_of = @p0 AND scope = @p1 AND packs = @p2 ORDER BY run DESC LIMIT 1",
            row => RunRows.Read(row).Run, SqlValue.Of(asOf), SqlValue.Clean(scope), SqlValue.Clean(packs));
        if (last is not null && (last.Finished is null || !IsChangedSince(last)))
        {
            return last;
        }

        var id = session.One("SELECT coalesce(max(run), 0) FROM runs", row => row.Long()) + 1;
        var run = new RunRecord(id, asOf, SqlValue.Clean(scope), SqlValue.Clean(packs), now, Finished: null, Last: null, 0, Digest: null);
        trail.Enter("run.begin", Subject(id), new ChangeSet(session).Add(StoreTables.Runs, RunRows.Of(run, RunRows.EmptyChain)));
        return run;
    });

    public RunRecord Enter(RunRecord run, IReadOnlyList<RunOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return outcomes.Count == 0 ? run : Write(Program, trail =>
        {
            var chain = Current(run);
            var last = run.Last;
            foreach (var outcome in outcomes)
            {
                if (last is { } before && outcome.Case <= before)
                {
                    throw new ArgumentException($"{outcome.Case} does not come after {before}", nameof(outcomes));
                }

                last = outcome.Case;
                var row = RunRows.Of(run.Id, outcome);
                session.Execute(StoreTables.Outcomes.Insert, row);
                chain = OutcomeChain.Next(chain, row);
            }

            var entered = run with { Last = last, Count = run.Count + outcomes.Count };
            trail.Enter("run.enter", Subject(run.Id), new ChangeSet(session).Put(StoreTables.Runs, RunRows.Of(entered, chain)));
            return entered;
        });
    }

    public RunRecord Finish(RunRecord run, Actor actor, string digest, IReadOnlyList<OutgoingDigest> digests)
    {
        ArgumentNullException.ThrowIfNull(digests);
        return Write(actor, trail =>
        {
            var chain = Current(run);
            var finished = run with { Finished = trail.Now, Digest = SqlValue.Clean(digest) };
            var changes = new ChangeSet(session).Put(StoreTables.Runs, RunRows.Of(finished, chain));
            foreach (var row in digests.Select(RunRows.Of))
            {
                if (session.One(StoreTables.Digests.SelectOne, RunRows.ReadDigest, row[..StoreTables.Digests.KeyCount]) is null)
                {
                    changes.Add(StoreTables.Digests, row);
                }
            }

            trail.Enter("run.finish", Subject(run.Id), changes);
            return finished;
        });
    }

    public IReadOnlyList<RunRecord> All() => session.Query($"{StoreTables.Runs.Select} ORDER BY run DESC", row => RunRows.Read(row).Run);

    public RunRecord? Before(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return session.One(
            $"{StoreTables.Runs.Select} WHERE run < @p0 AND scope = @p1 AND finished IS NOT NULL ORDER BY run DESC LIMIT 1", row => RunRows.Read(row).Run, run.Id, SqlValue.Clean(run.Scope));
    }

    public IEnumerable<RunOutcome> Outcomes(long run)
    {
        for (var last = new CaseId("", 0); ;)
        {
            var rows = session.Query(
                $"{StoreTables.Outcomes.Select} WHERE run = @p0 AND (facility, number) > (@p1, @p2) ORDER BY facility, number LIMIT {OutcomesInPage}",
                RunRows.ReadOutcome, run, last.FacilityCode, (long)last.Number);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < OutcomesInPage)
            {
                yield break;
            }

            last = rows[^1].Case;
        }
    }

    public IReadOnlyList<OutgoingDigest> Due(DateTimeOffset now) =>
        session.Query($"{StoreTables.Digests.Select} WHERE sent IS NULL AND next_attempt <= @p0 ORDER BY {StoreTables.Digests.Key}", RunRows.ReadDigest, SqlValue.Of(now));

    public bool Claim(OutgoingDigest digest, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return Write(Program, trail =>
        {
            if (Stored(digest) is not { Sent: null } there || there.Attempts != digest.Attempts || there.NextAttempt != digest.NextAttempt)
            {
                return false;
            }

            Put(trail, "digest.claim", there with { Attempts = there.Attempts + 1, NextAttempt = until });
            return true;
        });
    }

    public void Settle(OutgoingDigest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        Write(Program, trail =>
        {
            // Whoever is late with a failure does not undo that another has sent it meanwhile.
            if (Stored(digest) is { Sent: null } there)
            {
                Put(trail, "digest.settle", digest with { Attempts = Math.Max(there.Attempts, digest.Attempts) });
            }

            return true;
        });
    }

    private static string Subject(long run) => string.Create(CultureInfo.InvariantCulture, $"run:{run}");

    private T Write<T>(Actor actor, Func<TrailWriter, T> work) => TrailTransaction.Run(session, actor, reason: null, clock, work);

    private OutgoingDigest? Stored(OutgoingDigest digest) =>
        session.One(StoreTables.Digests.SelectOne, RunRows.ReadDigest, RunRows.Of(digest)[..StoreTables.Digests.KeyCount]);

    private void Put(TrailWriter trail, string action, OutgoingDigest digest) =>
        trail.Enter(action, Subject(digest.Run), new ChangeSet(session).Put(StoreTables.Digests, RunRows.Of(digest)));

    // The chain of the run's outcomes, where the run stands as it was read.
    private string Current(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (there, chain) = session.Query(StoreTables.Runs.SelectOne, RunRows.Read, run.Id) is [var found] ? found : throw StoreErrors.RunChanged(run.Id);
        return there.Finished is null && there.Count == run.Count && there.Last == run.Last ? chain : throw StoreErrors.RunChanged(run.Id);
    }

    // By the trail's numbers, not by the clock: it may have jumped. What people did with accounts or the store itself changes no case.
    private bool IsChangedSince(RunRecord run)
    {
        var begun = session.One("SELECT coalesce(max(number), 0) FROM audit WHERE subject = @p0 AND action = 'run.begin'", row => row.Long(), Subject(run.Id));
        return session.One(
            "SELECT number FROM audit WHERE number > @p0 AND NOT (action LIKE 'run.%' OR action LIKE 'digest.%' OR action LIKE 'user.%' OR action LIKE 'store.%') ORDER BY number LIMIT 1",
            row => row.Long(), begun) != 0;
    }
}
