using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Changes;
using EmrSec.Rules.Facts;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>The minutes of a re-assessment: what changed since an earlier one.</summary>
internal sealed class ReassessmentContent : PaperContent
{
    public override string? WhyNot(PaperRequest request) => request switch
    {
        { Systems.Count: 0 } => "hồ sơ chưa có hệ thống nào",
        { Previous: null } => "cần kết quả của một lần đánh giá trước của cùng cơ sở để so: thêm --since và ngày của lần ấy (hồ sơ lần ấy ở tệp khác thì thêm --previous)",
        { Previous.AsOf: var before, Assessment.AsOf: var now } when before > now =>
            $"lần đánh giá trước phải vào ngày {FactText.Date(now)} hoặc sớm hơn, không thể vào ngày {FactText.Date(before)}",
        _ => null,
    };

    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        var systems = request.Systems.Select(system => system.Record.Id).ToHashSet(StringComparer.Ordinal);
        var changes = AssessmentChanges.Between(request.Previous!, request.Assessment);
        var rows = new ChangeValues(changes, systems, request.Systems.Count == request.Dossier.Systems.Count);
        values["report"] = ReportValues.Of("reassessment", request);
        values["runs"] = new[] { ChangeValues.Run("Lần trước", request.Previous!, systems), ChangeValues.Run("Lần này", request.Assessment, systems) };
        values["packs"] = rows.Packs;
        values["levels"] = rows.Levels;
        values["levelsChanged"] = rows.LevelsChanged;
        values["overdue"] = rows.Overdue;
        values["dueSoon"] = rows.DueSoon;
        values["settled"] = rows.Settled;
        values["otherDeadlines"] = rows.OtherDeadlines;
        values["requirements"] = rows.Requirements;
        values["better"] = rows.Better;
        values["worse"] = rows.Worse;
        values["expired"] = rows.Expired;
        values["shifts"] = rows.Shifts;
        values["isEmpty"] = rows.IsEmpty;
        var record = request.Record("reassessment");
        values["copies"] = (record?.Copies ?? []).ToArray<object>();
        values["operatorSigns"] = OperatorSigns(request);
        values["operatorSigner"] = CommonValues.Signer("reassessment", "operatorSigner", record?.OperatorSignerTitles, record?.OperatorSignerName, "operator", request.Dossier.Operator);
    }

    // One body that owns and operates signs once.
    private static bool OperatorSigns(PaperRequest request) =>
        request.Dossier.Operator?.Name is { } name && !string.Equals(name, request.Dossier.Owner?.Name, StringComparison.Ordinal);
}
