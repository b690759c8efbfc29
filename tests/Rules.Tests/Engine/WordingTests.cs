using EmrSec.Rules.Conditions;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Tests.Engine;

/// <summary>What the engine says in Vietnamese, word for word.</summary>
public class WordingTests
{
    [Theory]
    [InlineData("{ system.function: internal }", "nội bộ", "không phải nội bộ")]
    [InlineData("{ system.function: { in: [internal, infrastructure] } }", "nội bộ hoặc hạ tầng", "không phải nội bộ, hạ tầng")]
    [InlineData("{ system.function: { notIn: [internal] } }", "không phải nội bộ", "nội bộ")]
    [InlineData("{ system.continuous: true }", "có", "không phải có")]
    [InlineData("{ system.continuous: false }", "không", "không phải không")]
    [InlineData("{ system.information: { anyOf: [private, personal] } }", "có thông tin riêng hoặc thông tin cá nhân", "không có thông tin riêng, thông tin cá nhân")]
    [InlineData("{ system.information: { noneOf: [state-secret] } }", "không có bí mật nhà nước", "có bí mật nhà nước")]
    [InlineData("{ system.information: { allOf: [private, personal] } }", "có đủ thông tin riêng, thông tin cá nhân", "không có đủ thông tin riêng, thông tin cá nhân")]
    [InlineData("{ system.information: { allOf: [private] } }", "có thông tin riêng", "không có thông tin riêng")]
    [InlineData("{ system.information: { onlyOf: [public] } }", "chỉ có thông tin công cộng", "không chỉ có thông tin công cộng")]
    [InlineData("{ system.onlineServices: { empty: true } }", "không có mục nào", "có ít nhất một mục")]
    [InlineData("{ system.onlineServices: { empty: false } }", "có ít nhất một mục", "không có mục nào")]
    [InlineData("{ system.users: 10000 }", "đúng 10.000 người", "không (đúng 10.000 người)")]
    [InlineData("{ system.users: { lessThan: 10000 } }", "dưới 10.000 người", "không (dưới 10.000 người)")]
    [InlineData("{ system.users: { atMost: 10000 } }", "dưới 10.001 người", "không (dưới 10.001 người)")]
    [InlineData("{ system.users: { atLeast: 10000 } }", "từ 10.000 người trở lên", "không (từ 10.000 người trở lên)")]
    [InlineData("{ system.users: { moreThan: 10000 } }", "từ 10.001 người trở lên", "không (từ 10.001 người trở lên)")]
    [InlineData("{ system.assignedLevel: none }", "không có quyết định", "có")]
    [InlineData("{ system.assignedLevel: { none: false } }", "có", "không có quyết định")]
    [InlineData("{ milestones.emrCompleted: { before: 2026-07-01 } }", "chậm nhất ngày 30/06/2026", "không (chậm nhất ngày 30/06/2026)")]
    [InlineData("{ milestones.emrCompleted: { onOrBefore: 2026-06-30 } }", "chậm nhất ngày 30/06/2026", "không (chậm nhất ngày 30/06/2026)")]
    [InlineData("{ milestones.emrCompleted: { on: 2026-06-30 } }", "đúng ngày 30/06/2026", "không (đúng ngày 30/06/2026)")]
    [InlineData("{ milestones.emrCompleted: { onOrAfter: 2026-06-30 } }", "từ ngày 30/06/2026", "không (từ ngày 30/06/2026)")]
    [InlineData("{ milestones.emrCompleted: { after: 2026-06-30 } }", "từ ngày 01/07/2026", "không (từ ngày 01/07/2026)")]
    [InlineData("{ milestones.emrCompleted: { done: true } }", "đã thực hiện", "chưa hoàn thành")]
    [InlineData("{ milestones.emrCompleted: { done: false } }", "chưa hoàn thành", "đã thực hiện")]
    public void A_comparison_says_what_it_asks_for_and_its_opposite(string yaml, string needs, string otherwise)
    {
        var comparison = TestLaw.Comparison(yaml);
        ConditionText.Needs(comparison).ShouldBe(needs);
        ConditionText.Needs(comparison, negated: true).ShouldBe(otherwise);
        ConditionText.Describe(comparison).ShouldBe($"{comparison.Fact.Label}: {needs}");
    }

    [Fact]
    public void Between_two_bounds_both_are_said()
    {
        var comparison = new FactCondition(default, TestLaw.Fact("system.users"), FactOperator.Between, 0, 1000, 9999);
        ConditionText.Needs(comparison).ShouldBe("từ 1.000 người đến 9.999 người");
        ConditionText.Needs(comparison with { Low = FactCondition.Lowest, High = FactCondition.Highest }).ShouldBe("bất kỳ");
    }

