using EmrSec.Dossiers;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Papers;
using EmrSec.Rules.Changes;
using EmrSec.Rules.Requirements;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>The minutes of a re-assessment tell what changed and nothing else.</summary>
public sealed class ReassessmentTests
{
    private static readonly Dossier Hospital = PaperRun.Sample("bac-ninh-hospital");
    private static readonly PaperRecord Record = new("reassessment", default) { Number = "07/BB-SYT", Date = PaperRun.AsOf, Place = "Bắc Ninh" };

    [Fact]
    public void Without_an_earlier_assessment_there_is_none()
    {
        PaperRun.Make("reassessment", PaperRun.Request(Hospital)).WhyNot.ShouldNotBeNull().ShouldContain("lần đánh giá trước");
        PaperRun.Make("reassessment", PaperRun.Request(Hospital, null, PaperRun.Assess(Hospital, PaperRun.AsOf.AddDays(1)))).WhyNot.ShouldNotBeNull().ShouldContain("22/11/2026");
    }

    [Fact]
    public void Nothing_changed()
    {
        var text = PaperOutline.Of(Made(Hospital, PaperRun.Assess(Hospital)));

        text.ShouldContain("Không có gì thay đổi giữa hai lần đánh giá.");
        text.ShouldContain("Hai lần đánh giá dùng cùng các gói luật");
    }

    [Fact]
    public void Time_makes_deadlines_overdue_and_evidence_expire()
    {
        var before = PaperRun.Assess(Hospital, new DateOnly(2026, 2, 1));
        var now = PaperRun.Assess(Hospital);
        var expired = now.Requirements.SelectMany(system => system.Levels[0].Findings).Where(finding => finding.Documentation == Documentation.Expired).ToList();
        var text = PaperOutline.Of(Made(Hospital, before));

        text.ShouldContain("- Đầu tư phần cứng, phần mềm đáp ứng hồ sơ cấp độ đã phê duyệt (cả cơ quan): hạn 28/02/2026, trễ 266 ngày; lần trước: Sắp đến hạn.");
        expired.ShouldNotBeEmpty();
        expired.ShouldAllBe(finding => text.Contains($"{finding.Requirement.Title} ({finding.Requirement.Id}", StringComparison.Ordinal));
        text.ShouldContain("bằng chứng có giá trị đến 30/06/2026");
        text.ShouldContain("Không hệ thống nào đổi cấp độ.");
    }

    [Fact]
    public void A_level_that_a_fact_changed()
    {
        var earlier = PaperRun.Sample("bac-ninh-hospital", ("users: 42000", "users: 9000"));
        var document = Made(Hospital, PaperRun.Assess(earlier));
        var row = document.Tables().Select(table => table.Body()).First(rows => rows[0].Length == 4)[1];

        row[1].ShouldBe("cấp độ 2");
        row[2].ShouldBe("cấp độ 3");
        row[3].ShouldContain("9.000 người → 42.000 người");
        PaperOutline.Of(document).ShouldContain("1 hệ thống có cấp độ khác lần trước");
        PaperOutline.Of(document).ShouldContain("yêu cầu mới phải đáp ứng");
    }

    [Fact]
    public void A_level_that_another_law_changed()
    {
        var changes = AssessmentChanges.Between(PaperRun.Assess(Hospital, regime: "nd85-2016"), PaperRun.Assess(Hospital, regime: "nd331-2026"));

        changes.Levels.ShouldAllBe(change => change.LawChanged);
        changes.Packs.ShouldContain(change => change.Id == "nd85-2016" && change.Now == null);
        changes.Packs.ShouldContain(change => change.Id == "nd331-2026" && change.Before == null);
    }

    [Fact]
    public void An_answer_that_changed_is_told_with_both_results()
    {
        var answered = Hospital.Answers.First(answer => answer is { Status: AnswerStatus.Met, SystemId: "portal" } or { Status: AnswerStatus.Met, SystemId: null });
        var earlier = Hospital with { Answers = [.. Hospital.Answers.Select(answer => ReferenceEquals(answer, answered) ? answer with { Status = AnswerStatus.Unmet } : answer)] };
        var changes = AssessmentChanges.Between(PaperRun.Assess(earlier), PaperRun.Assess(Hospital));

        changes.Requirements.ShouldNotBeEmpty();
        changes.Requirements.ShouldAllBe(change => change.Now.Requirement.Id == answered.Requirement && change.Before.Status == RequirementStatus.Unmet);
        var text = PaperOutline.Of(Made(Hospital, PaperRun.Assess(earlier)));
        text.ShouldContain($"({answered.Requirement}) | ");
        text.ShouldContain($"{changes.Requirements.Count} yêu cầu đáp ứng tốt hơn, 0 yêu cầu đáp ứng kém hơn");
    }

