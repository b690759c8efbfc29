using EmrSec.Rules.Conditions;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Tests.Engine;

public class PackLoaderTests
{
    [Fact]
    public void A_law_without_mistakes_loads()
    {
        var (packs, diagnostics) = TestLaw.Load(("facts.yaml", TestLaw.Facts), ("law.yaml", TestLaw.Regime), ("province.yaml", TestLaw.Directive));
        diagnostics.ShouldBeEmpty();
        packs!.Regimes.Single().Criteria.Single().Citation.ToString().ShouldBe("1/2026/NĐ-CP, Điều 8, khoản 1");
        packs.Directives.Single().Obligations.Single().ShouldSatisfyAllConditions(
            obligation => obligation.Citation.ToString().ShouldBe("Sở Y tế, công văn 5, mục 3"),
            obligation => obligation.Kind.ShouldBe(DueKind.By),
            obligation => obligation.Due.ShouldBe(new DateOnly(2026, 6, 30)));
        packs.FindRegime("law").ShouldBe(packs.Regimes[0]);
        packs.RegimeOn(new DateOnly(2025, 12, 31)).ShouldBeNull();
        packs.RegimeOn(new DateOnly(2026, 1, 1)).ShouldBe(packs.Regimes[0]);
        packs.Regimes[0].Header.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(TestLaw.Regime))));
    }

    [Fact]
    public void A_criterion_that_names_an_unknown_fact_takes_its_whole_pack_with_it()
    {
        var (packs, diagnostics) = Load(TestLaw.Regime.Replace("system.information: { anyOf: [private, personal] }", "system.usres: { atLeast: 10000 }", StringComparison.Ordinal));
        diagnostics.ShouldBe(["law.yaml:14:13: lỗi LU014: chưa khai báo dữ kiện «system.usres»; có phải ý anh/chị là «system.users»? (did you mean system.users?)"]);
        packs!.Regimes.ShouldBeEmpty();
        packs.Directives.Count.ShouldBe(1, "the other packs are whole");
    }

    [Theory]
    [InlineData("version: 1.0.0\n", "", "law.yaml:1:1: lỗi KD003: thiếu mục «version»")]
    [InlineData("version: 1.0.0", "verzion: 1.0.0", "law.yaml:3:1: lỗi KD001: không có mục nào tên «verzion» ở đây; có phải ý anh/chị là «version»?", "law.yaml:1:1: lỗi KD003: thiếu mục «version»")]
    [InlineData("issued: 2026-01-01", "issued: 2026-13-01", "law.yaml:5:84: lỗi KD005: «issued»: lịch không có ngày «2026-13-01»; kiểm tra lại ngày và tháng (năm-tháng-ngày)")]
    [InlineData("inForce: { from: 2026-01-01 }", "inForce: { from: 2026-01-01, to: 2025-12-31 }", "law.yaml:6:34: lỗi LU021: ngày hết hiệu lực trước ngày có hiệu lực")]
    [InlineData("inForce: { from: 2026-01-01 }", "inForce: {}", "law.yaml:6:10: lỗi KD003: thiếu mục «from»")]
    [InlineData("principle: highest", "principle: lowest", "law.yaml:7:26: lỗi KD004: «principle» không nhận giá trị «lowest»; các giá trị: highest")]
    [InlineData("wording: Cấp cao nhất. }", "wording: Cấp cao nhất., ownFacts: [system.user] }", "law.yaml:7:96: lỗi LU014: chưa khai báo dữ kiện hệ thống «system.user»; có phải ý anh/chị là «system.users»? (did you mean system.users?)")]
    [InlineData("    level: 2\n", "    level: 6\n", "law.yaml:10:12: lỗi KD008: «level» phải từ 1 đến 5, không nhận 6")]
    [InlineData("    citation: { article: 8, clause: 1 }\n", "", "law.yaml:9:5: lỗi KD003: thiếu mục «citation»")]
    [InlineData("{ article: 8, clause: 1 }", "{ clause: 1 }", "law.yaml:11:15: lỗi LU022: trích dẫn phải nêu điều (article) hoặc mục (section)")]
    [InlineData("{ article: 8, clause: 1 }", "{ article: 8, point: a }", "law.yaml:11:15: lỗi LU022: trích dẫn thiếu cấp: điểm thuộc khoản, khoản thuộc điều")]
    [InlineData("    when: { system.information: { anyOf: [private, personal] } }", "", "law.yaml:9:5: lỗi KD003: thiếu mục «when»")]
    [InlineData("{ system.information: { anyOf: [private, personal] } }", "private", "law.yaml:14:11: lỗi KD002: «when» phải là các cặp «tên: giá trị»")]
    [InlineData("title: Luật mẫu", "title: Luật mẫu\ntitle: Luật khác", "law.yaml:5:1: lỗi YM011: mục «title» viết hai lần; lần đầu ở dòng 4; giữ lại một")]
    [InlineData("version: 1.0.0", "version: &v 1.0.0", "law.yaml:3:10: lỗi YM008: tệp dùng neo (&) của YAML; chép lại nội dung thay vì dùng & và *; chữ bắt đầu bằng & cần để trong nháy")]
    [InlineData("    level: 2", "\tlevel: 2", "law.yaml:10:1: lỗi YM002: dùng phím Tab để thụt lề; YAML chỉ nhận dấu cách: thay mỗi Tab bằng hai dấu cách")]
    public void A_regime_with_a_mistake_is_not_used(string right, string wrong, params string[] expected)
    {
        TestLaw.Regime.ShouldContain(right);
        var (packs, diagnostics) = Load(TestLaw.Regime.Replace(right, wrong, StringComparison.Ordinal));
        diagnostics.ShouldBe(expected);
        packs!.Regimes.ShouldBeEmpty();
        packs.Directives.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{ facility.province: bac-ninh }", "{ system.continuous: true }", "province.yaml:12:14: lỗi LU016: không hỏi được «system.continuous» ở đây; nghĩa vụ của cơ sở chỉ hỏi dữ kiện của cơ sở và các mốc")]
    [InlineData("{ facility.province: bac-ninh }", "{ facility.province: bac-nin }", "province.yaml:12:33: lỗi KD004: «province» không nhận giá trị «bac-nin»; có phải ý anh/chị là «bac-ninh»?")]
    [InlineData("{ facility.province: bac-ninh }", "{ milestones.emrCompleted: { before: dues } }", "province.yaml:12:49: lỗi KD005: «emrCompleted» phải là ngày, không nhận «dues»; viết năm-tháng-ngày, ví dụ 2026-02-28")]
    [InlineData("    binds: { facility.province: bac-ninh }\n", "", "province.yaml:8:5: lỗi KD003: thiếu mục «binds»")]
    [InlineData("    quote: hoàn thành trước ngày 30/6/2026\n", "", "province.yaml:8:5: lỗi KD003: thiếu mục «quote»")]
    [InlineData("citation: { section: \"3\" }", "citation: { clause: 3 }", "province.yaml:10:15: lỗi LU022: trích dẫn phải nêu điều (article) hoặc mục (section)")]
    [InlineData("id: province.dossier", "id: dossier", "province.yaml:8:9: lỗi LU023: tên nghĩa vụ phải bắt đầu bằng «province.»")]
    [InlineData("    due: 2026-06-30\n", "", "province.yaml:8:5: lỗi LU024: nghĩa vụ cần đúng một trong: due (hạn), from (từ ngày), ongoing (thường xuyên)")]
    [InlineData("due: 2026-06-30", "due: 2026-06-30\n    ongoing: true", "province.yaml:8:5: lỗi LU024: nghĩa vụ cần đúng một trong: due (hạn), from (từ ngày), ongoing (thường xuyên)")]
    [InlineData("due: 2026-06-30", "ongoing: false", "province.yaml:13:14: lỗi LU024: «ongoing» chỉ nhận true hoặc {until: ngày}")]
    [InlineData("due: 2026-06-30", "ongoing: { till: 2026-12-31 }", "province.yaml:13:16: lỗi KD001: không có mục nào tên «till» ở đây; các mục ở đây: until", "province.yaml:13:14: lỗi KD003: thiếu mục «until»")]
    [InlineData("    doneWhen: [milestones.dossierApproved]", "", "province.yaml:8:5: lỗi KD003: thiếu mục «doneWhen»")]
    [InlineData("milestones.dossierApproved", "milestones.dosierApproved", "province.yaml:14:16: lỗi LU025: «milestones.dosierApproved» không phải mốc ngày đã khai báo; có phải ý anh/chị là «milestones.dossierApproved»? (did you mean milestones.dossierApproved?)")]
    [InlineData("milestones.dossierApproved", "facility.province", "province.yaml:14:16: lỗi LU025: «facility.province» không phải mốc ngày đã khai báo")]
    public void A_directive_with_a_mistake_is_not_used(string right, string wrong, params string[] expected)
    {
        TestLaw.Directive.ShouldContain(right);
        var (packs, diagnostics) = TestLaw.Load(("facts.yaml", TestLaw.Facts), ("law.yaml", TestLaw.Regime), ("province.yaml", TestLaw.Directive.Replace(right, wrong, StringComparison.Ordinal)));
        diagnostics.ShouldBe(expected);
        packs!.Directives.ShouldBeEmpty();
        packs.Regimes.Count.ShouldBe(1);
    }

    [Fact]
    public void A_criterion_or_obligation_named_twice_is_an_error()
    {
        var criteria = TestLaw.Regime[TestLaw.Regime.IndexOf("  - id: \"8.1\"", StringComparison.Ordinal)..];
        var obligations = TestLaw.Directive[TestLaw.Directive.IndexOf("  - id: province", StringComparison.Ordinal)..];
        var (packs, diagnostics) = TestLaw.Load(
            ("facts.yaml", TestLaw.Facts),
            ("law.yaml", $"{TestLaw.Regime}\n{criteria}"),
            ("province.yaml", $"{TestLaw.Directive}\n{obligations}"));
        diagnostics.ShouldBe([
            "law.yaml:15:9: lỗi LU020: tiêu chí «8.1» viết hai lần",
            "province.yaml:15:9: lỗi LU020: nghĩa vụ «province.dossier» viết hai lần",
        ]);
        packs!.Regimes.ShouldBeEmpty();
        packs.Directives.ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_packs_of_one_id_neither_is_used()
    {
        var (packs, diagnostics) = TestLaw.Load(("facts.yaml", TestLaw.Facts), ("a.yaml", TestLaw.Regime), ("b.yaml", TestLaw.Regime), ("province.yaml", TestLaw.Directive));
        diagnostics.ShouldBe(["b.yaml:2:5: lỗi LU033: có hai gói luật cùng tên «law»"]);
        packs!.Regimes.ShouldBeEmpty();
        packs.Directives.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("schema: emrsec.regim/1\nid: x\n", "x.yaml:1:1: lỗi LU032: không hiểu lược đồ «emrsec.regim/1»; các lược đồ: emrsec.facts/1, emrsec.regime/1, emrsec.directive/1, emrsec.calendar/1, emrsec.procedure/1, emrsec.requirements/1, emrsec.checks/1, emrsec.dossier-contents/1, emrsec.crosswalk/1")]
    [InlineData("id: x\n", "x.yaml:1:1: lỗi LU032: tệp luật phải có mục «schema»")]
    [InlineData("- x\n", "x.yaml:1:1: lỗi LU032: tệp luật phải có mục «schema»")]
    [InlineData("", "x.yaml: lỗi YM004: tệp trống")]
    public void A_file_must_say_what_it_is(string text, string expected)
    {
        var (packs, diagnostics) = TestLaw.Load(("facts.yaml", TestLaw.Facts), ("law.yaml", TestLaw.Regime), ("x.yaml", text));
        diagnostics.ShouldBe([expected]);
        packs!.Regimes.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_facts_there_is_no_law()
    {
        TestLaw.Load(("law.yaml", TestLaw.Regime)).ShouldSatisfyAllConditions(
            loaded => loaded.Packs.ShouldBeNull(),
            loaded => loaded.Diagnostics.ShouldBe([".: lỗi LU031: cần đúng một tệp emrsec.facts/1 (facts.yaml)"]));
        TestLaw.Load(("facts.yaml", TestLaw.Facts), ("more.yaml", TestLaw.Facts)).ShouldSatisfyAllConditions(
            loaded => loaded.Packs.ShouldBeNull(),
            loaded => loaded.Diagnostics.ShouldBe(["more.yaml: lỗi LU031: cần đúng một tệp emrsec.facts/1 (facts.yaml)"]));
    }

    [Fact]
    public void Case_files_are_passed_over() =>
        TestLaw.Load(("facts.yaml", TestLaw.Facts), ("law.cases.yaml", "not: [yaml")).Diagnostics.ShouldBeEmpty();

    [Theory]
    [InlineData("scope: facility, type: text", "scope: system, type: text", "facts.yaml:4:11: lỗi LU002: dữ kiện thuộc system phải có tên bắt đầu bằng «system.»")]
    [InlineData("type: boolean", "type: bool", "facts.yaml:12:51: lỗi KD004: «type» không nhận giá trị «bool»; các giá trị: boolean, enum, set, integer, date, text")]
    [InlineData("id: facility.name", "id: facility.province", "facts.yaml:4:11: lỗi LU001: dữ kiện «facility.province» khai hai lần")]
    [InlineData("type: boolean", "type: boolean, values: [{ id: a, label: A }]", "facts.yaml:12:68: lỗi LU003: chỉ kiểu enum và set có «values»")]
    [InlineData("type: boolean", "type: boolean, allowNone: true", "facts.yaml:12:71: lỗi LU003: chỉ kiểu integer và date có «allowNone»")]
    [InlineData("type: boolean", "type: boolean, unit: lần", "facts.yaml:12:66: lỗi LU003: chỉ kiểu integer có «unit»")]
    [InlineData("type: boolean", "type: boolean, minItems: 1", "facts.yaml:12:70: lỗi LU003: chỉ kiểu set có «minItems»")]
    [InlineData("{ id: gia-lai, label: tỉnh Gia Lai }", "{ id: bac-ninh, label: tỉnh Bắc Ninh }", "facts.yaml:3:145: lỗi LU004: giá trị «bac-ninh» khai hai lần")]
    [InlineData("min: 0, max: 2000000000", "min: 9, max: 1", "facts.yaml:10:60: lỗi LU007: dữ kiện không có giá trị nào: «min» lớn hơn «max»")]
    [InlineData("[{ id: business, label: kinh doanh }, { id: other, label: dịch vụ khác }]", "[]", "facts.yaml:9:119: lỗi LU007: dữ kiện không có giá trị nào: «values» trống")]
    [InlineData("question: Có không?", "question: Có không?, presumed: { value: maybe, why: vì thế }", "facts.yaml:12:122: lỗi KD006: «continuous» nhận true (có) hoặc false (không), không nhận «maybe»")]
    [InlineData("question: Có không?", "question: Có không?, presumed: { why: vì thế }", "facts.yaml:12:113: lỗi LU006: giá trị giả định cần «value» đúng kiểu của dữ kiện")]
    [InlineData("question: Có không?", "question: Có không?, presumed: { value: true, why: vì thế, when: { facility.province: gia-lai } }", "facts.yaml:12:149: lỗi LU016: không hỏi được «facility.province» ở đây")]
    [InlineData("facts:\n", "facts:\nfacts:\n", "facts.yaml:3:1: lỗi YM011: mục «facts» viết hai lần; lần đầu ở dòng 2; giữ lại một")]
    public void With_a_mistake_in_the_facts_there_is_no_law(string right, string wrong, string expected)
    {
        TestLaw.Facts.ShouldContain(right);
        var (packs, diagnostics) = TestLaw.Load(("facts.yaml", TestLaw.Facts.Replace(right, wrong, StringComparison.Ordinal)), ("law.yaml", TestLaw.Regime));
        diagnostics[0].ShouldBe(expected);
        packs.ShouldBeNull();
    }

    [Fact]
    public void An_enum_has_at_most_sixty_values()
    {
        string Facts(int values) => $"schema: emrsec.facts/1\nfacts:\n  - {{ id: facility.x, scope: facility, type: enum, label: X, question: X?, values: [{string.Join(", ", Enumerable.Range(0, values).Select(i => $"{{ id: v{i}, label: V }}"))}] }}\n";
        TestLaw.Load(("facts.yaml", Facts(60))).Diagnostics.ShouldBeEmpty();
        TestLaw.Load(("facts.yaml", Facts(61))).Diagnostics.ShouldBe(["facts.yaml:3:84: lỗi LU005: nhiều nhất 60 giá trị"]);
    }

    [Fact]
    public void The_day_a_document_was_issued_can_be_named_in_its_conditions()
    {
        var (packs, diagnostics) = TestLaw.Load(
            ("facts.yaml", TestLaw.Facts),
            ("province.yaml", TestLaw.Directive.Replace("{ facility.province: bac-ninh }", "{ milestones.emrCompleted: { before: issued } }", StringComparison.Ordinal)));
        diagnostics.ShouldBeEmpty();
        packs!.Directives[0].Obligations[0].Binds.ShouldBeOfType<FactCondition>().High.ShouldBe(new DateOnly(2026, 1, 31).DayNumber);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
    {
        var diagnostics = new DiagnosticBag();
        PackSource.Folder("no-such-folder", diagnostics).ShouldBeEmpty();
        diagnostics.Items.Single().ToString().ShouldBe("no-such-folder: lỗi LU030: không có thư mục luật này; chỉ đến thư mục chứa facts.yaml");
    }

    [Fact]
    public void A_folder_gives_what_the_program_carries()
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-rules-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "law"));
            File.WriteAllText(Path.Combine(folder.FullName, "facts.yaml"), TestLaw.Facts);
            File.WriteAllText(Path.Combine(folder.FullName, "law", "pack.yml"), TestLaw.Regime);
            File.WriteAllText(Path.Combine(folder.FullName, "law", "notes.txt"), "not a pack");
            var diagnostics = new DiagnosticBag();
            var files = PackSource.Folder(folder.FullName, diagnostics);
            files.Select(file => file.Name[(folder.FullName.Length + 1)..]).ShouldBe(["facts.yaml", "law/pack.yml"]);
            var packs = PackLoader.Load(files, diagnostics).Packs;
            diagnostics.Items.ShouldBeEmpty();
            packs!.Regimes[0].Header.Position.ToString().ShouldEndWith("law/pack.yml:2:5");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (RulePackSet? Packs, List<string> Diagnostics) Load(string regime) =>
        TestLaw.Load(("facts.yaml", TestLaw.Facts), ("law.yaml", regime), ("province.yaml", TestLaw.Directive));
}
