using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Workflow;

/// <summary>The way of a case in Vietnamese: the same on the screen, in messages and in lists.</summary>
public static class CaseWords
{
    /// <summary>A state.</summary>
    /// <param name="state">The state.</param>
    public static string State(CaseState state) => state switch
    {
        CaseState.Draft => "Đang dự thảo",
        CaseState.Submitted => "Đã gửi, chờ kiểm tra hợp lệ",
        CaseState.Returned => "Trả lại vì chưa hợp lệ",
        CaseState.Accepted => "Đã tiếp nhận",
        CaseState.InAppraisal => "Đang thẩm định",
        CaseState.SupplementRequested => "Chờ bổ sung",
        CaseState.AppraisedFit => "Thẩm định: phù hợp",
        CaseState.AppraisedUnfit => "Thẩm định: chưa phù hợp",
        CaseState.Approved => "Đã phê duyệt",
        CaseState.Refused => "Không phê duyệt",
        CaseState.InForce => "Đang có hiệu lực",
        _ => "Đã được thay",
    };

    /// <summary>A state's word on the command line and in JSON, such as <c>in-appraisal</c>.</summary>
    /// <param name="state">The state.</param>
    public static string Word(CaseState state) => state switch
    {
        CaseState.Draft => "draft",
        CaseState.Submitted => "submitted",
        CaseState.Returned => "returned",
        CaseState.Accepted => "accepted",
        CaseState.InAppraisal => "in-appraisal",
        CaseState.SupplementRequested => "supplement-requested",
        CaseState.AppraisedFit => "appraised-fit",
        CaseState.AppraisedUnfit => "appraised-unfit",
        CaseState.Approved => "approved",
        CaseState.Refused => "refused",
        CaseState.InForce => "in-force",
        _ => "superseded",
    };

    /// <summary>A capacity.</summary>
    /// <param name="role">The capacity.</param>
    public static string Role(ActorRole role) => role switch
    {
        ActorRole.Facility => "cơ sở",
        ActorRole.Appraiser => "người thẩm định",
        ActorRole.Approver => "người phê duyệt",
        ActorRole.Administrator => "quản trị",
        _ => "kiểm soát",
    };

    /// <summary>A capacity's word on the command line and in JSON.</summary>
    /// <param name="role">The capacity.</param>
    public static string Word(ActorRole role) => role switch
    {
        ActorRole.Facility => "facility",
        ActorRole.Appraiser => "appraiser",
        ActorRole.Approver => "approver",
        ActorRole.Administrator => "administrator",
        _ => "auditor",
    };

    /// <summary>Whose turn it is in a state: the capacity of the step that leads on; null where nothing is awaited.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isPresented">Whether the approval file was presented.</param>
    /// <param name="level">The level; null where it is not certain.</param>
    public static ActorRole? Turn(CaseState state, bool isPresented, int? level) => state switch
    {
        CaseState.Draft or CaseState.Returned or CaseState.SupplementRequested or CaseState.AppraisedUnfit => ActorRole.Facility,
        CaseState.Submitted or CaseState.Accepted or CaseState.InAppraisal => ActorRole.Appraiser,
        CaseState.AppraisedFit => isPresented || level is < 3 ? ActorRole.Approver : ActorRole.Facility,
        CaseState.Approved => ActorRole.Approver,
        _ => null,
    };

    /// <summary>A paper that a step is taken by.</summary>
    /// <param name="kind">Its kind.</param>
    public static string Paper(string kind) => kind switch
    {
        "request-opinion" => "Công văn xin ý kiến chuyên môn",
        "request-approval" => "Công văn đề nghị thẩm định, phê duyệt hồ sơ",
        "request-appraisal" => "Công văn đề nghị thẩm định hồ sơ",
        "appraisal" => "Ý kiến thẩm định",
        "submission" => "Tờ trình phê duyệt hồ sơ",
        "decision" => "Quyết định phê duyệt cấp độ",
        "decision-plan" => "Quyết định phê duyệt phương án",
        "dossier" => "Hồ sơ đề xuất cấp độ",
        _ => kind,
    };
}
