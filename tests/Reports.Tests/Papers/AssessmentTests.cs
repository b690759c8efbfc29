using System.Security.Cryptography;
using System.Text;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers.Identity;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Rules.Levels;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>The assessment sheet says what the assessment says, and its QR code which assessment it is of.</summary>
public sealed class AssessmentTests
{
    [Theory]
    [MemberData(nameof(PaperRun.EverySampleAndLaw), MemberType = typeof(PaperRun))]
    public void Every_system_with_level_grounds_and_why_not_higher(string sample, string law)
    {
        var dossier = PaperRun.Sample(sample);
        var assessment = PaperRun.Assess(dossier, regime: law);
        var document = PaperRun.Made("assessment", PaperRun.Request(dossier, assessment));
        var text = PaperOutline.Of(document);

        var rows = document.Tables().First().Body();
        rows.Length.ShouldBe(assessment.Systems.Count);
        foreach (var (row, level) in rows.Zip(assessment.Systems))
        {
            row[0].ShouldBe($"{level.System.Name} ({level.System.Id})");
            row[1].ShouldBe(Say(level));
            row[2].ShouldBe(level.Grounds.Count == 0 ? "–" : level.Grounds[0].Criterion.Citation.ToString());
            text.ShouldContain($"{level.System.Name} ({level.System.Id}): {Say(level)}");
            level.NotHigher.Select(higher => higher.Criterion.Level).Distinct().ShouldAllBe(higher => text.Contains($"cấp độ {higher}:", StringComparison.Ordinal));
            level.Grounds.SelectMany(ground => ground.Facts).ShouldAllBe(fact => text.Contains(fact.ValueText, StringComparison.Ordinal));
        }

        assessment.Questions.ShouldAllBe(question => text.Contains(question.Fact.Question, StringComparison.Ordinal));
        assessment.Systems.SelectMany(level => level.Presumed).ShouldAllBe(presumed => text.Contains(presumed.Why, StringComparison.Ordinal));
        assessment.Packs.ShouldAllBe(pack => text.Replace(" ", "", StringComparison.Ordinal).Contains(pack.Sha256, StringComparison.Ordinal));
        assessment.Systems.Where(level => level.Agrees == false && level.System.ProposedLevel < level.AtLeast).ShouldAllBe(_ => text.Contains("THẤP hơn luật", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PaperRun.EverySample), MemberType = typeof(PaperRun))]
    public void The_qr_code_holds_the_hash_of_the_canonical_form(string sample)
    {
        var dossier = PaperRun.Sample(sample);
        var assessment = PaperRun.Assess(dossier);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AssessmentFingerprint.Canonical(dossier, assessment))));

        var document = PaperRun.Made("assessment", PaperRun.Request(dossier, assessment));
        document.Figure<QrCode>().Text.ShouldBe($"emrsec.assessment-fingerprint/1:2026-11-21:{dossier.FacilityCode ?? "-"}:{hash}");
        PaperOutline.Of(document).Replace(" ", "", StringComparison.Ordinal).ShouldContain(hash);
    }

    [Fact]
    public void The_canonical_form_is_as_documented() =>
        Golden.Approve("fingerprint-bac-ninh-hospital", Canonical(PaperRun.AsOf));

    [Fact]
    public void Whatever_changes_a_result_changes_the_hash_and_nothing_else_does()
    {
        var same = PaperRun.Sample("bac-ninh-hospital") with { File = "elsewhere.yaml" };
        AssessmentFingerprint.Canonical(same, PaperRun.Assess(same)).ShouldBe(Canonical(PaperRun.AsOf));
        Canonical(PaperRun.AsOf.AddDays(1)).ShouldNotBe(Canonical(PaperRun.AsOf));
        Canonical(PaperRun.AsOf, ("users: 42000", "users: 9000")).ShouldNotBe(Canonical(PaperRun.AsOf));
        Canonical(PaperRun.AsOf, ("validUntil: 2028-01-05", "validUntil: 2026-01-05")).ShouldNotBe(Canonical(PaperRun.AsOf));
        Canonical(PaperRun.AsOf, ("nd331ConditionsMet: none", "nd331ConditionsMet: 2026-11-01")).ShouldNotBe(Canonical(PaperRun.AsOf));
    }

    [Fact]
    public void Values_of_the_canonical_form_cannot_run_into_each_other()
    {
        var dossier = PaperRun.Sample("emr-online") with { FacilityCode = "a\tb", FacilityName = "c\\n\nd" };
        AssessmentFingerprint.Canonical(dossier, PaperRun.Assess(dossier)).Split('\n')[2].ShouldBe("facility\ta\\tb\tc\\\\n\\nd");
    }

    [Theory]
    [MemberData(nameof(PaperRun.EverySampleAndLaw), MemberType = typeof(PaperRun))]
    public void No_paper_speaks_of_the_command_line(string sample, string law)
    {
        var dossier = PaperRun.Sample(sample);
        foreach (var kind in new[] { "assessment", "gap", "deadlines" })
        {
            if (PaperRun.Make(kind, PaperRun.Request(dossier, PaperRun.Assess(dossier, regime: law))).Document is { } document)
            {
                PaperOutline.Of(document).ShouldNotContain(" --");
            }
        }
    }

    [Fact]
    public void Printed_as_pdf_it_reads_the_same()
    {
        using var pdf = new Written(PaperRun.Made("assessment", PaperRun.Request(PaperRun.Sample("bac-ninh-hospital"))));

        pdf.Text.ShouldContain("Cấp độ an toàn hệ thống thông tin của Bệnh viện đa khoa mẫu Bắc Ninh");
        Tool.Qpdf("--check", pdf.Path).ShouldContain("No syntax or stream encoding errors");
    }

    [Theory]
    [InlineData("bac-ninh-hospital", "nd85-2016")]
    [InlineData("incomplete", "nd331-2026")]
    public void Approved_text(string sample, string law)
    {
        var dossier = PaperRun.Sample(sample);
        Golden.Approve($"assessment-{sample}", PaperRun.Made("assessment", PaperRun.Request(dossier, PaperRun.Assess(dossier, regime: law))));
    }

    private static string Canonical(DateOnly asOf, params (string, string)[] edits)
    {
        var dossier = PaperRun.Sample("bac-ninh-hospital", edits);
        return AssessmentFingerprint.Canonical(dossier, PaperRun.Assess(dossier, asOf));
    }

    private static string Say(LevelResult level) => level switch
    {
        { Value: { } value } => $"cấp độ {value}",
        { AtLeast: { } least } => $"cấp độ {least} đến {level.AtMost}",
        { AtMost: { } most } => $"chưa xác định (cao nhất có thể: cấp độ {most})",
        _ => "chưa xác định: không tiêu chí nào được đáp ứng",
    };
}
