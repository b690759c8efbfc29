using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace EmrSec.Reports.Tests.Outside;

/// <summary>Programs that we did not write, to judge what we wrote. A missing one fails the test: it is installed by test.sh.</summary>
internal static class Tool
{
    public static string Qpdf(params string[] arguments) => Run("qpdf", "qpdf", arguments);

    /// <summary>One of poppler's programs.</summary>
    public static string Poppler(string name, params string[] arguments) => Run(name, "poppler-utils", arguments);

    /// <summary>Validates as PDF/A-1b with PDFBox; returns its findings, a line each.</summary>
    public static string[] Preflight(string file)
    {
        var jars = string.Join(':', new[] { "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api" }.Select(jar => $"/usr/share/java/{jar}.jar"));
        foreach (var jar in jars.Split(':'))
        {
            File.Exists(jar).ShouldBeTrue($"{jar} is missing; apt-get install libpdfbox2-java libactivation-java libjaxb-api-java");
        }

        return [.. Run("java", "default-jre-headless", ["-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", file], mayFail: true)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    internal static string Run(string program, string package, string[] arguments, bool mayFail = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            (mayFail || process.ExitCode == 0).ShouldBeTrue($"{program} {string.Join(' ', arguments)}: {output}{errors.Result}");
            return output;
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException($"{program} is missing; apt-get install {package}", problem);
        }
    }
}
