using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Tests.Store;

public abstract partial class StoreContract
{
    private static readonly CaseId OldCase = new("27-001", 1);

    /// <summary>Stores as earlier versions left them, each made by the program of its time; they are kept for ever.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_store_of_an_earlier_version_is_brought_here_and_loses_nothing(int version)
    {
        LoadOld(Old(version));
        var e = Should.Throw<StoreException>(() => DossierStores.Open(Place, Clock));
        e.Code.ShouldBe("KH006");
        e.Message.ShouldContain("emrsec store migrate");

        StoreCare.Migrate(Place, Clock, Officer).ShouldBe((version, 3));
        StoreCare.Migrate(Place, Clock, Officer).ShouldBe((3, 3));
        using var store = DossierStores.Open(Place, Clock);
        foreach (var content in new[] { "quy chế", "%PDF-1.7" })
        {
            store.Blobs.Put(new MemoryStream(Encoding.UTF8.GetBytes(content)), 100);
        }

        StoreCare.Check(Place).Findings.ShouldBeEmpty();
        store.Info.SchemaVersion.ShouldBe(3);
        store.Audit().Count(entry => entry.Action == "store.migrate").ShouldBe(1);
        Encoding.UTF8.GetString(store.Content(OldCase, 2)!).ShouldBe("{\"a\":2}");
        store.Assessments(OldCase).Single().Content.ToArray().ShouldBe([1]);
        store.Evidence(OldCase).Single().Name.ShouldBe("Quy chế.pdf");
        store.Comments(OldCase).Single().Reply.ShouldBe("c");
        store.Runs.Outcomes(1).Count().ShouldBe(2);

        var longer = "{\"b\":\"" + new string('x', 5000) + "\"}";
        store.Write(Nurse, null, writer => writer.Revise(writer.Find(OldCase)!, Revision(longer))).Revision.ShouldBe(3);
        Encoding.UTF8.GetString(store.Content(OldCase, 3)!).ShouldBe(longer);
        StoreCare.Check(Place).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_store_of_a_later_version_is_left_alone()
    {
        Fill();
        using var session = Raw();
        Run(session, "UPDATE store_facts SET value = '99' WHERE name = 'schema'");
        Should.Throw<StoreException>(() => DossierStores.Open(Place, Clock)).Code.ShouldBe("KH005");
        Should.Throw<StoreException>(() => StoreCare.Migrate(Place, Clock, Officer)).Code.ShouldBe("KH005");
        Should.Throw<StoreException>(() => StoreCare.Check(Place)).Code.ShouldBe("KH005");
        Run(session, "UPDATE store_facts SET value = '3' WHERE name = 'schema'");
        Check().IsSound.ShouldBeTrue();
    }

    [Fact]
    public void A_place_without_a_store_and_one_that_is_taken_are_told()
    {
        Should.Throw<StoreException>(() => DossierStores.Open(Place, Clock)).Code.ShouldBe("KH001");
        Should.Throw<StoreException>(() => StoreCare.Check(Place)).Code.ShouldBe("KH001");
        Open();
        Should.Throw<StoreException>(() => DossierStores.Create(Place, Clock, Officer)).Code.ShouldBe("KH002");
        Store.Cases(new CaseQuery()).Count().ShouldBe(1);
    }

    /// <summary>Puts an earlier version's store in this test's place.</summary>
    /// <param name="sqlOf">Its SQL, by the engine's name.</param>
    private protected abstract void LoadOld(Func<string, string> sqlOf);

    private static Func<string, string> Old(int version) => engine =>
    {
        using var reader = new StreamReader(typeof(StoreContract).Assembly.GetManifestResourceStream($"old/{version}.{engine}.sql")!);
        return reader.ReadToEnd();
    };
}
