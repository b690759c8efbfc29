using EmrSec.Rules.Completeness;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Wording;

/// <summary>The words of results, in Vietnamese: the same on the screen and in papers.</summary>
public static class StatusWords
{
    /// <summary>How a requirement stands.</summary>
    /// <param name="status">The result.</param>
    public static string InWords(this RequirementStatus status) => status switch
    {
        RequirementStatus.Met => "Đạt",
        RequirementStatus.Partial => "Một phần",
        RequirementStatus.Unmet => "Chưa đạt",
        RequirementStatus.NotApplicable => "Không áp dụng",
        _ => "Chưa trả lời",
    };

    /// <summary>Where one stands on a deadline.</summary>
    /// <param name="status">The standing.</param>
    public static string InWords(this ObligationStatus status) => status switch
    {
        ObligationStatus.Met => "Đạt",
        ObligationStatus.MetLate => "Đạt, trễ hạn",
        ObligationStatus.Pending => "Chưa đến hạn",
        ObligationStatus.DueSoon => "Sắp đến hạn",
        ObligationStatus.Overdue => "Quá hạn",
        ObligationStatus.NotApplicable => "Không áp dụng",
        ObligationStatus.Unknown => "Chưa rõ",
        _ => "Thường xuyên",
    };

    /// <summary>Whether a content of the dossier is there.</summary>
    /// <param name="status">The result.</param>
    public static string InWords(this ContentStatus status) => status switch
    {
        ContentStatus.Present => "Có",
        ContentStatus.Partial => "Chưa đủ",
        ContentStatus.Missing => "Thiếu",
        ContentStatus.NotRequired => "Không cần",
        _ => "Chưa rõ",
    };

    /// <summary>Whether what is said of a requirement is proved.</summary>
    /// <param name="documentation">The standing.</param>
    public static string InWords(this Documentation documentation) => documentation switch
    {
        Documentation.Documented => "Có bằng chứng",
        Documentation.Undocumented => "Chưa nêu bằng chứng",
        Documentation.Expired => "Bằng chứng đã hết giá trị",
        _ => "Không phải chứng minh",
    };

    /// <summary>How much a gap weighs in the law.</summary>
    /// <param name="weight">The weight.</param>
    public static string InWords(this GapWeight weight) => weight switch
    {
        GapWeight.ProductMissing => "Thiếu sản phẩm, giải pháp mà luật nêu tên",
        GapWeight.PlanMissing => "Thiếu vùng mạng hoặc phương án thiết kế",
        GapWeight.Unmet => "Yêu cầu khác chưa đáp ứng",
        GapWeight.Partial => "Mới đáp ứng một phần",
        GapWeight.Suggested => "Chưa đáp ứng, tiêu chuẩn chỉ gợi ý",
        _ => "Nêu là đã đáp ứng nhưng chưa có bằng chứng",
    };
}
