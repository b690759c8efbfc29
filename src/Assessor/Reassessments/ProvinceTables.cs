using EmrSec.Dossiers.Files;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Reports.Sheets;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Wording;

namespace EmrSec.Assessor.Reassessments;

/// <summary>The tables of a re-assessment: how every facility stands, and what is new; as CSV, and both in one Excel workbook.</summary>
internal sealed class ProvinceTables(RulePackSet packs, IDossierStore store, ReassessmentResult result, Screen screen)
{
    private static readonly string[] Standing =
    [
        "Số hồ sơ", "Mã cơ sở", "Tên cơ sở", "Tỉnh, thành phố", "Xét theo", "Cấp độ", "Quá hạn", "Sắp đến hạn", "Chưa rõ", "Việc gấp nhất", "Hạn", "Kiểm tra, đánh giá", "Báo cáo năm",
        "Yêu cầu có minh chứng hết hạn", "Kế hoạch quá hạn", "Đạt", "Đạt một phần", "Chưa đạt", "Không áp dụng", "Chưa trả lời", "Mới so với lần trước",
    ];

    private static readonly string[] News = ["Số hồ sơ", "Mã cơ sở", "Tên cơ sở", "Tỉnh, thành phố", "Loại", "Nội dung", "Hệ thống", "Hạn", "Căn cứ"];

    private readonly RuleNames _names = new(packs);

    /// <summary>Writes the tables into a folder.</summary>
    /// <returns>Whether all were written.</returns>
    public bool Write(string folder) =>
        Put(Path.Combine(folder, "tong-hop.csv"), stream => CsvFile.Write(All(), stream))
        && Put(Path.Combine(folder, "dieu-moi.csv"), stream => CsvFile.Write(Changes(), stream))
        && Put(Path.Combine(folder, "danh-gia-lai.xlsx"), stream => XlsxFile.Write([All(), Changes()], stream));

    private bool Put(string path, Action<Stream> write)
    {
        var diagnostics = new DiagnosticBag();
        var isWritten = AtomicFile.Write(path, write, diagnostics);
        screen.Report(diagnostics);
        return isWritten;
    }

    private SheetTable All() => new("Tổng hợp", Standing, Standings.Of(store, result).Select(Row));

    private SheetTable Changes() => new("Điều mới", News, result.News.SelectMany(news => news.Items, (news, item) => (IReadOnlyList<SheetCell>)
    [
        news.Case.ToString(), news.Case.FacilityCode, news.Name, NewsWords.Province(packs, news.Province ?? ""), NewsWords.Name(item.Kind), NewsWords.Text(item), item.SystemId, item.Due, item.Rule?.Citation,
    ]));

    private List<SheetCell> Row(FacilityStanding standing)
    {
        List<SheetCell> cells = [standing.Case.ToString(), standing.Case.FacilityCode, standing.Name, NewsWords.Province(packs, standing.Province ?? "")];
        if (standing.Outcome is not { } outcome)
        {
            return [.. cells, "không đánh giá được"];
        }

        var pressing = outcome.Deadlines.Where(each => each.Status is ObligationStatus.Overdue or ObligationStatus.DueSoon).OrderBy(each => Urgency.Rank(each.Status)).ThenBy(each => each.Due ?? DateOnly.MaxValue).ThenBy(each => each.Rule).ToList();
        var sum = outcome.Systems.Aggregate(default(BulkTotals), (sum, system) => new BulkTotals(
            sum.Met + system.Totals.Met, sum.Partial + system.Totals.Partial, sum.Unmet + system.Totals.Unmet, sum.NotApplicable + system.Totals.NotApplicable, sum.Unknown + system.Totals.Unknown));
        return
        [
            .. cells, _names[outcome.Regime].Title, outcome.Level is { } level ? SheetCell.Of((long)level) : "chưa chắc chắn",
            outcome.Count(ObligationStatus.Overdue), outcome.Count(ObligationStatus.DueSoon), outcome.Count(ObligationStatus.Unknown),
            pressing.Count == 0 ? null : _names[pressing[0].Rule].Title, pressing.Count == 0 ? SheetCell.Empty : pressing[0].Due,
            Topic(outcome, DeadlineTopic.Inspection), Topic(outcome, DeadlineTopic.YearlyReport),
            outcome.Systems.Sum(system => system.Expired), outcome.Systems.Sum(system => system.OverduePlans), sum.Met, sum.Partial, sum.Unmet, sum.NotApplicable, sum.Unknown,
            standing.News is { } news ? string.Join("; ", news.Items.GroupBy(item => item.Kind).Select(group => $"{NewsWords.Name(group.Key)} ({ReassessmentPage.Number(group.Count())})")) : null,
        ];
    }

    /// <summary>The worst standing on a topic, in words.</summary>
    private string? Topic(FacilityOutcome outcome, DeadlineTopic topic)
    {
        var statuses = outcome.Deadlines.Where(each => _names[each.Rule].Topic == topic).Select(each => each.Status).ToList();
        return statuses.Count == 0 ? null : statuses.MinBy(Urgency.Rank).InWords();
    }
}
