using System.Text.RegularExpressions;
using EmrSec.Dossiers.Intake;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;

namespace EmrSec.Assessor.Tests.Cases;

/// <summary>The hospital of the samples as a dossier that is complete on a day before anything happened to it: what the sample says of its way is taken out.</summary>
internal static partial class CaseDossiers
{
    public const string Nd85 = "nd85-2016";
    public const string Nd331 = "nd331-2026";
    public const string Regulation = "  securityRegulation: { number: 05/QĐ-BVĐKM, issued: 2026-01-05, issuedBy: Giám đốc Bệnh viện }\n";

    private static readonly RulePackSet Packs = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;

    /// <summary>A dossier whose every requirement has an answer.</summary>
    /// <param name="law">The law.</param>
    /// <param name="level">2 or 3.</param>
    /// <param name="day">The day it is complete on.</param>
    public static string Text(string law, int level, DateOnly day)
    {
        var text = File.ReadAllText(ProgramRun.Sample("bac-ninh-hospital")).ReplaceLineEndings("\n");
        text = Section("milestones", text, "milestones:\n  emrPlanIssued: 2025-03-10\n");
        text = Section("papers", text, "");
        text = text.Replace(Regulation, "", StringComparison.Ordinal);
        text = PortalLevel().Replace(text, "$1proposedLevel: 3\n  - id: lan");
        text = level == 2 ? Portal().Replace(text, "") : text;
        text = text.Replace("    proposedLevel: 2\n", "    mainRisks: Mã hóa dữ liệu; gián đoạn khám bệnh\n    proposedLevel: 2\n", StringComparison.Ordinal).Replace("    proposedLevel: 3\n", "    mainRisks: Lộ dữ liệu người bệnh\n    proposedLevel: 3\n", StringComparison.Ordinal);
        text = level == 2 ? PortalAnswers().Replace(text, "") : text;
        return text + Answers(text, law, day);
    }

    /// <summary>The same with the security regulation of a day.</summary>
    public static string WithRegulation(string text, string day) =>
        text.Replace("answers:\n", $"  securityRegulation: {{ number: 05/QĐ-BVĐKM, issued: {day}, issuedBy: Giám đốc Bệnh viện }}\nanswers:\n", StringComparison.Ordinal);

    private static string Answers(string text, string law, DateOnly day)
    {
        var read = new DossierReader(Packs.Facts).ReadText(text, "dossier.yaml");
        var dossier = read.Dossier.ShouldNotBeNull(string.Join('\n', read.Diagnostics.Items));
        var assessment = FacilityAssessor.Assess(Packs, dossier.ToProfile(), new AssessmentOptions(day, law));
        var open = assessment.Requirements.SelectMany(system => system.Levels).SelectMany(level => level.Findings)
            .Where(finding => finding.Status is RequirementStatus.Unknown).Select(finding => finding.Requirement.Id)
            .Where(id => !dossier.Answers.Any(answer => answer.Requirement == id && answer.SystemId is null)).Distinct(StringComparer.Ordinal);
        return string.Concat(open.Select(id => $"  {id}: {{ status: met, how: Đã thực hiện }}\n"));
    }

    private static string Section(string name, string text, string replacement) =>
        Regex.Replace(text, $@"^(#[^\n]*\n)*{name}:\n(?:[ #][^\n]*\n)+", replacement, RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"(    kinds: \[portal\]\n(?:    [^\n]*\n)*?    )proposedLevel: 2\n  - id: lan", RegexOptions.None, 1000)]
    private static partial Regex PortalLevel();

    [GeneratedRegex(@"^  - id: portal\n(?:    [^\n]*\n)+", RegexOptions.Multiline, 1000)]
    private static partial Regex Portal();

    [GeneratedRegex(@"^  portal/[^\n]*\n(?:    [^\n]*\n)+", RegexOptions.Multiline, 1000)]
    private static partial Regex PortalAnswers();
}
