using System.Globalization;
using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Tests.Store;

/// <summary>What happens to servers and to the wires to them.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlFaultTests : IDisposable
{
    private static readonly Actor Nurse = new("lan", ActorRole.Facility);
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly PostgreSqlServer _server;
    private readonly ManualClock _clock = new();
    private readonly string _place;
    private readonly IDossierStore _store;

    public PostgreSqlFaultTests(PostgreSqlServer server)
    {
        _server = server;
        _place = server.NewDatabase();
        _store = DossierStores.Create(_place, _clock, Nurse);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_connection_cut_in_the_middle_of_a_transaction_is_made_anew_and_the_work_done_once()
    {
        var tries = 0;
        var opened = _store.Write(Nurse, null, writer =>
        {
            var file = Open(writer, "27-001");
            if (++tries == 1)
            {
                _server.Cut(_place);
            }

            return writer.Step(file, CaseState.Submitted, "case.submit", Day, null);
        });
        tries.ShouldBe(2);
        opened.Id.Number.ShouldBe(1);
        ShouldHold(1);
    }

    [Fact]
    public void A_connection_cut_between_two_calls_is_made_anew()
    {
        _store.Write(Nurse, null, writer => Open(writer, "27-001"));
        _server.Cut(_place);
        _store.Cases(new CaseQuery()).Count().ShouldBe(1);
        _server.Cut(_place);
        _store.Write(Nurse, null, writer => Open(writer, "27-002")).Id.Number.ShouldBe(1);
        _server.Cut(_place);
        _store.Blobs.Put(new MemoryStream(Encoding.UTF8.GetBytes("tệp")), 100).Size.ShouldBeGreaterThan(0);
        ShouldHold(2);
    }

    [Fact]
    public void A_list_goes_on_though_the_connection_was_cut_while_it_was_read()
    {
        _store.Write(Nurse, null, writer => Enumerable.Range(0, 1200).Select(i => Open(writer, i.ToString("0000", CultureInfo.InvariantCulture))).Count());
        var seen = new List<CaseId>();
        foreach (var file in _store.Cases(new CaseQuery()))
        {
            seen.Add(file.Id);
            if (seen.Count % 400 == 0)
            {
                _server.Cut(_place);
            }
        }

        seen.Count.ShouldBe(1200);
        seen.ShouldBe(seen.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_connection_that_goes_while_it_is_committed_leaves_the_work_done_exactly_once(bool reachesServer)
    {
        using var wire = new CuttingWire(_server.Socket);
        using var far = DossierStores.Open(wire.PlaceOf(_place), _clock);
        wire.CutAtNextCommit(reachesServer);
        var tries = 0;
        var opened = far.Write(Nurse, null, writer =>
        {
            tries++;
            return Open(writer, "27-001");
        });
        wire.Cuts.ShouldBe(1);
        tries.ShouldBe(reachesServer ? 1 : 2);
        opened.Id.Number.ShouldBe(1);
        _store.Find(opened.Id).ShouldNotBeNull().Updated.ShouldBe(opened.Updated);
        ShouldHold(1);
    }

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public void What_the_server_asks_to_be_done_again_is_done_again_and_once(string state)
    {
        // A sequence counts on though the transaction is rolled back: the first two tries fail.
        _server.Execute(
            $$"""
            CREATE SEQUENCE emrsec.tries;
            CREATE FUNCTION emrsec.fail() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN IF nextval(''emrsec.tries'') < 3 THEN RAISE EXCEPTION ''again'' USING ERRCODE = ''{{state}}''; END IF; RETURN NEW; END';
            CREATE TRIGGER fail BEFORE INSERT ON emrsec.steps FOR EACH ROW EXECUTE FUNCTION emrsec.fail();
            """,
            PostgreSqlServer.DatabaseOf(_place));
        var tries = 0;
        _store.Write(Nurse, null, writer =>
        {
            tries++;
            return Open(writer, "27-001");
        });
        tries.ShouldBe(3);
        ShouldHold(1);
    }

    [Fact]
    public void Whoever_writes_waits_for_the_one_before()
    {
        using var first = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            using var other = DossierStores.Open(_place, _clock);
            other.Write(Nurse, null, writer =>
            {
                first.Set();
                Thread.Sleep(500);
                return Open(writer, "27-001");
            });
        });
        thread.Start();
        first.Wait();
        _store.Write(Nurse, null, writer => Open(writer, "27-001")).Id.Number.ShouldBe(2);
        thread.Join();
        ShouldHold(2);
    }

    [Fact]
    public void A_server_restarted_while_a_program_writes_loses_nothing_and_does_nothing_twice()
    {
        var done = 0;
        using var restarter = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            for (var i = 0; i < 3; i++)
            {
                restarter.Wait();
                _server.Kill();
                _server.Start();
                restarter.Reset();
            }
        });
        thread.Start();
        for (; thread.IsAlive || done < 30; done++)
        {
            var code = done.ToString("0000", CultureInfo.InvariantCulture);
            _store.Write(Nurse, null, writer => Open(writer, code)).Id.Number.ShouldBe(1);
            if (done % 10 == 5)
            {
                restarter.Set();
            }
        }

        thread.Join();
        ShouldHold(done);
    }

    [Fact]
    public void A_server_out_of_reach_is_told_without_waiting_and_without_a_password()
    {
        var e = Should.Throw<StoreException>(() => DossierStores.Open("postgres://emrsec@127.0.0.1:1/kho", _clock));
        e.Code.ShouldBe("KH012");
        Should.Throw<StoreException>(() => DossierStores.Open(_place.Replace("/kho_", "/none_"), _clock)).Code.ShouldBe("KH001");
        Should.Throw<StoreException>(() => DossierStores.Open("postgres://emrsec:bí-mật@localhost/kho", _clock)).Message.ShouldNotContain("bí-mật");
        Should.Throw<StoreException>(() => DossierStores.Open("postgres://emrsec@localhost/kho?color=red", _clock)).Code.ShouldBe("KH003");
    }

    private static CaseFile Open(IStoreWriter writer, string code) => writer.Open(code, "Bệnh viện", "bac-ninh", Day, new NewRevision(new byte[100], new byte[10], "f", null));

    private void ShouldHold(int cases)
    {
        _store.Cases(new CaseQuery()).Count().ShouldBe(cases);
        StoreCare.Check(_place).IsSound.ShouldBeTrue();
    }
}
