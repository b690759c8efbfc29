using System.Text;
using EmrSec.Rules.Procedures;

namespace EmrSec.Dossiers.Workflow;

/// <summary>Who appraises and who approves a dossier: the bodies that the law names at its level, by the names the dossier gives them.</summary>
/// <param name="Appraiser">The appraising body; null where the dossier does not name it.</param>
/// <param name="Approver">The approving body; null where the dossier does not name it.</param>
/// <param name="Operator">The operator; null where the dossier does not name it.</param>
/// <param name="MayBeSame">Whether the law has one body appraise and approve (85/2016/NĐ-CP, Điều 12, khoản 1; 331/2026/NĐ-CP, Điều 18, khoản 1).</param>
/// <param name="Conflict">The rule about a unit that operates the system, where it binds at the level; null where not.</param>
/// <param name="IsConflict">Whether the security unit operates the system, so that another unit or a council must be named.</param>
/// <param name="AppraiserCitation">Where the law names the appraiser.</param>
/// <param name="ApproverCitation">Where the law names the approver.</param>
public sealed record CaseBodies(
    string? Appraiser, string? Approver, string? Operator, bool MayBeSame, ConflictRule? Conflict, bool IsConflict, string AppraiserCitation, string ApproverCitation)
{
    /// <summary>The bodies of a dossier.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="level">Its level, 1–5.</param>
    /// <param name="procedure">The procedure of its law.</param>
    public static CaseBodies Of(Dossier dossier, int level, Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(procedure);
        var rule = procedure.AuthorityFor(level);
        var conflict = procedure.Conflict is { } binds && binds.Levels.Contains(level) ? binds : null;
        var isConflict = conflict is not null && dossier.SecurityUnit?.Name is { } unit && AreSame(unit, dossier.Operator?.Name);
        return new CaseBodies(
            Issuer(dossier, "appraisal") ?? (isConflict ? null : rule.Appraiser.Body is null ? Ministry(procedure) : NameOf(dossier, rule.Appraiser.Body)),
            Issuer(dossier, level == 5 ? "decision-plan" : "decision") ?? NameOf(dossier, rule.Approver.Body),
            dossier.Operator?.Name,
            rule.Appraiser.Body is not null && rule.Appraiser.Body == rule.Approver.Body && !isConflict,
            conflict,
            isConflict,
            rule.Appraiser.Citation.ToString(),
            rule.Approver.Citation.ToString());
    }

    /// <summary>Whether two names are the same body's: NFC, without case, with single spaces.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    public static bool AreSame(string? one, string? other) => Even(one) is { Length: > 0 } name && string.Equals(name, Even(other), StringComparison.Ordinal);

    // Under 85/2016/NĐ-CP the ministry's task has passed to another body: the dossier names it (papers.appraisal.issuer).
    private static string? Ministry(Procedure procedure) => procedure.Regime.StartsWith("nd331", StringComparison.Ordinal) ? "Bộ Công an" : null;

    private static string? Issuer(Dossier dossier, string kind) => dossier.Papers.FirstOrDefault(paper => string.Equals(paper.Kind, kind, StringComparison.Ordinal))?.Issuer;

    private static string? NameOf(Dossier dossier, DossierBody? body) => body switch
    {
        DossierBody.Owner => dossier.Owner?.Name,
        DossierBody.Operator => dossier.Operator?.Name,
        DossierBody.SecurityUnit => dossier.SecurityUnit?.Name,
        _ => null,
    };

    private static string Even(string? name) =>
        string.Join(' ', (name ?? "").Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
