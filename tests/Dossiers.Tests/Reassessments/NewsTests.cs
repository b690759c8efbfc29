using System.Text;
using System.Text.Json.Nodes;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Changes;

namespace EmrSec.Dossiers.Tests.Reassessments;

/// <summary>What a run says is new is what changed between two assessments.</summary>
public sealed class NewsTests
{
    private static readonly DateOnly[] Later = [LabProvince.AsOf.AddDays(12), LabProvince.AsOf.AddDays(62)];

    [Fact]
    public void Deadlines_that_came_near_or_passed_are_those_of_the_full_comparison()
    {
        using var lab = new LabProvince(80);
        lab.Run();
        var (before, overdue, soon, expired) = (LabProvince.AsOf, 0, 0, 0);
        foreach (var day in Later)
        {
            var result = lab.Run(day);
            result.Before!.AsOf.ShouldBe(before);
            using var store = lab.Open();
            foreach (var standing in Standings.Of(store, result))
            {
                var changes = AssessmentChanges.Between(Assess(store, standing, before), Assess(store, standing, day));
                var items = standing.News?.Items ?? [];
                Ids(items, NewsKind.NewlyOverdue).ShouldBe(Ids(changes.NewlyOverdue), ignoreOrder: true);
                Ids(items, NewsKind.NewlyDueSoon).ShouldBe(Ids(changes.DueSoon), ignoreOrder: true);
                items.Where(item => item.Kind == NewsKind.EvidenceExpired).Select(item => item.SystemId).ShouldBe(changes.Expired.Select(change => change.System.System.Id).Distinct(), ignoreOrder: true);
                soon += Ids(items, NewsKind.NewlyDueSoon).Count;
                expired += items.Count(item => item.Kind == NewsKind.EvidenceExpired);
            }

            result.CountOf(NewsKind.NewlyOverdue).ShouldBe(result.Totals.WithNewlyOverdue);
            overdue += result.Deadlines.Sum(each => each.NewlyOverdue);
            before = day;
        }

        overdue.ShouldBeGreaterThan(20);
        soon.ShouldBeGreaterThan(5);
        expired.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_level_that_changed_names_the_fact()
    {
        using var lab = new LabProvince(60);
        var first = lab.Run();
        CaseFile file;
        using (var store = lab.Open())
        {
            var standing = Standings.Of(store, first).First(each => each.Outcome is { Level: 2 } outcome && outcome.Regime == RuleMark.Of("nd85-2016") && outcome.Systems[0].Id == "emr");
            file = store.Find(standing.Case)!;
            Revise(store, file, dossier => dossier["systems"]![0]!["assignedLevel"] = 5);
        }

        lab.Clock.Now += TimeSpan.FromMinutes(5);
        var result = lab.Run();
        var news = result.News.ShouldHaveSingleItem();
        (news.Case, news.Revision, news.RevisionBefore).ShouldBe((file.Id, 2, 1));
        var item = news.Items.Single(item => item.Kind == NewsKind.LevelChanged);
        (item.SystemId, item.Before, item.Now).ShouldBe(("emr", "2", "5"));
        item.Because.ShouldHaveSingleItem().ShouldContain(" → 5");
        result.Totals.WithLevelChanged.ShouldBe(1);
        result.Packs.ShouldBeEmpty();
    }

    [Fact]
    public void What_came_into_force_and_what_left_it_are_told()
    {
        using var lab = new LabProvince(40);
        lab.Run();
        CaseFile gone, come;
        using (var store = lab.Open())
        {
            gone = store.Cases(new CaseQuery { States = [CaseState.InForce] }).First();
            come = store.Cases(new CaseQuery { States = [CaseState.Submitted] }).First();
            store.Write(LabProvince.Officer, null, writer => writer.Step(gone, CaseState.Superseded, "case.supersede", LabProvince.AsOf, null));
            store.Write(LabProvince.Officer, null, writer => writer.Step(come, CaseState.InForce, "case.force", LabProvince.AsOf, null));
        }

        lab.Clock.Now += TimeSpan.FromMinutes(5);
        var result = lab.Run();
        result.News.Single(news => news.Case == gone.Id).Items.ShouldHaveSingleItem().Kind.ShouldBe(NewsKind.Removed);
        result.News.Single(news => news.Case == come.Id).Items[0].Kind.ShouldBe(NewsKind.Added);
        result.News.Count.ShouldBe(2);
    }

    [Fact]
    public void The_first_run_tells_everything_that_presses()
    {
        using var lab = new LabProvince(30);
        var result = lab.Run();
        result.Before.ShouldBeNull();
        result.CountOf(NewsKind.NewlyOverdue).ShouldBe(result.Totals.WithOverdue);
        result.CountOf(NewsKind.Added).ShouldBe(0);
        result.CountOf(NewsKind.LevelChanged).ShouldBe(0);
    }

    [Fact]
    public void Pack_lines_tell_which_pack_changed()
    {
        PackList.Changes("a 1.0 00, b 1.0 11, c 1 22", "a 1.0 00, b 1.1 33, d 2 44").Select(ReasonWords.Pack)
            .ShouldBe(["gói b: 1.0 → 1.1", "bộ luật không còn gói c 1", "bộ luật có thêm gói d 2"]);
        PackList.Changes("a 1.0 0123456789abcdef", "a 1.0 1123456789abcdef").Select(ReasonWords.Pack).ShouldBe(["gói a 1.0 đổi nội dung (01234567 → 11234567)"]);
        PackList.Of(LabProvince.Packs).ShouldContain("nd85-2016 ");
        PackList.Changes(PackList.Of(LabProvince.Packs), PackList.Of(LabProvince.Packs)).ShouldBeEmpty();
    }

    // The authorities' clocks are not part of a run: they end before a dossier comes into force.
    private static List<string> Ids(IEnumerable<DeadlineChange> changes) =>
        [.. changes.Where(change => change.Now!.Kind != Rules.Deadlines.DeadlineKind.Clock).Select(change => $"{change.Now!.Id} {change.Now.System?.System.Id}")];

    private static List<string> Ids(IReadOnlyList<NewsItem> items, NewsKind kind) => [.. items.Where(item => item.Kind == kind).Select(item => $"{item.Rule!.Id} {item.SystemId}")];

    private static Assessment Assess(IDossierStore store, FacilityStanding standing, DateOnly day) =>
        FacilityAssessor.Assess(LabProvince.Packs, new DossierReader(LabProvince.Packs.Facts).ReadCanonical(store.Content(standing.Case, standing.Revision)!, "").Dossier!.ToProfile(), new AssessmentOptions(day));

    private static void Revise(IDossierStore store, CaseFile file, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(store.Content(file.Id, file.Revision)!)!;
        change(node);
        var read = new DossierReader(LabProvince.Packs.Facts).ReadCanonical(Encoding.UTF8.GetBytes(node.ToJsonString()), "");
        read.Diagnostics.Items.ShouldBeEmpty();
        var layout = FacilityLayout.Of(LabProvince.Packs);
        var revision = new NewRevision(read.ToCanonicalJson(), FlatBytes.Write(FlatFacility.Of(layout, read.Dossier!.ToProfile())), layout.Name, "đổi");
        store.Write(LabProvince.Officer, null, writer => writer.Revise(file, revision));
    }
}
