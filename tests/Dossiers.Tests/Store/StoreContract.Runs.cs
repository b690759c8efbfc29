using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Tests.Store;

public abstract partial class StoreContract
{
    [Fact]
    public void A_run_goes_on_where_it_stood_and_is_not_done_twice()
    {
        var run = Begin();
        run.ShouldBe(new RunRecord(1, Day, "all", "packs", Clock.Now, null, null, 0, null));
        run = Store.Runs.Enter(run, [Outcome("27-001"), Outcome("27-002")]);
        run.Last.ShouldBe(new CaseId("27-002", 1));
        using (var other = Another())
        {
            var resumed = other.Runs.Begin(Day, "all", "packs", Clock.Now.AddHours(1));
            resumed.ShouldBe(run);
            run = other.Runs.Enter(resumed, [Outcome("27-003")]);
        }

        run = Store.Runs.Finish(run, Officer, new string('d', 64), []);
        (run.Count, run.Finished, run.Digest).ShouldBe((3, Clock.Now, new string('d', 64)));
        Begin().ShouldBe(run);
        Store.Runs.Outcomes(run.Id).Select(outcome => (outcome.Case.FacilityCode, outcome.Outcome.Span[0])).ShouldBe([("27-001", (byte)9), ("27-002", (byte)9), ("27-003", (byte)9)]);
        Store.Audit().Last().Account.ShouldBe("minh");
    }

    [Fact]
    public void A_run_is_done_anew_once_a_case_changed()
    {
        var run = Store.Runs.Finish(Begin(), Officer, "d", []);
        Store.Write(Officer, null, writer =>
        {
            writer.Put(new StoreUser("lan", "Lan", [], null, null));
            return true;
        });
        Begin().Id.ShouldBe(run.Id);
        Open();
        var next = Begin();
        next.Id.ShouldBe(2);
        Store.Runs.Before(next).ShouldBe(run);
        Store.Runs.Before(run).ShouldBeNull();
        Store.Runs.Begin(Day, "province:x", "packs", Clock.Now).Id.ShouldBe(3);
        Store.Runs.Begin(Day.AddDays(1), "all", "packs", Clock.Now).Id.ShouldBe(4);
        Store.Runs.All().Select(each => each.Id).ShouldBe([4, 3, 2, 1]);
    }

    [Fact]
    public void Of_two_that_go_on_with_a_run_one_is_stopped()
    {
        var run = Begin();
        using var other = Another();
        Store.Runs.Enter(run, [Outcome("27-001")]);
        Should.Throw<CaseConflictException>(() => other.Runs.Enter(run, [Outcome("27-001")]));
        Should.Throw<CaseConflictException>(() => other.Runs.Finish(run, Officer, "d", []));
        other.Runs.Outcomes(run.Id).Count().ShouldBe(1);
    }

    [Fact]
    public void Outcomes_out_of_order_are_a_mistake_and_nothing_is_entered()
    {
        var run = Begin();
        Should.Throw<ArgumentException>(() => Store.Runs.Enter(run, [Outcome("27-002"), Outcome("27-001")]));
        Store.Runs.Outcomes(run.Id).ShouldBeEmpty();
        Store.Runs.Enter(run, [Outcome("27-001")]).Count.ShouldBe(1);
    }

    [Fact]
    public void A_digest_is_claimed_by_exactly_one_of_many_and_sent_once()
    {
        var run = Begin();
        var digest = new OutgoingDigest(run.Id, "smtp", "lan@example.vn", "Thời hạn", "Kính gửi…", 0, Clock.Now, null, null);
        Store.Runs.Finish(run, Officer, "d", [digest, digest with { Recipient = "later@example.vn", NextAttempt = Clock.Now.AddHours(1) }]);
        Store.Runs.Due(Clock.Now).ShouldBe([digest]);

        _ = Store;
        var claims = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Count(_ =>
        {
            using var mine = DossierStores.Open(Place, Clock);
            return mine.Runs.Claim(digest, Clock.Now.AddMinutes(10));
        });
        claims.ShouldBe(1);
        Store.Runs.Due(Clock.Now).ShouldBeEmpty();
        var again = Store.Runs.Due(Clock.Now.AddMinutes(10)).Single(each => each.Recipient == digest.Recipient);
        again.Attempts.ShouldBe(1);

        Store.Runs.Claim(again, Clock.Now.AddMinutes(20)).ShouldBeTrue();
        Store.Runs.Settle(again with { Attempts = 2, Sent = Clock.Now });
        Store.Runs.Settle(again with { Failure = "hết giờ" });
        Store.Runs.Claim(again with { Attempts = 2 }, Clock.Now.AddMinutes(30)).ShouldBeFalse();
        Store.Runs.Due(Clock.Now.AddDays(9)).Select(each => each.Recipient).ShouldBe(["later@example.vn"]);
    }

    private static RunOutcome Outcome(string code) => new(new CaseId(code, 1), 1, new byte[] { 9, 8 });

    private RunRecord Begin() => Store.Runs.Begin(Day, "all", "packs", Clock.Now);
}
