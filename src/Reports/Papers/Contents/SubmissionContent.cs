namespace EmrSec.Reports.Papers.Contents;

/// <summary>Form 05: the operator submits the dossier for approval with the appraisal's opinion.</summary>
internal sealed class SubmissionContent() : LetterContent("submission")
{
    public override string? WhyNot(PaperRequest request) => request.Level is < 3
        ? "ở cấp độ 1, 2 đơn vị chuyên trách vừa thẩm định vừa phê duyệt: dùng request-approval; tờ trình dùng từ cấp độ 3 trở lên"
        : null;

    public override void Check(PaperGate gate, PaperRequest request)
    {
        base.Check(gate, request);
        NeedsDocuments(gate, request);
        NeedsFitAppraisal(gate, request);
    }
}
