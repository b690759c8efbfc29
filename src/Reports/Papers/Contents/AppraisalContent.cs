using EmrSec.Dossiers;
using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>Form 04: what the appraiser finds.</summary>
internal sealed class AppraisalContent() : LetterContent("appraisal")
{
    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        base.AddValues(values, request);
        var record = request.Record(Kind);
        values["appraisal"] = new TemplateValues
        {
            ["lead"] = new PaperBodies(request).Appraiser,
            ["partners"] = Lines(record?.Partners),
            ["method"] = record?.Method switch
            {
                AppraisalMethod.Meeting => "họp thẩm định",
                AppraisalMethod.Written => "lấy ý kiến bằng văn bản",
                _ => new AbsentValue("hình thức thẩm định", "mục papers.appraisal.method của hồ sơ: meeting (họp) hoặc written (bằng văn bản)"),
            },
            ["partnerOpinions"] = record is { Partners.Count: > 0, PartnerOpinions.Count: 0 }
                ? new AbsentValue("ý kiến của đơn vị phối hợp", "mục papers.appraisal.partnerOpinions của hồ sơ")
                : Lines(record?.PartnerOpinions),
            ["levelOpinion"] = CommonValues.Given(Unended(record?.LevelOpinion), "ý kiến về sự phù hợp của cấp độ đề xuất", "papers.appraisal.levelOpinion"),
            ["otherOpinions"] = Lines(record?.OtherOpinions),
            ["isFit"] = record?.Result is not AppraisalResult.Unfit,
            ["unfit"] = record is { Result: AppraisalResult.Unfit, Unfit.Count: 0 }
                ? new AbsentValue("những nội dung chưa phù hợp", "mục papers.appraisal.unfit của hồ sơ")
                : Lines(record?.Unfit),
        };
    }

    public override void Check(PaperGate gate, PaperRequest request)
    {
        base.Check(gate, request);
        NeedsDocuments(gate, request);
        var record = request.Record(Kind);
        if (record?.Result is null)
        {
            gate.Lacks("papers.appraisal.result", "chưa khai kết luận thẩm định", "mục papers.appraisal.result của hồ sơ: fit (phù hợp) hoặc unfit (chưa phù hợp)", record?.Position);
        }
        else if (record is { Result: AppraisalResult.Fit, Unfit.Count: > 0 })
        {
            gate.Lacks("papers.appraisal.result", "kết luận là phù hợp (fit) nhưng có nội dung chưa phù hợp (unfit)", "sửa result hoặc bỏ unfit ở mục papers.appraisal của hồ sơ", record.Position);
        }
    }

    private static object[] Lines(IReadOnlyList<string>? lines) => [.. (lines ?? []).Select(Unended).OfType<string>()];

    // The template ends every line itself: «;», and «.» after the last.
    private static string? Unended(string? line) => line?.TrimEnd(' ', '.', ';');
}
