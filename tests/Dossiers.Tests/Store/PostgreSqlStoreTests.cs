using EmrSec.Dossiers.Store.PostgreSql;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Tests.Store;

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlStoreTests(PostgreSqlServer server) : StoreContract
{
    protected override string Place { get; } = server.NewDatabase();

    protected override string OtherPlace() => server.PlaceOf("other " + Place);

    protected override string OtherEngine(string path) => path;

    protected override void DamageFile(string sha256, bool isTakenAway) => server.Execute(
        isTakenAway ? $"DELETE FROM emrsec.blobs WHERE sha256 = '{sha256}'" : $"UPDATE emrsec.blob_chunks SET content = set_byte(content, 0, 1) WHERE sha256 = '{sha256}'",
        PostgreSqlServer.DatabaseOf(Place));

    private protected override Session Raw() => new(new PostgreSqlDialect(PostgreSqlPlace.Parse(Place)));

    private protected override void LoadOld(Func<string, string> sqlOf) => server.Execute(sqlOf("postgresql"), PostgreSqlServer.DatabaseOf(Place));
}
