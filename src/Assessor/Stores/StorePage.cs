using System.Globalization;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Stores;

/// <summary>What there is to say of a store.</summary>
internal static class StorePage
{
    /// <summary>How numbers are written.</summary>
    public static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly Dictionary<string, string> TableWords = new(StringComparer.Ordinal)
    {
        ["cases"] = "hồ sơ",
        ["revisions"] = "bản hồ sơ",
        ["steps"] = "bước xử lý",
        ["papers"] = "văn bản",
        ["evidence"] = "minh chứng",
        ["comments"] = "ý kiến",
        ["assessments"] = "kết quả đánh giá",
        ["users"] = "tài khoản",
        ["runs"] = "lần đánh giá lại",
        ["run_outcomes"] = "kết quả đánh giá lại",
        ["digests"] = "thông báo",
        ["audit"] = "dòng nhật ký",
    };

    public static Page Build(string place, StoreCheckResult result, int? swept)
    {
        var page = new Page().Head(1, $"KIỂM TRA KHO HỒ SƠ {place}");
        page.Line($"Đã đọc {Count(result.Head.Number)} dòng nhật ký, {Count(result.Rows)} dòng dữ liệu, {Count(result.Files)} tệp ({Size(result.FileBytes)}).");
        page.Line("Đầu nhật ký: ", new Span(result.Head.ToString(), Tone.Strong));
        foreach (var finding in result.Findings)
        {
            page.Item(1, finding.IsError ? "Lỗi " : "Lưu ý ", new Span(finding.Code, finding.IsError ? Tone.Bad : Tone.Warn), $": {finding.Message}");
        }

        if (result.Dropped > 0)
        {
            page.Item(1, "", $"… và {Count(result.Dropped)} chỗ nữa");
        }

        if (swept is { } taken)
        {
            page.Line($"Đã bỏ {Count(taken)} tệp không thuộc hồ sơ nào.");
        }

        return page.Line(result.IsSound ? new Span("Kho nguyên vẹn.", Tone.Good) : new Span("Kho KHÔNG nguyên vẹn. Giữ nguyên hiện trạng, khôi phục từ bản sao lưu gần nhất còn tốt vào chỗ khác rồi đối chiếu.", Tone.Bad));
    }

    public static Page Build(string what, StoreBackup backup) => new Page()
        .Line($"{what}: {Count(backup.Cases)} hồ sơ, {Count(backup.Files)} tệp ({Size(backup.FileBytes)}); đã kiểm tra từng dòng và từng tệp.")
        .Line("Đầu nhật ký: ", new Span(backup.Head.ToString(), Tone.Strong));

    public static Page Build(StoreStatistics statistics)
    {
        var page = new Page().Head(1, $"KHO HỒ SƠ {statistics.Info.Place}");
        page.Line($"{statistics.Info.Engine}, phiên bản kho {statistics.Info.SchemaVersion}, số hiệu kho {statistics.Id}");
        page.Line($"Cơ sở dữ liệu {Size(statistics.DatabaseBytes)}; {Count(statistics.Files)} tệp, {Size(statistics.FileBytes)}");
        page.Line("Đầu nhật ký: ", new Span(statistics.Head.ToString(), Tone.Strong)).Blank();
        page.Table(["Trạng thái", "Số hồ sơ"], [.. statistics.States.Select(state => (IReadOnlyList<Span>)[CaseWords.State(state.Key), Count(state.Value)])]);
        if (statistics.States.Count > 0)
        {
            page.Blank();
        }

        page.Table(["Loại", "Số dòng"], [.. statistics.Rows.Where(row => TableWords.ContainsKey(row.Key)).Select(row => (IReadOnlyList<Span>)[TableWords[row.Key], Count(row.Value)])]);
        return page;
    }

    public static Page Build(IReadOnlyList<StoreUser> users) => users.Count == 0
        ? new Page().Line("Kho chưa có tài khoản nào.")
        : new Page().Table(
            ["Tài khoản", "Họ tên", "Vai", "Đơn vị", "Thư điện tử", "Tình trạng"],
            [.. users.Select(user => (IReadOnlyList<Span>)[user.Account, user.FullName, string.Join(", ", user.Roles.Select(CaseWords.Role)), user.Body ?? "–", user.Email ?? "–", user.IsActive ? "đang dùng" : new Span("đã ngừng", Tone.Muted)])]);

    private static string Count(long number) => number.ToString("N0", Vietnamese);

    private static string Size(long bytes) => bytes switch
    {
        < 10_000 => $"{Count(bytes)} byte",
        < 10_000_000 => $"{Count(bytes / 1000)} kB",
        _ => $"{Count(bytes / 1_000_000)} MB",
    };
}
