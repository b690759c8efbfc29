namespace EmrSec.Assessor.Tests;

/// <summary>What the authors of rules get.</summary>
public sealed class RulesCommandTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_misspelt_fact_is_told_with_its_place_and_the_right_name_and_the_pack_is_not_used()
    {
        var rules = CopyRules();
        var pack = Path.Combine(rules, "nd85-2016", "pack.yaml");
        var text = File.ReadAllText(pack);
        var at = text.IndexOf("system.users", StringComparison.Ordinal);
        File.WriteAllText(pack, text.Remove(at, "system.users".Length).Insert(at, "system.usres"));
        var line = text[..at].Count(c => c == '\n') + 1;
        var column = at - text.LastIndexOf('\n', at);

        // The first mention is in ownFacts, a list of names.
        var outcome = ProgramRun.Call("rules", "check", rules);
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain($"nd85-2016/pack.yaml:{line}:{column}: lỗi LU014: chưa khai báo dữ kiện hệ thống «system.usres»");
        outcome.Errors.ShouldContain("did you mean system.users?");

        var assess = ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--rules", rules, "--as-of", "2026-11-21");
        assess.ExitCode.ShouldBe(2);
        assess.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_misspelt_fact_in_a_criterion_is_told_too()
    {
        var rules = CopyRules();
        var pack = Path.Combine(rules, "nd85-2016", "pack.yaml");
        var text = File.ReadAllText(pack);
        var at = text.LastIndexOf("system.users:", StringComparison.Ordinal);
        File.WriteAllText(pack, text.Remove(at, "system.users".Length).Insert(at, "system.usres"));
        var line = text[..at].Count(c => c == '\n') + 1;
        var column = at - text.LastIndexOf('\n', at);

        var outcome = ProgramRun.Call("rules", "check", rules);
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain($"nd85-2016/pack.yaml:{line}:{column}: lỗi LU014: chưa khai báo dữ kiện «system.usres»; có phải ý anh/chị là «system.users»? (did you mean system.users?)");
    }

    [Fact]
    public void The_rules_of_the_clone_are_whole_and_pass_their_cases()
    {
        var rules = Path.Combine(ProgramRun.Root, "rules");

        var check = ProgramRun.Call("rules", "check", rules);
        check.ExitCode.ShouldBe(0, check.Errors);
        var test = ProgramRun.Call("rules", "test", rules);
        test.ExitCode.ShouldBe(0, test.Output);
        test.Output.TrimEnd().Split('\n')[^1].ShouldMatch(@"^\d{3} passed, 0 failed$");
    }

    [Fact]
    public void A_case_that_fails_is_named_with_what_was_expected()
    {
        var rules = CopyRules();
        var cases = Path.Combine(rules, "nd85-2016", "criteria.cases.yaml");
        File.WriteAllText(cases, """
            schema: emrsec.cases/1
            pack: nd85-2016
            cases:
              - name: sai cấp độ
                facts: { system: { function: internal, information: [private] } }
                expect: { level: 3, criterion: "9.1", citation: "85/2016/NĐ-CP, Điều 9, khoản 1" }
            """);

        var outcome = ProgramRun.Call("rules", "test", rules);
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("KHÔNG ĐẠT");
        outcome.Output.ShouldContain("atLeast: mong đợi 3, được 2");
        outcome.Output.ShouldContain("criterion: mong đợi 9.1, được 8.1");
        outcome.Output.TrimEnd().Split('\n')[^1].ShouldEndWith("1 failed");
    }

    [Fact]
    public void A_case_without_expectations_fails()
    {
        var rules = CopyRules();
        File.WriteAllText(Path.Combine(rules, "nd85-2016", "criteria.cases.yaml"), """
            schema: emrsec.cases/1
            pack: nd85-2016
            cases:
              - name: không mong đợi gì
                facts: { system: { function: internal } }
                expect: {}
            """);

        var outcome = ProgramRun.Call("rules", "test", rules);
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("LU040");
    }

    [Fact]
    public void Contradictory_criteria_and_repeated_citations_are_reported()
    {
        var rules = CopyRules();
        var pack = Path.Combine(rules, "nd85-2016", "pack.yaml");
        File.AppendAllText(pack, """

              - id: "8.9"
                level: 2
                citation: { article: 8, clause: 3 }
                title: Mâu thuẫn
                wording: …
                when:
                  all:
                    - { system.function: internal }
                    - { system.function: infrastructure }
            """);

        var outcome = ProgramRun.Call("rules", "check", rules);
        outcome.ExitCode.ShouldBe(0);
        outcome.Errors.ShouldContain("LU050");
        outcome.Errors.ShouldContain("tiêu chí 8.9 không bao giờ đạt được");
        outcome.Errors.ShouldContain("LU051");
    }

    [Theory]
    [InlineData("9.2c", "từ 10.000 người trở lên")]
    [InlineData("nd85-2016/7", "chỉ có thông tin công cộng")]
    [InlineData("bac-ninh-2025-11.dossier", "31/12/2025")]
    [InlineData("gia-lai-2026", "gia-lai-2026.paperless")]
    [InlineData("system.users", "nd85-2016/8.2c, nd85-2016/9.2c")]
    public void Every_rule_can_be_shown_in_words(string id, string says)
    {
        var outcome = ProgramRun.Call("rules", "show", id);

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal).ShouldContain(says);
    }

    [Fact]
    public void Every_id_that_is_listed_can_be_shown_and_one_that_is_not_gets_the_nearest()
    {
        var list = ProgramRun.Call("rules", "list");
        list.ExitCode.ShouldBe(0);
        list.Output.ShouldContain("bac-ninh-2025-11.infrastructure");

        var wrong = ProgramRun.Call("rules", "show", "bac-ninh-2025-11.dosier");
        wrong.ExitCode.ShouldBe(2);
        wrong.Errors.ShouldContain("«bac-ninh-2025-11.dossier»");
    }

    [Fact]
    public void Gaps_name_what_the_law_leaves_open()
    {
        var outcome = ProgramRun.Call("rules", "gaps");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("system.function, system.information, system.infrastructureScope, system.continuous");
    }

    private string CopyRules()
    {
        var target = Path.Combine(_run.Folder, "rules");
        foreach (var file in Directory.GetFiles(Path.Combine(ProgramRun.Root, "rules"), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Path.Combine(ProgramRun.Root, "rules"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return target;
    }
}
