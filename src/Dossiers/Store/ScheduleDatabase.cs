using System.Data.Common;
using EmrSec.Dossiers.Store.PostgreSql;
using EmrSec.Dossiers.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EmrSec.Dossiers.Store;

/// <summary>Where a scheduler keeps its tables: with a store that several machines share, in its database; with one of this machine, in a file beside it.</summary>
/// <param name="Factory">The database's driver.</param>
/// <param name="ConnectionString">How it is reached. Not for logs.</param>
/// <param name="IsShared">Whether several machines see it.</param>
public sealed record ScheduleDatabase(DbProviderFactory Factory, string ConnectionString, bool IsShared)
{
    /// <summary>The place for a store's schedule.</summary>
    /// <param name="place">The store's, as for <see cref="DossierStores.Open"/>.</param>
    /// <exception cref="StoreException">It cannot be understood.</exception>
    public static ScheduleDatabase Of(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (PostgreSqlPlace.IsOne(place))
        {
            // The scheduler opens and closes connections all the time.
            var shared = new NpgsqlConnectionStringBuilder(PostgreSqlPlace.Parse(place).Connection) { Pooling = true, MaxPoolSize = 8, CommandTimeout = 30 };
            return new ScheduleDatabase(NpgsqlFactory.Instance, shared.ToString(), IsShared: true);
        }

        SqliteLibrary.Need();
        return new ScheduleDatabase(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(place) + ".schedule", DefaultTimeout = 30 }.ToString(), IsShared: false);
    }
}
