using EmrSec.Dossiers.Store.PostgreSql;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Tests.Store;

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlStoreTests(PostgreSqlServer server) : StoreContract
{
    protected override string Place { get; } = server.NewDatabase();

    private protected override Session Raw() => new(new PostgreSqlDialect(PostgreSqlPlace.Parse(Place)));

    private protected override void LoadOld(Func<string, string> sqlOf) => server.Execute(sqlOf("postgresql"), PostgreSqlServer.DatabaseOf(Place));
}
