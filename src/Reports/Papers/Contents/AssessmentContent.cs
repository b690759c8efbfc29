using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers.Identity;
using EmrSec.Reports.Papers.Values;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Obligations;

namespace EmrSec.Reports.Papers.Contents;

/// <summary>The assessment sheet: levels, grounds, why not higher, findings, authority, deadlines, and the assessment's hash.</summary>
internal sealed class AssessmentContent : PaperContent
{
    public override string? WhyNot(PaperRequest request) => request.Systems.Count == 0 ? "hồ sơ chưa có hệ thống nào" : null;

    public override void AddValues(TemplateValues values, PaperRequest request)
    {
        var assessment = request.Assessment;
        var deadlines = DeadlineValues.Of(request);
        values["report"] = ReportValues.Of("assessment", request);
        values["facilityLevel"] = FacilityLevel(request);
        values["levels"] = request.Systems.Select(system => LevelValues.Of(system, assessment)).ToArray();
        values["presumed"] = LevelValues.Presumed(request.Systems);
        values["questions"] = LevelValues.Questions(request);
        values["catalogue"] = ReportValues.Optional(assessment.Catalogue?.Header.Document.Cite);
        values["systemRows"] = FindingValues.Totals(request.Systems);
        values["undetermined"] = FindingValues.Undetermined(request.Systems);
        values["completeness"] = CompletenessValues.Of(assessment.Completeness);
        values["deadlines"] = deadlines.Where(deadline => deadline.Status is ObligationStatus.Overdue or ObligationStatus.DueSoon or ObligationStatus.Unknown or ObligationStatus.Pending).Select(DeadlineValues.Row).ToArray();
        values["packs"] = assessment.Packs.Select(PackValues.Of).ToArray();
        values["hash"] = PackValues.Spaced(AssessmentFingerprint.Sha256(request.Dossier, assessment));
    }

    public override void Check(PaperGate gate, PaperRequest request)
    {
    }

    public override IReadOnlyDictionary<string, NamedFigure> Figures(PaperRequest request)
    {
        var text = AssessmentFingerprint.QrText(request.Dossier, request.Assessment);
        return new Dictionary<string, NamedFigure>(StringComparer.Ordinal) { ["hash"] = new(new QrCode(text), $"Mã QR chứa dấu vân tay của bản đánh giá: {text}") };
    }

    private static string FacilityLevel(PaperRequest request) =>
        request.Assessment.FacilityLevel is { } level ? $"cấp độ {level}"
        : request.Assessment.Systems.Any(system => system.Missing.Count > 0) ? "còn tuỳ các dữ kiện chưa khai"
        : "chưa xác định: không tiêu chí nào được đáp ứng";
}
