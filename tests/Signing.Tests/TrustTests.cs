using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>Attack 12: certificates and time stamps that do not carry what they claim.</summary>
public class TrustTests
{
    private static byte[] SignedBy(X509Certificate2 signer, Func<SigningOptions, SigningOptions>? more = null) => Signing.Sign(TinyPdf.Make("head"), signer, "head", more: more);

    private static byte[] Stamped(X509Certificate2 signer, X509Certificate2 authority, DateTimeOffset time) =>
        SignedBy(signer, options => options with { Level = SignatureLevel.Timestamped, TimeStamps = new TestTimeStamps(authority, time) });

    [Fact]
    public void Expired() =>
        Verifying.ShouldBe(Verifying.Verify(SignedBy(TestAuthority.Expired)), Indication.Indeterminate, SubIndication.OutOfBoundsNoPoe, SignatureProblem.CertificateExpired);

    [Fact]
    public void Expired_but_stamped_in_time_passes() =>
        Verifying.ShouldPass(Stamped(TestAuthority.Expired, TestAuthority.TimeStamper, TestAuthority.Begin.AddMonths(3)), 1);

    [Fact]
    public void Not_yet_valid() => Verifying.ShouldBe(
        Verifying.Verify(SignedBy(TestAuthority.Signer("Later", from: TestAuthority.Now.AddYears(1)))), Indication.Indeterminate, SubIndication.OutOfBoundsNoPoe, SignatureProblem.CertificateNotYetValid);

    [Fact]
    public void Stamp_older_than_the_certificate() => Verifying.ShouldBe(
        Verifying.Verify(Stamped(TestAuthority.Signer("New", from: TestAuthority.Now.AddMonths(-1)), TestAuthority.TimeStamper, TestAuthority.Now.AddMonths(-2))),
        Indication.Failed, SubIndication.NotYetValid, SignatureProblem.CertificateNotYetValid);

    [Fact]
    public void Unknown_issuer() => Verifying.ShouldBe(
        Verifying.Verify(SignedBy(TestAuthority.Signer("Stranger", issuer: TestAuthority.StrangeRoot))), Indication.Indeterminate, SubIndication.NoCertificateChainFound, SignatureProblem.UntrustedIssuer);

    [Fact]
    public void Wrong_key_usage() => Verifying.ShouldBe(
        Verifying.Verify(SignedBy(TestAuthority.Signer("Encipher", usage: X509KeyUsageFlags.KeyEncipherment))), Indication.Indeterminate, SubIndication.ChainConstraintsFailure, SignatureProblem.WrongKeyUsage);

