using EmrSec.Rules.Conditions;

namespace EmrSec.Rules.Tests.Engine;

public class ConditionReaderTests
{
    [Fact]
    public void A_fact_that_is_not_declared_is_an_error_at_its_place_with_the_nearest_right_name()
    {
        var (condition, diagnostics) = TestLaw.Read("all:\n  - { system.continuous: true }\n  - { system.usres: { atLeast: 10000 } }\n");
        condition.ShouldBeNull();
        diagnostics.ShouldBe(["r.yaml:3:7: lỗi LU014: chưa khai báo dữ kiện «system.usres»; có phải ý anh/chị là «system.users»? (did you mean system.users?)"]);
    }

    [Fact]
    public void Several_mistakes_in_one_condition_are_all_reported()
    {
        var (condition, diagnostics) = TestLaw.Read("any:\n  - { system.function: intern }\n  - not: { system.users: many }\n  - anyComponnent: { always: true }\n");
        condition.ShouldBeNull();
        diagnostics.Select(finding => finding[..22]).ShouldBe(["r.yaml:2:24: lỗi KD004", "r.yaml:3:26: lỗi KD007", "r.yaml:4:5: lỗi LU014:"]);
        diagnostics[2].ShouldEndWith("có phải ý anh/chị là «anyComponent»? (did you mean anyComponent?)");
    }

    [Theory]
    [InlineData("{ system.function: internl }", "r.yaml:1:20: lỗi KD004: «function» không nhận giá trị «internl»; có phải ý anh/chị là «internal»?")]
    [InlineData("{ system.function: { in: [internal, portal] } }", "r.yaml:1:37: lỗi KD004: «system.function» không nhận giá trị «portal»; các giá trị: internal, citizens-business, infrastructure")]
    [InlineData("{ system.information: { anyOf: [secret] } }", "r.yaml:1:33: lỗi KD004: «system.information» không nhận giá trị «secret»; các giá trị: public, private, personal, state-secret")]
    [InlineData("{ system.continuous: 1 }", "r.yaml:1:22: lỗi KD006: «continuous» nhận true (có) hoặc false (không), không nhận «1»")]
    [InlineData("{ system.users: \"5\" }", "r.yaml:1:17: lỗi KD007: «users» phải là số, không phải chữ «5»; bỏ dấu nháy")]
    [InlineData("{ system.users: { atLeast: 10.000 } }", "r.yaml:1:28: lỗi KD007: «users» phải là số nguyên, không nhận «10.000»; viết liền các chữ số, không dấu chấm, không đơn vị: 10000")]
    [InlineData("{ system.users: { lessThan: -1 } }", "r.yaml:1:29: lỗi KD008: «users» phải từ 0 đến 2000000000, không nhận -1")]
    [InlineData("{ milestones.emrCompleted: { before: 2026-02-30 } }", "r.yaml:1:38: lỗi KD005: «emrCompleted»: lịch không có ngày «2026-02-30»; kiểm tra lại ngày và tháng (năm-tháng-ngày)")]
    [InlineData("{ milestones.emrCompleted: { before: issued } }", "r.yaml:1:38: lỗi KD005: «emrCompleted» phải là ngày, không nhận «issued»; viết năm-tháng-ngày, ví dụ 2026-02-28")]
    public void An_operand_of_the_wrong_type_or_value_is_an_error(string yaml, string expected) => Refused(yaml, expected);

