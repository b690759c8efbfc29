using System.Text.RegularExpressions;

namespace EmrSec.Assessor.Tests;

/// <summary>The documentation is run: a command that it shows works, a code that it explains exists.</summary>
public sealed partial class DocumentationTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("docs/huong-dan.md", 8)]
    [InlineData("docs/bang-tinh.md", 5)]
    [InlineData("README.md", 0)]
    [InlineData("README.vi.md", 0)]
    public void Every_command_shown_runs(string document, int atLeast)
    {
        var commands = ConsoleBlock().Matches(File.ReadAllText(Path.Combine(ProgramRun.Root, document)))
            .SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Where(line => line.StartsWith("$ ", StringComparison.Ordinal))
            .ToList();
        commands.Count.ShouldBeGreaterThanOrEqualTo(atLeast);

        foreach (var command in commands)
        {
            var parsed = Command().Match(command[2..]);
            parsed.Success.ShouldBeTrue($"the test cannot run: {command}");
            var input = Regex.Unescape(parsed.Groups["input"].Value);
            var args = Word().Matches(parsed.Groups["args"].Value).Select((word, i) => i == 0 ? word.Value : InFolder(word.Value.Trim('\'', '"'))).ToArray();
            var outcome = ProgramRun.CallWith(input, args);
            outcome.ExitCode.ShouldBe(0, $"{command}\n{outcome.Errors}");
        }
    }

    [Fact]
    public void Every_diagnostic_code_is_explained_and_every_explained_code_exists()
    {
        var written = Directory.GetFiles(Path.Combine(ProgramRun.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj", StringComparer.Ordinal))
            .SelectMany(file => CodeInSource().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var explained = CodeInTable().Matches(File.ReadAllText(Path.Combine(ProgramRun.Root, "docs", "ma-loi.md")))
            .Select(match => match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        written.Count.ShouldBeGreaterThan(40);
        explained.ShouldBe(written);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.vi.md")]
    public void The_output_shown_in_the_readme_is_the_programs(string document)
    {
        var output = ProgramRun.Call("assess", ProgramRun.Sample("bac-ninh-hospital"), "--as-of", "2026-11-21").Output.Split('\n');
        var shown = TextBlock().Matches(File.ReadAllText(Path.Combine(ProgramRun.Root, document)))
            .SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Select(line => line.TrimEnd())
            .Where(line => line.Length > 0 && line.Trim() is not "…")
            .ToList();

        shown.Count.ShouldBeGreaterThan(10);
        shown.ShouldAllBe(line => output.Contains(line, StringComparer.Ordinal));
    }

    // Samples are read where they are; whatever a command writes goes to the test's own folder.
    private string InFolder(string word) =>
        word.StartsWith("samples/", StringComparison.Ordinal) || word.Equals("rules", StringComparison.Ordinal) || word.Equals("rules/", StringComparison.Ordinal) ? Path.Combine(ProgramRun.Root, word)
        : word.EndsWith(".yaml", StringComparison.Ordinal) || word.EndsWith(".xlsx", StringComparison.Ordinal) || word.EndsWith(".emrsec", StringComparison.Ordinal) || word.StartsWith("goi-", StringComparison.Ordinal) ? Path.Combine(_run.Folder, word)
        : word;

    [GeneratedRegex(@"```console\n(.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"```text\n(.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex TextBlock();

    [GeneratedRegex(@"^(?:printf '(?<input>[^']*)' \| )?(?:\./)?emrsec (?<args>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"""[^""]*""|'[^']*'|\S+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"""((?:TT|YM|KD|HS|LU|MA|VB|GO|KY|VD|KH|BT|TD|TR|TB)\d{3})""", RegexOptions.None, 1000)]
    private static partial Regex CodeInSource();

    [GeneratedRegex(@"^\| ?`((?:TT|YM|KD|HS|LU|MA|VB|GO|KY|VD|KH|BT|TD|TR|TB)\d{3})`", RegexOptions.Multiline, 1000)]
    private static partial Regex CodeInTable();
}
