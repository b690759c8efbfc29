using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;

namespace EmrSec.Dossiers.Tests.Workflow;

/// <summary>The law's clocks over a case: started, stopped, due, in either regime.</summary>
public sealed class CaseClockTests
{
    private static DateOnly Day(int month, int day) => new(2026, month, day);

    [Theory]
    // NĐ 331 Điều 23.2: 5 working days. Received on Monday 5/10.
    [InlineData("nd331-2026", 3, "answer", "2026-10-12")]
    // NĐ 85 sets none.
    [InlineData("nd85-2016", 3, "answer", null)]
    public void The_answer_to_a_dossier_that_is_not_valid(string regime, int level, string step, string? due)
    {
        var clock = Clocks(regime, level, CaseState.Submitted, Day(10, 6), Steps((null, CaseState.Draft, Day(10, 1)), (CaseState.Draft, CaseState.Submitted, Day(10, 5))))
            .FirstOrDefault(clock => Word(clock) == step);
        clock?.Count.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(due);
    }

    [Theory]
    // NĐ 331 Điều 23.3: 15 and 25 working days from Tuesday 6/10; NĐ 85 Điều 16.2: 15 and 30 days.
    [InlineData("nd331-2026", 3, "2026-10-27")]
    [InlineData("nd331-2026", 4, "2026-11-10")]
    [InlineData("nd85-2016", 3, "2026-10-21")]
    [InlineData("nd85-2016", 4, "2026-11-05")]
    public void The_appraisal_counts_from_the_full_valid_dossier(string regime, int level, string due) =>
        Appraisal(regime, level, CaseState.InAppraisal, Day(10, 7), Accepted()).Count.Due!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(due);

    [Theory]
    [InlineData("nd331-2026")]
    [InlineData("nd85-2016")]
    public void The_law_sets_no_time_for_the_appraisal_of_levels_1_and_2_and_the_approval_counts_from_the_valid_dossier(string regime)
    {
        var clocks = Clocks(regime, 2, CaseState.InAppraisal, Day(10, 7), Accepted());
        clocks.ShouldNotContain(clock => clock.Clock.Step == ClockStep.Appraisal);
        clocks.Single(clock => clock.Clock.Step == ClockStep.Approval).Count.Due.ShouldBe(Day(10, 15));
    }

    [Fact]
    public void A_supplement_stops_the_clock_until_it_is_answered()
    {
        var asked = Accepted().Append(Attempts.Step(5, CaseState.InAppraisal, CaseState.SupplementRequested, Day(10, 8))).ToArray();
        var stopped = Appraisal("nd331-2026", 3, CaseState.SupplementRequested, Day(10, 20), asked);
        stopped.StoppedSince.ShouldBe(Day(10, 8));
        stopped.Status.ShouldNotBe(ObligationStatus.Overdue);

        var answered = asked.Append(Attempts.Step(6, CaseState.SupplementRequested, CaseState.InAppraisal, Day(10, 20))).ToArray();
        var running = Appraisal("nd331-2026", 3, CaseState.InAppraisal, Day(10, 21), answered);
        running.StoppedSince.ShouldBeNull();

        // 7/10 and 8/10 counted; 13 more working days after 20/10.
        running.Count.Due.ShouldBe(Day(11, 6));
        running.Count.Counted.Take(3).ShouldBe([Day(10, 7), Day(10, 8), Day(10, 21)]);
    }

    [Fact]
    public void What_is_late_is_overdue_and_what_was_done_in_time_is_met()
    {
        Appraisal("nd85-2016", 3, CaseState.InAppraisal, Day(10, 22), Accepted()).ShouldSatisfyAllConditions(
            clock => clock.Status.ShouldBe(ObligationStatus.Overdue),
            clock => clock.Days.ShouldBe(1),
            clock => clock.IsOpen.ShouldBeTrue());
        var done = Accepted().Append(Attempts.Step(5, CaseState.InAppraisal, CaseState.AppraisedFit, Day(10, 21))).ToArray();
        Appraisal("nd85-2016", 3, CaseState.AppraisedFit, Day(11, 30), done).Status.ShouldBe(ObligationStatus.Met);
    }

