using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmrSec.Dossiers.Store.Sqlite;

/// <summary>
/// A transaction of SQLite. The driver's own cannot be ended once SQLite has rolled back by itself, as it does on a full disk: neither it nor
/// its connection could be closed then.
/// </summary>
internal sealed class SqliteStoreTransaction : DbTransaction
{
    private readonly SqliteConnection _connection;
    private bool _isEnded;

    /// <param name="connection">An open connection.</param>
    /// <param name="begin">BEGIN, or BEGIN IMMEDIATE to be the only one that writes.</param>
    public SqliteStoreTransaction(SqliteConnection connection, string begin)
    {
        _connection = connection;
        Run(begin);
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    protected override DbConnection DbConnection => _connection;

    public override void Commit()
    {
        Run("COMMIT");
        _isEnded = true;
    }

    public override void Rollback()
    {
        if (!_isEnded && raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            Run("ROLLBACK");
        }

        _isEnded = true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Rollback();
        }

        base.Dispose(disposing);
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // One of the words above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
