using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;

namespace EmrSec.Reports.Tests.Papers.Dossiers;

/// <summary>The protection plan under 331/2026/NĐ-CP stands in the seven parts of Điều 29, khoản 2, requirement by requirement (Điều 22, khoản 6).</summary>
public sealed class PlanPartTests
{
    private static readonly PaperRequest Request = DossierPaper.Request(DossierPaper.Sample, isDraft: true, regime: "nd331-2026");
    private static readonly Document Document = DossierPaper.Make(Request).Document.ShouldNotBeNull();

    [Fact]
    public void Every_requirement_of_every_system_has_exactly_one_row()
    {
        var rows = DossierPaper.RequirementTables(Document).SelectMany(table => table.Rows.Skip(1)).Select(row => $"{DossierPaper.Text(row.Cells[1]).Split('\n')[0]} | {DossierPaper.Text(row.Cells[2])}").ToList();

        var expected = Request.Assessment.Requirements.SelectMany(system => system.Levels[0].Findings).Select(finding => $"{finding.Requirement.Title} | {finding.Citation}").ToList();
        expected.Count.ShouldBe(131 + 195 + 131);
        rows.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_seven_parts_are_there_in_the_order_of_the_law_for_every_system()
    {
        var parts = Request.Assessment.Catalogue.ShouldNotBeNull().PlanParts.Select(part => $"{part.Title} ({part.Citation})").ToList();
        parts.Count.ShouldBe(7);

        DossierPaper.Headings(Document).Select(heading => heading.Text.ToString()).Where(parts.Contains).ShouldBe([.. parts, .. parts, .. parts]);
    }

    [Fact]
    public void The_totals_of_the_parts_add_up()
    {
        var totals = DossierPaper.Tables(Document).Where(table => table.Columns.Count == 8 && DossierPaper.Text(table.Rows[0].Cells[1]) == "Phần của phương án").ToList();

        totals.Select(table => DossierPaper.Text(table.Rows[^1].Cells[2])).ShouldBe(["131", "195", "131"]);
        foreach (var table in totals)
        {
            table.Rows.Count.ShouldBe(1 + 7 + 1);
            table.Rows.Skip(1).SkipLast(1).Sum(row => int.Parse(DossierPaper.Text(row.Cells[2]), System.Globalization.CultureInfo.InvariantCulture))
                .ShouldBe(int.Parse(DossierPaper.Text(table.Rows[^1].Cells[2]), System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void What_answers_two_parts_is_named_in_the_other()
    {
        var text = DossierPaper.Text(Document);
        foreach (var finding in Request.Assessment.Requirements[1].Levels[0].Findings.Where(finding => finding.Requirement.PlanParts.Count > 1))
        {
            text.ShouldContain($"{finding.Requirement.Title} ({finding.At.Clause})", Case.Sensitive, finding.Requirement.Id);
        }

        text.ShouldContain("Cũng trả lời phần này, đã nêu ở phần khác: ");
    }
}
