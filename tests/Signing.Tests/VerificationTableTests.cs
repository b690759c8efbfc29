using System.Text;
using System.Text.RegularExpressions;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>
/// The tables of <c>docs/verification.md</c>: every good file and every attack, our verdict beside those of others. Made anew and compared;
/// EMRSEC_APPROVE=1 writes them.
/// </summary>
public partial class VerificationTableTests
{
    private const string Begin = "<!-- table: made by VerificationTableTests -->\n";
    private const string End = "<!-- end of table -->\n";

    [Fact]
    public void Every_good_file_passes()
    {
        foreach (var file in SampleFiles.Good)
        {
            var report = Verifying.Verify(file.Make());
            report.Verdict.ShouldBe(Verdict.Passed, $"{file.Name}: {report.Verdict.Explanation}");
        }
    }

    [Fact]
    public void The_tables_say_what_is()
    {
        var path = Path.Combine(Root(), "docs", "verification.md");
        var written = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (start, end) = (written.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, written.IndexOf(End, StringComparison.Ordinal));
        var recorded = written[start..end];
        var versions = Versions();
        var table = Table(versions);
        if (Environment.GetEnvironmentVariable("EMRSEC_APPROVE") is "1")
        {
            File.WriteAllText(path, written[..start] + table + written[end..]);
            return;
        }

        // Another version of a tool may judge otherwise; ours never may. With the recorded versions every cell is compared.
        var same = recorded.Contains(versions, StringComparison.Ordinal);
        (same ? table : Ours(table)).ShouldBe(same ? recorded : Ours(recorded));
    }

    private static string Table(string versions)
    {
        var attacks = Attacks.All.Select(attack => new SampleFile(attack.Name, attack.Make));
        var text = new StringBuilder().Append(versions).Append('\n');
        foreach (var (title, files) in new[] { ("Good files", SampleFiles.Good), ("Certificates, time stamps, missing signatures", SampleFiles.Doubtful), ("Attacks", [.. attacks]) })
        {
            text.Append("\n### ").Append(title).Append("\n\n| file | emrsec | reason | problem | pdfsig | mutool | openssl |\n|---|---|---|---|---|---|---|\n");
            foreach (var row in files.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Row))
            {
                text.Append(row).Append('\n');
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Row(SampleFile sample)
    {
        var pdf = sample.Make();
        var verdict = (sample.Options is null ? Verifying.Verify(pdf) : Verifying.Verify(pdf, sample.Options)).Verdict;
        using var folder = new TestFolder();
        var file = folder.Write("file.pdf", pdf);
        var reason = verdict.SubIndication == SubIndication.None ? "" : WordBreak().Replace(verdict.SubIndication.ToString(), "_").ToUpperInvariant();
        var problem = verdict.Problem == SignatureProblem.None ? "" : verdict.Problem.ToString();
        return $"| {sample.Name} | {verdict.Indication.ToString().ToUpperInvariant()} | {reason} | {problem} | {PdfSig(file)} | {MuTool(file)} | {OpenSsl(folder, pdf)} |";
    }

    private static string PdfSig(string file)
    {
        var said = OutsideTools.PdfSig(file);
        var signatures = Grouped(Validation().Matches(said).Select(match => match.Groups[1].Value));
        var certificates = Grouped(Certificate().Matches(said).Select(match => match.Groups[1].Value));
        return signatures.Length == 0 ? "no signature" : $"{signatures}; {certificates}";
    }

    private static string MuTool(string file)
    {
        var run = OutsideTools.Run("mutool", "mupdf-tools", "sign", "-v", file);
        var said = Grouped(run.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("The ", StringComparison.Ordinal) || line.StartsWith("Digest error", StringComparison.Ordinal)));
        return said.Length > 0 ? said : run.Exit == 0 ? "says nothing" : "fails";
    }

    private static string OpenSsl(TestFolder folder, byte[] pdf)
    {
        var exits = OutsideOpinions.OpenSsl(folder, pdf);
        return exits.Count == 0 ? "–" : string.Join(' ', exits);
    }

    private static string Grouped(IEnumerable<string> items) =>
        string.Join(", ", items.GroupBy(item => item, StringComparer.Ordinal).Select(group => group.Count() == 1 ? group.Key.TrimEnd('.') : $"{group.Count()} × {group.Key.TrimEnd('.')}"));

    private static string Ours(string table) =>
        string.Join('\n', table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => string.Join('|', line.Split('|').Take(5))));

    private static string Versions()
    {
        var poppler = Version().Match(OutsideTools.Run("pdfsig", "poppler-utils", "-v").Output).Value;
        var mupdf = Version().Match(OutsideTools.Run("mutool", "mupdf-tools", "-v").Output).Value;
        var openssl = Version().Match(OutsideTools.Run("openssl", "openssl", "version").Output).Value;
        return $"Recorded with pdfsig {poppler}, mutool {mupdf}, openssl {openssl}.";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmrSec.sln")))
        {
            folder = folder.Parent;
        }

        return folder.ShouldNotBeNull().FullName;
    }

    [GeneratedRegex(@"(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex WordBreak();

    [GeneratedRegex(@"Signature Validation: (.*)", RegexOptions.None, 1000)]
    private static partial Regex Validation();

    [GeneratedRegex(@"Certificate Validation: (.*)", RegexOptions.None, 1000)]
    private static partial Regex Certificate();

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
