using System.Text.RegularExpressions;

namespace EmrSec.Assessor.Tests;

/// <summary>The interview, as a person at the terminal meets it.</summary>
public sealed partial class InterviewTests : IDisposable
{
    private const string Portal = """
        schema: emrsec.dossier/1
        facility: # cơ sở
          name: Bệnh viện thử
        systems:
          - id: portal   # cổng
            name: Cổng người bệnh
            function: citizens-business
            information: [personal]
            # dịch vụ
            onlineServices: [other]

        """;

    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_portal_with_users_missing_takes_one_question()
    {
        var path = _run.Write("portal.yaml", Portal);

        var outcome = ProgramRun.CallWith("12.345\n", "dossier", "ask", path, "--as-of", "2026-11-21", "--regime", "nd85-2016");

        outcome.ExitCode.ShouldBe(0);
        QuestionNumbers(outcome.Output).ShouldBe(["1"]);
        outcome.Output.ShouldContain("Cổng người bệnh: cấp độ 2 đến 3 ⟶ cấp độ 3");
        outcome.Output.ShouldContain("Không còn câu hỏi nào làm thay đổi cấp độ");
        File.ReadAllText(path).ShouldBe(Portal.TrimEnd('\n') + "\n    users: 12345\n");
    }

    [Fact]
    public void Not_knowing_passes_over_and_changes_nothing()
    {
        var path = _run.Write("portal.yaml", Portal);

        var outcome = ProgramRun.CallWith("không biết\n", "dossier", "ask", path, "--as-of", "2026-11-21", "--regime", "nd85-2016");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("Còn 1 câu chưa trả lời");
        File.ReadAllText(path).ShouldBe(Portal);
    }

    [Fact]
    public void Going_back_takes_the_answer_out_of_the_file_again()
    {
        var text = Portal.Replace("    information: [personal]\n", "", StringComparison.Ordinal);
        var path = _run.Write("portal.yaml", text);

        // Personal information, then back, then state secret: another question follows.
        var outcome = ProgramRun.CallWith("3\nquay lại\n4\n", "dossier", "ask", path, "--as-of", "2026-11-21", "--regime", "nd85-2016");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("Đã quay lại câu trước.");
        File.ReadAllText(path).ShouldContain("information: [state-secret]");
        File.ReadAllText(path).ShouldNotContain("personal");
    }

    [Fact]
    public void What_cannot_be_understood_is_asked_again_and_never_written()
    {
        var path = _run.Write("portal.yaml", Portal);

        var outcome = ProgramRun.CallWith("nhiều lắm\n-5\n?\n10000\n", "dossier", "ask", path, "--as-of", "2026-11-21", "--regime", "nd85-2016");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("Chưa hiểu «nhiều lắm»");
        outcome.Output.ShouldContain("Chưa hiểu «-5»");
        File.ReadAllText(path).ShouldContain("users: 10000");
    }

    [Fact]
    public void Broken_off_it_keeps_what_was_answered()
    {
        var path = _run.Write("portal.yaml", Portal.Replace("    information: [personal]\n", "", StringComparison.Ordinal));

        ProgramRun.CallWith("3\n", "dossier", "ask", path, "--as-of", "2026-11-21", "--regime", "nd85-2016").ExitCode.ShouldBe(0);

        File.ReadAllText(path).ShouldContain("information: [personal]");
    }

    [Fact]
    public void On_the_incomplete_sample_every_question_can_change_a_level_or_a_deadline()
    {
        var path = _run.Write("incomplete.yaml", File.ReadAllText(ProgramRun.Sample("incomplete")));
        for (var step = 0; step < 60; step++)
        {
            var open = Questions(path);
            if (open.Count == 0)
            {
                break;
            }

            var first = ProgramRun.CallWith("", "dossier", "ask", path, "--as-of", "2026-11-21", "--regime", "nd85-2016").Output;
            first.ShouldContain($"còn {open.Count} câu có thể phải hỏi");

            // An answer to the first question that is right for every kind of fact it can be.
            var typed = new[] { "1", "không", "01/02/2025", "5000" }.First(answer =>
                ProgramRun.CallWith(answer + "\nthoát\n", "dossier", "ask", path, "--as-of", "2026-11-21", "--regime", "nd85-2016").Output.Contains("Đã ghi:", StringComparison.Ordinal));
            typed.ShouldNotBeNull();
            Questions(path).ShouldNotContain(open[0], "an answered question is not asked again");
        }

        Questions(path).ShouldBeEmpty();
        var assessed = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json");
        assessed.Json.GetProperty("systems").EnumerateArray().ShouldAllBe(system => system.GetProperty("missingFacts").GetArrayLength() == 0);
        assessed.Json.GetProperty("obligations").EnumerateArray()
            .Where(each => each.GetProperty("kind").GetString() != "ongoing")
            .ShouldAllBe(each => each.GetProperty("status").GetString() != "unknown");
    }

    [Theory]
    [InlineData("provincial-hospital")]
    [InlineData("district-hospital")]
    [InlineData("polyclinic")]
    [InlineData("health-station")]
    public void A_new_dossier_gives_questions_and_no_errors(string preset)
    {
        var path = Path.Combine(_run.Folder, "new.yaml");

        ProgramRun.Call("dossier", "new", "--preset", preset, "--out", path).ExitCode.ShouldBe(0);
        var assessed = ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json");
        assessed.ExitCode.ShouldBe(0, assessed.Errors);
        assessed.Json.GetProperty("questions").GetArrayLength().ShouldBeGreaterThan(3);

        var before = File.ReadAllText(path);
        ProgramRun.Call("dossier", "new", "--preset", preset, "--out", path).ExitCode.ShouldBe(2, "an existing file is not overwritten");
        File.ReadAllText(path).ShouldBe(before);
    }

    private static List<string> Questions(string path) =>
        [.. ProgramRun.Call("assess", path, "--as-of", "2026-11-21", "--regime", "nd85-2016", "--format", "json").Json.GetProperty("questions").EnumerateArray()
            .Select(question => $"{question.GetProperty("system").GetString()}/{question.GetProperty("fact").GetString()}")];

    private static string[] QuestionNumbers(string output) => [.. QuestionHead().Matches(output).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^Câu (\d+) ", RegexOptions.Multiline, 1000)]
    private static partial Regex QuestionHead();
}
