using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>Form 08: the yearly report. It speaks of the dossier's systems only; all of it is counted, nothing is asked again.</summary>
internal sealed class YearlyReportContent : PaperContent
{
    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        var period = YearlyPeriod.Of(request);
        var rows = YearlyRow.All(request, period);
        values["year"] = (object)period.Year.ToString(CultureInfo.InvariantCulture);
        values["period"] = new TemplateValues { ["from"] = period.From, ["to"] = period.To };
        values["totals"] = Totals(request, rows);
        values["rows"] = rows.Select(row => Row(request, row)).ToArray();
    }

    public override void Check(PaperGate gate, PaperRequest request)
    {
        base.Check(gate, request);
        foreach (var row in YearlyRow.All(request, YearlyPeriod.Of(request)))
        {
            if (row is { Stage: YearlyStage.Approved, Decision: null })
            {
                gate.Lacks("papers.decision.number", $"«{row.System.Record.Name}» đã được phê duyệt nhưng chưa khai số, ngày quyết định (cột 7)", "mục papers.decision.number và papers.decision.date của hồ sơ", row.System.Record.Position);
            }

            if (row.Deployment is null)
            {
                gate.Lacks("answers", $"chưa có câu trả lời nào về yêu cầu của «{row.System.Record.Name}» nên không biết đã triển khai phương án đến đâu (cột 10)", "mục answers của hồ sơ", row.System.Record.Position);
            }
        }
    }

    private static TemplateValues Totals(PaperRequest request, List<YearlyRow> rows) => new()
    {
        ["systems"] = rows.Count,
        ["classified"] = rows.Count(row => row.System.Level.Value is not null),
        ["levels"] = rows.GroupBy(row => row.System.Level.Value).Where(group => group.Key is not null).OrderBy(group => group.Key)
            .Select(group => new TemplateValues { ["level"] = group.Key!.Value, ["systems"] = group.Count() }).ToArray(),
        ["dossiers"] = rows.Count(row => row.HasDossier),
        ["appraised"] = rows.Count(row => row.Stage >= YearlyStage.Appraised),
        ["approved"] = rows.Count(row => row.Stage == YearlyStage.Approved),
        ["inspected"] = rows.Count(row => row.IsInspected),
        ["allApproved"] = rows.TrueForAll(row => row.Stage == YearlyStage.Approved),
        ["expected"] = request.Record("yearly-report")?.ExpectedApproval is { } day
            ? day
            : new AbsentValue("thời gian dự kiến hoàn thành phê duyệt", "mục papers.yearly-report.expectedApproval của hồ sơ"),
    };

    private static TemplateValues Row(PaperRequest request, YearlyRow row) => new()
    {
        ["name"] = row.System.Record.Name,
        ["owner"] = CommonValues.Given(request.Dossier.Owner?.Name, "tên chủ quản", "owner.name"),
        ["operator"] = CommonValues.Given(request.Dossier.Operator?.Name, "tên đơn vị vận hành", "operator.name"),
        ["level"] = row.System.Level.Value ?? (object)new AbsentValue($"cấp độ của {row.System.Record.Name}", "chạy emrsec dossier ask"),
        ["status"] = row.StageText,
        ["decision"] = row.Decision ?? (object)new AbsentValue(),
        ["regulation"] = row.Regulation ?? (object)new AbsentValue(),
        ["approvalBy"] = row.ExpectedApproval is { } approval ? approval : new AbsentValue(),
        ["deployment"] = row.Deployment ?? (object)new AbsentValue($"mức triển khai phương án của {row.System.Record.Name}", "mục answers của hồ sơ"),
        ["deploymentBy"] = row.ExpectedDeployment is { } deployment ? deployment : new AbsentValue(),
        ["inspection"] = row.IsInspected ? "Định kỳ" : new AbsentValue(),
    };
}
