using EmrSec.Dossiers.Store;
using EmrSec.Rules.Levels;

namespace EmrSec.Dossiers.Workflow;

/// <summary>
/// The way of a case file as the law has it: 85/2016/NĐ-CP, Điều 12–18 with 12/2022/TT-BTTTT, Điều 6, Điều 9; 331/2026/NĐ-CP, Điều 18–25, Điều 30.
/// Who appraises and approves at which level, and how many days that takes, is in the rules (procedure.yaml), not here.
/// </summary>
public static class StepTable
{
    private static readonly LevelSet Low = LevelSet.Between(1, 2);
    private static readonly LevelSet High = LevelSet.Between(3, 5);

    // What was appraised stays as it was; the regulation is often issued between opinion and approval (12/2022/TT-BTTTT, Điều 9, khoản 7).
    private static readonly string[] AfterOpinion = ["documents.securityRegulation", "milestones.regulationIssued", "papers.submission"];

    // How far the approved plan is carried out is told year by year; what gives the level changes by re-determination only.
    private static readonly string[] InForce = ["answers", "milestones", "papers.yearly-report", "papers.reassessment"];

    /// <summary>The steps, in the order of the way.</summary>
    public static IReadOnlyList<StepRule> All { get; } =
    [
        new(StepKind.Open, "open", "Lập hồ sơ", [], CaseState.Draft, ActorRole.Facility,
            new("85/2016/NĐ-CP, Điều 14, khoản 1, điểm a", "331/2026/NĐ-CP, Điều 20, khoản 1, điểm a")),

        new(StepKind.Submit, "submit", "Gửi hồ sơ đề nghị thẩm định", [CaseState.Draft, CaseState.Returned, CaseState.AppraisedUnfit, CaseState.Refused], CaseState.Submitted, ActorRole.Facility,
            new("85/2016/NĐ-CP, Điều 14, khoản 1; Điều 15", "331/2026/NĐ-CP, Điều 20, khoản 1; Điều 21"))
        {
            NeedsLevel = true,
            Papers = [new("request-approval", Low, PaperDemand.Signed), new("request-appraisal", High, PaperDemand.Signed)],
        },

        new(StepKind.Return, "return", "Trả lại hồ sơ chưa hợp lệ", [CaseState.Submitted], CaseState.Returned, ActorRole.Appraiser,
            new("85/2016/NĐ-CP, Điều 16, khoản 2", "331/2026/NĐ-CP, Điều 23, khoản 2"))
        {
            NeedsReason = true,
        },

        new(StepKind.Accept, "accept", "Tiếp nhận hồ sơ đầy đủ, hợp lệ", [CaseState.Submitted], CaseState.Accepted, ActorRole.Appraiser,
            new("85/2016/NĐ-CP, Điều 16, khoản 2", "331/2026/NĐ-CP, Điều 23, khoản 3")),

        new(StepKind.Start, "start", "Bắt đầu thẩm định", [CaseState.Accepted], CaseState.InAppraisal, ActorRole.Appraiser,
            new("85/2016/NĐ-CP, Điều 14, khoản 2; Điều 16, khoản 1", "331/2026/NĐ-CP, Điều 23, khoản 1")),

        new(StepKind.RequestSupplement, "request-supplement", "Yêu cầu bổ sung", [CaseState.InAppraisal], CaseState.SupplementRequested, ActorRole.Appraiser,
            new("85/2016/NĐ-CP, Điều 16, khoản 2", "331/2026/NĐ-CP, Điều 23, khoản 3"))
        {
            NeedsReason = true,
        },

        new(StepKind.Answer, "answer", "Trả lời yêu cầu bổ sung", [CaseState.SupplementRequested], CaseState.InAppraisal, ActorRole.Facility,
            new("85/2016/NĐ-CP, Điều 16, khoản 2", "331/2026/NĐ-CP, Điều 23, khoản 3")),

        // From level 3 the approval file holds the opinion (NĐ 85 Điều 17.1b; NĐ 331 Điều 24.1), so there it must be signed.
        new(StepKind.AppraiseFit, "appraise", "Ý kiến thẩm định: phù hợp", [CaseState.InAppraisal], CaseState.AppraisedFit, ActorRole.Appraiser,
            new("85/2016/NĐ-CP, Điều 16; Điều 17, khoản 1, điểm b", "331/2026/NĐ-CP, Điều 23; Điều 24, khoản 1"))
        {
            NeedsLevel = true,
            Papers = [new("appraisal", Low, PaperDemand.Optional), new("appraisal", High, PaperDemand.Signed)],
        },

        new(StepKind.AppraiseUnfit, "appraise", "Ý kiến thẩm định: chưa phù hợp", [CaseState.InAppraisal], CaseState.AppraisedUnfit, ActorRole.Appraiser,
            new("85/2016/NĐ-CP, Điều 16; Điều 17, khoản 1, điểm b", "331/2026/NĐ-CP, Điều 23; Điều 24, khoản 1"))
        {
            NeedsReason = true,
            Papers = [new("appraisal", Low, PaperDemand.Optional), new("appraisal", High, PaperDemand.Signed)],
        },

        // Presented by tờ trình (form 05), which the decision names; what the approval file must hold signed is the request and the opinion.
        // The day the approver has the whole approval file: the approval's clock starts. At levels 1–2 the unit that appraised has it already.
        new(StepKind.Present, "present", "Trình phê duyệt", [CaseState.AppraisedFit], CaseState.AppraisedFit, ActorRole.Facility,
            new("85/2016/NĐ-CP, Điều 14, khoản 3, điểm b; Điều 17", "331/2026/NĐ-CP, Điều 20; Điều 24"))
        {
            Levels = High,
            Papers = [new("submission", High, PaperDemand.Made)],
        },

        new(StepKind.Approve, "approve", "Phê duyệt", [CaseState.AppraisedFit], CaseState.Approved, ActorRole.Approver,
            new("85/2016/NĐ-CP, Điều 12; Điều 14, khoản 3; Điều 17", "331/2026/NĐ-CP, Điều 18; Điều 24"))
        {
            NeedsLevel = true,
            Papers = [new("decision", LevelSet.Between(1, 4), PaperDemand.Signed), new("decision-plan", LevelSet.Between(5, 5), PaperDemand.Signed)],
        },

        new(StepKind.Refuse, "refuse", "Không phê duyệt", [CaseState.AppraisedFit], CaseState.Refused, ActorRole.Approver,
            new("85/2016/NĐ-CP, Điều 12; Điều 17", "331/2026/NĐ-CP, Điều 18; Điều 24"))
        {
            NeedsReason = true,
        },

        new(StepKind.EnterForce, "in-force", "Quyết định có hiệu lực", [CaseState.Approved], CaseState.InForce, ActorRole.Approver,
            new("85/2016/NĐ-CP, Điều 14, khoản 3", "331/2026/NĐ-CP, Điều 24")),

        new(StepKind.Supersede, "supersede", "Thay bằng hồ sơ xác định lại cấp độ", [CaseState.InForce], CaseState.Superseded, ActorRole.Approver,
            new("85/2016/NĐ-CP, Điều 18", "331/2026/NĐ-CP, Điều 25")),
    ];

