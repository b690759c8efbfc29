using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>A file of the table in <c>docs/verification.md</c>.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Make">Makes it.</param>
/// <param name="Options">How it is verified where not as usual.</param>
internal sealed record SampleFile(string Name, Func<byte[]> Make, Func<VerificationOptions, VerificationOptions>? Options = null);

/// <summary>Good files in every form, and files whose certificates or time stamps do not carry what they claim.</summary>
internal static class SampleFiles
{
    private static readonly Func<SigningOptions, SigningOptions> Archival = options => options with
    {
        Level = SignatureLevel.Archival,
        TimeStamps = new TestTimeStamps(TestAuthority.TimeStamper, TestAuthority.Now),
        Revocation = new TestRevocation(TestAuthority.Now.AddHours(-1)),
        Trust = Verifying.Options.Trust,
    };

    public static IReadOnlyList<SampleFile> Good { get; } =
    [
        new("one-signature", () => By(TestAuthority.Head)),
        new("three-signatures", () => Signing.Three(certify: false)),
        new("three-signatures-certified", () => Signing.Three()),
        new("paper-three-signatures", () => SignedPaper.Three),
        new("rsa-pss", () => By(TestAuthority.Head, options => options with { Pss = true })),
        new("ecdsa-p256", () => By(TestAuthority.Signer("EC", ECCurve.NamedCurves.nistP256))),
        new("ecdsa-p384", () => By(TestAuthority.Signer("EC", ECCurve.NamedCurves.nistP384))),
        new("b-t", () => By(TestAuthority.Head, options => Archival(options) with { Level = SignatureLevel.Timestamped })),
        new("b-lt", () => By(TestAuthority.Head, options => Archival(options) with { Level = SignatureLevel.LongTerm })),
        new("b-lta", () => By(TestAuthority.Head, Archival)),
        new("extended-to-b-lta", () => PdfSigner.Extend(Signing.Three(), Archival(new SigningOptions { Time = TestAuthority.Now })).Pdf),
        new("object-streams", () => InForm("--object-streams=generate")),
        new("linearised", () => InForm("--linearize")),
        new("linearised-object-streams", () => InForm("--linearize", "--object-streams=generate")),
        new("new-visible-field-uncertified", () => Signing.Sign(Signing.Sign(TinyPdf.Make(), TestAuthority.Head), TestAuthority.Approver, more: options => options with { NewField = new NewField(1, new PageArea(300, 100, 150, 80)) })),
        new("cms-by-openssl", () => ForeignSigners.OpenSsl("sha256", "-cades")),
        new("signed-by-pdfsig", ForeignSigners.PdfSig),
    ];

    public static IReadOnlyList<SampleFile> Doubtful { get; } =
    [
        new("certificate-expired", () => By(TestAuthority.Expired)),
        new("certificate-not-yet-valid", () => By(TestAuthority.Signer("Later", from: TestAuthority.End.AddYears(-1)))),
        new("issuer-unknown", () => By(TestAuthority.Signer("Stranger", issuer: TestAuthority.StrangeRoot))),
        new("wrong-key-usage", () => By(TestAuthority.Signer("Encipher", usage: X509KeyUsageFlags.KeyEncipherment))),
        new("short-key", () => By(TestAuthority.Signer("Short", bits: 1024))),
        new("hash-sha1", () => ForeignSigners.OpenSsl("sha1", "-nosmimecap")),
        new("hash-md5", () => ForeignSigners.OpenSsl("md5", "-nosmimecap")),
        new("revoked", () => By(TestAuthority.Head), options => options with { Online = new TestRevocation(TestAuthority.Now.AddHours(2), (TestAuthority.Head, TestAuthority.Now.AddHours(1))) }),
        new("stamp-by-no-authority", () => Stamped(TestAuthority.Head, TestAuthority.Approver, TestAuthority.Now)),
        new("stamp-older-than-certificate", () => Stamped(TestAuthority.Signer("New", from: TestAuthority.Now.AddMonths(-1)), TestAuthority.TimeStamper, TestAuthority.Now.AddMonths(-2))),
        new("signature-cut-off", () => By(TestAuthority.Head), options => options with { ExpectedCount = 3 }),
        new("signed-by-pdfsig-outside-the-form", () => ForeignSigners.PdfSig(By(TestAuthority.Head))),
        new("not-signed", () => TinyPdf.Make("head")),
    ];

    private static byte[] By(X509Certificate2 signer, Func<SigningOptions, SigningOptions>? more = null) => Signing.Sign(TinyPdf.Make("head"), signer, "head", more: more);

    private static byte[] Stamped(X509Certificate2 signer, X509Certificate2 authority, DateTimeOffset time) =>
        By(signer, options => options with { Level = SignatureLevel.Timestamped, TimeStamps = new TestTimeStamps(authority, time) });

    private static byte[] InForm(params string[] form)
    {
        var once = Signing.Sign(Qpdf.Convert(TinyPdf.Make("head", "appraiser", "approver"), form), TestAuthority.Head, "head", certify: true);
        return Signing.Sign(Signing.Sign(once, TestAuthority.Appraiser, "appraiser"), TestAuthority.Approver, "approver");
    }
}