    [Fact]
    public void Wrong_purpose() => Verifying.ShouldBe(
        Verifying.Verify(SignedBy(TestAuthority.Signer("Server", more: request => request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: true))))),
        Indication.Indeterminate, SubIndication.ChainConstraintsFailure, SignatureProblem.WrongKeyUsage);

    [Fact]
    public void Signed_below_a_signer_who_is_no_authority() => Verifying.ShouldBe(
        Verifying.Verify(Signing.Sign(TinyPdf.Make("head"), TestAuthority.Signer("Below", issuer: TestAuthority.Head), "head")),
        Indication.Indeterminate, SubIndication.NoCertificateChainFound, SignatureProblem.UntrustedIssuer);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Revoked(bool ocsp)
    {
        var pdf = SignedBy(TestAuthority.Head);
        var revocation = new TestRevocation(TestAuthority.Now.AddHours(2), (TestAuthority.Head, TestAuthority.Now.AddHours(1))) { WithOcsp = ocsp };
        Verifying.ShouldBe(Verifying.Verify(pdf, options => options with { Online = revocation }), Indication.Indeterminate, SubIndication.RevokedNoPoe, SignatureProblem.CertificateRevoked);
    }

    [Fact]
    public void Revoked_after_a_stamp_proves_it_was_signed_passes()
    {
        var pdf = Stamped(TestAuthority.Head, TestAuthority.TimeStamper, TestAuthority.Now);
        var revocation = new TestRevocation(TestAuthority.Now.AddHours(2), (TestAuthority.Head, TestAuthority.Now.AddHours(1)));
        Verifying.Verify(pdf, options => options with { Online = revocation }).Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public void Revoked_authority()
    {
        var revocation = new TestRevocation(TestAuthority.Now.AddHours(2), (TestAuthority.Intermediate, TestAuthority.Now.AddHours(1)));
        Verifying.ShouldBe(Verifying.Verify(SignedBy(TestAuthority.Head), options => options with { Online = revocation }), Indication.Indeterminate, SubIndication.RevokedCaNoPoe, SignatureProblem.CertificateRevoked);
    }

    [Fact]
    public void An_ocsp_answer_without_leave_to_answer_is_not_believed()
    {
        var forged = new ForgedOcsp();
        var report = Verifying.Verify(SignedBy(TestAuthority.Head), options => options with { Online = forged, RequireRevocation = true });
        Verifying.ShouldBe(report, Indication.Indeterminate, SubIndication.TryLater, SignatureProblem.RevocationUnknown);
    }

    [Fact]
    public void Stamp_by_somebody_who_is_no_authority() => Verifying.ShouldBe(
        Verifying.Verify(Stamped(TestAuthority.Head, TestAuthority.Approver, TestAuthority.Now)), Indication.Indeterminate, SubIndication.SigConstraintsFailure, SignatureProblem.TimestampUntrusted);

    [Fact]
    public void Stamp_by_an_untrusted_authority()
    {
        var stranger = TestAuthority.Issue("Strange TSA", TestAuthority.StrangeRoot, request => request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true)));
        Verifying.ShouldBe(Verifying.Verify(Stamped(TestAuthority.Head, stranger, TestAuthority.Now)), Indication.Indeterminate, SubIndication.SigConstraintsFailure, SignatureProblem.TimestampUntrusted);
    }

    [Fact]
    public void Stamp_of_another_signature()
    {
        var pdf = SignedBy(TestAuthority.Head, options => options with { Level = SignatureLevel.Timestamped, TimeStamps = new StampsSomethingElse() });
        Verifying.ShouldBe(Verifying.Verify(pdf), Indication.Indeterminate, SubIndication.HashFailure, SignatureProblem.TimestampWrong);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("md5")]
    public void Weak_hash(string hash)
    {
        var pdf = ForeignSigners.OpenSsl(hash, "-nosmimecap");
        Verifying.ShouldBe(Verifying.Verify(pdf), Indication.Indeterminate, SubIndication.CryptoConstraintsFailure, SignatureProblem.WeakAlgorithm);
    }

    [Fact]
    public void Short_key() => Verifying.ShouldBe(
        Verifying.Verify(SignedBy(TestAuthority.Signer("Short", bits: 1024))), Indication.Indeterminate, SubIndication.CryptoConstraintsFailure, SignatureProblem.WeakAlgorithm);

    [Fact]
    public void A_file_that_openssl_signed_passes() => Verifying.ShouldPass(ForeignSigners.OpenSsl("sha256", "-cades"), 1);

    [Fact]
    public void A_cades_signature_that_names_no_certificate()
    {
        var pdf = ForeignSigners.OpenSsl("sha256", "-nosmimecap", "ETSI.CAdES.detached");
        Verifying.ShouldBe(Verifying.Verify(pdf), Indication.Failed, SubIndication.FormatFailure, SignatureProblem.CertificateNotNamed);
    }

    private sealed class ForgedOcsp : RevocationSource
    {
        public override RevocationData Find(X509Certificate2 certificate, X509Certificate2 issuer) =>
            new([new TestRevocation(TestAuthority.Now.AddHours(1)).Answer(certificate, issuer, null, TestAuthority.Approver)], []);
    }

    private sealed class StampsSomethingElse : TimeStampAuthority
    {
        public override byte[] Stamp(ReadOnlySpan<byte> imprint, HashAlgorithmName hash) =>
            TestTimeStamps.Token(SHA256.HashData([1]), HashAlgorithmName.SHA256, TestAuthority.TimeStamper, TestAuthority.Now);
    }
}
