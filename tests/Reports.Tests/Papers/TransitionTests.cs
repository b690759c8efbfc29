using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Transitions;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>The transition paper says what the transition says: counts, order, old answers.</summary>
public sealed class TransitionTests
{
    [Theory]
    [MemberData(nameof(PaperRun.EverySample), MemberType = typeof(PaperRun))]
    public void Figures_are_those_of_the_transition(string sample)
    {
        var dossier = PaperRun.Sample(sample);
        var result = Transition.Of(PaperRun.Packs, dossier.ToProfile(), new AssessmentOptions(PaperRun.AsOf));
        if (result.Transition is not { } transition)
        {
            PaperRun.Make("transition", PaperRun.Request(dossier)).WhyNot.ShouldBe(result.WhyNot.ShouldNotBeNull());
            return;
        }

        var document = PaperRun.Made("transition", PaperRun.Request(dossier));
        document.Tables().First().Body().ToList().Count.ShouldBe(transition.Systems.Count);
        if (transition.Systems.All(system => system.Requirements.Count == 0))
        {
            document.Blocks().OfType<Figure>().ShouldBeEmpty();
            return;
        }

        var counted = document.Tables().Single(table => table.Caption?.ToString().StartsWith("Bảng 2", StringComparison.Ordinal) == true).Body();
        counted.Select(row => row[1..]).ShouldBe(transition.Systems.Select(system => new[]
        {
            $"{system.Requirements.Count}", $"{system.Count(RequirementChange.CarriedOver)}", $"{system.Count(RequirementChange.Tightened)}", $"{system.Count(RequirementChange.New)}", $"{system.Dropped.Count}",
        }));
        var changes = new[] { RequirementChange.CarriedOver, RequirementChange.Tightened, RequirementChange.New };
        foreach (var chart in new[] { document.Figure<BarChart>(), document.Figure<BarChart>(1) })
        {
            chart.Series.Select(series => series.Values.Sum()).ShouldBe(changes.Select(change => (decimal)transition.Count(change)));
        }

        var steps = document.Tables().Where(table => table.Rows[0].Cells.Count == 5 && table.Body() is [[_, _, _, _, _], ..] && table.Rows[0].Cells[1].Blocks.OfType<Paragraph>().Single().Runs.ToString() == "Việc")
            .SelectMany(table => table.Body()).ToList();
        steps.Select(row => row[3]).ShouldBe(transition.Plan.Select(step => $"{step.Settles.Count}"));
    }

    [Fact]
    public void One_system_alone()
    {
        var document = PaperRun.Made("transition", PaperRun.Request(PaperRun.Sample("bac-ninh-hospital"), null, null, "portal"));

        document.Tables().First().Body().ShouldHaveSingleItem()[0].ShouldContain("(portal)");
        document.Figure<BarChart>().Series.Sum(series => series.Values.Sum()).ShouldBe(195);
    }

    [Fact]
    public void An_old_answer_is_to_be_confirmed_and_never_met()
    {
        var rows = PaperRun.Made("transition", PaperRun.Request(PaperRun.Sample("bac-ninh-hospital"))).Tables().SelectMany(table => table.Body()).ToList();
        var row = rows.First(cells => cells.Length == 4 && cells[1].Contains("tcvn.vuln.patch-test [hospital", StringComparison.Ordinal));

        row[2].ShouldContain("tt12.m.1.5.vulnerability (đáp ứng, một phần việc)");
        row[3].ShouldEndWith("chờ xác nhận");
    }

    [Fact]
    public void A_dossier_approved_under_the_new_law_has_none()
    {
        var dossier = PaperRun.Sample("bac-ninh-hospital", ("dossierApproved: 2026-01-15", "dossierApproved: 2026-10-15"));
        var made = PaperRun.Make("transition", PaperRun.Request(dossier));

        made.Document.ShouldBeNull();
        made.WhyNot.ShouldBe("hồ sơ này đã được xét theo 331/2026/NĐ-CP, vì hồ sơ được phê duyệt ngày 15/10/2026: không có gì phải chuyển tiếp");
    }

    [Theory]
    [InlineData(".pdf")]
    [InlineData(".docx")]
    [InlineData(".html")]
    public void Every_format_is_written(string extension)
    {
        var diagnostics = new DiagnosticBag();
        var written = PaperFormat.Of("x" + extension)!.Write(PaperRun.Made("transition", PaperRun.Request(PaperRun.Sample("emr-online"))), diagnostics);

        diagnostics.Items.ShouldBeEmpty();
        written.ShouldNotBeNull().Bytes.Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Printed_as_pdf_it_reads_the_same()
    {
        using var pdf = new Written(PaperRun.Made("transition", PaperRun.Request(PaperRun.Sample("emr-online"))));

        pdf.Text.ShouldContain("Chuyển tiếp từ Nghị định số 85/2016/NĐ-CP sang Nghị định số 331/2026/NĐ-CP");
        pdf.Text.ShouldContain("tăng 1 cấp");
        Tool.Qpdf("--check", pdf.Path).ShouldContain("No syntax or stream encoding errors");
    }

    [Fact]
    public void Approved_text() => Golden.Approve("transition-emr-online", PaperRun.Made("transition", PaperRun.Request(PaperRun.Sample("emr-online"))));
}
