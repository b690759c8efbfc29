using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Papers.Portfolio;
using EmrSec.Reports.Templates;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>The table of deadlines of many facilities.</summary>
public sealed class DeadlinesPortfolioTests
{
    private static readonly PortfolioMaker Maker = new(new TemplateEngine());
    private static readonly PortfolioRequest Request = new(PaperRun.AsOf) { Created = PaperRun.Created, Body = "Sở Y tế tỉnh Mẫu", Place = "Mẫu" };

    [Fact]
    public void Figures_are_those_of_each_assessment_and_the_most_pressing_comes_first()
    {
        var document = Made(Maker.Make(Request, Samples()));
        var rows = document.Tables().First().Body();

        rows.Length.ShouldBe(PaperRun.Samples.Count);
        rows.Select(row => -int.Parse(row[4], null)).ShouldBeInOrder();
        foreach (var entry in Samples())
        {
            var deadlines = Deadline.Of(entry.Assessment!);
            var row = rows.Single(cells => cells[1] == (entry.Dossier!.FacilityCode ?? "") && cells[2] == (entry.Dossier.FacilityName ?? $"{entry.File} (chưa khai tên)"));
            row[4].ShouldBe($"{deadlines.Count(deadline => deadline.Status == ObligationStatus.Overdue)}");
            row[5].ShouldBe($"{deadlines.Count(deadline => deadline.Status == ObligationStatus.DueSoon)}");
            row[6].ShouldBe($"{deadlines.Count(deadline => deadline.Status == ObligationStatus.Unknown)}");
            row[7].ShouldBe($"{deadlines.Count(deadline => deadline.Status == ObligationStatus.Pending)}");
            row[8].ShouldBe($"{deadlines.Count(deadline => deadline.Status is ObligationStatus.Met or ObligationStatus.MetLate)}");
        }

        document.Figure<BarChart>().Series[0].Values.Sum().ShouldBe(PaperRun.Samples.Count);
        document.Figure<HeatMap>().Rows.ShouldBe(rows.Select(row => row[2]));
        document.Sections.ShouldAllBe(section => section.Orientation == PageOrientation.Landscape);
    }

    [Fact]
    public void Everything_that_presses_anywhere_is_listed()
    {
        var pressing = Samples().SelectMany(entry => Deadline.Of(entry.Assessment!)).Where(deadline => deadline.Status is ObligationStatus.Overdue or ObligationStatus.DueSoon).ToList();
        var rows = Made(Maker.Make(Request, Samples())).Tables().Last().Body();

        rows.Select(row => row[4]).ShouldBe(pressing.Select(deadline => deadline.Title), ignoreOrder: true);
        rows.Count(row => row[1] == "Quá hạn").ShouldBe(pressing.Count(deadline => deadline.Status == ObligationStatus.Overdue));
    }

    [Fact]
    public void A_dossier_that_could_not_be_assessed_is_named() =>
        PaperOutline.Of(Made(Maker.Make(Request, Samples().Append(PortfolioEntry.Failed("hồ sơ {{x}}.yaml", "tệp không đọc được")))))
            .ShouldContain("- hồ sơ {{x}}.yaml: tệp không đọc được");

    [Fact]
    public void Only_dossiers_that_could_not_be_assessed()
    {
        var document = Made(Maker.Make(Request, [PortfolioEntry.Failed("a.yaml", "tệp không đọc được")]));
        document.Tables().ShouldBeEmpty();
    }

    [Fact]
    public void No_dossier_no_paper() => Maker.Make(Request, []).WhyNot.ShouldBe("không có hồ sơ nào");

    [Fact]
    public void Assessments_of_different_days_are_not_mixed()
    {
        var dossier = PaperRun.Sample("emr-online");
        Should.Throw<ArgumentException>(() => Maker.Make(Request, [PortfolioEntry.Of(dossier, PaperRun.Assess(dossier, PaperRun.AsOf.AddDays(1)))]));
    }

    [Fact]
    public void Hundreds_of_facilities_are_taken_one_by_one_and_let_go()
    {
        var alive = new List<WeakReference>();
        var document = Made(Maker.Make(Request, Many(300, alive)));

        document.Tables().First().Body().Length.ShouldBe(300);
        document.Figure<HeatMap>().Rows.Count.ShouldBe(20);
        using var pdf = new Written(document);
        pdf.Pages.Length.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Approved_text() => Golden.Approve("deadlines-portfolio", Made(Maker.Make(Request, Samples())));

    private static IEnumerable<PortfolioEntry> Samples() => PaperRun.Samples.Select(sample =>
    {
        var dossier = PaperRun.Sample(sample);
        return PortfolioEntry.Of(dossier, PaperRun.Assess(dossier));
    });

    // An assessment of long ago that is still held would mean that all of them are.
    private static IEnumerable<PortfolioEntry> Many(int count, List<WeakReference> alive)
    {
        var dossier = PaperRun.Sample("emr-online");
        for (var i = 0; i < count; i++)
        {
            if (alive.Count == 200)
            {
                GC.Collect();
                alive.Take(150).Count(each => each.IsAlive).ShouldBe(0);
            }

            yield return Entry(dossier with { FacilityName = $"Cơ sở mẫu số {i}", FacilityCode = $"27-{i:000}" }, alive);
        }
    }

    private static PortfolioEntry Entry(EmrSec.Dossiers.Dossier dossier, List<WeakReference> alive)
    {
        var assessment = PaperRun.Assess(dossier);
        alive.Add(new WeakReference(assessment));
        return PortfolioEntry.Of(dossier, assessment);
    }

    private static Document Made(MadePaper made)
    {
        made.Diagnostics.ShouldBeEmpty();
        made.WhyNot.ShouldBeNull();
        return made.Document.ShouldNotBeNull();
    }
}
