using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Dossiers.Tests.Workflow;

/// <summary>The table of the way, step by step: every state, every step, every capacity.</summary>
public sealed class StepTableTests
{
    [Fact]
    public void The_way_is_this_one()
    {
        string.Join('\n', StepTable.All.Select(Line)).ShouldBe("""
            open: – -> Draft by Facility
            submit: Draft, Returned, AppraisedUnfit, Refused -> Submitted by Facility; 1, 2: request-approval Signed; 3, 4, 5: request-appraisal Signed
            return: Submitted -> Returned by Appraiser, with a reason
            accept: Submitted -> Accepted by Appraiser
            start: Accepted -> InAppraisal by Appraiser
            request-supplement: InAppraisal -> SupplementRequested by Appraiser, with a reason
            answer: SupplementRequested -> InAppraisal by Facility
            appraise: InAppraisal -> AppraisedFit by Appraiser; 1, 2: appraisal Optional; 3, 4, 5: appraisal Signed
            appraise: InAppraisal -> AppraisedUnfit by Appraiser, with a reason; 1, 2: appraisal Optional; 3, 4, 5: appraisal Signed
            present: AppraisedFit -> AppraisedFit by Facility at 3, 4, 5; 3, 4, 5: submission Made
            approve: AppraisedFit -> Approved by Approver; 1, 2, 3, 4: decision Signed; 5: decision-plan Signed
            refuse: AppraisedFit -> Refused by Approver, with a reason
            in-force: Approved -> InForce by Approver
            supersede: InForce -> Superseded by Approver
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_step_cites_both_laws_and_stands_at_its_kind()
    {
        foreach (var rule in StepTable.All)
        {
            StepTable.Of(rule.Kind).ShouldBeSameAs(rule);
            rule.Law.Nd85.ShouldStartWith("85/2016/NĐ-CP, Điều ");
            rule.Law.Nd331.ShouldStartWith("331/2026/NĐ-CP, Điều ");
            rule.Law.In("nd85-2016").ShouldBe(rule.Law.Nd85);
            rule.Law.In("nd331-2026").ShouldBe(rule.Law.Nd331);
        }
    }

    [Fact]
    public void A_step_may_be_taken_from_its_states_by_its_capacity_and_from_no_other_by_no_other()
    {
        foreach (var rule in StepTable.All.Where(rule => rule.Kind is not (StepKind.Open or StepKind.Supersede)))
        {
            foreach (var state in Enum.GetValues<CaseState>())
            {
                foreach (var role in Enum.GetValues<ActorRole>())
                {
                    foreach (var level in new[] { 2, 3, 4, 5 })
                    {
                        Judged(rule, state, role, level).ShouldBe(Expected(rule, state, role, level), $"{rule.Word} from {state} as {role} at {level}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_stored_step_is_recognised_as_the_one_it_was()
    {
        foreach (var rule in StepTable.All)
        {
            foreach (var from in rule.From.Count == 0 ? [null] : rule.From.Select(state => (CaseState?)state))
            {
                StepTable.Of(Attempts.Step(1, from, rule.To, Attempts.Today)).ShouldBeSameAs(rule);
            }
        }

        StepTable.Of(Attempts.Step(1, CaseState.Draft, CaseState.InForce, Attempts.Today)).ShouldBeNull();
    }

    [Theory]
    [InlineData(CaseState.Draft, RevisionScope.Everything)]
    [InlineData(CaseState.Returned, RevisionScope.Everything)]
    [InlineData(CaseState.SupplementRequested, RevisionScope.Everything)]
    [InlineData(CaseState.AppraisedUnfit, RevisionScope.Everything)]
    [InlineData(CaseState.Refused, RevisionScope.Everything)]
    [InlineData(CaseState.AppraisedFit, RevisionScope.Regulation)]
    [InlineData(CaseState.Submitted, RevisionScope.Nothing)]
    [InlineData(CaseState.Accepted, RevisionScope.Nothing)]
    [InlineData(CaseState.InAppraisal, RevisionScope.Nothing)]
    [InlineData(CaseState.Approved, RevisionScope.Progress)]
    [InlineData(CaseState.InForce, RevisionScope.Progress)]
    [InlineData(CaseState.Superseded, RevisionScope.Nothing)]
    public void What_lies_with_an_authority_is_not_revised(CaseState state, RevisionScope scope) => StepTable.Revisable(state).ShouldBe(scope);

    [Theory]
    [InlineData("documents.securityRegulation", true)]
    [InlineData("documents.securityRegulation.issued", true)]
    [InlineData("milestones.regulationIssued", true)]
    [InlineData("papers.submission.number", true)]
    [InlineData("documents.securityRegulationX", false)]
    [InlineData("papers.decision.number", false)]
    [InlineData("systems.emr.users", false)]
    public void After_the_opinion_only_the_regulation_and_the_submission_change(string address, bool may) => StepTable.MayChange(RevisionScope.Regulation, address).ShouldBe(may);

    [Theory]
    [InlineData("answers.tt12.m.1.1.1.status", true)]
    [InlineData("milestones.lastInspection", true)]
    [InlineData("systems.emr.users", false)]
    [InlineData("owner.name", false)]
    [InlineData("documents.protectionPlan.file", false)]
    public void In_force_only_how_far_the_plan_is_carried_out_changes(string address, bool may)
    {
        StepTable.MayChange(RevisionScope.Progress, address).ShouldBe(may);
        StepTable.MayChange(RevisionScope.Everything, address).ShouldBeTrue();
        StepTable.MayChange(RevisionScope.Nothing, address).ShouldBeFalse();
    }

    private static string Judged(StepRule rule, CaseState state, ActorRole role, int level) =>
        string.Join(' ', StepJudge.Judge(Attempts.Of(rule, state, level, role) with { Bodies = BodiesAt(level) }).Select(refusal => refusal.Code));

    // Written anew, not asked of the table.
    private static string Expected(StepRule rule, CaseState state, ActorRole role, int level) =>
        !rule.From.Contains(state) ? "VD001"
        : level < 3 && rule.Kind is StepKind.Present ? "VD008"
        : role != rule.Role ? "VD002"
        : "";

    private static CaseBodies BodiesAt(int level) => Attempts.Bodies(level);

    private static string Line(StepRule rule)
    {
        var from = rule.From.Count == 0 ? "–" : string.Join(", ", rule.From);
        var levels = rule.Levels.Contains(1) ? "" : $" at {rule.Levels}";
        var papers = string.Concat(rule.Papers.Select(paper => $"; {paper.Levels}: {paper.Kind} {paper.Demand}"));
        return $"{rule.Word}: {from} -> {rule.To} by {rule.Role}{levels}{(rule.NeedsReason ? ", with a reason" : "")}{papers}";
    }
}