    [Fact]
    public void A_whole_condition_is_said_in_indented_lines()
    {
        var (condition, _) = TestLaw.Read("""
            all:
              - system.function: internal
              - any:
                  - not: { system.continuous: true }
                  - not: { all: [{ system.users: 1 }] }
              - anyComponent: { system.users: { atLeast: 5 } }
              - everyComponent: { always: true }
            """);
        string.Join('\n', ConditionText.Lines(condition!)).ShouldBe("""
            tất cả các điều sau:
              Loại hình: nội bộ
              ít nhất một trong các điều sau:
                Vận hành 24/7: không phải có
                không phải:
                  tất cả các điều sau:
                    Số người sử dụng: đúng 1 người
              có hệ thống thành phần mà:
                Số người sử dụng: từ 5 người trở lên
              mọi hệ thống thành phần:
                luôn đúng
            """);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(7, "7")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.000")]
    [InlineData(10_000, "10.000")]
    [InlineData(123_456, "123.456")]
    [InlineData(2_000_000_000, "2.000.000.000")]
    [InlineData(-1, "-1")]
    [InlineData(-999, "-999")]
    [InlineData(-1000, "-1.000")]
    [InlineData(-123_456, "-123.456")]
    public void A_number_has_its_thousands_separated_by_points(long number, string expected) => FactText.Number(number).ShouldBe(expected);

    [Fact]
    public void A_day_is_day_month_year_whatever_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            // Years of the Buddhist era and digits of another script must not come out.
            foreach (var culture in new[] { "vi-VN", "en-US", "th-TH", "ar-SA", "fa-IR" })
            {
                System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
                FactText.Date(new DateOnly(2026, 2, 5)).ShouldBe("05/02/2026");
                FactText.Number(10_000).ShouldBe("10.000");
                FactText.ToYaml(TestLaw.Fact("milestones.emrCompleted"), FactValue.Of(new DateOnly(2026, 2, 5))).ShouldBe("2026-02-05");
                FactText.ToYaml(TestLaw.Fact("system.users"), FactValue.Of(-5)).ShouldBe("-5");
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_value_reads_for_people_and_as_the_dossier_writes_it()
    {
        void Reads(string fact, FactValue value, string forPeople, string inTheDossier)
        {
            FactText.Describe(TestLaw.Fact(fact), value).ShouldBe(forPeople);
            FactText.ToYaml(TestLaw.Fact(fact), value).ShouldBe(inTheDossier);
        }

        Reads("system.continuous", FactValue.Of(true), "có", "true");
        Reads("system.continuous", FactValue.Of(false), "không", "false");
        Reads("system.function", FactValue.OfOption(1), "phục vụ người dân", "citizens-business");
        Reads("system.information", FactValue.OfItems(6), "thông tin riêng, thông tin cá nhân", "[private, personal]");
        Reads("system.onlineServices", FactValue.OfItems(0), "không có", "[]");
        Reads("system.users", FactValue.Of(42_000), "42.000 người", "42000");
        Reads("system.assignedLevel", FactValue.None, "không có quyết định", "none");
        Reads("system.assignedLevel", FactValue.Of(5), "5", "5");
        Reads("milestones.emrCompleted", FactValue.None, "chưa hoàn thành", "none");
        FactText.Describe(TestLaw.Fact("facility.name"), FactValue.Of("Bệnh viện")).ShouldBe("Bệnh viện");
        Should.Throw<ArgumentException>(() => FactText.ToYaml(TestLaw.Fact("facility.name"), FactValue.Of("Bệnh viện")));
    }

    [Theory]
    [InlineData("9", null, null, null, "85/2016/NĐ-CP, Điều 9")]
    [InlineData("9", "2", null, null, "85/2016/NĐ-CP, Điều 9, khoản 2")]
    [InlineData("9", "2", "c", null, "85/2016/NĐ-CP, Điều 9, khoản 2, điểm c")]
    [InlineData(null, null, null, "II.1", "85/2016/NĐ-CP, mục II.1")]
    [InlineData("9", "1", null, "2", "85/2016/NĐ-CP, mục 2, Điều 9, khoản 1")]
    public void A_citation_reads_as_lawyers_write_it(string? article, string? clause, string? point, string? section, string expected) =>
        new Citation("85/2016/NĐ-CP", article, clause, point, section).ToString().ShouldBe(expected);

    [Fact]
    public void A_finding_is_one_line()
    {
        var position = new SourcePosition("hồ sơ.yaml", 3, 7);
        new Diagnostic("KD001", DiagnosticSeverity.Error, position, "sai", "sửa").ToString().ShouldBe("hồ sơ.yaml:3:7: lỗi KD001: sai; sửa");
        new Diagnostic("KD001", DiagnosticSeverity.Warning, SourcePosition.Whole("a.yaml"), "lạ").ToString().ShouldBe("a.yaml: cảnh báo KD001: lạ");
        new Diagnostic("KD001", DiagnosticSeverity.Note, position, "hay").ToString().ShouldBe("hồ sơ.yaml:3:7: lưu ý KD001: hay");
    }

    [Fact]
    public void Findings_beyond_the_limit_are_counted_and_an_error_among_them_still_counts()
    {
        var bag = new DiagnosticBag();
        for (var i = 0; i < DiagnosticBag.Limit + 5; i++)
        {
            bag.Warning("KD010", default, "x");
        }

        bag.HasErrors.ShouldBeFalse();
        bag.Error("KD001", default, "y");
        (bag.Items.Count, bag.Dropped, bag.HasErrors).ShouldBe((DiagnosticBag.Limit, 6, true));
    }

    [Theory]
    [InlineData("usres", "users")]
    [InlineData("Users", "users")]
    [InlineData("user", "users")]
    [InlineData("uesrs", "users")]
    [InlineData("functoin", "function")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_a_slip_of_the_pen_away(string written, string? expected) =>
        NearestName.Find(written, ["function", "information", "users", "uses"]).ShouldBe(expected);

    [Fact]
    public void Of_names_equally_near_the_first_in_ordinal_order_is_meant()
    {
        NearestName.Find("bat", ["cat", "Bat-", "bas"]).ShouldBe("Bat-");
        NearestName.Find("bat", ["rat", "hat"]).ShouldBe("hat");
        NearestName.Find(new string('a', 81), [new string('a', 81)]).ShouldBeNull("nobody means a name this long");
    }
}
