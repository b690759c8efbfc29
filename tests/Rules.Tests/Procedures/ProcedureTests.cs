using System.Globalization;
using System.Text;
using EmrSec.Rules.Calendars;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Procedures;

namespace EmrSec.Rules.Tests.Procedures;

public class ProcedureTests
{
    private static Procedure Nd85 => BuiltInRules.Packs.ProcedureOf(BuiltInRules.Packs.FindRegime("nd85-2016")!)!;

    [Theory]
    [InlineData(1, "85/2016/NĐ-CP, Điều 12, khoản 1", DossierBody.SecurityUnit, DossierBody.SecurityUnit, 0)]
    [InlineData(2, "85/2016/NĐ-CP, Điều 12, khoản 1", DossierBody.SecurityUnit, DossierBody.SecurityUnit, 0)]
    [InlineData(3, "85/2016/NĐ-CP, Điều 12, khoản 2", DossierBody.SecurityUnit, DossierBody.Owner, 0)]
    [InlineData(4, "85/2016/NĐ-CP, Điều 12, khoản 3", null, DossierBody.Owner, 1)]
    [InlineData(5, "85/2016/NĐ-CP, Điều 12, khoản 3", null, DossierBody.Owner, 1)]
    public void Authority_by_level(int level, string citation, DossierBody? appraiser, DossierBody approver, int first)
    {
        var rule = Nd85.Authorities.Single(each => each.Levels.Contains(level));

        rule.Citation.ToString().ShouldBe(citation);
        rule.Appraiser.Body.ShouldBe(appraiser);
        rule.Approver.Body.ShouldBe(approver);
        rule.FirstObtain.Count.ShouldBe(first);
    }

    [Theory]
    [InlineData(3, "2026-02-10", "2026-02-25", "85/2016/NĐ-CP, Điều 16, khoản 2, điểm a")]
    [InlineData(4, "2026-02-10", "2026-03-12", "85/2016/NĐ-CP, Điều 16, khoản 2, điểm b")]
    [InlineData(5, "2026-02-10", "2026-03-12", "85/2016/NĐ-CP, Điều 16, khoản 2, điểm b")]
    public void Appraisal_by_level(int level, string start, string due, string citation)
    {
        var clock = Nd85.Clocks.Single(each => each.Step == ClockStep.Appraisal && each.Levels.Contains(level));

        clock.Due(Nd85.Calendar, Day(start)).Due.ShouldBe(Day(due));
        clock.Citation.ToString().ShouldBe(citation);
    }

    [Fact]
    public void No_appraisal_clock_at_levels_1_and_2_and_one_of_approval_at_every_level()
    {
        Nd85.Clocks.ShouldNotContain(clock => clock.Step == ClockStep.Appraisal && (clock.Levels.Contains(1) || clock.Levels.Contains(2)));
        var approval = Nd85.Clocks.Single(clock => clock.Step == ClockStep.Approval);
        approval.Levels.ShouldBe(LevelSet.Between(1, 5));
        approval.Due(Nd85.Calendar, Day("2026-11-20")).Due.ShouldBe(Day("2026-12-02"));
        approval.Citation.ToString().ShouldBe("85/2016/NĐ-CP, Điều 17, khoản 2");
    }

    // 331/2026/NĐ-CP, Điều 23.2, 23.3a, 23.3b, 24.2: the figures as the test gives them; its pack is another part.
    [Theory]
    [InlineData(5, "2026-08-27")]
    [InlineData(7, "2026-09-03")]
    [InlineData(15, "2026-09-15")]
    [InlineData(25, "2026-09-29")]
    public void The_engine_counts_the_working_days_of_another_law(int days, string due)
    {
        var citation = new Citation("331/2026/NĐ-CP", "23", "3", null, null);
        var clock = new LegalClock("x", ClockStep.Appraisal, LevelSet.Between(3, 3), days, ClockUnit.WorkingDays, "", citation);

        clock.Due(Nd85.Calendar, Day("2026-08-21")).Due.ShouldBe(Day(due));
        clock.Due(Nd85.Calendar, Day("2026-08-21"), [new Pause(Day("2026-08-22"), Day("2026-08-22"))]).Counted.ShouldNotContain(Day("2026-08-22"));
    }

    [Fact]
    public void Conflict_rule_with_its_two_ways_out()
    {
        Nd85.Conflict!.Citation.ToString().ShouldBe("12/2022/TT-BTTTT, Điều 6");
        Nd85.Conflict.Ways.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("LU074", "regime: nd85-2016", "regime: nd85-2061")]
    [InlineData("LU074", "calendar: vn", "calendar: la")]
    [InlineData("LU076", "levels: [1, 2]", "levels: [1]")]
    [InlineData("LU076", "levels: [1, 2]", "levels: [1, 2, 3]")]
    [InlineData("LU077", "levels: [3], days: 15", "levels: [3, 4], days: 15")]
    [InlineData("LU078", "every: 24, ", "")]
    [InlineData("LU079", "lastDay: 12-19", "lastDay: 19-12")]
    [InlineData("LU025", "milestones.lastInspection", "milestones.lastInspectio")]
    [InlineData("LU020", "id: nd85-2016.risk-overall", "id: nd85-2016.inspection-overall")]
    [InlineData("LU033", "id: nd85-2016-procedure", "id: nd85-2016")]
    [InlineData("KD001", "firstObtain:", "firstObtains:")]
    public void A_procedure_with_an_error_is_not_used(string code, string from, string to)
    {
        var result = Rewritten.Load("rules/nd85-2016/procedure.yaml", from, to);

        result.Diagnostics.Items.Select(item => item.Code).ShouldContain(code);
        result.Packs.ShouldNotBeNull().Procedures.ShouldNotContain(procedure => procedure.Regime == "nd85-2016");
    }

    [Fact]
    public void A_regime_has_one_procedure()
    {
        var second = BuiltInRules.Files.Single(file => file.Name == "rules/nd85-2016/procedure.yaml");
        var text = Encoding.UTF8.GetString(second.Open(new DiagnosticBag())!).Replace("id: nd85-2016-procedure", "id: other", StringComparison.Ordinal);
        var result = PackLoader.Load([.. BuiltInRules.Files, new PackFile("rules/other.yaml", _ => Encoding.UTF8.GetBytes(text))], new DiagnosticBag());

        result.Diagnostics.Items.Select(item => item.Code).ShouldBe(["LU075"]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
