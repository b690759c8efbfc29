using System.Globalization;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reassessments;

/// <summary>A re-assessment for people: how a province stands, what is new, and where to look first.</summary>
internal static class ReassessmentPage
{
    private const int MostProvinces = 40;
    private const int MostFacilities = 10;
    private const int MostDeadlines = 15;
    private const int MostItems = 2;

    public static Page Build(RulePackSet packs, ReassessmentResult result, ProvinceTransition? transition)
    {
        var (run, totals) = (result.Run, result.Totals);
        var page = new Page().Head(1, $"ĐÁNH GIÁ LẠI, ngày {FactText.Date(run.AsOf)}");
        page.Item(0, "Phạm vi: ", $"{Scope(packs, run.Scope)}; {Number(totals.Facilities)} hồ sơ đang có hiệu lực");
        page.Item(0, "Lần chạy: ", string.Create(CultureInfo.InvariantCulture, $"số {run.Id}{(result.IsRepeat ? " (đã có, từ đó không hồ sơ nào thay đổi)" : "")}"), result.FromJson > 0 ? $"; {Number(result.FromJson)} hồ sơ được đọc lại toàn văn" : "");
        page.Item(0, "Lần trước: ", result.Before is { } before ? string.Create(CultureInfo.InvariantCulture, $"số {before.Id}, ngày {FactText.Date(before.AsOf)}, {before.Count} hồ sơ") : new Span("chưa có: mọi việc gấp dưới đây đều tính là mới", Tone.Muted));
        foreach (var pack in result.Packs)
        {
            page.Item(1, "– ", new Span(ReasonWords.Pack(pack), Tone.Warn));
        }

        page.Blank();
        WriteTotals(page, totals);
        WriteNews(page, result);
        WriteDeadlines(page, result);
        WriteProvinces(page, packs, result);
        WriteFacilities(page, result);
        if (transition is not null)
        {
            TransitionSection.Write(page, transition);
        }

        return page.Line(new Span($"Mã băm kết quả: {result.Digest}", Tone.Muted));
    }

    public static string Number(long number) => FactText.Number(number);

    public static string Scope(RulePackSet packs, string written) => ReassessmentScope.TryParse(written, out var scope) && scope.Province is { } slug ? NewsWords.Province(packs, slug)
        : written is "all" ? "toàn kho" : written;

    private static void WriteTotals(Page page, FacilityTotals totals)
    {
        page.Head(2, "1. HIỆN TRẠNG");
        page.Item(0, "Cấp độ cao nhất: ", string.Join(", ", Enumerable.Range(1, 5).Where(level => totals.AtLevel(level) > 0).Select(level => $"cấp {level}: {Number(totals.AtLevel(level))}").Append($"chưa chắc chắn: {Number(totals.AtLevel(0))}")));
        page.Item(0, "Xét theo: ", string.Join(", ", totals.Laws.Select(law => $"{law.Key}: {Number(law.Value)}")));
        Count(page, "có việc quá hạn", totals.WithOverdue, Tone.Bad);
        Count(page, "có việc đến hạn trong 30 ngày", totals.WithDueSoon, Tone.Warn);
        Count(page, "có minh chứng hết hạn", totals.WithExpired, Tone.Warn);
        Count(page, "đến kỳ kiểm tra, đánh giá (quá hạn hoặc trong 30 ngày)", totals.WithInspection, Tone.Warn);
        Count(page, "đến kỳ báo cáo năm (quá hạn hoặc trong 30 ngày)", totals.WithYearlyReport, Tone.Warn);
        Count(page, "không đánh giá được", totals.NotAssessed, Tone.Bad);
        var sum = totals.Requirements;
        page.Item(0, "Yêu cầu: ", $"{Number(sum.Total)} lượt; đạt {Number(sum.Met)}, một phần {Number(sum.Partial)}, chưa đạt {Number(sum.Unmet)}, không áp dụng {Number(sum.NotApplicable)}, chưa trả lời {Number(sum.Unknown)}");
        page.Blank();
    }

