using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Signing.Tests;

/// <summary>Other people's programs, as a second opinion.</summary>
internal static class OutsideTools
{
    /// <summary>Runs a program; a missing one fails the test with the package to install.</summary>
    public static (int Exit, string Output) Run(string program, string package, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"{program} did not come to an end");
            }

            process.WaitForExit();
            return (process.ExitCode, output.Result + error.Result);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"The tests need {program}: apt-get install {package}", e);
        }
    }

    /// <summary>What pdfsig says, trusting the test root. The test's certificates name no responder, so that nobody is asked even without -no-ocsp, with which poppler 22.12 trusts nothing.</summary>
    public static string PdfSig(string file) => Run("pdfsig", "poppler-utils", "-nssdir", $"sql:{NssFolder.Value}", file).Output;

    private static readonly Lazy<string> NssFolder = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-nss").FullName;
        var root = Path.Combine(folder, "root.der");
        File.WriteAllBytes(root, TestAuthority.Root.Export(X509ContentType.Cert));
        Run("certutil", "libnss3-tools", "-N", "-d", $"sql:{folder}", "--empty-password").Exit.ShouldBe(0);
        Run("certutil", "libnss3-tools", "-A", "-d", $"sql:{folder}", "-n", "root", "-t", "CT,CT,CT", "-i", root).Exit.ShouldBe(0);
        return folder;
    });
}
