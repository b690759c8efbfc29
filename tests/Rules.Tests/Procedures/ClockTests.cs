using System.Globalization;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;

namespace EmrSec.Rules.Tests.Procedures;

/// <summary>The clocks of a dossier: where each starts, how it is paused, and what is said of an authority that is late.</summary>
public class ClockTests
{
    private const string Level2 = "{ function: internal, information: [private] }";
    private const string Level3Of331 = "{ function: citizens-business, information: [personal], onlineServices: [conditional-business], administrativeProcedures: false }";

    private static Procedure Nd331 => BuiltInRules.Packs.ProcedureOf(BuiltInRules.Packs.FindRegime("nd331-2026")!)!;

    [Theory]
    [InlineData(ClockStep.Answer, 1, 5, "331/2026/NĐ-CP, Điều 23, khoản 2", "2026-08-26")]
    [InlineData(ClockStep.Answer, 5, 5, "331/2026/NĐ-CP, Điều 23, khoản 2", "2026-08-26")]
    [InlineData(ClockStep.Appraisal, 3, 15, "331/2026/NĐ-CP, Điều 23, khoản 3, điểm a", "2026-09-14")]
    [InlineData(ClockStep.Appraisal, 4, 25, "331/2026/NĐ-CP, Điều 23, khoản 3, điểm b", "2026-09-28")]
    [InlineData(ClockStep.Appraisal, 5, 25, "331/2026/NĐ-CP, Điều 23, khoản 3, điểm b", "2026-09-28")]
    [InlineData(ClockStep.Approval, 2, 7, "331/2026/NĐ-CP, Điều 24, khoản 2", "2026-08-28")]
    public void Limits_of_nd_331_in_working_days(ClockStep step, int level, int days, string citation, string due)
    {
        var clock = Nd331.ClockFor(step, level).ShouldNotBeNull();
        clock.Length.ShouldBe(days);
        clock.Unit.ShouldBe(ClockUnit.WorkingDays);
        clock.Citation.ToString().ShouldBe(citation);

        // 22/8 is worked for 31/8; 1 and 2 September are off.
        clock.Due(Nd331.Calendar, Day("2026-08-20")).Due.ShouldBe(Day(due));
    }

    [Fact]
    public void Nd_331_sets_no_time_for_appraisal_at_levels_1_and_2()
    {
        Nd331.ClockFor(ClockStep.Appraisal, 1).ShouldBeNull();
        Nd331.ClockFor(ClockStep.Appraisal, 2).ShouldBeNull();
    }

    [Theory]
    [InlineData(1, "Điều 18, khoản 1", DossierBody.SecurityUnit, DossierBody.SecurityUnit, 0)]
    [InlineData(3, "Điều 18, khoản 2", DossierBody.SecurityUnit, DossierBody.Owner, 0)]
    [InlineData(4, "Điều 18, khoản 3", null, DossierBody.Owner, 1)]
    [InlineData(5, "Điều 18, khoản 3", null, DossierBody.Owner, 1)]
    public void Authority_of_nd_331(int level, string citation, DossierBody? appraiser, DossierBody approver, int first)
    {
        var rule = Nd331.AuthorityFor(level);
        rule.Citation.ToString().ShouldBe($"331/2026/NĐ-CP, {citation}");
        rule.Appraiser.Body.ShouldBe(appraiser);
        rule.Approver.Body.ShouldBe(approver);
        rule.FirstObtain.Count.ShouldBe(first);
    }

    [Fact]
    public void A_supplement_stops_the_appraisal_after_the_day_it_is_asked_until_the_day_it_is_answered()
    {
        var running = Appraisal("2026-11-02", Processing(complete: "2026-10-01"));
        var paused = Appraisal("2026-11-02", Processing(complete: "2026-10-01", supplements: [("2026-10-05", "2026-10-09")]));

        // 1/10 + 15 working days; 6–9/10 (Tuesday to Friday) do not count.
        running.Count!.Due.ShouldBe(Day("2026-10-22"));
        paused.Count!.Due.ShouldBe(Day("2026-10-28"));
        paused.Count.Skipped.Where(each => each.Reason.Contains("bổ sung", StringComparison.Ordinal)).Select(each => each.Day).ShouldBe([Day("2026-10-06"), Day("2026-10-07"), Day("2026-10-08"), Day("2026-10-09")]);
        paused.Count.Counted.ShouldContain(Day("2026-10-05"));
    }

    [Fact]
    public void A_supplement_answered_the_same_day_stops_nothing() =>
        Appraisal("2026-10-20", Processing(complete: "2026-10-01", supplements: [("2026-10-05", "2026-10-05")])).Count!.Due.ShouldBe(Day("2026-10-22"));

