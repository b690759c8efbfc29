using EmrSec.Dossiers.Reassessments;
using EmrSec.Rules.Facts;

namespace EmrSec.Assessor.Reassessments;

/// <summary>News in words.</summary>
internal static class NewsWords
{
    public static string Name(NewsKind kind) => kind switch
    {
        NewsKind.NewlyOverdue => "Mới quá hạn",
        NewsKind.NewlyDueSoon => "Mới sắp đến hạn",
        NewsKind.EvidenceExpired => "Minh chứng hết hạn",
        NewsKind.LevelChanged => "Cấp độ thay đổi",
        NewsKind.LawChanged => "Chuyển luật",
        NewsKind.Settled => "Đã xong",
        NewsKind.Added => "Mới có hiệu lực",
        NewsKind.Removed => "Không còn hiệu lực",
        _ => "Không đánh giá được",
    };

    /// <summary>The words of JSON.</summary>
    public static string Word(NewsKind kind) => kind switch
    {
        NewsKind.NewlyOverdue => "newlyOverdue",
        NewsKind.NewlyDueSoon => "newlyDueSoon",
        NewsKind.EvidenceExpired => "evidenceExpired",
        NewsKind.LevelChanged => "levelChanged",
        NewsKind.LawChanged => "lawChanged",
        NewsKind.Settled => "settled",
        NewsKind.Added => "added",
        NewsKind.Removed => "removed",
        _ => "notAssessed",
    };

    /// <summary>What an item is about, without its kind.</summary>
    public static string Text(NewsItem item)
    {
        var system = item.SystemId is null ? "" : $"hệ thống {item.SystemId}: ";
        var due = item.Due is { } day ? $", hạn {FactText.Date(day)}" : "";
        return item.Kind switch
        {
            NewsKind.NewlyOverdue or NewsKind.NewlyDueSoon or NewsKind.Settled => $"{system}{item.Rule!.Title}{due}",
            NewsKind.EvidenceExpired => $"{system}{item.Now} yêu cầu có minh chứng hết hạn (lần trước {item.Before})",
            NewsKind.LevelChanged => $"{system}cấp độ {item.Before ?? "chưa có"} → {item.Now ?? "không còn"}{(item.Because.Count == 0 ? "" : $" vì {string.Join("; ", item.Because)}")}",
            NewsKind.LawChanged => $"xét theo {item.Now} thay cho {item.Before}",
            NewsKind.NotAssessed => "nội dung hồ sơ không đọc được theo luật đang dùng, hoặc không có luật nào áp dụng",
            _ => "",
        };
    }

    /// <summary>A province as people call it.</summary>
    public static string Province(Rules.Packs.RulePackSet packs, string slug) => slug.Length == 0 ? "(chưa khai)"
        : packs.Facts.Find("facility.province")?.Options.FirstOrDefault(option => string.Equals(option.Id, slug, StringComparison.Ordinal))?.Label ?? slug;
}
