using System.Globalization;
using EmrSec.Assessor.Commands;
using EmrSec.Reports.Papers;

namespace EmrSec.Assessor.Reports;

/// <summary>The list of kinds of papers.</summary>
internal static class KindsPage
{
    public static Page Build() => new Page().Head(1, "Các loại văn bản").Table(
        ["Loại", "Văn bản", "Mẫu", "Dùng để"],
        [
            .. PaperKind.All.Select(kind => Row(kind.Id, kind.Title, kind.Form is { } form ? string.Create(CultureInfo.InvariantCulture, $"Mẫu số {form:00}") : "–", kind.IsOfficial ? "ký, ban hành" : "nội bộ")),
            Row(ReportCommand.All, "Mọi văn bản của hồ sơ, vào một thư mục", "–", "–"),
            Row(ReportCommand.Pack, "Gói ZIP: văn bản, tài liệu, minh chứng, manifest có SHA-256", "–", "gửi đi, lưu trữ"),
        ]);

    private static IReadOnlyList<Span> Row(params string[] cells) => [.. cells.Select(cell => new Span(cell))];
}
