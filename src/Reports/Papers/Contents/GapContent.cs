using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>The gap report: each requirement not met or met in part, why, what would close it, who, by when.</summary>
internal sealed class GapContent : PaperContent
{
    public override string? WhyNot(PaperRequest request) =>
        request.Systems.Count == 0 ? "hồ sơ chưa có hệ thống nào"
        : request.Assessment.Catalogue is null ? $"chưa có danh mục yêu cầu đi cùng {request.Assessment.Regime.Header.Document.Number} vào ngày đánh giá nên không có gì để so"
        : null;

    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        var findings = FindingValues.Certain(request.Systems);
        var catalogue = request.Assessment.Catalogue!;
        values["report"] = ReportValues.Of("gap", request);
        values["catalogue"] = $"{catalogue.Header.Document.Cite} ({catalogue.Standard}; gói {catalogue.Header.Id} {catalogue.Header.Version})";
        values["systemRows"] = FindingValues.Totals(request.Systems);
        values["undetermined"] = FindingValues.Undetermined(request.Systems);
        values["total"] = findings.Count;
        values["totals"] = FindingValues.Of(RequirementTotals.Of(findings));
        values["groupRows"] = GapFigures.ByGroup(findings).Select(group => new TemplateValues { ["title"] = group.Key.Title, ["totals"] = FindingValues.Of(RequirementTotals.Of(group)) }).ToArray();
        values["toProve"] = findings.Count(finding => finding.Documentation != Documentation.None);
        values["open"] = findings.Count(finding => finding.Status is RequirementStatus.Unmet or RequirementStatus.Partial);
        values["weights"] = GapValues.Weights(request.Systems);
        values["unanswered"] = GapValues.Unanswered(request.Systems);
        values["checks"] = GapValues.Checks(request.Systems);
    }

    // What is not certain is told as it is: a report is not stopped by it.
    public override void Check(PaperGate gate, PaperRequest request)
    {
    }

    public override IReadOnlyDictionary<string, NamedFigure> Figures(PaperRequest request)
    {
        var findings = FindingValues.Certain(request.Systems);
        var figures = new Dictionary<string, NamedFigure>(StringComparer.Ordinal);
        if (findings.Count > 0)
        {
            figures.Add("result", GapFigures.Result(findings));
            figures.Add("groups", GapFigures.Groups(findings));
            figures.Add("proof", GapFigures.Proof(findings));
            figures.Add("progress", GapFigures.Progress(findings));
        }

        return figures;
    }
}
