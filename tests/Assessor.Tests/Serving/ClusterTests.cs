using System.Diagnostics;
using EmrSec.Dossiers.Lab;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Tests.Store;
using Npgsql;

namespace EmrSec.Assessor.Tests.Serving;

/// <summary>Two nodes on one PostgreSQL: one re-assesses; where it is killed in the middle, the other goes on.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class ClusterTests(PostgreSqlServer server)
{
    // What whoever writes to the store holds (its own number, «EmrS»).
    private const long WriteLock = 0x456D7253;

    [Fact]
    public void Where_the_node_that_fired_is_killed_another_takes_over_and_it_is_done_once()
    {
        var place = server.NewDatabase();
        Fill(place);
        using var one = new ServingNode(place, "--schedule", "* * * * *", "--check-in", "1");
        using var other = new ServingNode(place, "--schedule", "* * * * *", "--check-in", "1");
        Await(() => one.Says("Schedule «") && other.Says("Schedule «"), "both serve", one, other);

        // Nobody can write now: the node that fires stands in the middle of its run.
        using (var gate = Hold(place))
        {
            Await(() => one.Says("fired (recovering") || other.Says("fired (recovering"), "one fires", one, other);
            (one.Says("fired (recovering") && other.Says("fired (recovering")).ShouldBeFalse("both fired");
            (one.Says("fired (recovering") ? one : other).Kill();
        }

        var left = one.Says("fired (recovering") ? other : one;
        Await(() => left.Says("done"), "the other goes on", one, other);
        left.Log.ShouldContain("fired (recovering: True)");
        using var store = DossierStores.Open(place, TimeProvider.System);
        foreach (var day in store.Runs.All().GroupBy(run => run.AsOf))
        {
            day.ShouldHaveSingleItem("a day is assessed once").Count.ShouldBe(store.Cases(new CaseQuery { States = [CaseState.InForce] }).Count());
        }
    }

    private static void Fill(string place)
    {
        var quantri = new StoreUser("quantri", "Quản trị kho", [ActorRole.Administrator], null, null);
        using var store = DossierStores.Create(place, TimeProvider.System, new Actor("quantri", ActorRole.Administrator));
        store.Write(new Actor("quantri", ActorRole.Administrator), null, writer =>
        {
            writer.Put(quantri);
            return true;
        });
        var packs = Commands.BuiltInRules.Result.Packs!;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        new LabStore(store, packs, today).Fill(new FacilityGenerator(packs, 7, today), 60);
    }

    private NpgsqlConnection Hold(string place)
    {
        var connection = server.Connect(PostgreSqlServer.DatabaseOf(place));
        using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({WriteLock})", connection);
        command.ExecuteNonQuery();
        return connection;
    }

    private static void Await(Func<bool> holds, string what, params ServingNode[] nodes)
    {
        for (var since = Stopwatch.GetTimestamp(); !holds();)
        {
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromMinutes(3), $"{what}:\n{string.Join("\n--\n", nodes.Select(node => node.Log))}");
            Thread.Sleep(100);
        }
    }
}