    [Theory]
    [InlineData("{ system.users: { atLest: 5 } }", "r.yaml:1:19: lỗi LU018: «system.users» không có phép so sánh «atLest»; có phải ý anh/chị là «atLeast»? (did you mean atLeast?)")]
    [InlineData("{ system.users: { anyOf: [1] } }", "r.yaml:1:19: lỗi LU018: «system.users» không có phép so sánh «anyOf»; các phép: equals, lessThan, atMost, atLeast, moreThan, none")]
    [InlineData("{ system.function: { atLeast: internal } }", "r.yaml:1:22: lỗi LU018: «system.function» không có phép so sánh «atLeast»; các phép: in, notIn")]
    [InlineData("{ system.information: { in: [private] } }", "r.yaml:1:25: lỗi LU018: «system.information» không có phép so sánh «in»; các phép: anyOf, allOf, noneOf, onlyOf, empty")]
    [InlineData("{ milestones.emrCompleted: { atLeast: 2026-01-01 } }", "r.yaml:1:30: lỗi LU018: «milestones.emrCompleted» không có phép so sánh «atLeast»; các phép: before, onOrBefore, on, onOrAfter, after, done, none")]
    [InlineData("{ system.continuous: { in: [true] } }", "r.yaml:1:24: lỗi LU018: «system.continuous» không có phép so sánh «in»; viết thẳng true hoặc false")]
    [InlineData("{ system.information: private }", "r.yaml:1:23: lỗi LU017: «system.information» cần một phép so sánh; các phép: anyOf, allOf, noneOf, onlyOf, empty")]
    [InlineData("{ milestones.emrCompleted: 2026-01-01 }", "r.yaml:1:28: lỗi LU017: «milestones.emrCompleted» cần một phép so sánh; các phép: before, onOrBefore, on, onOrAfter, after, done, none")]
    [InlineData("{ system.users: {} }", "r.yaml:1:17: lỗi LU017: «system.users» cần một phép so sánh")]
    [InlineData("{ system.users: [5] }", "r.yaml:1:17: lỗi KD002: «users» (Số người sử dụng) phải là một giá trị đơn")]
    [InlineData("{ system.information: { anyOf: private } }", "r.yaml:1:32: lỗi LU013: cần một danh sách giá trị, ít nhất một; viết [a, b]")]
    [InlineData("{ system.information: { anyOf: [] } }", "r.yaml:1:32: lỗi LU013: cần một danh sách giá trị, ít nhất một; viết [a, b]")]
    [InlineData("{ system.information: { empty: 1 } }", "r.yaml:1:32: lỗi KD006: «phép so sánh này» nhận true (có) hoặc false (không), không nhận «1»")]
    [InlineData("{ milestones.emrCompleted: { done: [true] } }", "r.yaml:1:36: lỗi LU011: phép so sánh này nhận true hoặc false")]
    [InlineData("{ system.assignedLevel: { atLeast: none } }", "r.yaml:1:36: lỗi LU019: không so sánh được với none; dùng {none: true}")]
    public void An_operator_must_go_with_the_type_of_its_fact(string yaml, string expected) => Refused(yaml, expected);

    [Theory]
    [InlineData("[]", "r.yaml:1:1: lỗi LU010: điều kiện phải là đúng một cặp «tên: giá trị»; nhiều điều kiện thì đặt trong all: [...] hoặc any: [...]")]
    [InlineData("{ system.users: 5, system.continuous: true }", "r.yaml:1:1: lỗi LU010: điều kiện phải là đúng một cặp «tên: giá trị»; nhiều điều kiện thì đặt trong all: [...] hoặc any: [...]")]
    [InlineData("all: []", "r.yaml:1:6: lỗi LU013: cần một danh sách điều kiện, ít nhất một")]
    [InlineData("any: { system.users: 5 }", "r.yaml:1:6: lỗi LU013: cần một danh sách điều kiện, ít nhất một")]
    [InlineData("not:", "r.yaml:1:5: lỗi LU010: điều kiện phải là đúng một cặp «tên: giá trị»; nhiều điều kiện thì đặt trong all: [...] hoặc any: [...]")]
    [InlineData("always: false", "r.yaml:1:9: lỗi LU011: «always» chỉ nhận true")]
    [InlineData("facility.name: x", "r.yaml:1:1: lỗi LU015: «facility.name» là chữ, không dùng được trong điều kiện")]
    public void A_condition_is_one_pair(string yaml, string expected) => Refused(yaml, expected);

    [Theory]
    [InlineData("system.users: 5", "r.yaml:1:1: lỗi LU016: không hỏi được «system.users» ở đây; nghĩa vụ của cơ sở chỉ hỏi dữ kiện của cơ sở và các mốc")]
    [InlineData("anyComponent: { always: true }", "r.yaml:1:1: lỗi LU012: «anyComponent» chỉ dùng trong tiêu chí của hệ thống")]
    public void An_obligation_asks_nothing_of_systems(string yaml, string expected)
    {
        var (condition, diagnostics) = TestLaw.Read(yaml, ofFacility: true);
        condition.ShouldBeNull();
        diagnostics.ShouldBe([expected]);
    }

