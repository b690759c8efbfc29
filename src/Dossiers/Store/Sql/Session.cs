using System.Data.Common;
using System.Diagnostics;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>
/// A connection, its statements and its transaction. Outside a transaction a read is tried again where the engine was busy or the connection
/// went; within one, <see cref="Write{T}"/> does all of it again.
/// </summary>
/// <param name="dialect">The engine.</param>
internal sealed class Session(Dialect dialect) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private DbConnection? _connection;
    private DbTransaction? _transaction;

    /// <summary>The engine.</summary>
    public Dialect Dialect => dialect;

    /// <summary>Whether a transaction is under way.</summary>
    public bool IsInTransaction => _transaction is not null;

    /// <summary>The connection, opened where it is not.</summary>
    public DbConnection Connection => _connection ??= dialect.Connect();

    /// <summary>Opens the connection, at once or not at all: whoever opens a store waits for no server.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public void Connect()
    {
        try
        {
            _ = Connection;
        }
        catch (DbException e)
        {
            throw dialect.Explain(e);
        }
    }

    /// <summary>Takes a connection that is open already.</summary>
    /// <param name="connection">The connection.</param>
    public void Take(DbConnection connection) => _connection = connection;

    /// <summary>Reads rows.</summary>
    /// <param name="sql">The query, its parameters @p0, @p1 and so on.</param>
    /// <param name="map">Makes a result of a row.</param>
    /// <param name="args">The parameters' values.</param>
    public List<T> Query<T>(string sql, Func<RowCursor, T> map, params object?[] args) => Attempt(() =>
    {
        var rows = new List<T>();
        using var reader = Command(sql, args).ExecuteReader();
        var cursor = new RowCursor(reader);
        while (reader.Read())
        {
            cursor.Rewind();
            rows.Add(map(cursor));
        }

        return rows;
    });

    /// <summary>Reads the only row there can be.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="map">Makes a result of the row.</param>
    /// <param name="args">The parameters' values.</param>
    public T? One<T>(string sql, Func<RowCursor, T> map, params object?[] args) => Query(sql, map, args) is [var row, ..] ? row : default;

    /// <summary>Reads any number of rows one by one, within a snapshot. Nothing else may be asked meanwhile.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="map">Makes a result of a row.</param>
    /// <param name="take">Takes a result.</param>
    public void Each<T>(string sql, Func<RowCursor, T> map, Action<T> take)
    {
        using var reader = Command(sql).ExecuteReader();
        var cursor = new RowCursor(reader);
        while (reader.Read())
        {
            cursor.Rewind();
            take(map(cursor));
        }
    }

    /// <summary>Writes, within a transaction.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="args">The parameters' values.</param>
    /// <returns>How many rows it wrote.</returns>
    public int Execute(string sql, params object?[] args) =>
        IsInTransaction ? Command(sql, args).ExecuteNonQuery() : throw new InvalidOperationException("writes belong into a transaction");

    /// <summary>Runs a transaction, again where the engine asks for it, and commits it once.</summary>
    /// <param name="work">What it does.</param>
    /// <param name="isCommitted">Whether what <paramref name="work"/> did last is there: asked where the connection went while it was committed.</param>
    public T Write<T>(Func<T> work, Func<bool> isCommitted) => Transact(dialect.BeginWrite, work, isCommitted);

    /// <summary>
    /// Runs a transaction beside those of others (or as a part of the one under way): one that writes what nobody reads before it is whole, and
    /// may be done again.
    /// </summary>
    /// <param name="work">What it does.</param>
    public T WriteAside<T>(Func<T> work) => IsInTransaction ? work() : Transact(dialect.BeginAside, work, static () => false);

    /// <summary>Reads of one moment.</summary>
    /// <param name="read">What is read.</param>
    public T Snapshot<T>(Func<T> read)
    {
        try
        {
            _transaction = dialect.BeginSnapshot(Connection);
            return read();
        }
        catch (DbException e)
        {
            throw dialect.Explain(e);
        }
        finally
        {
            Abandon();
        }
    }

    /// <summary>Goes on reading after a failure, of another moment: PostgreSQL answers nothing more in the transaction that failed.</summary>
    public void RenewSnapshot()
    {
        Abandon();
        _transaction = dialect.BeginSnapshot(Connection);
    }

    /// <summary>A command with its values, made once for each text.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="args">The values.</param>
    public DbCommand Command(string sql, params object?[] args)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
#pragma warning disable CA2100 // The texts are ours; what comes from outside is in parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            _commands.Add(sql, command);
        }

        command.Parameters.Clear();
        for (var i = 0; i < args.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Table.Parameter(i);
            parameter.Value = args[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public void Dispose()
    {
        Abandon();
        Drop();
    }

    private T Transact<T>(Func<DbConnection, DbTransaction> begin, Func<T> work, Func<bool> isCommitted)
    {
        if (IsInTransaction)
        {
            throw new InvalidOperationException("a transaction within a transaction");
        }

        var since = Stopwatch.GetTimestamp();
        var unknown = false;
        T result = default!;
        for (var attempt = 0; ; attempt++)
        {
            var isCommitting = false;
            try
            {
                _transaction = begin(Connection);
                if (unknown && isCommitted())
                {
                    Abandon();
                    return result;
                }

                unknown = false;
                result = work();
                isCommitting = true;
                _transaction.Commit();
                End();
                return result;
            }
            catch (DbException e)
            {
                var failure = dialect.Judge(e);
                unknown |= isCommitting && failure == Failure.Lost;
                Abandon(failure);
                if (failure == Failure.Final || Stopwatch.GetElapsedTime(since) > dialect.Patience)
                {
                    throw unknown ? StoreErrors.Unknown(dialect.Place, e) : dialect.Explain(e);
                }

                Pause(attempt);
            }
            catch
            {
                Abandon();
                throw;
            }
        }
    }

    private static void Pause(int attempt) =>
        Thread.Sleep(Math.Min(20 << Math.Min(attempt, 6), 1000) + Random.Shared.Next(20));

    private T Attempt<T>(Func<T> read)
    {
        if (IsInTransaction)
        {
            return read();
        }

        var since = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return read();
            }
            catch (DbException e)
            {
                var failure = dialect.Judge(e);
                Abandon(failure);
                if (failure == Failure.Final || Stopwatch.GetElapsedTime(since) > dialect.Patience)
                {
                    throw dialect.Explain(e);
                }

                Pause(attempt);
            }
        }
    }

    private void Abandon(Failure failure = Failure.Busy)
    {
        try
        {
            _transaction?.Rollback();
            End();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or IOException)
        {
            // What ended the transaction is what counts; a connection that cannot even roll back is not used again.
            failure = Failure.Lost;
            _transaction = null;
        }

        if (failure == Failure.Lost)
        {
            Drop();
        }
    }

    private void End()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    private void Drop()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        _connection?.Dispose();
        _connection = null;
    }
}