    [Fact]
    public void Systems_that_came_and_went()
    {
        var earlier = Hospital with { Systems = [.. Hospital.Systems.Take(2), Hospital.Systems[2] with { Id = "old", Name = "Mạng cũ" }] };
        var rows = Made(Hospital, PaperRun.Assess(earlier)).Tables().Select(table => table.Body()).First(each => each[0].Length == 4);

        rows.ShouldContain(row => row[0] == "Mạng cũ" && row[2] == "không có" && row[3] == "hệ thống không còn được khai");
        rows.ShouldContain(row => row[0] == "Mạng nội bộ bệnh viện" && row[1] == "không có" && row[3] == "hệ thống mới khai");
    }

    [Fact]
    public void It_is_official_owner_and_operator_sign()
    {
        var signers = Made(Hospital, PaperRun.Assess(Hospital, new DateOnly(2026, 2, 1))).Blocks().OfType<SignatureBlock>().Single().Signers;

        signers.Select(signer => signer.FieldName).ShouldBe(["dai-dien-chu-quan", "dai-dien-van-hanh"]);
        signers.Select(signer => signer.Name?.ToString()).ShouldBe(["Lê Văn Mẫu", "Nguyễn Văn Mẫu"]);
    }

    // The representatives of the sample are offices, «Giám đốc Bệnh viện»: neither may stand where a name belongs.
    [Fact]
    public void What_only_the_bodies_can_say_is_asked_for_and_no_office_signs()
    {
        var undeclared = Hospital with { Papers = [] };
        var made = PaperRun.Make("reassessment", PaperRun.Request(undeclared, null, PaperRun.Assess(undeclared, new DateOnly(2026, 2, 1))));

        made.Document.ShouldBeNull();
        made.Missing.Select(missing => (missing.Name, missing.Where)).Distinct().ShouldBe(
        [
            ("paper.number", "mục papers.reassessment.number của hồ sơ"),
            ("paper.place", "mục papers.reassessment.place của hồ sơ"),
            ("paper.date", "mục papers.reassessment.date của hồ sơ"),
            ("signer.name", "mục papers.reassessment.signer.name hoặc owner.representative của hồ sơ"),
            ("operatorSigner.name", "mục papers.reassessment.operatorSigner.name hoặc operator.representative của hồ sơ"),
        ]);
    }

    [Fact]
    public void Copies_go_where_the_dossier_says_and_else_to_both_bodies()
    {
        var before = PaperRun.Assess(Hospital, new DateOnly(2026, 2, 1));
        var silent = Hospital with { Papers = [.. Hospital.Papers.Select(paper => paper with { Copies = [] })] };

        Copies(Hospital).ShouldBe(["Bệnh viện đa khoa mẫu Bắc Ninh", "Lưu: VT, ATTT"]);
        Copies(silent).ShouldBe(["Sở Y tế tỉnh Bắc Ninh", "Bệnh viện đa khoa mẫu Bắc Ninh", "Lưu: VT"]);

        IEnumerable<string> Copies(Dossier dossier) => Made(dossier, before).Blocks().OfType<SignatureBlock>().Single().Distribution.Select(line => line.ToString());
    }

    [Fact]
    public void An_undetermined_level_stops_it()
    {
        var dossier = PaperRun.Sample("incomplete");
        var made = PaperRun.Make("reassessment", PaperRun.Request(dossier, null, PaperRun.Assess(dossier, new DateOnly(2026, 2, 1))));

        made.Document.ShouldBeNull();
        made.Missing.ShouldContain(missing => missing.Name == "level");
    }

    [Fact]
    public void Approved_text() => Golden.Approve("reassessment-bac-ninh-hospital", Made(Hospital, PaperRun.Assess(PaperRun.Sample("bac-ninh-hospital", ("users: 42000", "users: 9000")), new DateOnly(2026, 2, 1))));

    private static Document Made(Dossier dossier, Rules.Assessments.Assessment before)
    {
        var assessment = PaperRun.Assess(dossier);
        return PaperRun.Made("reassessment", new PaperRequest(dossier, PaperRun.Packs, assessment) { Created = PaperRun.Created, Previous = before, Override = Record });
    }
}
