using EmrSec.Rules.Assessments;
using EmrSec.Rules.Completeness;

namespace EmrSec.Dossiers.Workflow;

/// <summary>What a dossier lacks before it may be sent: papers, contents, and where it disagrees with the law or itself.</summary>
public static class SubmissionGate
{
    /// <summary>
    /// The disagreements that stop a dossier. A zone or a stand-by device that is missing does not: the law has the plan say what is not there yet.
    /// </summary>
    private static readonly string[] Stopping = ["level-below", "ip-malformed", "ip-overlap", "date-order", "date-future"];

    /// <summary>Everything that is lacking.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="assessment">What the law says of it.</param>
    public static IReadOnlyList<Refusal> Check(Dossier dossier, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(assessment);
        var gaps = new List<Refusal>();
        if (dossier.Systems.Count == 0)
        {
            gaps.Add(new Refusal("VD014", "hồ sơ chưa khai hệ thống thông tin nào", "khai ở mục systems"));
        }

        if (assessment.Completeness is not { } findings)
        {
            return gaps;
        }

        gaps.AddRange(findings.Documents.Concat(findings.Contents).Where(part => part.Status is ContentStatus.Missing or ContentStatus.Partial).Select(Missing));
        gaps.AddRange(findings.Consistency.Where(finding => finding.Severity is ConsistencySeverity.Error && Stopping.Contains(finding.Check, StringComparer.Ordinal)).Select(Wrong));
        gaps.AddRange(assessment.Systems.Where(system => system.System.ProposedLevel > system.Value).Select(system => new Refusal(
            "VD015",
            $"«{system.System.Name}»: đề xuất cấp độ {system.System.ProposedLevel}, cao hơn cấp độ {system.Value} mà luật xác định",
            "khai riskLevel của hệ thống nếu kết quả đánh giá rủi ro đòi hỏi cấp độ ấy, hoặc sửa proposedLevel")));
        return gaps;
    }

    private static Refusal Missing(ContentFinding part) => new(
        "VD014",
        $"{(part.Status is ContentStatus.Partial ? "chưa đủ" : "thiếu")} «{part.Part.Title}»{(part.System is { } system ? $" của «{system.Name}»" : "")}: {part.Why}",
        part.Part.Fill,
        part.Part.Citation.ToString());

    private static Refusal Wrong(ConsistencyFinding finding) => new(
        "VD015", $"{(finding.System is { } system ? $"«{system.Name}»: " : "")}{finding.Message}", finding.Do, finding.Citation);
}