    /// <summary>The rule of a step.</summary>
    /// <param name="kind">The step.</param>
    public static StepRule Of(StepKind kind) => All[(int)kind];

    /// <summary>The steps that lead on from a state at a level, whoever takes them.</summary>
    /// <param name="state">The state.</param>
    /// <param name="level">The level; null where it is not certain: then all of them.</param>
    public static IEnumerable<StepRule> From(CaseState state, int? level) =>
        All.Where(rule => rule.From.Contains(state) && (level is not { } known || rule.Levels.Contains(known)));

    /// <summary>Which step a stored one was; null where no such step is in the table.</summary>
    /// <param name="step">The stored step.</param>
    public static StepRule? Of(CaseStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return All.FirstOrDefault(rule => rule.To == step.To && (step.From is { } from ? rule.From.Contains(from) : rule.From.Count == 0));
    }

    /// <summary>Whether a facility may write another revision while the case stands there.</summary>
    /// <param name="state">The state.</param>
    /// <returns>How much of it.</returns>
    public static RevisionScope Revisable(CaseState state) => state switch
    {
        CaseState.Draft or CaseState.Returned or CaseState.SupplementRequested or CaseState.AppraisedUnfit or CaseState.Refused => RevisionScope.Everything,
        CaseState.AppraisedFit => RevisionScope.Regulation,
        CaseState.Approved or CaseState.InForce => RevisionScope.Progress,
        _ => RevisionScope.Nothing,
    };

    /// <summary>Whether a place of the dossier may be changed within a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="address">The place, as <see cref="Changes.RevisionChange.Address"/>.</param>
    public static bool MayChange(RevisionScope scope, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return scope switch
        {
            RevisionScope.Everything => true,
            RevisionScope.Regulation => IsIn(AfterOpinion, address),
            RevisionScope.Progress => IsIn(InForce, address),
            _ => false,
        };
    }

    private static bool IsIn(string[] parts, string address) =>
        parts.Any(part => address.StartsWith(part, StringComparison.Ordinal) && (address.Length == part.Length || address[part.Length] == '.'));
}

/// <summary>How much of a dossier a facility may change.</summary>
public enum RevisionScope
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Only the security regulation and the tờ trình.</summary>
    Regulation,

    /// <summary>Only how far the plan is carried out: answers, milestones, reports.</summary>
    Progress,

    /// <summary>Everything.</summary>
    Everything,
}
