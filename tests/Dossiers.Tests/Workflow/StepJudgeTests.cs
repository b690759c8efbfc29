using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Dossiers.Tests.Workflow;

/// <summary>What stands against a step, one thing at a time, with the article that says so.</summary>
public sealed class StepJudgeTests
{
    private static StepAttempt Approving => Attempts.Of(StepTable.Of(StepKind.Approve), CaseState.AppraisedFit);

    private static StepAttempt Appraising => Attempts.Of(StepTable.Of(StepKind.AppraiseFit), CaseState.InAppraisal);

    private static StepAttempt Submitting => Attempts.Of(StepTable.Of(StepKind.Submit), CaseState.Draft);

    [Fact]
    public void Who_compiled_neither_appraises_nor_approves()
    {
        Only("VD004", Appraising with { Case = Appraising.Case with { Compilers = [Attempts.Appraiser] } });
        Only("VD004", Approving with { Case = Approving.Case with { Compilers = [Attempts.Approver] } });
    }

    [Fact]
    public void Who_appraised_approves_only_where_the_law_has_one_unit_do_both()
    {
        Only("VD005", Approving with { Case = Approving.Case with { Appraisers = [Attempts.Approver] } }).Citation.ShouldBe("331/2026/NĐ-CP, Điều 18");
        var low = Attempts.Of(StepTable.Of(StepKind.Approve), CaseState.AppraisedFit, level: 2);
        StepJudge.Judge(low with { Case = low.Case with { Appraisers = [Attempts.Approver] } }).ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_does_not_appraise_what_it_operates()
    {
        var own = Appraising with { Actor = Appraising.Actor with { Body = Attempts.Operator } };
        Only("VD006", own with { Bodies = Attempts.Bodies(3, conflict: true, appraiser: null) }).Citation.ShouldBe("331/2026/NĐ-CP, Điều 18, khoản 4");
        Only("VD006", own with { Bodies = Attempts.Bodies(3, conflict: true, appraiser: Attempts.Operator) });
        Only("VD006", own with { Bodies = Attempts.Bodies(3, conflict: true, appraiser: null, regime: "nd85-2016") }).Citation.ShouldBe("12/2022/TT-BTTTT, Điều 6");
    }

    [Fact]
    public void A_council_named_in_its_place_does()
    {
        var bodies = Attempts.Bodies(3, conflict: true, appraiser: "Hội đồng thẩm định");
        StepJudge.Judge(Appraising with { Bodies = bodies, Actor = Appraising.Actor with { Body = "hội đồng  THẨM ĐỊNH" } }).ShouldBeEmpty();
        Only("VD007", Appraising with { Bodies = bodies });
    }

    [Fact]
    public void At_levels_1_and_2_a_unit_replaced_as_appraiser_is_apart_from_the_approver()
    {
        Attempts.Bodies(2).MayBeSame.ShouldBeTrue();
        Attempts.Bodies(2, conflict: true, appraiser: "Hội đồng thẩm định").MayBeSame.ShouldBeFalse();
        Attempts.Bodies(3).MayBeSame.ShouldBeFalse();
    }

    [Fact]
    public void Under_the_law_of_2026_the_ministry_of_public_security_appraises_levels_4_and_5()
    {
        var dossier = new Dossier { File = "x", Owner = new ResponsibleBody { Name = "Bộ A" }, Operator = new ResponsibleBody { Name = "B" } };
        CaseBodies.Of(dossier, 4, Attempts.Procedure("nd331-2026")).Appraiser.ShouldBe("Bộ Công an");
        CaseBodies.Of(dossier, 4, Attempts.Procedure("nd85-2016")).Appraiser.ShouldBeNull();
        CaseBodies.Of(dossier, 4, Attempts.Procedure("nd331-2026")).Approver.ShouldBe("Bộ A");
    }

    [Fact]
    public void Another_bodys_account_is_refused()
    {
        Only("VD007", Appraising with { Actor = Appraising.Actor with { Body = "Đơn vị khác" } }).Message.ShouldContain(Attempts.SecurityUnit);
        Only("VD007", Approving with { Actor = Approving.Actor with { Body = null } }).Message.ShouldContain("chưa khai cơ quan");
        Only("VD003", Submitting with { Actor = Submitting.Actor with { Body = "27-002" } });
    }

    [Fact]
    public void Days_come_in_order_and_none_before_it_is_there()
    {
        Only("VD010", Submitting with { Day = Attempts.Today.AddDays(1) });
        Only("VD009", Submitting with { Day = Attempts.Today.AddDays(-2), Paper = Submitting.Paper! with { Day = Attempts.Today.AddDays(-3) } });
        StepJudge.Judge(Submitting with { Day = Attempts.Today.AddDays(-1), Paper = Submitting.Paper! with { Day = Attempts.Today.AddDays(-3) } }).ShouldBeEmpty();
    }

    [Fact]
    public void No_level_no_way()
    {
        foreach (var attempt in new[] { Submitting, Appraising, Approving })
        {
            Codes(attempt with { Level = null, WhyNoLevel = "còn thiếu users" }).ShouldContain("VD012");
        }
    }

    [Fact]
    public void A_level_that_changed_under_way_is_not_found_fit()
    {
        Only("VD013", Appraising with { Case = Appraising.Case with { Level = 4 } });
        var unfit = Attempts.Of(StepTable.Of(StepKind.AppraiseUnfit), CaseState.InAppraisal);
        StepJudge.Judge(unfit with { Case = unfit.Case with { Level = 4 } }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "VD016")]
    [InlineData(0, "VD017")]
    [InlineData(1, "VD017")]
    [InlineData(-1, "")]
    public void The_regulation_is_issued_before_the_approval(int? days, string code)
    {
        var attempt = Approving with { RegulationIssued = days is { } after ? Attempts.Today.AddDays(after) : null };
        Codes(attempt).ShouldBe(code.Length == 0 ? [] : [code]);
        if (code.Length > 0)
        {
            Only(code, attempt).Citation.ShouldBe("331/2026/NĐ-CP, Điều 30, khoản 7");
            Only(code, attempt with { Regime = "nd85-2016", Paper = attempt.Paper! with { Regime = "nd85-2016" } }).Citation.ShouldBe("12/2022/TT-BTTTT, Điều 9, khoản 7");
        }
    }

    [Fact]
    public void From_level_3_the_file_is_presented_before_it_is_approved()
    {
        Only("VD018", Approving with { Steps = [Attempts.Step(1, CaseState.InAppraisal, CaseState.AppraisedFit, Attempts.Today)] });
        var low = Attempts.Of(StepTable.Of(StepKind.Approve), CaseState.AppraisedFit, level: 2);
        StepJudge.Judge(low with { Steps = [Attempts.Step(1, CaseState.InAppraisal, CaseState.AppraisedFit, Attempts.Today)] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_step_with_a_paper_needs_it_signed_of_this_revision_of_this_law_and_of_its_day()
    {
        var paper = Approving.Paper!;
        Only("VD019", Approving with { Paper = null });
        Only("VD019", Approving with { Paper = paper with { IsSigned = false } });
        Only("VD020", Approving with { Paper = paper with { Revision = 2 } });
        Only("VD020", Approving with { Paper = paper with { Regime = "nd85-2016" } });
        Only("VD023", Approving with { Paper = paper with { Day = Attempts.Today.AddDays(-1) } });
        Only("VD024", Approving with { Paper = paper with { Kind = "appraisal" } });
        Only("VD023", Submitting with { Paper = Submitting.Paper! with { Day = Attempts.Today.AddDays(1) } });
        Only("VD020", Attempts.Of(StepTable.Of(StepKind.Present), CaseState.AppraisedFit) with { Paper = null });
    }

    [Fact]
    public void A_reason_is_given_where_something_is_sent_back()
    {
        foreach (var (kind, state) in new[] { (StepKind.Return, CaseState.Submitted), (StepKind.RequestSupplement, CaseState.InAppraisal), (StepKind.AppraiseUnfit, CaseState.InAppraisal), (StepKind.Refuse, CaseState.AppraisedFit) })
        {
            Only("VD011", Attempts.Of(StepTable.Of(kind), state) with { Reason = "  " });
        }
    }

    [Fact]
    public void Everything_that_stands_against_it_is_told_at_once_with_what_to_do()
    {
        var refusals = StepJudge.Judge(Approving with { Day = Attempts.Today.AddDays(2), RegulationIssued = null, Paper = null, Actor = Approving.Actor with { Body = "Khác" } });
        refusals.Select(refusal => refusal.Code).ShouldBe(["VD007", "VD010", "VD016", "VD019"]);
        refusals.ShouldAllBe(refusal => refusal.Help.Length > 5 && refusal.ToString().StartsWith("lỗi VD", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_dossier_lacks_stops_it_when_it_is_sent_and_when_more_was_asked_for()
    {
        var gap = new Refusal("VD014", "thiếu", "điền");
        Only("VD014", Submitting with { Gaps = [gap] });
        Only("VD014", Attempts.Of(StepTable.Of(StepKind.Answer), CaseState.SupplementRequested) with { Gaps = [gap] });
        StepJudge.Judge(Appraising with { Gaps = [gap] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_paper_that_would_be_refused_signed_need_not_be_signed()
    {
        StepJudge.JudgePaper(Approving with { Paper = null }).ShouldBeEmpty();
        StepJudge.JudgePaper(Approving with { Paper = null, RegulationIssued = null }).Select(refusal => refusal.Code).ShouldBe(["VD016"]);
    }

    private static Refusal Only(string code, StepAttempt attempt)
    {
        var refusals = StepJudge.Judge(attempt);
        refusals.Select(refusal => refusal.Code).ShouldBe([code]);
        return refusals[0];
    }

    private static IEnumerable<string> Codes(StepAttempt attempt) => StepJudge.Judge(attempt).Select(refusal => refusal.Code);
}
