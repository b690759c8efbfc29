using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmrSec.Dossiers.Tests.Store;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override string Place => _folder.File("kho.db");

    private protected override Session Raw() => new(new SqliteDialect(Place));

    private protected override void LoadOld(Func<string, string> sqlOf)
    {
        SqliteLibrary.Need();
        using var connection = new SqliteConnection($"Data Source={Place};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sqlOf("sqlite") + $"PRAGMA application_id={0x456D7253};PRAGMA journal_mode=WAL;";
        command.ExecuteNonQuery();
    }

    protected override void Dispose(bool isDisposing)
    {
        base.Dispose(isDisposing);
        _folder.Dispose();
    }
}