    [Fact]
    public void The_approval_counts_from_the_day_the_file_is_presented()
    {
        var presented = Accepted().Append(Attempts.Step(5, CaseState.InAppraisal, CaseState.AppraisedFit, Day(10, 12))).Append(Attempts.Step(6, CaseState.AppraisedFit, CaseState.AppraisedFit, Day(10, 14))).ToArray();
        var approval = Clocks("nd331-2026", 3, CaseState.AppraisedFit, Day(10, 15), presented).Single(clock => clock.Clock.Step == ClockStep.Approval);
        approval.Count.Start.ShouldBe(Day(10, 14));
        approval.Count.Due.ShouldBe(Day(10, 23));
        CaseClocks.First([approval]).ShouldBe(approval);
    }

    [Fact]
    public void A_dossier_sent_again_has_its_clocks_anew()
    {
        var again = Steps(
            (null, CaseState.Draft, Day(9, 1)), (CaseState.Draft, CaseState.Submitted, Day(9, 2)), (CaseState.Submitted, CaseState.Returned, Day(9, 4)), (CaseState.Returned, CaseState.Submitted, Day(10, 5)));
        var answer = Clocks("nd331-2026", 3, CaseState.Submitted, Day(10, 6), again).Single();
        answer.Count.Start.ShouldBe(Day(10, 5));
        answer.DoneOn.ShouldBeNull();
        var returned = Clocks("nd331-2026", 3, CaseState.Returned, Day(9, 30), again[..3]).Single();
        returned.DoneOn.ShouldBe(Day(9, 4));
        returned.Status.ShouldBe(ObligationStatus.Met);
    }

    [Fact]
    public void What_the_steps_tell_is_what_the_rules_are_told()
    {
        var record = CaseProcessing.Of(
            [.. Accepted(), Attempts.Step(5, CaseState.InAppraisal, CaseState.SupplementRequested, Day(10, 8)), Attempts.Step(6, CaseState.SupplementRequested, CaseState.InAppraisal, Day(10, 9)), Attempts.Step(7, CaseState.InAppraisal, CaseState.AppraisedFit, Day(10, 12))], 3)!;
        record.Received.ShouldBe(Day(10, 5));
        record.Complete.ShouldBe(Day(10, 6));
        record.Supplements.ShouldBe([new Supplement(Day(10, 8), Day(10, 9))]);
        record.Appraised.ShouldBe(Day(10, 12));
        record.ApprovalFileReceived.ShouldBeNull();
        CaseProcessing.Of([Attempts.Step(1, null, CaseState.Draft, Day(10, 1))], 3).ShouldBeNull();
    }

    private static CaseStep[] Accepted() => Steps(
        (null, CaseState.Draft, Day(10, 1)), (CaseState.Draft, CaseState.Submitted, Day(10, 5)), (CaseState.Submitted, CaseState.Accepted, Day(10, 6)), (CaseState.Accepted, CaseState.InAppraisal, Day(10, 6)));

    private static CaseStep[] Steps(params (CaseState? From, CaseState To, DateOnly Day)[] steps) => [.. steps.Select((step, index) => Attempts.Step(index + 1, step.From, step.To, step.Day))];

    private static CaseClock Appraisal(string regime, int level, CaseState state, DateOnly asOf, CaseStep[] steps) =>
        Clocks(regime, level, state, asOf, steps).Single(clock => clock.Clock.Step == ClockStep.Appraisal);

    private static IReadOnlyList<CaseClock> Clocks(string regime, int level, CaseState state, DateOnly asOf, CaseStep[] steps) =>
        CaseClocks.Of(Attempts.Procedure(regime), Attempts.Case(state, level, regime), steps, asOf);

    private static string Word(CaseClock clock) => clock.Clock.Step.ToString().ToLowerInvariant();
}
