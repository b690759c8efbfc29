using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>Verifies in one line, trusting the test root.</summary>
internal static class Verifying
{
    public static VerificationOptions Options { get; } = new() { Trust = TrustStore.Of(TestAuthority.Root), Time = TestAuthority.Now.AddDays(1) };

    public static SignatureVerifier Verifier { get; } = new(Options);

    public static FileReport Verify(byte[] pdf) => Verifier.Verify(pdf);

    public static FileReport Verify(byte[] pdf, Func<VerificationOptions, VerificationOptions> change) => new SignatureVerifier(change(Options)).Verify(pdf);

    public static void ShouldPass(byte[] pdf, int signatures)
    {
        var report = Verify(pdf, options => options with { ExpectedCount = signatures });
        report.Verdict.ShouldBe(Verdict.Passed);
        report.Signatures.ShouldAllBe(signature => signature.Verdict == Verdict.Passed);
    }

    public static void ShouldBe(FileReport report, Indication indication, SubIndication reason, SignatureProblem problem)
    {
        report.Verdict.Indication.ShouldBe(indication, report.Verdict.Explanation);
        report.Verdict.SubIndication.ShouldBe(reason, report.Verdict.Explanation);
        report.Verdict.Problem.ShouldBe(problem, report.Verdict.Explanation);
    }
}
