using EmrSec.Dossiers.Store.Checking;
using EmrSec.Dossiers.Store.Rows;
using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store;

/// <summary>What the keeper of a store does with it: check it, count it, bring it to this program's version, sweep it.</summary>
public static class StoreCare
{
    /// <summary>Checks a store: its pages, its audit trail, every row and content against the trail, every file against its hash.</summary>
    /// <param name="place">As for <see cref="DossierStores.Open"/>.</param>
    /// <param name="expected">An end that the audit trail once had, written down elsewhere; null where none was.</param>
    /// <returns>What was found; what cannot be read is a finding.</returns>
    /// <exception cref="StoreException">There is no store, or its version is not this program's.</exception>
    public static StoreCheckResult Check(string place, TrailHead? expected = null)
    {
        using var session = DossierStores.SessionOf(place);
        return StoreCheck.Run(session, expected);
    }

    /// <summary>Counts what a store holds, all of one moment.</summary>
    /// <param name="place">As for <see cref="DossierStores.Open"/>.</param>
    /// <exception cref="StoreException">There is no store, or its version is not this program's.</exception>
    public static StoreStatistics Count(string place)
    {
        using var session = DossierStores.SessionOf(place);
        return session.Snapshot(() =>
        {
            var info = new StoreInfo(session.Dialect.EngineOf(session.Connection), session.Dialect.Place, StoreSchema.VersionOf(session));
            List<KeyValuePair<string, long>> rows = [.. StoreTables.All.Select(table => KeyValuePair.Create(table.Name, session.One($"SELECT count(*) FROM {table.Name}", row => row.Long())))];
            var states = session.Query("SELECT state, count(*) FROM cases GROUP BY state", row => KeyValuePair.Create(StoredWords.ToState(row.Text()), row.Long()));
            var (files, bytes) = (0L, 0L);
            foreach (var blob in session.Dialect.Blobs(session).All())
            {
                (files, bytes) = (files + 1, bytes + blob.Size);
            }

            var last = TrailWriter.Last(session);
            var head = new TrailHead(last?.Number ?? 0, last?.Hash ?? AuditRow.NoHash);
            return new StoreStatistics(info, StoreSchema.IdOf(session), rows, [.. states.OrderBy(state => state.Key)], session.Dialect.SizeOf(session), files, bytes, head);
        });
    }

    /// <summary>Brings a store of an earlier version to this program's: whole or not at all.</summary>
    /// <param name="place">As for <see cref="DossierStores.Open"/>.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="actor">Who does it, for the audit trail.</param>
    /// <returns>The version it had, and the one it has.</returns>
    /// <exception cref="StoreException">There is no store, or it is newer than this program.</exception>
    public static (int From, int To) Migrate(string place, TimeProvider clock, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(actor);
        using var session = DossierStores.SessionOf(place, isCurrent: false);
        return TrailTransaction.Run(session, actor, reason: null, clock, trail =>
        {
            var from = StoreSchema.Migrate(session);
            if (from != StoreSchema.Current)
            {
                trail.Enter("store.migrate", "store", SchemaJson(from), SchemaJson(StoreSchema.Current));
            }

            return (from, StoreSchema.Current);
        });
    }

    /// <summary>Takes away files that belong to nothing, such as an upload leaves that was cut off.</summary>
    /// <param name="place">As for <see cref="DossierStores.Open"/>.</param>
    /// <param name="clock">Tells the time: what was begun within a day may still be under way.</param>
    /// <returns>How many.</returns>
    /// <exception cref="StoreException">There is no store, or it cannot be written.</exception>
    public static int Sweep(string place, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        using var session = DossierStores.SessionOf(place);
        var blobs = session.Dialect.Blobs(session);
        List<string> loose = [.. blobs.All().Select(blob => blob.Sha256).Where(sha256 => !Blobs.BlobReferences.IsReferenced(session, sha256))];
        return loose.Count(blobs.Remove) + (blobs is Blobs.FolderBlobStore folder ? folder.SweepDrafts(clock.GetUtcNow().AddDays(-1)) : 0);
    }

    private static string SchemaJson(int version) => string.Create(CultureInfo.InvariantCulture, $$"""{"schema":{{version}}}""");
}
