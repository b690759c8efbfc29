using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf;
using EmrSec.Reports.Signing.Keys;
using EmrSec.Reports.Signing.Making;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;
using EmrSec.Reports.Tests.Papers;
using EmrSec.Signing.Tests;

namespace EmrSec.Benchmarks;

/// <summary>How fast papers are signed and signatures verified, beside the one thing that cannot be done faster: <c>RSA.SignHash</c>.</summary>
internal static class SignatureReport
{
    private const int Rounds = 9;
    private const double Reference = 4400;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(400);

    private static readonly SigningOptions Options = new() { Time = TestAuthority.Now, Reason = "Phê duyệt" };

    /// <summary>Measures and writes a report.</summary>
    /// <returns>Whether every goal is met.</returns>
    public static bool Run(TextWriter output)
    {
        using var key = SigningKey.Of(TestAuthority.Head, TestAuthority.Intermediate);
        using var rsa = TestAuthority.Head.GetRSAPrivateKey()!;
        var paper = SamplePapers.All["decision"];
        var (pdf, pages) = Write(paper);
        var once = Sign(pdf, key);
        var three = Sign(Sign(once, key), key);
        var verifier = new SignatureVerifier(new VerificationOptions { Trust = TrustStore.Of(TestAuthority.Root), Time = TestAuthority.Now.AddDays(1) });
        if (verifier.Verify(three).Verdict != Verdict.Passed)
        {
            throw new InvalidOperationException("the file to measure does not pass");
        }

        var digest = SHA256.HashData(pdf);
        var names = new[] { "RSA.SignHash, 2048 bits", "sign a PDF", "verify, one signature", "verify, three signatures", "write and sign", "write and sign, two threads" };
        var rates = Interleave(
        [
            () => Repeat(() => rsa.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            () => Repeat(() => Sign(pdf, key)),
            () => Repeat(() => verifier.Verify(once)),
            () => Repeat(() => verifier.Verify(three)),
            () => Repeat(() => Sign(Write(paper).Pdf, key)),
            () => OnTwoThreads(paper),
        ]);
        output.WriteLine(Text($"papers of {pages} pages, {pdf.Length / 1024} KB; medians of {Rounds} interleaved runs, per second of processor (two threads: of both)"));
        for (var i = 0; i < names.Length; i++)
        {
            output.WriteLine(Text($"  {names[i],-28} {rates[i],9:N0} /s"));
        }

        // The goals are set for a machine whose processor makes 4,400 raw signatures a second; on another they scale with it.
        var scale = rates[0] / Reference;
        return Goal(output, "signing a PDF against RSA.SignHash, %", 100 * rates[1] / rates[0], 60)
            & Goal(output, "verified signatures/s, scaled to the reference", rates[2] / scale, 2000)
            & Goal(output, "written and signed papers/s, two threads, scaled", rates[5] / scale, 1000);
    }

    // In turn, so that what else the machine does falls on all alike.
    private static double[] Interleave(Func<double>[] ways)
    {
        var rates = ways.Select(_ => new double[Rounds]).ToArray();
        for (var round = -1; round < Rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                var rate = ways[i]();
                if (round >= 0)
                {
                    rates[i][round] = rate;
                }
            }
        }

        return [.. rates.Select(Interleaved.Median)];
    }

    // Seconds of processor, not of the clock: what else the machine does must not count.
    private static double Repeat(Action action)
    {
        var count = 0;
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        while (clock.Elapsed < Slice || count < 20)
        {
            action();
            count++;
        }

        return count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    // On two processors at once: what both spend together, and so what each would do if it had its processor to itself.
    private static double OnTwoThreads(Document paper)
    {
        var counts = new int[2];
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var threads = Enumerable.Range(0, 2).Select(i => new Thread(() =>
        {
            using var key = SigningKey.Of(TestAuthority.Head, TestAuthority.Intermediate);
            while (clock.Elapsed < Slice || counts[i] < 20)
            {
                Sign(Write(paper).Pdf, key);
                counts[i]++;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return 2 * counts.Sum() / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static (byte[] Pdf, int Pages) Write(Document paper)
    {
        using var stream = new MemoryStream();
        var result = PdfWriter.Write(paper, stream);
        return (stream.ToArray(), result.Pages);
    }

    private static byte[] Sign(byte[] pdf, SigningKey key) => PdfSigner.Sign(pdf, key, Options).Pdf;

    private static bool Goal(TextWriter output, string name, double value, double least)
    {
        var met = value >= least;
        output.WriteLine(Text($"  {(met ? "met" : "MISSED"),-7} {name}: {value:N0} (goal {least:N0})"));
        return met;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
