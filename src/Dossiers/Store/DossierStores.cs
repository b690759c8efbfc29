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
    /// <param name="keeper">Its first account; null = none.</param>
    /// <exception cref="StoreException">There is one, or it cannot be made; nothing is left behind.</exception>
    public static IDossierStore Create(string place, TimeProvider clock, Actor actor, StoreUser? keeper = null)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(actor);
        var id = Guid.NewGuid().ToString("D");
        DialectOf(place).Create(session => session.Write(
            () =>
            {
                StoreSchema.Create(session, id);
                var trail = new TrailWriter(session, actor, reason: null, clock);
                trail.Enter("store.create", "store", before: null, $$"""{"store":"{{id}}"}""");
                if (keeper is not null)
                {
                    new SqlStoreWriter(session, trail, session.Dialect.Blobs(session)).Put(keeper);
                }

                return true;
            },
            () => string.Equals(StoreSchema.IdOf(session), id, StringComparison.Ordinal)));
        return Open(place, clock);
    }

    /// <summary>A session on a store that is there.</summary>
    internal static Session SessionOf(string place, bool isCurrent = true)
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

    /// <summary>The engine of a place.</summary>
    internal static Dialect DialectOf(string place) => PostgreSqlPlace.IsOne(place) ? new PostgreSqlDialect(PostgreSqlPlace.Parse(place))
        : place.Contains("://", StringComparison.Ordinal) ? throw StoreErrors.WrongPlace(place, "chỉ có hai loại kho")
        : new SqliteDialect(place);
}
