namespace EmrSec.Reports.Papers.Contents;

/// <summary>Forms 01, 02 and 03: the operator asks for approval (levels 1, 2), for appraisal (from level 3), for an opinion (levels 4, 5).</summary>
/// <param name="kind">Which of them.</param>
internal sealed class RequestContent(string kind) : LetterContent(kind)
{
    public override string? WhyNot(PaperRequest request) => (Kind, request.Level) switch
    {
        ("request-approval", >= 3) => "chỉ dùng khi mọi hệ thống ở cấp độ 1, 2; hồ sơ có hệ thống từ cấp độ 3 trở lên dùng request-appraisal",
        ("request-appraisal", < 3) => "chỉ dùng khi có hệ thống từ cấp độ 3 trở lên; cấp độ 1, 2 dùng request-approval",
        ("request-opinion", < 4) => request.Level == 3
            ? "chỉ dùng khi có hệ thống cấp độ 4, 5; ở cấp độ 3 đơn vị chuyên trách thẩm định: dùng request-appraisal"
            : "chỉ dùng khi có hệ thống cấp độ 4, 5; ở cấp độ 1, 2 đơn vị chuyên trách thẩm định và phê duyệt: dùng request-approval",
        _ => null,
    };

    public override void Check(PaperGate gate, PaperRequest request)
    {
        base.Check(gate, request);
        NeedsDocuments(gate, request, except: Kind is "request-opinion" ? "securityUnitOpinion" : null);
        gate.NeedsContents();
    }
}
