namespace EmrSec.Reports.Papers;

/// <summary>A kind of paper that is made of a dossier.</summary>
/// <param name="Id">Its word on the command line and the name of its template, such as <c>decision</c>.</param>
/// <param name="Title">What it is, in Vietnamese.</param>
/// <param name="IsOfficial">Whether a body signs and issues it; one that is not official needs no number.</param>
/// <param name="Form">The number of its form in the appendices of 85/2016/NĐ-CP and of 331/2026/NĐ-CP; null where it has none.</param>
public sealed record PaperKind(string Id, string Title, bool IsOfficial, int? Form)
{
    /// <summary>Every kind there is, in the order of the way a dossier takes.</summary>
    public static IReadOnlyList<PaperKind> All { get; } =
    [
        new("assessment", "Phiếu đánh giá cấp độ", IsOfficial: false, Form: null),
        new("gap", "Báo cáo khoảng cách", IsOfficial: false, Form: null),
        new("deadlines", "Bảng theo dõi thời hạn", IsOfficial: false, Form: null),
        new("dossier", "Hồ sơ đề xuất cấp độ", IsOfficial: true, Form: null),
        new("request-opinion", "Công văn xin ý kiến chuyên môn (cấp độ 4, 5)", IsOfficial: true, Form: 3),
        new("request-approval", "Công văn đề nghị thẩm định, phê duyệt hồ sơ (cấp độ 1, 2)", IsOfficial: true, Form: 1),
        new("request-appraisal", "Công văn đề nghị thẩm định hồ sơ (cấp độ 3 trở lên)", IsOfficial: true, Form: 2),
        new("appraisal", "Ý kiến thẩm định", IsOfficial: true, Form: 4),
        new("submission", "Tờ trình phê duyệt hồ sơ", IsOfficial: true, Form: 5),
        new("decision", "Quyết định phê duyệt cấp độ", IsOfficial: true, Form: 6),
        new("decision-plan", "Quyết định phê duyệt phương án (cấp độ 5)", IsOfficial: true, Form: 7),
        new("yearly-report", "Báo cáo năm", IsOfficial: true, Form: 8),
        new("reassessment", "Biên bản đánh giá lại", IsOfficial: true, Form: null),
        new("transition", "Báo cáo chuyển tiếp sang luật mới", IsOfficial: false, Form: null),
    ];

    /// <summary>The kind of this id; null where there is none.</summary>
    /// <param name="id">The id.</param>
    public static PaperKind? Find(string id) => All.FirstOrDefault(kind => kind.Id.Equals(id, StringComparison.Ordinal));
}
