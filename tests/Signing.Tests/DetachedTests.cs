using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>Signatures that stand apart from what they sign: the manifest of a package.</summary>
public class DetachedTests
{
    private static readonly byte[] Manifest = Encoding.UTF8.GetBytes("{\"schema\":\"emrsec.pack/1\",\"files\":[{\"name\":\"hồ-sơ.yaml\",\"sha256\":\"00\"}]}\n");

    private static DetachedVerifier Verifier { get; } = new(Verifying.Options);

    [Theory]
    [InlineData("rsa")]
    [InlineData("pss")]
    [InlineData("nistP256")]
    [InlineData("nistP384")]
    public void It_passes_and_openssl_agrees(string kind)
    {
        var signer = kind is "rsa" or "pss" ? TestAuthority.Head : TestAuthority.Signer("EC", ECCurve.CreateFromFriendlyName(kind));
        var signature = Sign(signer, options => options with { Pss = kind is "pss" });
        var report = Verifier.Verify(Manifest, signature);
        report.Verdict.ShouldBe(Verdict.Passed, report.Verdict.Explanation);
        (report.Time, report.TimeOrigin).ShouldBe((TestAuthority.Now, TimeOrigin.Claimed));
        report.Body.ShouldBe("Bệnh viện đa khoa mẫu");
        OpenSsl(Manifest, signature).ShouldBe(0);
        OpenSsl([.. Manifest, 1], signature).ShouldBe(4);
    }

    [Fact]
    public void A_time_stamp_proves_its_time()
    {
        var signature = Sign(TestAuthority.Head, options => options with { TimeStamps = new TestTimeStamps(TestAuthority.TimeStamper, TestAuthority.Now.AddMinutes(3)) });
        var report = Verifier.Verify(Manifest, signature);
        report.Verdict.ShouldBe(Verdict.Passed);
        (report.Time, report.TimeOrigin).ShouldBe((TestAuthority.Now.AddMinutes(3), TimeOrigin.SignatureTimestamp));
        OpenSsl(Manifest, signature).ShouldBe(0);
    }

    [Fact]
    public void Without_the_authority_nothing_is_signed() => Should.Throw<SigningException>(() =>
        Sign(TestAuthority.Head, options => options with { TimeStamps = new HttpTimeStampAuthority(new Uri("http://127.0.0.1:9/")) })).Code.ShouldBe("KY031");

    [Fact]
    public void Every_byte_of_the_content_counts()
    {
        var signature = Sign(TestAuthority.Head);
        for (var i = 0; i < Manifest.Length; i++)
        {
            var changed = (byte[])Manifest.Clone();
            changed[i] ^= 1;
            ShouldBe(Verifier.Verify(changed, signature), Indication.Failed, SubIndication.HashFailure, SignatureProblem.BytesChanged);
        }
    }

    [Fact]
    public void No_byte_of_the_signature_can_be_changed_into_another_signer_or_time()
    {
        var signature = Sign(TestAuthority.Head);
        var honest = Verifier.Verify(Manifest, signature);
        for (var i = 0; i < signature.Length; i++)
        {
            var changed = (byte[])signature.Clone();
            changed[i] ^= 1;
            var report = Verifier.Verify(Manifest, changed);
            if (report.Verdict.Indication == Indication.Passed)
            {
                (report.Signer, report.Serial, report.Time).ShouldBe((honest.Signer, honest.Serial, honest.Time), $"byte {i}");
            }
        }
    }

    [Fact]
    public void Junk_an_empty_file_and_an_enveloping_message_fail()
    {
        ShouldBe(Verifier.Verify(Manifest, [.. Sign(TestAuthority.Head), 0]), Indication.Failed, SubIndication.FormatFailure, SignatureProblem.JunkAfterSignature);
        ShouldBe(Verifier.Verify(Manifest, []), Indication.Failed, SubIndication.FormatFailure, SignatureProblem.MessageMalformed);
        ShouldBe(Verifier.Verify(Manifest, Encoding.ASCII.GetBytes("not a signature")), Indication.Failed, SubIndication.FormatFailure, SignatureProblem.MessageMalformed);
        var token = TestTimeStamps.Token(SHA256.HashData(Manifest), HashAlgorithmName.SHA256, TestAuthority.TimeStamper, TestAuthority.Now);
        ShouldBe(Verifier.Verify(Manifest, token), Indication.Failed, SubIndication.FormatFailure, SignatureProblem.MessageMalformed);
    }

    [Fact]
    public void Certificates_are_judged_as_in_a_pdf()
    {
        ShouldBe(Verifier.Verify(Manifest, Sign(TestAuthority.Expired)), Indication.Indeterminate, SubIndication.OutOfBoundsNoPoe, SignatureProblem.CertificateExpired);
        ShouldBe(Verifier.Verify(Manifest, Sign(TestAuthority.Signer("Stranger", issuer: TestAuthority.StrangeRoot))), Indication.Indeterminate, SubIndication.NoCertificateChainFound, SignatureProblem.UntrustedIssuer);
        ShouldBe(Verifier.Verify(Manifest, Sign(TestAuthority.Signer("Encipher", usage: X509KeyUsageFlags.KeyEncipherment))), Indication.Indeterminate, SubIndication.ChainConstraintsFailure, SignatureProblem.WrongKeyUsage);
        var revoking = new DetachedVerifier(Verifying.Options with { Online = new TestRevocation(TestAuthority.Now.AddHours(2), (TestAuthority.Head, TestAuthority.Now.AddHours(1))) });
        ShouldBe(revoking.Verify(Manifest, Sign(TestAuthority.Head)), Indication.Indeterminate, SubIndication.RevokedNoPoe, SignatureProblem.CertificateRevoked);
    }

    private static byte[] Sign(X509Certificate2 signer, Func<DetachedOptions, DetachedOptions>? more = null)
    {
        using var key = SigningKey.Of(signer, TestAuthority.Intermediate);
        var options = new DetachedOptions { Time = TestAuthority.Now };
        return DetachedSigner.Sign(Manifest, key, more is null ? options : more(options));
    }

    private static int OpenSsl(byte[] content, byte[] signature)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.File("root.pem"), TestAuthority.Root.ExportCertificatePem());
        return OutsideTools.Run("openssl", "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", folder.Write("s.p7s", signature), "-content", folder.Write("content", content), "-CAfile", folder.File("root.pem"), "-out", folder.File("out")).Exit;
    }

    private static void ShouldBe(DetachedReport report, Indication indication, SubIndication reason, SignatureProblem problem) =>
        (report.Verdict.Indication, report.Verdict.SubIndication, report.Verdict.Problem).ShouldBe((indication, reason, problem), report.Verdict.Explanation);
}
