using EmrSec.Dossiers.Reassessments;
using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;

namespace EmrSec.Reports.Papers.Portfolio;

/// <summary>Makes the minutes of a province's re-assessment: how it stands, what is new, which levels changed and why. Safe to use from several threads.</summary>
/// <param name="engine">Fills the template.</param>
public sealed class ProvinceMinutesMaker(TemplateEngine engine)
{
    /// <summary>The template's name.</summary>
    public const string Template = "reassessment-province";

    /// <summary>The tables of facilities name so many at most; all of them are in the workbook that goes with the minutes.</summary>
    public const int MostFacilities = 200;

    /// <summary>Makes the minutes.</summary>
    /// <param name="request">What they are made of.</param>
    public MadePaper Make(ProvinceMinutesRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = request.Result;
        var values = new TemplateValues
        {
            ["body"] = request.Body,
            ["number"] = ReportValues.Optional(request.Number),
            ["placeAndDate"] = ReportValues.PlaceAndDate(request.Place, result.Run.AsOf),
            ["scope"] = request.ScopeName,
            ["asOf"] = result.Run.AsOf,
            ["run"] = (int)result.Run.Id,
            ["digest"] = result.Digest,
            ["beforeDay"] = result.Before is { } before ? before.AsOf : new AbsentValue(),
            ["packs"] = result.Packs.Select(change => (object)ReasonWords.Pack(change)).ToArray(),
            ["totals"] = Totals(result.Totals),
            ["levels"] = Enumerable.Range(1, 5).Where(level => result.Totals.AtLevel(level) > 0).Select(level => new TemplateValues { ["level"] = $"Cấp độ {level}", ["count"] = result.Totals.AtLevel(level) })
                .Append(new TemplateValues { ["level"] = "Chưa chắc chắn", ["count"] = result.Totals.AtLevel(0) }).ToArray(),
            ["laws"] = result.Totals.Laws.Select(law => new TemplateValues { ["law"] = law.Key, ["count"] = law.Value }).ToArray(),
            ["deadlines"] = result.Deadlines.Where(each => each.Count(ObligationStatus.Overdue) + each.Count(ObligationStatus.DueSoon) > 0).Select(Deadline).ToArray(),
            ["provinces"] = result.Provinces.Count < 2 ? [] : result.Provinces.Select(each => Province(request.ProvinceName(each.Key), each.Value)).ToArray(),
            ["most"] = MostFacilities,
            ["changed"] = Of(result, NewsKind.LevelChanged).Take(MostFacilities).Select(Changed).ToArray(),
            ["changedCount"] = result.CountOf(NewsKind.LevelChanged),
            ["overdue"] = Of(result, NewsKind.NewlyOverdue).OrderByDescending(each => each.Items.Count).ThenBy(each => each.News.Case).Take(MostFacilities).Select(Listed).ToArray(),
            ["overdueCount"] = result.CountOf(NewsKind.NewlyOverdue),
            ["soonCount"] = result.CountOf(NewsKind.NewlyDueSoon),
            ["expired"] = Of(result, NewsKind.EvidenceExpired).Take(MostFacilities).Select(Expired).ToArray(),
            ["expiredCount"] = result.CountOf(NewsKind.EvidenceExpired),
            ["settledCount"] = result.CountOf(NewsKind.Settled),
            ["added"] = result.CountOf(NewsKind.Added),
            ["removed"] = result.CountOf(NewsKind.Removed),
            ["signerTitle"] = request.SignerTitle,
            ["signerName"] = ReportValues.Optional(request.SignerName),
        };
        var filled = engine.Fill(Template, values, new FillOptions { Created = request.Created });
        return new MadePaper(PaperKind.Find("reassessment")!, filled.Document, filled.Missing, filled.Diagnostics);
    }

    private static IEnumerable<(FacilityNews News, IReadOnlyList<NewsItem> Items)> Of(ReassessmentResult result, NewsKind kind) =>
        result.News.Select(news => (news, (IReadOnlyList<NewsItem>)[.. news.Items.Where(item => item.Kind == kind)])).Where(each => each.Item2.Count > 0);

    private static TemplateValues Totals(FacilityTotals totals) => new()
    {
        ["facilities"] = totals.Facilities,
        ["notAssessed"] = totals.NotAssessed,
        ["overdue"] = totals.WithOverdue,
        ["dueSoon"] = totals.WithDueSoon,
        ["expired"] = totals.WithExpired,
        ["inspection"] = totals.WithInspection,
        ["yearly"] = totals.WithYearlyReport,
        ["met"] = FactText.Number(totals.Requirements.Met),
        ["partial"] = FactText.Number(totals.Requirements.Partial),
        ["unmet"] = FactText.Number(totals.Requirements.Unmet),
        ["notApplicable"] = FactText.Number(totals.Requirements.NotApplicable),
        ["unknown"] = FactText.Number(totals.Requirements.Unknown),
    };

    private static TemplateValues Deadline(DeadlineTotals each) => new()
    {
        ["title"] = each.Rule.Title,
        ["citation"] = ReportValues.Optional(each.Rule.Citation),
        ["overdue"] = each.Count(ObligationStatus.Overdue),
        ["newly"] = each.NewlyOverdue,
        ["soon"] = each.Count(ObligationStatus.DueSoon),
        ["unknown"] = each.Count(ObligationStatus.Unknown),
    };

    private static TemplateValues Province(string name, FacilityTotals totals) => new()
    {
        ["name"] = name,
        ["facilities"] = totals.Facilities,
        ["overdue"] = totals.WithOverdue,
        ["newly"] = totals.WithNewlyOverdue,
        ["soon"] = totals.WithDueSoon,
        ["expired"] = totals.WithExpired,
        ["changed"] = totals.WithLevelChanged,
    };

    private static TemplateValues Changed((FacilityNews News, IReadOnlyList<NewsItem> Items) each) => new()
    {
        ["code"] = each.News.Case.ToString(),
        ["name"] = each.News.Name,
        ["systems"] = string.Join("; ", each.Items.Select(item => $"{item.SystemId}: {item.Before ?? "chưa có"} → {item.Now ?? "không còn"}")),
        ["why"] = each.Items.SelectMany(item => item.Because).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } because ? string.Join("; ", because) : new AbsentValue(),
    };

    private static TemplateValues Listed((FacilityNews News, IReadOnlyList<NewsItem> Items) each) => new()
    {
        ["code"] = each.News.Case.ToString(),
        ["name"] = each.News.Name,
        ["what"] = string.Join("; ", each.Items.Select(item => $"{(item.SystemId is { } system ? $"{system}: " : "")}{item.Rule!.Title}{(item.Due is { } due ? $" (hạn {FactText.Date(due)})" : "")}")),
    };

    private static TemplateValues Expired((FacilityNews News, IReadOnlyList<NewsItem> Items) each) => new()
    {
        ["code"] = each.News.Case.ToString(),
        ["name"] = each.News.Name,
        ["what"] = string.Join("; ", each.Items.Select(item => $"{item.SystemId}: {item.Now} yêu cầu (lần trước {item.Before})")),
    };
}
