using System.Security.Cryptography;
using System.Text;
using EmrSec.Dossiers;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Wording;

namespace EmrSec.Reports.Papers.Identity;

/// <summary>
/// What tells one assessment from every other: SHA-256 of its results in a canonical form. The form is defined in
/// <c>docs/dau-van-tay-danh-gia.md</c>: lines of tab-separated values, each of which <c>emrsec assess --format json</c> also
/// prints, so that anyone can compute the hash again without this code.
/// </summary>
public static class AssessmentFingerprint
{
    /// <summary>The first line of the canonical form.</summary>
    public const string Schema = "emrsec.assessment-fingerprint/1";

    /// <summary>The hash, 64 lower-case hexadecimal digits.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="assessment">Its assessment.</param>
    public static string Sha256(Dossier dossier, Assessment assessment) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(dossier, assessment))));

    /// <summary>What a QR code says of an assessment: the schema, the day, the facility's code («-» where not declared) and the hash, parted by colons.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="assessment">Its assessment.</param>
    public static string QrText(Dossier dossier, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(assessment);
        return $"{Schema}:{Iso(assessment.AsOf)}:{dossier.FacilityCode ?? "-"}:{Sha256(dossier, assessment)}";
    }

    /// <summary>The canonical form; every line ends with a line feed.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="assessment">Its assessment.</param>
    public static string Canonical(Dossier dossier, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(assessment);
        var lines = new CanonicalLines();
        lines.Add(Schema);
        lines.Add("asOf", Iso(assessment.AsOf));
        lines.Add("facility", dossier.FacilityCode, dossier.FacilityName);
        lines.Add("regime", assessment.Regime.Header.Id);
        lines.Add("presumptions", Truth(assessment.Presume));
        foreach (var pack in assessment.Packs)
        {
            lines.Add("pack", pack.Id, pack.Version, pack.Sha256);
        }

        foreach (var (index, level) in assessment.Systems.Index())
        {
            AddLevel(lines, level);
            AddRequirements(lines, assessment, index);
        }

        AddDeadlines(lines, assessment);
        return lines.ToString();
    }

    private static void AddLevel(CanonicalLines lines, LevelResult level)
    {
        var id = level.System.Id;
        lines.Add("system", id, level.Status.Contract(), Number(level.AtLeast), Number(level.AtMost), Truth(level.IsExact), Number(level.System.ProposedLevel));
        foreach (var ground in level.Grounds)
        {
            lines.Add("ground", id, ground.Criterion.Id, ground.Component?.Id);
        }

        foreach (var missing in level.Missing)
        {
            lines.Add("missing", id, missing.Fact.Id, missing.System is { } of && !ReferenceEquals(of, level.System) ? of.Id : null);
        }
    }

    private static void AddRequirements(CanonicalLines lines, Assessment assessment, int index)
    {
        if (assessment.Requirements.Count <= index || assessment.Requirements[index].Levels is not [var level, ..])
        {
            return;
        }

        foreach (var finding in level.Findings)
        {
            lines.Add("requirement", assessment.Systems[index].System.Id, Number(level.Level), finding.Requirement.Id, finding.Status.Contract(), finding.Documentation.Contract());
        }
    }

    private static void AddDeadlines(CanonicalLines lines, Assessment assessment)
    {
        foreach (var result in assessment.Obligations)
        {
            lines.Add("obligation", result.Obligation.Id, result.Status.Contract(), Iso(result.Obligation.Due), Iso(result.DoneOn));
        }

        foreach (var result in assessment.Procedure?.Duties ?? [])
        {
            lines.Add("duty", result.Duty.Id, result.System?.System.Id, result.Status.Contract(), Iso(result.Due), Iso(result.DoneOn));
        }

        foreach (var result in assessment.Procedure?.Clocks ?? [])
        {
            lines.Add("clock", result.Clock?.Id, result.System.System.Id, result.Step.Contract(), result.Status.Contract(), Iso(result.Count?.Due), Iso(result.DoneOn));
        }
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Truth(bool truth) => truth ? "true" : "false";
}
