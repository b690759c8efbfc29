using EmrSec.Dossiers;
using EmrSec.Dossiers.Intake;
using EmrSec.Reports.Papers;
using EmrSec.Reports.Templates;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>
/// The hospital of the samples at every level under both laws. What the sample leaves open on purpose (answers, drawings) is
/// filled in here, so that requests are complete; under 331/2026/NĐ-CP everything happens one year later, when that law is in force.
/// </summary>
internal static class LetterDossiers
{
    public const string Nd85 = "nd85-2016";
    public const string Nd331 = "nd331-2026";

    private static readonly RulePackSet Packs = PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;
    private static readonly PaperMaker Maker = new(new TemplateEngine());

    public static string SampleText(string law, int level = 3)
    {
        var text = AtLevel(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "bac-ninh-hospital.yaml")).ReplaceLineEndings("\n"), level);
        return law == Nd85
            ? text
            : text.Replace("2026-", "2027-").Replace("2025-", "2026-")
                .Replace("Điều 8 và Điều 9 Nghị định số 85/2016/NĐ-CP", "Điều 12 và Điều 13 Nghị định số 331/2026/NĐ-CP")
                .Replace("Quy chế bảo đảm an toàn thông tin trước khi trình", "Quy chế bảo vệ an ninh mạng trước khi trình");
    }

    /// <summary>A request about systems of which the highest has this level.</summary>
    public static PaperRequest Request(string law, int level, bool isDraft = false, Func<string, string>? edit = null, bool complete = true)
    {
        var text = SampleText(law, level);
        return Of(edit is null ? text : edit(text), law, isDraft, complete, level < 3 ? ["hospital", "lan"] : []);
    }

    public static PaperRequest Of(string text, string law, bool isDraft = false, bool complete = true, params string[] ids)
    {
        var read = new DossierReader(Packs.Facts).ReadText(text, "dossier.yaml");
        var dossier = read.Dossier.ShouldNotBeNull(string.Join('\n', read.Diagnostics.Items));
        var asOf = law == Nd85 ? new DateOnly(2026, 12, 1) : new DateOnly(2027, 12, 1);
        if (complete)
        {
            dossier = Complete(dossier, Assess(dossier, asOf, law));
        }

        return new PaperRequest(dossier, Packs, Assess(dossier, asOf, law), ids)
        {
            Created = new DateTimeOffset(asOf, new TimeOnly(8, 0), TimeSpan.FromHours(7)),
            IsDraft = isDraft,
        };
    }

    public static MadePaper Make(string kind, PaperRequest request) => Maker.Make(PaperKind.Find(kind)!, request);

    private static Assessment Assess(Dossier dossier, DateOnly asOf, string law) =>
        FacilityAssessor.Assess(Packs, dossier.ToProfile(), new AssessmentOptions(asOf, law));

    private static string AtLevel(string text, int level) => level switch
    {
        2 => text.Replace("  request-appraisal:\n", "  request-approval:\n"),
        3 => text,
        _ => text
            .Replace("    information: [public, private, personal]\n", $"    information: [private, personal, state-secret]\n    harm: {(level == 4 ? "serious" : "especially-serious")}\n")
            .Replace("documents:\n", "documents:\n  securityUnitOpinion: { number: 07/ATTT-YK, issued: 2025-12-05, issuedBy: Tổ an toàn thông tin }\n")
            .Replace("papers:\n", "papers:\n  request-opinion: { number: 140/BVĐKM-CNTT, date: 2025-12-02, place: Bắc Ninh, signer: { name: Nguyễn Văn Mẫu } }\n")
            .Replace("  appraisal:\n", "  appraisal:\n    issuer: Bộ Mẫu\n")
            .Replace("titles: [Tổ trưởng]", "titles: [Bộ trưởng]")
            .Replace("  decision:\n", level == 5 ? "  decision-plan:\n" : "  decision:\n"),
    };

    private static Dossier Complete(Dossier dossier, Assessment assessment)
    {
        var answers = dossier.Answers.ToList();
        foreach (var finding in assessment.Requirements.SelectMany(system => system.Levels).SelectMany(level => level.Findings).Where(finding => finding.Status is RequirementStatus.Unknown))
        {
            if (!answers.Exists(answer => answer.Requirement == finding.Requirement.Id && answer.SystemId is null))
            {
                answers.Add(new Answer(finding.Requirement.Id, null, AnswerStatus.Met, default) { How = "Đã thực hiện" });
            }
        }

        return dossier with { Answers = answers, Systems = [.. dossier.Systems.Select(Complete)] };
    }

    private static SystemRecord Complete(SystemRecord system) => system with
    {
        Models = system.Models with { Physical = system.Models.Physical ?? system.Models.Logical },
        MainRisks = system.MainRisks ?? "Mã hóa dữ liệu; gián đoạn khám bệnh",
        HighLevel = new HighLevelExplanation { RelatedSystems = "Cổng của tỉnh", Risks = "Tấn công", Harm = "Trong tỉnh", Continuity = "Cấp cứu", RiskReport = "rui-ro.pdf" },
    };
}
