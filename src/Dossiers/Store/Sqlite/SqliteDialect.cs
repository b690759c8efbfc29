using System.Data.Common;
using EmrSec.Dossiers.Store.Blobs;
using EmrSec.Dossiers.Store.Sql;
using Microsoft.Data.Sqlite;

namespace EmrSec.Dossiers.Store.Sqlite;

/// <summary>SQLite: one file, its log beside it while it is open, its blobs in a folder beside it.</summary>
/// <param name="path">The file.</param>
internal sealed class SqliteDialect(string path) : Dialect
{
    /// <summary>Says in the file's header whose it is: «EmrS».</summary>
    private const int ApplicationId = 0x456D7253;

    private readonly string _path = Path.GetFullPath(path);

    public override string Name => "sqlite";

    public override string Place => _path;

    public static string BlobFolder(string path) => Path.GetFullPath(path) + ".blobs";

    public override DbConnection Connect()
    {
        if (!File.Exists(_path))
        {
            throw StoreErrors.NotThere(_path);
        }

        var connection = Open(SqliteOpenMode.ReadWrite);
        try
        {
            if (Ask(connection, "PRAGMA application_id") != ApplicationId)
            {
                throw StoreErrors.NotAStore(_path);
            }

            Configure(connection);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Explain(e);
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
        if (Path.Exists(_path) || Path.Exists(BlobFolder(_path)))
        {
            throw StoreErrors.AlreadyThere(_path);
        }

        var draft = new SqliteDialect($"{_path}.{Path.GetRandomFileName()}.tmp");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            draft.Fill(fill);
            TakePlace(draft);
        }
        catch (UnauthorizedAccessException e)
        {
            throw StoreErrors.ReadOnly(_path, e);
        }
        catch (IOException e)
        {
            throw StoreErrors.Failed(_path, e);
        }
        finally
        {
            Forget(draft);
        }
    }

    public override string EngineOf(DbConnection connection) => $"SQLite {connection.ServerVersion}";

    public override DbTransaction BeginWrite(DbConnection connection) => new SqliteStoreTransaction((SqliteConnection)connection, "BEGIN IMMEDIATE");

    public override DbTransaction BeginSnapshot(DbConnection connection) => new SqliteStoreTransaction((SqliteConnection)connection, "BEGIN");

    public override string Words(string sql) => sql
        .Replace("{text}", "TEXT", StringComparison.Ordinal)
        .Replace("{integer}", "INTEGER", StringComparison.Ordinal)
        .Replace("{bytes}", "BLOB", StringComparison.Ordinal)
        .Replace("{clustered}", " WITHOUT ROWID", StringComparison.Ordinal);

    public override Failure Judge(DbException e) => ((SqliteException)e).SqliteErrorCode is 5 or 6 ? Failure.Busy : Failure.Final;

    public override StoreException Explain(DbException e) => ((SqliteException)e).SqliteErrorCode switch
    {
        5 or 6 => StoreErrors.Busy(_path, e),
        8 or 3 or 23 => StoreErrors.ReadOnly(_path, e),
        11 => StoreErrors.Corrupt(_path, e),
        13 => StoreErrors.Full(_path, e),
        14 when !HasAccess() => StoreErrors.ReadOnly(_path, e),
        26 => StoreErrors.NotAStore(_path),
        _ => StoreErrors.Failed(_path, e),
    };

    public override long SizeOf(Session session) => session.One("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", row => row.Long());

    public override IReadOnlyList<string> CheckPages(Session session) =>
    [
        .. session.Query("PRAGMA integrity_check(20)", row => row.Text()).Where(message => message is not "ok"),
        .. session.Query("SELECT \"table\", \"parent\" FROM pragma_foreign_key_check LIMIT 20", row => $"{row.Text()} → {row.Text()}"),
    ];

    public override IBlobStore Blobs(Session session) => new FolderBlobStore(BlobFolder(_path), session);

    private static void Configure(SqliteConnection connection)
    {
        Run(connection, "PRAGMA busy_timeout=5000");
        Run(connection, "PRAGMA foreign_keys=ON");
        Run(connection, "PRAGMA synchronous=FULL");
        Run(connection, "PRAGMA cell_size_check=ON");
    }

    private static void Run(SqliteConnection connection, string sql) => _ = Ask(connection, sql);

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is long number ? number : 0;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        SqliteLibrary.Need();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Explain(e);
        }
    }

    private void Fill(Action<Session> fill)
    {
        using var session = new Session(this);
        OwnersOnly.Create(_path);
        var connection = Open(SqliteOpenMode.ReadWrite);
        session.Take(connection);
        try
        {
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}"));
            Run(connection, "PRAGMA journal_mode=WAL");
            Configure(connection);
            fill(session);
            Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            throw Explain(e);
        }
    }

    // Of two that make a store at once, the second finds the place taken. The files go first: a store is never there without them.
    private void TakePlace(SqliteDialect draft)
    {
        try
        {
            if (Directory.Exists(BlobFolder(draft._path)))
            {
                Directory.Move(BlobFolder(draft._path), BlobFolder(_path));
            }

            File.Move(draft._path, _path, overwrite: false);
            FolderSync.Flush(Path.GetDirectoryName(_path)!);
        }
        catch (IOException) when (File.Exists(_path) && File.Exists(draft._path))
        {
            throw StoreErrors.AlreadyThere(_path);
        }
    }

    private static void Forget(SqliteDialect draft)
    {
        try
        {
            foreach (var name in new[] { draft._path, draft._path + "-wal", draft._path + "-shm" })
            {
                File.Delete(name);
            }

            if (Directory.Exists(BlobFolder(draft._path)))
            {
                Directory.Delete(BlobFolder(draft._path), recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What failed before is what the user has to know.
        }
    }

    private bool HasAccess()
    {
        try
        {
            using var stream = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
