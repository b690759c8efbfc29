using EmrSec.Dossiers.Store.Checking;
using EmrSec.Dossiers.Store.PostgreSql;
using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Sqlite;
using EmrSec.Dossiers.Store.Trail;

namespace EmrSec.Dossiers.Store;

/// <summary>Makes and opens stores.</summary>
public static class DossierStores
{
    /// <summary>Opens a store that is there.</summary>
    /// <param name="place">A path of an SQLite file, or <c>postgres://user@host:port/database</c>.</param>
    /// <param name="clock">Tells the time of what is entered.</param>
    /// <exception cref="StoreException">There is none, something else is, or its version is not this program's.</exception>
    public static IDossierStore Open(string place, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var session = SessionOf(place);
        try
        {
            return new SqlDossierStore(session, clock);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Makes a store where there is none, and opens it.</summary>
    /// <param name="place">As for <see cref="Open"/>.</param>
    /// <param name="clock">Tells the time of what is entered.</param>
    /// <param name="actor">Who makes it: the first line of its audit trail.</param>
    /// <exception cref="StoreException">There is one, or it cannot be made; nothing is left behind.</exception>
    public static IDossierStore Create(string place, TimeProvider clock, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(actor);
        var id = Guid.NewGuid().ToString("D");
        DialectOf(place).Create(session => session.Write(
            () =>
            {
                StoreSchema.Create(session, id);
                new TrailWriter(session, actor, reason: null, clock).Enter("store.create", "store", before: null, $$"""{"store":"{{id}}"}""");
                return true;
            },
            () => string.Equals(StoreSchema.IdOf(session), id, StringComparison.Ordinal)));
        return Open(place, clock);
    }

    /// <summary>Checks a store: its pages, its audit trail, every row and content against the trail, every file against its hash.</summary>
    /// <param name="place">As for <see cref="Open"/>.</param>
    /// <param name="expected">An end that the audit trail once had, written down elsewhere; null where none was.</param>
    /// <returns>What was found; what cannot be read is a finding.</returns>
    /// <exception cref="StoreException">There is no store, or its version is not this program's.</exception>
    public static StoreCheckResult Check(string place, TrailHead? expected = null)
    {
        using var session = SessionOf(place);
        return StoreCheck.Run(session, expected);
    }

    /// <summary>Brings a store of an earlier version to this program's: whole or not at all.</summary>
    /// <param name="place">As for <see cref="Open"/>.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="actor">Who does it, for the audit trail.</param>
    /// <returns>The version it had, and the one it has.</returns>
    /// <exception cref="StoreException">There is no store, or it is newer than this program.</exception>
    public static (int From, int To) Migrate(string place, TimeProvider clock, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(actor);
        using var session = SessionOf(place, isCurrent: false);
        return TrailTransaction.Run(session, actor, reason: null, clock, trail =>
        {
            var from = StoreSchema.Migrate(session);
            if (from != StoreSchema.Current)
            {
                trail.Enter("store.migrate", "store", string.Create(CultureInfo.InvariantCulture, $$"""{"schema":{{from}}}"""), string.Create(CultureInfo.InvariantCulture, $$"""{"schema":{{StoreSchema.Current}}}"""));
            }

            return (from, StoreSchema.Current);
        });
    }

    private static Session SessionOf(string place, bool isCurrent = true)
    {
        ArgumentNullException.ThrowIfNull(place);
        var session = new Session(DialectOf(place));
        try
        {
            session.Connect();
            if (isCurrent)
            {
                StoreSchema.Need(session);
            }

            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static Dialect DialectOf(string place) => PostgreSqlPlace.IsOne(place) ? new PostgreSqlDialect(PostgreSqlPlace.Parse(place))
        : place.Contains("://", StringComparison.Ordinal) ? throw StoreErrors.WrongPlace(place, "chỉ có hai loại kho")
        : new SqliteDialect(place);
}
