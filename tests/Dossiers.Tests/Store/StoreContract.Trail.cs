using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public void The_trail_begins_with_the_store_and_each_entry_carries_the_hash_before()
    {
        var opened = Open();
        Store.Write(Officer, "gửi", writer => writer.Step(opened, CaseState.Submitted, "case.submit", Day, null));
        var entries = Store.Audit().ToList();
        entries.Select(entry => (entry.Number, entry.Action, entry.Subject, entry.Account)).ShouldBe(
        [
            (1, "store.create", "store", "quản trị"),
            (2, "case.open", "27-001.1", "lan"),
            (3, "case.submit", "27-001.1", "minh"),
        ]);
        entries[0].Previous.ShouldBe(new string('0', 64));
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.Second.Previous == pair.First.Hash);
        entries.Select(entry => entry.Hash).Distinct().Count().ShouldBe(3);
        entries[2].Before!.ShouldContain("\"state\":\"draft\"");
        entries[2].After!.ShouldContain("\"state\":\"submitted\"");
        entries[2].After!.ShouldContain("[\"steps\",\"27-001\",1,2,\"");
        Store.Audit("27-001.1").Count().ShouldBe(2);
        Store.Audit("không có").ShouldBeEmpty();
    }

    [Fact]
    public void Moments_never_run_back_though_the_clock_does()
    {
        var opened = Open();
        var before = Clock.Now;
        Clock.Now -= TimeSpan.FromDays(400);
        var stepped = Store.Write(Officer, null, writer => writer.Step(opened, CaseState.Submitted, "case.submit", Day, null));
        stepped.Updated.ShouldBe(before);
        Clock.Now += TimeSpan.FromDays(500);
        Store.Write(Officer, null, writer => writer.Step(stepped, CaseState.Accepted, "case.accept", Day, null)).Updated.ShouldBe(Clock.Now);
        var moments = Store.Audit().Select(entry => entry.At).ToList();
        moments.ShouldBe(moments.Order());
    }

    [Fact]
    public void A_note_is_JSON_and_cannot_vouch_for_rows()
    {
        Store.Write<bool>(Officer, null, writer =>
        {
            writer.Note("case.export", "27-001.1", "{\"file\":\"a.emrsec\"}");
            writer.Note("case.export", "27-001.1", null);
            return true;
        });
        Store.Audit("27-001.1").Select(entry => entry.After).ShouldBe(["{\"file\":\"a.emrsec\"}", null]);
        Should.Throw<ArgumentException>(() => Store.Write(Officer, null, writer => Noted(writer, "{\"rows\":[]}")));
        Should.Throw<ArgumentException>(() => Store.Write(Officer, null, writer => Noted(writer, "{")));
        Store.Audit("27-001.1").Count().ShouldBe(2);
    }

    [Fact]
    public void A_transaction_within_a_transaction_is_a_mistake()
    {
        Should.Throw<InvalidOperationException>(() => Store.Write(Officer, null, _ => Store.Write(Officer, null, writer => Noted(writer, null))));
        Store.Audit().Count().ShouldBe(1);
    }

    private static bool Noted(IStoreWriter writer, string? after)
    {
        writer.Note("x", "y", after);
        return true;
    }
}