    [Fact]
    public void While_a_supplement_is_awaited_nobody_is_late()
    {
        var result = Appraisal("2026-11-20", Processing(complete: "2026-10-01", supplements: [("2026-10-05", null)]));
        result.Status.ShouldBe(ObligationStatus.Pending);
        result.Why.ShouldContain("đồng hồ đang dừng từ ngày 05/10/2026");
        result.Count!.Due!.Value.ShouldBeGreaterThan(Day("2026-11-20"));
    }

    [Theory]
    [InlineData("2026-10-22", ObligationStatus.Met, "đúng hạn")]
    [InlineData("2026-10-23", ObligationStatus.MetLate, "chậm 1 ngày")]
    public void Done_in_time_or_late_where_the_start_is_declared(string appraised, ObligationStatus status, string says)
    {
        var result = Appraisal("2026-11-02", Processing(complete: "2026-10-01", appraised: appraised));
        result.Status.ShouldBe(status);
        result.DoneOn.ShouldBe(Day(appraised));
        result.Why.ShouldContain(says);
    }

    [Theory]
    [InlineData("2026-10-22", ObligationStatus.DueSoon)]
    [InlineData("2026-10-23", ObligationStatus.Overdue)]
    public void Overdue_from_the_day_after_the_last(string asOf, ObligationStatus status) =>
        Appraisal(asOf, Processing(complete: "2026-10-01")).Status.ShouldBe(status);

    [Fact]
    public void Nobody_is_called_late_from_a_day_that_only_stands_in()
    {
        var result = Appraisal("2026-11-20", Processing(received: "2026-10-01"));
        result.IsCertain.ShouldBeFalse();
        result.Status.ShouldBe(ObligationStatus.Unknown);
        result.Why.ShouldContain("mục processing");
    }

    [Fact]
    public void The_answer_is_not_owed_once_the_dossier_is_found_valid()
    {
        Clock(ClockStep.Answer, "2026-10-20", Processing(received: "2026-10-01", complete: "2026-10-02"), Level3Of331).Status.ShouldBe(ObligationStatus.NotApplicable);
        Clock(ClockStep.Answer, "2026-10-20", Processing(received: "2026-10-01"), Level3Of331).Status.ShouldBe(ObligationStatus.Overdue);
        Clock(ClockStep.Answer, "2026-10-20", Processing(received: "2026-10-01", supplements: [("2026-10-08", null)]), Level3Of331).Status.ShouldBe(ObligationStatus.Met);
        Clock(ClockStep.Answer, "2026-10-20", Processing(received: "2026-10-01", supplements: [("2026-10-09", null)]), Level3Of331).Status.ShouldBe(ObligationStatus.MetLate);
    }

    [Fact]
    public void Approval_counts_from_the_approval_file()
    {
        var result = Clock(ClockStep.Approval, "2026-11-21", Processing(received: "2026-10-01", appraised: "2026-10-20", file: "2026-11-20"), Level3Of331);
        result.Count!.Due.ShouldBe(Day("2026-12-02"));
        result.IsCertain.ShouldBeTrue();
        result.Status.ShouldBe(ObligationStatus.DueSoon);
    }

    [Fact]
    public void Without_an_approval_file_the_end_of_the_appraisal_stands_in()
    {
        var result = Clock(ClockStep.Approval, "2026-10-05", Processing(complete: "2026-10-01"), Level3Of331);
        result.Count!.Start.ShouldBe(Day("2026-10-22"));
        result.IsCertain.ShouldBeFalse();
    }

    [Fact]
    public void A_dossier_that_went_nowhere_has_no_clocks() =>
        Assess("2026-10-20", null, Level2).Clocks.ShouldBeEmpty();

    [Fact]
    public void Days_after_the_assessment_have_not_come_yet() =>
        Assess("2026-09-30", Processing(received: "2026-10-01"), Level2).Clocks.ShouldBeEmpty();

    private static ClockResult Appraisal(string asOf, ProcessingRecord processing) => Clock(ClockStep.Appraisal, asOf, processing, Level3Of331);

    private static ClockResult Clock(ClockStep step, string asOf, ProcessingRecord processing, string system) =>
        Assess(asOf, processing, system).Clocks.Single(clock => clock.Step == step);

    private static ProcedureAssessment Assess(string asOf, ProcessingRecord? processing, string system)
    {
        var facility = new FacilityProfile(FactSet.Empty, FactSet.Empty, [BuiltInRules.System(system)]) { Processing = processing };
        return FacilityAssessor.Assess(BuiltInRules.Packs, facility, new AssessmentOptions(Day(asOf), "nd331-2026")).Procedure.ShouldNotBeNull();
    }

    private static ProcessingRecord Processing(
        string? received = null, string? complete = null, (string Requested, string? Answered)[]? supplements = null, string? appraised = null, string? file = null) =>
        new(
            received is null ? null : Day(received),
            complete is null ? null : Day(complete),
            [.. (supplements ?? []).Select(each => new Supplement(Day(each.Requested), each.Answered is null ? null : Day(each.Answered)))],
            appraised is null ? null : Day(appraised),
            file is null ? null : Day(file));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
