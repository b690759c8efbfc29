using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>Form 02: the request for appraisal at level 3 and above.</summary>
internal sealed class RequestAppraisalContent : PaperContent
{
    public override string? WhyNot(PaperRequest request) =>
        request.Level is < 3 ? "chỉ dùng khi có hệ thống từ cấp độ 3 trở lên; cấp độ 1, 2 dùng request-approval" : null;

    public override void AddValues(TemplateValues values, PaperRequest request)
    {
    }
}
