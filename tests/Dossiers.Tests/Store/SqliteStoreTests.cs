using EmrSec.Dossiers.Store.Sql;
using EmrSec.Dossiers.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmrSec.Dossiers.Tests.Store;

[Collection(PostgreSqlCollection.Name)]
public sealed class SqliteStoreTests(PostgreSqlServer server) : StoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override string Place => _folder.File("kho.db");

    protected override string OtherPlace() => _folder.File("khác.db");

    protected override string OtherEngine(string path) => server.PlaceOf(path);

    protected override void DamageFile(string sha256, bool isTakenAway)
    {
        var path = Path.Combine(Place + ".blobs", sha256[..2], sha256[2..4], sha256);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        if (!isTakenAway)
        {
            bytes[0] ^= 1;
            File.WriteAllBytes(path, bytes);
        }
    }

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
