using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Tests.Engine;

public class FactReaderTests
{
    [Theory]
    [InlineData("function: internal", "system.function", "internal")]
    [InlineData("information: [personal, private]", "system.information", "[private, personal]")]
    [InlineData("onlineServices: []", "system.onlineServices", "[]")]
    [InlineData("users: 0", "system.users", "0")]
    [InlineData("assignedLevel: none", "system.assignedLevel", "none")]
    [InlineData("assignedLevel: 5", "system.assignedLevel", "5")]
    [InlineData("continuous: false", "system.continuous", "false")]
    [InlineData("continuous: True", "system.continuous", "true")]
    [InlineData("dataSubjects: { basic: 12 }", "system.dataSubjects.basic", "12")]
    public void A_value_reads_as_it_is_written(string yaml, string fact, string expected)
    {
        var (facts, diagnostics) = Read(yaml);
        diagnostics.ShouldBeEmpty();
        facts.TryGet(TestLaw.Fact(fact), out var declared).ShouldBeTrue();
        FactText.ToYaml(TestLaw.Fact(fact), declared!.Value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("function: intrenal", "d.yaml:1:11: lỗi KD004: «function» không nhận giá trị «intrenal»; có phải ý anh/chị là «internal»?")]
    [InlineData("function: [internal]", "d.yaml:1:11: lỗi KD002: «function» (Loại hình) phải là một giá trị đơn")]
    [InlineData("information: private", "d.yaml:1:14: lỗi KD002: «information» (Loại thông tin) phải là một danh sách; viết trong ngoặc vuông, kể cả khi chỉ có một: [a]; không có gì: []")]
    [InlineData("information: []", "d.yaml:1:14: lỗi KD009: «information» (Loại thông tin) không được để danh sách trống; chưa biết thì xoá dòng này: để trống nghĩa là chưa khai")]
    [InlineData("information: [private, [personal]]", "d.yaml:1:24: lỗi KD002: mỗi mục của «information» phải là một giá trị đơn")]
    [InlineData("information: [private, secret]", "d.yaml:1:24: lỗi KD004: «information» không nhận giá trị «secret»; các giá trị: public, private, personal, state-secret")]
    [InlineData("users: -1", "d.yaml:1:8: lỗi KD008: «users» phải từ 0 đến 2000000000, không nhận -1")]
    [InlineData("users: 99999999999999999999", "d.yaml:1:8: lỗi KD007: «users» phải là số nguyên, không nhận «99999999999999999999»; viết liền các chữ số, không dấu chấm, không đơn vị: 10000")]
    [InlineData("users: 10.000", "d.yaml:1:8: lỗi KD007: «users» phải là số nguyên, không nhận «10.000»; viết liền các chữ số, không dấu chấm, không đơn vị: 10000")]
    [InlineData("users: 1e4", "d.yaml:1:8: lỗi KD007: «users» phải là số nguyên, không nhận «1e4»; viết liền các chữ số, không dấu chấm, không đơn vị: 10000")]
    [InlineData("users: none", "d.yaml:1:8: lỗi KD007: «users» phải là số nguyên, không nhận «none»; viết liền các chữ số, không dấu chấm, không đơn vị: 10000")]
    [InlineData("continuous: có", "d.yaml:1:13: lỗi KD006: «continuous» nhận true (có) hoặc false (không), không nhận «có»")]
    [InlineData("continuous: \"true\"", "d.yaml:1:13: lỗi KD006: «continuous» nhận true (có) hoặc false (không), không nhận «true»; bỏ dấu nháy")]
    [InlineData("dataSubjects: 5", "d.yaml:1:15: lỗi KD002: «dataSubjects» phải là các cặp «tên: giá trị»")]
    [InlineData("dataSubjects: { basik: 5 }", "d.yaml:1:17: lỗi KD001: không có mục nào tên «basik» ở đây; có phải ý anh/chị là «basic»?")]
    [InlineData("usres: 5", "d.yaml:1:1: lỗi KD001: không có mục nào tên «usres» ở đây; có phải ý anh/chị là «users»?")]
    [InlineData("dataSubject: { basic: 5 }", "d.yaml:1:1: lỗi KD001: không có mục nào tên «dataSubject» ở đây; có phải ý anh/chị là «dataSubjects»?")]
    public void What_cannot_be_read_is_an_error_and_stays_unknown(string yaml, string expected)
    {
        var (facts, diagnostics) = Read(yaml);
        diagnostics.ShouldBe([expected]);
        facts.Declared.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("users:")]
    [InlineData("users: ~")]
    [InlineData("users: null")]
    [InlineData("dataSubjects:")]
    [InlineData("dataSubjects: { basic: }")]
    [InlineData("scope: ngoài dữ kiện")]
    public void A_question_left_open_and_a_key_read_elsewhere_declare_nothing(string yaml)
    {
        var (facts, diagnostics) = Read(yaml);
        diagnostics.ShouldBeEmpty();
        facts.Declared.ShouldBeEmpty();
    }

    [Fact]
    public void One_wrong_fact_does_not_keep_the_others_from_being_read()
    {
        var (facts, diagnostics) = Read("users: many\ncontinuous: true\n");
        diagnostics.Count.ShouldBe(1);
        facts.Declared.Select(pair => pair.Key.Id).ShouldBe(["system.continuous"]);
        facts.TryGet(TestLaw.Fact("system.continuous"), out var declared).ShouldBeTrue();
        declared!.Position.ShouldBe(new SourcePosition("d.yaml", 2, 13));
    }

    [Fact]
    public void An_item_named_twice_is_a_warning_and_counts_once()
    {
        var (facts, diagnostics) = Read("information: [private, private]");
        diagnostics.ShouldBe(["d.yaml:1:24: cảnh báo KD010: «private» viết hai lần trong «information»"]);
        facts.Declared.Single().Value.Value.Items.ShouldBe(2);
    }

    [Theory]
    [InlineData("emrCompleted: 2026-02-28", "2026-02-28")]
    [InlineData("emrCompleted: none", "none")]
    public void A_milestone_is_a_day_or_none(string yaml, string expected)
    {
        var (facts, diagnostics) = Read(yaml, FactScope.Milestone);
        diagnostics.ShouldBeEmpty();
        var (fact, declared) = facts.Declared.Single();
        FactText.ToYaml(fact, declared.Value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("emrCompleted: 2026-02-29", "d.yaml:1:15: lỗi KD005: «emrCompleted»: lịch không có ngày «2026-02-29»; kiểm tra lại ngày và tháng (năm-tháng-ngày)")]
    [InlineData("emrCompleted: 1026-02-28", "d.yaml:1:15: lỗi KD005: «emrCompleted»: năm 1026 không hợp lý")]
    [InlineData("emrCompleted: hôm qua", "d.yaml:1:15: lỗi KD005: «emrCompleted» phải là ngày, không nhận «hôm qua»; viết năm-tháng-ngày, ví dụ 2026-02-28")]
    public void A_day_that_is_none_is_an_error(string yaml, string expected)
    {
        var (facts, diagnostics) = Read(yaml, FactScope.Milestone);
        diagnostics.ShouldBe([expected]);
        facts.Declared.ShouldBeEmpty();
    }

    private static (FactSet Facts, List<string> Diagnostics) Read(string yaml, FactScope scope = FactScope.System)
    {
        var diagnostics = new DiagnosticBag();
        var mapping = (YamlMapping)YamlReader.Read(yaml, "d.yaml", diagnostics)!;
        var facts = new FactReader(TestLaw.Catalogue, diagnostics).Read(mapping, scope, ["scope", "zones"]);
        return (facts, [.. diagnostics.Items.Select(finding => finding.ToString())]);
    }
}
