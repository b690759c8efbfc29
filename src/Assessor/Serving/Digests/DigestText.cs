using System.Globalization;
using System.Text;
using EmrSec.Assessor.Reassessments;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Rules.Facts;

namespace EmrSec.Assessor.Serving.Digests;

/// <summary>What a digest says, in words of a letter.</summary>
internal static class DigestText
{
    // A reader of mail looks at a page, not at a province: the rest is in the list that goes with the run.
    private const int MostFacilities = 40;

    /// <summary>The subject.</summary>
    public static string Subject(ReassessmentResult result, IReadOnlyCollection<FacilityNews> news) => news.Count switch
    {
        0 => $"Đánh giá lại ngày {FactText.Date(result.Run.AsOf)}: không có gì mới",
        1 => $"Đánh giá lại ngày {FactText.Date(result.Run.AsOf)}: {news.First().Name} có {news.First().Items.Count} điều mới",
        var many => string.Create(CultureInfo.InvariantCulture, $"Đánh giá lại ngày {FactText.Date(result.Run.AsOf)}: {many} cơ sở có điều mới"),
    };

    /// <summary>What a facility is told.</summary>
    public static string OfFacility(ReassessmentResult result, FacilityNews news)
    {
        var text = Begin(result);
        Facility(text, news);
        text.Append("\nXem chi tiết: emrsec case show ").Append(news.Case).Append('\n');
        return text.ToString();
    }

    /// <summary>What those who look after many facilities are told.</summary>
    public static string OfAll(ReassessmentResult result)
    {
        var (text, totals) = (Begin(result), result.Totals);
        text.AppendLine(CultureInfo.InvariantCulture, $"Đã đánh giá {totals.Facilities} hồ sơ đang có hiệu lực.")
            .AppendLine(CultureInfo.InvariantCulture, $"- có việc quá hạn: {totals.WithOverdue} (mới: {totals.WithNewlyOverdue})")
            .AppendLine(CultureInfo.InvariantCulture, $"- có việc đến hạn trong 30 ngày: {totals.WithDueSoon}")
            .AppendLine(CultureInfo.InvariantCulture, $"- có minh chứng hết giá trị: {totals.WithExpired}")
            .AppendLine(CultureInfo.InvariantCulture, $"- thay đổi cấp độ: {totals.WithLevelChanged}")
            .AppendLine(CultureInfo.InvariantCulture, $"- kiểm tra, đánh giá quá hạn hoặc sắp đến hạn: {totals.WithInspection}")
            .AppendLine(CultureInfo.InvariantCulture, $"- báo cáo năm quá hạn hoặc sắp đến hạn: {totals.WithYearlyReport}");
        if (totals.NotAssessed > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- không đánh giá được: {totals.NotAssessed}");
        }

        foreach (var news in result.News.Take(MostFacilities))
        {
            text.AppendLine();
            Facility(text, news);
        }

        if (result.News.Count > MostFacilities)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"… và {result.News.Count - MostFacilities} cơ sở nữa: xem danh sách của lần đánh giá này.");
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static StringBuilder Begin(ReassessmentResult result) => new StringBuilder()
        .Append("Kết quả đánh giá lại cấp độ, yêu cầu và thời hạn tính đến ngày ").Append(FactText.Date(result.Run.AsOf))
        .Append(result.Before is { } before ? $", so với lần đánh giá ngày {FactText.Date(before.AsOf)}.\n\n" : " (lần đầu).\n\n");

    private static void Facility(StringBuilder text, FacilityNews news)
    {
        text.Append(news.Name).Append(" (").Append(news.Case).Append(")\n");
        foreach (var item in news.Items)
        {
            var what = NewsWords.Text(item);
            text.Append("- ").Append(NewsWords.Name(item.Kind)).Append(what.Length == 0 ? "" : ": ").Append(what).Append('\n');
        }
    }
}
