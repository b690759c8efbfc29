using System.Globalization;
using System.Text.RegularExpressions;

namespace EmrSec.Signing.Tests;

/// <summary>What pdfsig, mutool, openssl, qpdf and PDFBox say of a file.</summary>
internal static partial class OutsideOpinions
{
    private static readonly string[] Jars = [.. new[] { "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api" }.Select(jar => $"/usr/share/java/{jar}.jar")];

    /// <summary>Asserts that every program finds every signature valid, and the last to cover the whole file.</summary>
    public static void ShouldAllAgree(TestFolder folder, byte[] pdf, int signatures)
    {
        var file = folder.Write("signed.pdf", pdf);
        var said = OutsideTools.PdfSig(file);
        Count(said, "Signature is Valid.").ShouldBe(signatures, said);
        Count(said, "Certificate is Trusted.").ShouldBe(signatures, said);
        Count(said, "  - Total document signed").ShouldBe(1, said);
        said[said.LastIndexOf("Signature #", StringComparison.Ordinal)..].ShouldContain("  - Total document signed");

        var mutool = OutsideTools.Run("mutool", "mupdf-tools", "sign", "-v", file).Output;
        Count(mutool, "The signature is valid but there have been edits since signing.").ShouldBe(signatures - 1, mutool);
        Count(mutool, "The document is unchanged since signing.").ShouldBe(1, mutool);

        var openssl = OpenSsl(folder, pdf);
        openssl.Count.ShouldBe(signatures);
        openssl.ShouldAllBe(exit => exit == 0);
        Qpdf.Check(file).ShouldBe(0);
    }

    /// <summary>How many signatures pdfsig calls valid.</summary>
    public static int PdfSigValid(string file) => Count(OutsideTools.PdfSig(file), "Signature is Valid.");

    /// <summary>What <c>openssl cms -verify -cades</c> exits with for each signature (time stamps left out): the bytes of ByteRange against Contents.</summary>
    public static IReadOnlyList<int> OpenSsl(TestFolder folder, byte[] pdf)
    {
        File.WriteAllText(folder.File("root.pem"), TestAuthority.Root.ExportCertificatePem());
        var text = RawUpdate.Text(pdf);
        return [.. Ranges().Matches(text).Where(match => !IsTimestamp(text, match.Index)).Select(match => OpenSsl(folder, pdf, match))];
    }

    /// <summary>Validates as PDF/A-1b with PDFBox: its findings, a line each.</summary>
    public static IReadOnlyList<string> Preflight(string file)
    {
        foreach (var jar in Jars)
        {
            File.Exists(jar).ShouldBeTrue($"{jar} is missing; apt-get install libpdfbox2-java libactivation-java libjaxb-api-java");
        }

        var output = OutsideTools.Run("java", "default-jre-headless", "-cp", string.Join(':', Jars), "org.apache.pdfbox.preflight.Validator_A1b", file).Output;
        output.ShouldContain("valid PDF/A-1b file", customMessage: "preflight gave no opinion");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => Finding().IsMatch(line))];
    }

    private static bool IsTimestamp(string text, int range)
    {
        var filter = text.LastIndexOf("/SubFilter", range, StringComparison.Ordinal);
        return filter >= 0 && text.AsSpan(filter, 32).Contains("RFC3161", StringComparison.Ordinal);
    }

    private static int OpenSsl(TestFolder folder, byte[] pdf, Match match)
    {
        var numbers = Enumerable.Range(1, 3).Select(i => (int)Math.Min(int.MaxValue, long.Parse(match.Groups[$"n{i}"].Value, CultureInfo.InvariantCulture))).ToArray();
        if ((long)numbers[1] + numbers[2] > pdf.Length || numbers[0] >= numbers[1])
        {
            return 4;
        }

        var data = folder.Write("covered", [.. pdf.AsSpan(0, numbers[0]), .. pdf.AsSpan(numbers[1], numbers[2])]);
        var hex = RawUpdate.Text(pdf)[(numbers[0] + 1)..(numbers[1] - 1)];
        if (hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit))
        {
            return 4;
        }

        var signature = folder.Write("signature.der", Convert.FromHexString(hex));
        return OutsideTools.Run("openssl", "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", signature, "-content", data, "-CAfile", folder.File("root.pem"), "-attime", TestAuthority.Now.AddDays(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "-out", folder.File("out")).Exit;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"/ByteRange ?\[0 +(?<n1>\d+) +(?<n2>\d+) +(?<n3>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"^\d+(\.\d+)+ : ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Finding();
}
