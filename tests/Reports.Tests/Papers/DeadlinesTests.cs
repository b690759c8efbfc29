using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>The table of deadlines of one facility.</summary>
public sealed class DeadlinesTests
{
    private static readonly string[] Order = ["Quá hạn", "Sắp đến hạn", "Chưa rõ", "Chưa đến hạn", "Đạt, trễ hạn", "Đạt", "Thường xuyên"];

    [Theory]
    [MemberData(nameof(PaperRun.EverySampleAndLaw), MemberType = typeof(PaperRun))]
    public void Every_deadline_that_applies_stands_in_the_table_the_most_pressing_first(string sample, string law)
    {
        var dossier = PaperRun.Sample(sample);
        var assessment = PaperRun.Assess(dossier, regime: law);
        var document = PaperRun.Made("deadlines", PaperRun.Request(dossier, assessment));
        var rows = document.Tables().ShouldHaveSingleItem().Body();

        var titles = assessment.Obligations.Where(result => result.Status != ObligationStatus.NotApplicable).Select(result => $"{result.Obligation.Title} (nghĩa vụ)")
            .Concat(assessment.Procedure!.Duties.Where(result => result.Status != ObligationStatus.NotApplicable).Select(result => $"{result.Duty.Title} (định kỳ)"));
        rows.Select(row => row[4]).Where(title => !title.EndsWith("(xử lý hồ sơ)", StringComparison.Ordinal)).ShouldBe(titles, ignoreOrder: true);
        rows.Count(row => row[4].EndsWith("(xử lý hồ sơ)", StringComparison.Ordinal)).ShouldBe(assessment.Procedure.Clocks.Count(clock => clock.Status != ObligationStatus.NotApplicable));
        rows.Select(row => Array.IndexOf(Order, row[1])).ShouldBeInOrder();
        document.Figure<BarChart>().Series[0].Values.Sum().ShouldBe(rows.Length);
        foreach (var (row, deadline) in rows.Zip(Deadline.Of(assessment)))
        {
            row[2].ShouldBe(deadline.DueText);
            row[6].ShouldStartWith(deadline.Why.Trim());
        }
    }

    [Fact]
    public void Days_are_counted_from_the_day_of_the_assessment()
    {
        var rows = PaperRun.Made("deadlines", PaperRun.Request(PaperRun.Sample("bac-ninh-hospital"))).Tables().Single().Body();

        rows[0][1..5].ShouldBe(["Quá hạn", "28/02/2026", "trễ 266", "Đầu tư phần cứng, phần mềm đáp ứng hồ sơ cấp độ đã phê duyệt (nghĩa vụ)"]);
        rows.ShouldContain(row => row[2] == "từ 01/01/2027" && row[3] == "còn 41");
    }

    [Theory]
    [MemberData(nameof(PaperRun.EverySample), MemberType = typeof(PaperRun))]
    public void Marks_on_the_line_of_time_say_how_things_stand(string sample)
    {
        var dossier = PaperRun.Sample(sample);
        var assessment = PaperRun.Assess(dossier);
        var document = PaperRun.Made("deadlines", PaperRun.Request(dossier, assessment));
        var line = document.Figure<Timeline>();

        line.AsOf.ShouldBe(PaperRun.AsOf);
        line.Events.Select(item => item.Date).ShouldBeInOrder();
        line.Events.Where(item => item.State == EventState.Overdue).ShouldAllBe(item => item.Date < PaperRun.AsOf);
        line.Events.Where(item => item.State == EventState.Open).ShouldAllBe(item => item.Date >= PaperRun.AsOf);
        line.Events.Count(item => item.State == EventState.Overdue).ShouldBe(Deadline.Of(assessment).Where(deadline => deadline is { Status: ObligationStatus.Overdue, Due: not null }).DistinctBy(deadline => (deadline.Due, deadline.Title)).Count());
    }

    [Fact]
    public void Printed_as_pdf_it_reads_the_same()
    {
        using var pdf = new Written(PaperRun.Made("deadlines", PaperRun.Request(PaperRun.Sample("bac-ninh-hospital"))));

        pdf.Text.ShouldContain("BẢNG THEO DÕI THỜI HẠN");
        Tool.Qpdf("--check", pdf.Path).ShouldContain("No syntax or stream encoding errors");
    }

    [Theory]
    [InlineData("bac-ninh-hospital")]
    [InlineData("incomplete")]
    public void Approved_text(string sample) => Golden.Approve($"deadlines-{sample}", PaperRun.Made("deadlines", PaperRun.Request(PaperRun.Sample(sample))));
}
