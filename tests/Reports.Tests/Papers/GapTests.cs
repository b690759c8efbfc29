using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>The gap report says what the assessment says: figures, order, reasons.</summary>
public sealed class GapTests
{
    private static readonly RequirementStatus[] Statuses =
        [RequirementStatus.Met, RequirementStatus.Partial, RequirementStatus.Unmet, RequirementStatus.Unknown, RequirementStatus.NotApplicable];

    [Theory]
    [MemberData(nameof(PaperRun.EverySampleAndLaw), MemberType = typeof(PaperRun))]
    public void Figures_are_those_of_the_assessment(string sample, string law)
    {
        var dossier = PaperRun.Sample(sample);
        var assessment = PaperRun.Assess(dossier, regime: law);
        if (assessment.Catalogue is null)
        {
            PaperRun.Make("gap", PaperRun.Request(dossier, assessment)).WhyNot.ShouldNotBeNull().ShouldContain(assessment.Regime.Header.Document.Number);
            return;
        }

        var document = PaperRun.Made("gap", PaperRun.Request(dossier, assessment));
        var rows = document.Tables().First().Body();
        rows.Select(row => row[2..]).ShouldBe(assessment.Requirements.SelectMany(system => system.Levels).Select(level => Numbers(level.Totals)));
        List<RequirementFinding> certain = [.. assessment.Requirements.Where(system => system.Levels.Count > 0).SelectMany(system => system.Levels[0].Findings)];
        if (certain.Count == 0)
        {
            document.Blocks().OfType<Figure>().ShouldBeEmpty();
            return;
        }

        document.Figure<DonutChart>().Slices.Select(slice => slice.Value).ShouldBe(Statuses.Select(status => (decimal)certain.Count(finding => finding.Status == status)));
        var groups = document.Figure<BarChart>();
        groups.Stacked.ShouldBeTrue();
        groups.Series.Select(series => series.Values.Sum()).ShouldBe(Statuses.Select(status => (decimal)certain.Count(finding => finding.Status == status)));
        document.Tables().ElementAt(1).Body()[^1][1..].ShouldBe(Numbers(RequirementTotals.Of(certain)));
        document.Figure<BarChart>(1).Series[0].Values.ShouldBe([.. new[] { Documentation.Documented, Documentation.Undocumented, Documentation.Expired }.Select(proof => (decimal)certain.Count(finding => finding.Documentation == proof))]);
        document.Figure<BarChart>(2).Series[0].Values.Sum().ShouldBe(certain.Count(finding => finding.Status is RequirementStatus.Unmet or RequirementStatus.Partial));
    }

    [Theory]
    [MemberData(nameof(PaperRun.EverySample), MemberType = typeof(PaperRun))]
    public void Every_gap_is_there_once_the_heaviest_first(string sample)
    {
        var dossier = PaperRun.Sample(sample);
        var assessment = PaperRun.Assess(dossier, regime: "nd85-2016");
        var document = PaperRun.Made("gap", PaperRun.Request(dossier, assessment));

        var expected = Enum.GetValues<GapWeight>().SelectMany(weight => assessment.Requirements
            .SelectMany(system => system.Levels).SelectMany(level => level.Gaps).Where(gap => gap.Weight == weight)
            .Select(gap => $"{gap.What} / {gap.Finding.Requirement.Id}").Distinct());
        var tables = document.Tables().Where(table => table.Rows[0].Cells.Count == 6 && table.Body() is [[_, _, _, _, _, _], ..]).ToList();
        var rows = tables.SelectMany(table => table.Body()).ToList();
        rows.Select(row => row[1][..row[1].LastIndexOf(" [", StringComparison.Ordinal)]).ShouldBe(expected);
        rows.Select(row => row[0]).ShouldBe(Enumerable.Range(1, rows.Count).Select(number => $"{number}"));
        tables.ShouldAllBe(table => table.Rows[0].Cells[3].Blocks.OfType<Paragraph>().Single().Runs.ToString() == "Cách khắc phục (gợi ý)");
    }

    [Fact]
    public void A_gap_says_why_where_the_law_says_so_who_and_by_when()
    {
        var dossier = PaperRun.Sample("bac-ninh-hospital");
        var assessment = PaperRun.Assess(dossier);
        var gap = assessment.Requirements.SelectMany(system => system.Levels).SelectMany(level => level.Gaps).First(each => each.Finding.Progress is { Owner: not null, Due: not null });
        var row = PaperRun.Made("gap", PaperRun.Request(dossier, assessment)).Tables().SelectMany(table => table.Body()).First(cells => cells.Length == 6 && cells[1].Contains($"/ {gap.Finding.Requirement.Id} [", StringComparison.Ordinal));

        row[2].ShouldContain(gap.Why);
        row[2].ShouldContain(gap.Finding.Citation);
        row[3].ShouldContain(gap.Finding.Requirement.Guidance!.Close!);
        row[4].ShouldContain(gap.Finding.Progress!.Owner!);
        row[5].ShouldContain(gap.Finding.Progress.Due!.Value.ToString("dd'/'MM'/'yyyy", null));
    }

    [Fact]
    public void One_system_alone()
    {
        var dossier = PaperRun.Sample("bac-ninh-hospital");
        var assessment = PaperRun.Assess(dossier);
        var rows = PaperRun.Made("gap", PaperRun.Request(dossier, assessment, null, "portal")).Tables().First().Body();

        rows.ShouldHaveSingleItem()[2..].ShouldBe(Numbers(assessment.Requirements[1].Levels[0].Totals));
    }

    [Theory]
    [InlineData("{{facility.name}} **đậm** | <b>x</b> # [[figure result]]")]
    [InlineData("--- ::: [a](http://b) {{> head}}")]
    public void A_name_is_only_ever_text(string name)
    {
        var dossier = PaperRun.Sample("bac-ninh-hospital") with { FacilityName = name };
        foreach (var kind in new[] { "gap", "assessment", "deadlines" })
        {
            var document = PaperRun.Made(kind, PaperRun.Request(dossier));
            PaperOutline.Of(document).ShouldContain($"Cơ sở: {name}");
            document.Info.Title.ShouldEndWith(name);
        }
    }

    [Fact]
    public void Printed_as_pdf_it_reads_the_same()
    {
        using var pdf = new Written(PaperRun.Made("gap", PaperRun.Request(PaperRun.Sample("bac-ninh-hospital"))));

        pdf.Text.ShouldContain("Khoảng cách so với yêu cầu bảo đảm an toàn thông tin theo cấp độ");
        pdf.Text.ShouldContain("Cách khắc phục (gợi ý)");
        Tool.Qpdf("--check", pdf.Path).ShouldContain("No syntax or stream encoding errors");
    }

    [Theory]
    [InlineData("bac-ninh-hospital")]
    [InlineData("incomplete")]
    public void Approved_text(string sample)
    {
        var dossier = PaperRun.Sample(sample);
        Golden.Approve($"gap-{sample}", PaperRun.Made("gap", PaperRun.Request(dossier, PaperRun.Assess(dossier, regime: "nd85-2016"))));
    }

    private static string[] Numbers(RequirementTotals totals) =>
        [$"{totals.Total}", $"{totals.Met}", $"{totals.Partial}", $"{totals.Unmet}", $"{totals.NotApplicable}", $"{totals.Unknown}"];
}
