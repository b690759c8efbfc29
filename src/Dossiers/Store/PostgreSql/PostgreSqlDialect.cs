using System.Data;
using System.Data.Common;
using EmrSec.Dossiers.Store.Sql;
using Npgsql;

namespace EmrSec.Dossiers.Store.PostgreSql;

/// <summary>
/// PostgreSQL: a database of a server, in its schema «emrsec», with the files in it. Whoever writes holds one lock of the database until its
/// transaction ends, so that the audit trail has one order; readers wait for nobody.
/// </summary>
/// <param name="place">Where it is.</param>
internal sealed class PostgreSqlDialect(PostgreSqlPlace place) : Dialect
{
    /// <summary>«EmrS»: the lock of those who write.</summary>
    private const long WriteLock = 0x456D7253;

    public override string Name => "postgresql";

    public override string Place => place.Shown;

    public override DbConnection Connect()
    {
        var connection = Open();
        try
        {
            return HasStore(connection) ? connection : throw StoreErrors.NotThere(place.Shown);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override void Create(Action<Session> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        using var session = new Session(this);
        try
        {
            var connection = Open();
            session.Take(connection);
            if (HasStore(connection))
            {
                throw StoreErrors.AlreadyThere(place.Shown);
            }

            if (Ask(connection, "SHOW server_encoding") is not "UTF8")
            {
                throw StoreErrors.WrongPlace(place.Shown, "cơ sở dữ liệu không dùng bảng mã UTF8; tạo cơ sở dữ liệu mới bằng «createdb -E UTF8 -T template0»");
            }

            _ = Ask(connection, "CREATE SCHEMA emrsec");
            FillOrDrop(session, fill);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateSchema)
        {
            throw StoreErrors.AlreadyThere($"{place.Shown} (schema emrsec)");
        }
        catch (NpgsqlException e)
        {
            throw Explain(e);
        }
    }

    public override string EngineOf(DbConnection connection) => $"PostgreSQL {((NpgsqlConnection)connection).PostgreSqlVersion}";

    public override DbTransaction BeginWrite(DbConnection connection)
    {
        var transaction = BeginAside(connection);
        try
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"SELECT pg_advisory_xact_lock({WriteLock.ToString(CultureInfo.InvariantCulture)})";
            command.ExecuteNonQuery();
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    // Whatever is read after the lock was got is read as the last who held it left it; so nothing stricter is needed.
    public override DbTransaction BeginAside(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public override string Words(string sql) => sql
        .Replace("{text}", "text COLLATE \"C\"", StringComparison.Ordinal)
        .Replace("{integer}", "bigint", StringComparison.Ordinal)
        .Replace("{bytes}", "bytea", StringComparison.Ordinal)
        .Replace("{clustered}", "", StringComparison.Ordinal);

    public override Failure Judge(DbException e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable } => Failure.Busy,
        PostgresException postgres => IsGone(postgres.SqlState) ? Failure.Lost : Failure.Final,
        _ => Failure.Lost,
    };

    public override StoreException Explain(DbException e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => StoreErrors.NotThere(place.Shown),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StoreErrors.Full(place.Shown, e),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege } => StoreErrors.ReadOnly(place.Shown, e),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => StoreErrors.Corrupt(place.Shown, e),
        _ => Judge(e) switch
        {
            Failure.Busy => StoreErrors.Busy(place.Shown, e),
            Failure.Lost => StoreErrors.Lost(place.Shown, e),
            _ => StoreErrors.Failed(place.Shown, e),
        },
    };

    public override long SizeOf(Session session) => session.One("SELECT pg_database_size(current_database())", row => row.Long());

    public override IBlobStore Blobs(Session session) => new ChunkedBlobStore(session);

    // The server is stopping or starting, cut the connection, or has no room for another.
    private static bool IsGone(string state) =>
        state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P0", StringComparison.Ordinal) || state is PostgresErrorCodes.TooManyConnections or "25P03";

    private static bool HasStore(NpgsqlConnection connection) => Ask(connection, "SELECT to_regclass('emrsec.store_facts')::text") is not null;

    // The schema is ours: nobody else has made it.
    private static void FillOrDrop(Session session, Action<Session> fill)
    {
        try
        {
            fill(session);
        }
        catch
        {
            try
            {
                _ = Ask((NpgsqlConnection)session.Connection, "DROP SCHEMA emrsec CASCADE");
            }
            catch (Exception e) when (e is NpgsqlException or StoreException)
            {
                // What failed before is what the user has to know.
            }

            throw;
        }
    }

    private static string? Ask(NpgsqlConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() as string;
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(place.Connection);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
