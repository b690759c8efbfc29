using EmrSec.Reports.Papers;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Tests.Papers;

/// <summary>Every letter of the way a dossier takes, under both laws, from the sample hospital.</summary>
public sealed class LetterTests
{
    private static readonly string[] Laws = [LetterDossiers.Nd85, LetterDossiers.Nd331];

    /// <summary>Which letters there are at each level.</summary>
    private static readonly Dictionary<int, string[]> Way = new()
    {
        [2] = ["request-approval", "decision", "yearly-report"],
        [3] = ["request-appraisal", "appraisal", "submission", "decision", "yearly-report"],
        [4] = ["request-opinion", "request-appraisal", "appraisal", "submission", "decision", "yearly-report"],
        [5] = ["request-opinion", "request-appraisal", "appraisal", "submission", "decision-plan", "yearly-report"],
    };

    public static TheoryData<string, int, string> Made => Rows((level, kind) => Way[level].Contains(kind));

    public static TheoryData<string, int, string> NotMade => Rows((level, kind) => !Way[level].Contains(kind) && (level, kind) is not (2, "appraisal"));

    [Theory]
    [MemberData(nameof(Made))]
    public void A_complete_dossier_gives_every_letter_of_its_level(string law, int level, string kind)
    {
        var made = LetterDossiers.Make(kind, LetterDossiers.Request(law, level, edit: AsOfLevel2));

        made.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        made.Missing.ShouldBeEmpty();
        made.WhyNot.ShouldBeNull();
        var document = made.Document.ShouldNotBeNull();
        document.IsDraft.ShouldBeFalse();
        document.Info.Keywords.ShouldContain($"Mẫu số 0{made.Kind.Form}, Phụ lục Nghị định {(law == LetterDossiers.Nd85 ? "85/2016/NĐ-CP" : "331/2026/NĐ-CP")}");
        var text = PaperText.Of(document);
        text.ShouldNotContain("{{");
        text.ShouldNotContain("[chưa có");
        text.ShouldNotContain("..");
        text.ShouldContain("[nguoi-ky, con-dau]");

        string AsOfLevel2(string whole) => level == 2 ? LevelTwo(whole) : whole;
    }

    [Theory]
    [MemberData(nameof(NotMade))]
    public void A_letter_that_the_law_does_not_have_at_a_level_says_why_and_what_to_use(string law, int level, string kind)
    {
        var made = LetterDossiers.Make(kind, LetterDossiers.Request(law, level));

        made.Document.ShouldBeNull();
        made.WhyNot.ShouldNotBeNull().ShouldContain("dùng ");
        Way[level].ShouldContain(used => made.WhyNot!.Contains($"dùng {used}"));
    }

    [Theory]
    [InlineData(LetterDossiers.Nd85, "an toàn thông tin", "an ninh mạng")]
    [InlineData(LetterDossiers.Nd331, "an ninh mạng", "Thông tư số 12/2022/TT-BTTTT")]
    public void Each_law_has_its_own_words_and_grounds(string law, string own, string other)
    {
        var request = LetterDossiers.Request(law, 3);
        foreach (var kind in Way[3])
        {
            var text = PaperText.Of(LetterDossiers.Make(kind, request).Document!);
            text.ShouldContain(own, Case.Insensitive, kind);
            text.ShouldNotContain(other, Case.Insensitive, kind);
        }
    }

    [Fact]
    public void Under_nd85_within_the_transition_the_new_law_is_the_ground()
    {
        var request = LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: text => text.Replace("date: 2026-01-15", "date: 2026-11-15"));
        var text = PaperText.Of(LetterDossiers.Make("decision", request).Document!);