    [Theory]
    [InlineData("{ system.users: 5 }", FactOperator.Between, 0, 5, 5)]
    [InlineData("{ system.users: { equals: 5 } }", FactOperator.Between, 0, 5, 5)]
    [InlineData("{ system.users: { lessThan: 5 } }", FactOperator.Between, 0, FactCondition.Lowest, 4)]
    [InlineData("{ system.users: { atMost: 5 } }", FactOperator.Between, 0, FactCondition.Lowest, 5)]
    [InlineData("{ system.users: { atLeast: 5 } }", FactOperator.Between, 0, 5, FactCondition.Highest)]
    [InlineData("{ system.users: { moreThan: 5 } }", FactOperator.Between, 0, 6, FactCondition.Highest)]
    [InlineData("{ system.assignedLevel: none }", FactOperator.IsNone, 0, 0, 0)]
    [InlineData("{ system.assignedLevel: { none: true } }", FactOperator.IsNone, 0, 0, 0)]
    [InlineData("{ system.assignedLevel: { none: false } }", FactOperator.IsSome, 0, 0, 0)]
    [InlineData("{ milestones.emrCompleted: { done: true } }", FactOperator.IsSome, 0, 0, 0)]
    [InlineData("{ milestones.emrCompleted: { done: false } }", FactOperator.IsNone, 0, 0, 0)]
    [InlineData("{ system.continuous: false }", FactOperator.In, 1, 0, 0)]
    [InlineData("{ system.continuous: true }", FactOperator.In, 2, 0, 0)]
    [InlineData("{ system.function: citizens-business }", FactOperator.In, 2, 0, 0)]
    [InlineData("{ system.function: { in: [internal, infrastructure] } }", FactOperator.In, 5, 0, 0)]
    [InlineData("{ system.function: { notIn: [internal] } }", FactOperator.NotIn, 1, 0, 0)]
    [InlineData("{ system.information: { anyOf: [private, personal] } }", FactOperator.AnyOf, 6, 0, 0)]
    [InlineData("{ system.information: { allOf: [private, personal] } }", FactOperator.AllOf, 6, 0, 0)]
    [InlineData("{ system.information: { noneOf: [state-secret] } }", FactOperator.NoneOf, 8, 0, 0)]
    [InlineData("{ system.information: { onlyOf: [public] } }", FactOperator.OnlyOf, 1, 0, 0)]
    [InlineData("{ system.information: { empty: true } }", FactOperator.Empty, 0, 0, 0)]
    [InlineData("{ system.information: { empty: false } }", FactOperator.NotEmpty, 0, 0, 0)]
    public void Each_operator_reads_as_its_comparison(string yaml, FactOperator how, long items, long low, long high)
    {
        var comparison = TestLaw.Comparison(yaml);
        (comparison.Operator, comparison.Items, comparison.Low, comparison.High).ShouldBe((how, items, low, high));
    }

    [Theory]
    [InlineData("before: 2026-06-30", null, "2026-06-29")]
    [InlineData("onOrBefore: 2026-06-30", null, "2026-06-30")]
    [InlineData("on: 2026-06-30", "2026-06-30", "2026-06-30")]
    [InlineData("onOrAfter: 2026-06-30", "2026-06-30", null)]
    [InlineData("after: 2026-06-30", "2026-07-01", null)]
    [InlineData("onOrBefore: due", null, "2026-06-30")]
    [InlineData("after: due", "2026-07-01", null)]
    public void Days_are_compared_inclusively_and_may_be_named(string how, string? first, string? last)
    {
        var comparison = TestLaw.Comparison($"milestones.emrCompleted: {{ {how} }}");
        comparison.Low.ShouldBe(first is null ? FactCondition.Lowest : DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture).DayNumber);
        comparison.High.ShouldBe(last is null ? FactCondition.Highest : DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture).DayNumber);
    }

    [Fact]
    public void A_quoted_name_of_a_day_is_a_text() =>
        Refused("milestones.emrCompleted: { onOrBefore: \"due\" }", "r.yaml:1:40: lỗi KD005: «emrCompleted» phải là ngày, không nhận «due»; viết năm-tháng-ngày, ví dụ 2026-02-28");

    [Fact]
    public void Two_operators_must_both_hold()
    {
        var (condition, _) = TestLaw.Read("system.users: { atLeast: 1, lessThan: 5 }");
        var both = condition.ShouldBeOfType<AllCondition>().Items.Cast<FactCondition>().ToList();
        both.Select(each => (each.Low, each.High)).ShouldBe([(1, FactCondition.Highest), (FactCondition.Lowest, 4)]);
    }

    [Fact]
    public void Combinations_keep_their_order_and_place()
    {
        var (condition, _) = TestLaw.Read("all:\n  - not: { always: true }\n  - everyComponent:\n      any:\n        - { system.users: 1 }\n");
        var all = condition.ShouldBeOfType<AllCondition>();
        all.Items[0].ShouldBeOfType<NotCondition>().Inner.ShouldBeOfType<AlwaysCondition>().Position.Line.ShouldBe(2);
        var every = all.Items[1].ShouldBeOfType<ComponentCondition>();
        every.Every.ShouldBeTrue();
        every.Inner.ShouldBeOfType<AnyCondition>().Items[0].ShouldBeOfType<FactCondition>().Position.ToString().ShouldBe("r.yaml:5:13");
    }

    private static void Refused(string yaml, string expected)
    {
        var (condition, diagnostics) = TestLaw.Read(yaml);
        condition.ShouldBeNull();
        diagnostics.ShouldBe([expected]);
    }
}
