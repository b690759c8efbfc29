namespace EmrSec.Dossiers.Tests.Store;

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlStoreTests(PostgreSqlServer server) : StoreContract
{
    protected override string Place { get; } = server.NewDatabase();
}