        text.ShouldContain("Căn cứ khoản 1 Điều 39 Nghị định số 331/2026/NĐ-CP ngày 19 tháng 8 năm 2026");
        text.ShouldContain("Căn cứ Nghị định số 85/2016/NĐ-CP ngày 01 tháng 7 năm 2016");
        text.ShouldNotContain("Luật An toàn thông tin mạng");
    }

    [Fact]
    public void The_highest_level_leads_and_every_system_keeps_its_own()
    {
        var text = PaperText.Of(LetterDossiers.Make("request-appraisal", LetterDossiers.Request(LetterDossiers.Nd85, 3)).Document!);

        text.ShouldContain("Hệ thống thông tin bệnh viện: cấp độ 2 (hai)");
        text.ShouldContain("Cổng thông tin người bệnh (đăng ký khám, tra cứu kết quả): cấp độ 3 (ba)");
        text.ShouldContain("Kính gửi: Tổ an toàn thông tin, Sở Y tế tỉnh Bắc Ninh\n");
        text.ShouldContain("[V/v đề nghị thẩm định hồ sơ đề xuất cấp độ 03 hệ thống thông tin của Bệnh viện đa khoa mẫu Bắc Ninh]");
    }

    [Fact]
    public void The_decision_refers_to_the_appraisal_and_the_submission_and_is_issued_in_the_owners_power()
    {
        var text = PaperText.Of(LetterDossiers.Make("decision", LetterDossiers.Request(LetterDossiers.Nd85, 3)).Document!);

        text.ShouldStartWith("# Quyết định phê duyệt cấp độ an toàn hệ thống thông tin");
        text.ShouldContain("[Ủy ban nhân dân tỉnh Bắc Ninh] [Sở Y tế tỉnh Bắc Ninh] [Số: 38/QĐ-SYT]");
        text.ShouldContain("Giám đốc Sở Y tế tỉnh Bắc Ninh\n");
        text.ShouldContain("Căn cứ Ý kiến thẩm định số 09/ATTT-TĐ ngày 24 tháng 12 năm 2025 của Tổ an toàn thông tin, Sở Y tế tỉnh Bắc Ninh");
        text.ShouldContain("Theo đề nghị của Bệnh viện đa khoa mẫu Bắc Ninh tại Tờ trình số 03/TTr-BVĐKM ngày 07 tháng 01 năm 2026");
        text.ShouldContain("KT. Giám đốc / Phó Giám đốc [nguoi-ky, con-dau] Lê Văn Mẫu");
    }

    [Fact]
    public void At_level_5_the_plan_is_approved_and_no_level()
    {
        var text = PaperText.Of(LetterDossiers.Make("decision-plan", LetterDossiers.Request(LetterDossiers.Nd331, 5)).Document!);

        text.ShouldContain("Điều 1. Phê duyệt phương án bảo vệ an ninh mạng đối với");
        text.ShouldContain("Tiêu chuẩn quốc gia TCVN 14423:2026");
        text.ShouldNotContain("(năm)");
    }

    [Fact]
    public void From_level_4_the_opinion_of_the_security_unit_is_enclosed_but_not_with_the_request_for_it()
    {
        var request = LetterDossiers.Request(LetterDossiers.Nd85, 4);
        const string Opinion = "Ý kiến về mặt chuyên môn của đơn vị chuyên trách về an toàn thông tin của chủ quản hệ thống thông tin (số 07/ATTT-YK";

        PaperText.Of(LetterDossiers.Make("request-appraisal", request).Document!).ShouldContain("5. " + Opinion);
        PaperText.Of(LetterDossiers.Make("request-opinion", request).Document!).ShouldNotContain("chuyên môn của đơn vị chuyên trách");
        PaperText.Of(LetterDossiers.Make("submission", request).Document!).ShouldContain("6. Ý kiến thẩm định số 09/ATTT-TĐ");
    }

    [Fact]
    public void A_ministry_that_appraises_is_asked_in_the_name_that_the_dossier_gives()
    {
        PaperText.Of(LetterDossiers.Make("request-appraisal", LetterDossiers.Request(LetterDossiers.Nd85, 4)).Document!).ShouldContain("Kính gửi: Bộ Mẫu\n");
        PaperText.Of(LetterDossiers.Make("request-appraisal", LetterDossiers.Request(LetterDossiers.Nd331, 4, edit: text => text.Replace("    issuer: Bộ Mẫu\n", ""))).Document!).ShouldContain("Kính gửi: Bộ Công an\n");
    }

    [Fact]
    public void An_unfit_dossier_is_told_what_is_not_fit()
    {
        var request = LetterDossiers.Request(LetterDossiers.Nd85, 3, edit: text => text.Replace("result: fit", "result: unfit\n    unfit: [Chưa có tường lửa ứng dụng web., Thiếu mô hình vật lý]"));
        var text = PaperText.Of(LetterDossiers.Make("appraisal", request).Document!);

        text.ShouldContain("chưa phù hợp ở những nội dung sau:\n- Chưa có tường lửa ứng dụng web;\n- Thiếu mô hình vật lý.\n");
        text.ShouldNotContain("đủ điều kiện trình");
        LetterDossiers.Make("decision", request).Diagnostics.ShouldContain(item => item.Message == "ý kiến thẩm định kết luận hồ sơ chưa phù hợp");
    }

    [Fact]
    public void The_same_request_gives_the_same_letter()
    {
        var request = LetterDossiers.Request(LetterDossiers.Nd331, 3);
        PaperText.Of(LetterDossiers.Make("appraisal", request).Document!).ShouldBe(PaperText.Of(LetterDossiers.Make("appraisal", request).Document!));
    }

    // At level 2 the security unit decides: it has no seal of the owner above it.
    internal static string LevelTwo(string text) => text
        .Replace("    superior: Ủy ban nhân dân tỉnh Bắc Ninh\n    copies: [Như Điều 3", "    copies: [Như Điều 3")
        .Replace("titles: [KT. Giám đốc, Phó Giám đốc]", "titles: [Tổ trưởng]");

    private static TheoryData<string, int, string> Rows(Func<int, string, bool> isOne)
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var law in Laws)
        {
            foreach (var level in Way.Keys)
            {
                foreach (var kind in Kinds().Where(kind => isOne(level, kind)))
                {
                    rows.Add(law, level, kind);
                }
            }
        }

        return rows;
    }

    private static IEnumerable<string> Kinds() => PaperKind.All.Where(kind => kind.Form is not null).Select(kind => kind.Id);
}
