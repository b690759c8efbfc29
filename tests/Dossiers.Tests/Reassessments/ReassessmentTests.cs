using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;

namespace EmrSec.Dossiers.Tests.Reassessments;

/// <summary>A run over a store says of every dossier in force what an assessment of it says, whatever stops it and however it is made.</summary>
public sealed class ReassessmentTests
{
    [Fact]
    public void Every_dossier_in_force_has_the_outcome_of_its_assessment()
    {
        using var lab = new LabProvince(120);
        var result = lab.Run();
        using var store = lab.Open();
        var reader = new DossierReader(LabProvince.Packs.Facts);
        var cases = store.Cases(new CaseQuery { States = [CaseState.InForce] }).ToList();
        var standings = Standings.Of(store, result).ToList();

        standings.Select(each => each.Case).ShouldBe(cases.Select(each => each.Id));
        foreach (var (file, standing) in cases.Zip(standings))
        {
            var facility = reader.ReadCanonical(store.Content(file.Id, file.Revision)!, "").Dossier!.ToProfile();
            var ordinary = OutcomeOf.Assessment(FacilityAssessor.Assess(LabProvince.Packs, facility, new AssessmentOptions(LabProvince.AsOf)));
            OutcomeBytes.Write(standing.Outcome!).ShouldBe(OutcomeBytes.Write(ordinary));
            (standing.Name, standing.Revision).ShouldBe((file.FacilityName, 1));
        }

        result.Totals.Facilities.ShouldBe(cases.Count);
        result.Totals.NotAssessed.ShouldBe(0);
        result.FromJson.ShouldBe(0);
        result.Run.Finished.ShouldNotBeNull();
        Enumerable.Range(0, 6).Sum(result.Totals.AtLevel).ShouldBe(cases.Count);
    }

    [Fact]
    public void Threads_batches_json_and_arrays_of_another_law_make_no_difference()
    {
        using var one = new LabProvince(60);
        using var two = new LabProvince(60);
        using var three = new LabProvince(60, layout: "emrsec.flat/0:khac");
        var digest = one.Run().Digest;

        two.Run(with: options => options with { Threads = 1, BatchSize = 7, FromJson = true }).Digest.ShouldBe(digest);
        var recomputed = three.Run();
        recomputed.Digest.ShouldBe(digest);
        recomputed.FromJson.ShouldBe(recomputed.Totals.Facilities);
    }

    [Fact]
    public void A_run_that_is_done_is_not_done_again_and_sends_nothing_again()
    {
        using var lab = new LabProvince(40);
        var made = 0;
        var first = lab.Run(digests: Digests);
        lab.Clock.Now += TimeSpan.FromHours(1);
        var again = lab.Run(digests: Digests);

        made.ShouldBe(1);
        (first.IsRepeat, again.IsRepeat).ShouldBe((false, true));
        again.Run.ShouldBe(first.Run);
        again.Digest.ShouldBe(first.Digest);
        using var store = lab.Open();
        store.Runs.All().Count.ShouldBe(1);
        store.Runs.Due(DateTimeOffset.MaxValue).ShouldHaveSingleItem().Subject.ShouldBe("Đánh giá lại");

        IReadOnlyList<OutgoingDigest> Digests(ReassessmentResult result)
        {
            made++;
            return [new OutgoingDigest(result.Run.Id, "folder", "syt", "Đánh giá lại", $"{result.News.Count}", 0, lab.Clock.GetUtcNow(), null, null)];
        }
    }

    [Fact]
    public void A_run_that_was_stopped_goes_on_where_it_stood()
    {
        using var whole = new LabProvince(120);
        using var cut = new LabProvince(120);
        var expected = whole.Run();
        using var stop = new CancellationTokenSource();
        var seen = new List<int>();
        Should.Throw<OperationCanceledException>(() => cut.Run(progress: progress =>
        {
            seen.Add(progress.Done);
            if (progress.Done >= 40)
            {
                stop.Cancel();
            }
        }, stop: stop.Token));
        seen.ShouldContain(40);

        var resumed = new List<int>();
        var result = cut.Run(progress: progress => resumed.Add(progress.Done));
        resumed[0].ShouldBeGreaterThanOrEqualTo(40);
        resumed.ShouldBeInOrder();
        result.Run.Id.ShouldBe(1);
        result.Digest.ShouldBe(expected.Digest);
        result.Run.Count.ShouldBe(expected.Run.Count);
    }

    [Fact]
    public void Only_the_scope_is_assessed()
    {
        using var lab = new LabProvince(150, province: null);
        using var store = lab.Open();
        var inForce = store.Cases(new CaseQuery { States = [CaseState.InForce] }).ToList();
        var province = inForce.GroupBy(each => each.Province).MaxBy(group => group.Count())!;

        lab.Run(with: options => options with { Scope = Scope($"province:{province.Key}") }).Totals.Facilities.ShouldBe(province.Count());
        lab.Run(with: options => options with { Scope = Scope($"facility:{inForce[0].Id.FacilityCode}") }).Totals.Facilities.ShouldBe(1);
        var all = lab.Run();
        all.Provinces.Sum(each => each.Value.Facilities).ShouldBe(inForce.Count);
        all.Provinces[province.Key!].Facilities.ShouldBe(province.Count());
        all.Before.ShouldBeNull();
        ReassessmentScope.TryParse("tinh:x", out _).ShouldBeFalse();
        ReassessmentScope.TryParse("province:", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_dossier_that_does_not_read_is_told_and_stops_nothing()
    {
        using var lab = new LabProvince(20);
        using (var store = lab.Open())
        {
            store.Write(LabProvince.Officer, null, writer =>
            {
                var opened = writer.Open("02-broken", "Trạm Y tế hỏng", "bac-ninh", LabProvince.AsOf, new NewRevision("{}"u8.ToArray(), new byte[] { 9 }, "khac", null));
                return writer.Step(opened, CaseState.InForce, "lab.generate", LabProvince.AsOf, null);
            });
        }

        var result = lab.Run();
        result.Totals.NotAssessed.ShouldBe(1);
        result.News.Single(news => news.Case.FacilityCode == "02-broken").Items.ShouldHaveSingleItem().Kind.ShouldBe(NewsKind.NotAssessed);
    }

    private static ReassessmentScope Scope(string written) => ReassessmentScope.TryParse(written, out var scope) ? scope : throw new ArgumentException(written, nameof(written));
}