    private static void Count(Page page, string what, int count, Tone tone) => page.Item(0, "– ", new Span($"{Number(count)} cơ sở", count == 0 ? Tone.Good : tone), $" {what}");

    private static void WriteNews(Page page, ReassessmentResult result)
    {
        page.Head(2, "2. MỚI SO VỚI LẦN TRƯỚC");
        var rows = Enum.GetValues<NewsKind>().Select(kind => (Kind: kind, Facilities: result.CountOf(kind), Items: result.News.Sum(news => news.Items.Count(item => item.Kind == kind)))).Where(row => row.Facilities > 0).ToList();
        if (rows.Count == 0)
        {
            page.Line("Không có gì mới.");
        }

        page.Table(["Việc", "Số cơ sở", "Số việc"], [.. rows.Select(row => (IReadOnlyList<Span>)[NewsWords.Name(row.Kind), Number(row.Facilities), Number(row.Items)])]);
        page.Blank();
    }

    private static void WriteDeadlines(Page page, ReassessmentResult result)
    {
        page.Head(2, "3. THỜI HẠN");
        var shown = result.Deadlines.Where(each => each.Count(ObligationStatus.Overdue) + each.Count(ObligationStatus.DueSoon) > 0).Take(MostDeadlines).ToList();
        page.Table(
            ["Việc", "Căn cứ", "Quá hạn", "Mới quá hạn", "Sắp đến hạn", "Chưa rõ"],
            [.. shown.Select(each => (IReadOnlyList<Span>)[each.Rule.Title, each.Rule.Citation, Number(each.Count(ObligationStatus.Overdue)), Number(each.NewlyOverdue), Number(each.Count(ObligationStatus.DueSoon)), Number(each.Count(ObligationStatus.Unknown))])]);
        page.Blank();
    }

    private static void WriteProvinces(Page page, RulePackSet packs, ReassessmentResult result)
    {
        if (result.Provinces.Count < 2)
        {
            return;
        }

        page.Head(2, "4. TỪNG TỈNH, THÀNH PHỐ");
        page.Table(
            ["Tỉnh, thành phố", "Hồ sơ", "Có việc quá hạn", "Mới quá hạn", "Sắp đến hạn", "Minh chứng hết hạn", "Đổi cấp độ"],
            [.. result.Provinces.Take(MostProvinces).Select(each => (IReadOnlyList<Span>)[
                NewsWords.Province(packs, each.Key), Number(each.Value.Facilities), Number(each.Value.WithOverdue), Number(each.Value.WithNewlyOverdue), Number(each.Value.WithDueSoon), Number(each.Value.WithExpired), Number(each.Value.WithLevelChanged)])]);
        page.Blank();
    }

    private static string Few(IReadOnlyList<string> texts) =>
        string.Join("; ", texts.Take(MostItems)) + (texts.Count > MostItems ? $"; và {Number(texts.Count - MostItems)} việc nữa" : "");

    private static void WriteFacilities(Page page, ReassessmentResult result)
    {
        var changed = result.News.Where(news => news.Items.Any(item => item.Kind == NewsKind.LevelChanged)).ToList();
        var rest = result.News.Except(changed).OrderByDescending(news => news.Items.Count(item => item.Kind == NewsKind.NewlyOverdue)).ThenBy(news => news.Case);
        var shown = changed.Concat(rest).Take(MostFacilities).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        page.Head(2, $"5. XEM TRƯỚC: {Number(shown.Count)} trong {Number(result.News.Count)} cơ sở có điều mới");
        foreach (var news in shown)
        {
            page.Item(0, "", new Span($"{news.Case} {news.Name}", Tone.Strong));
            foreach (var group in news.Items.GroupBy(item => item.Kind))
            {
                page.Item(1, $"{NewsWords.Name(group.Key)}: ", Few([.. group.Select(NewsWords.Text)]));
            }
        }

        page.Blank();
    }
}
