using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Trust;

namespace EmrSec.Signing.Tests;

public class KeyTests
{
    private static readonly TrustStore Trust = TrustStore.Of(TestAuthority.Root);

    [Theory]
    [InlineData(false, "modern")]
    [InlineData(false, "legacy")]
    [InlineData(false, "rc2")]
    [InlineData(true, "modern")]
    [InlineData(true, "legacy")]
    public void Pkcs12_files_sign(bool curve, string encryption)
    {
        using var folder = new TestFolder();
        var signer = curve ? TestAuthority.Signer("EC", ECCurve.NamedCurves.nistP256) : TestAuthority.Head;
        using var key = Pkcs12Key.Open(MakeFile(folder, signer, encryption), SecretSource.Prompt(() => "mật khẩu"));
        Verifying.ShouldPass(PdfSigner.Sign(TinyPdf.Make("head"), key, new SigningOptions { Time = TestAuthority.Now }).Pdf, 1);
        CertificateFitness.Check(key, Trust, TestAuthority.Now).ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_password_is_tried_once()
    {
        using var folder = new TestFolder();
        var asked = 0;
        var exception = Should.Throw<SigningException>(() => Pkcs12Key.Open(MakeFile(folder, TestAuthority.Head, "modern"), SecretSource.Prompt(() => $"sai {++asked}")));
        exception.Code.ShouldBe("KY063");
        exception.ToString().ShouldNotContain("sai 1");
        asked.ShouldBe(1);
    }

    [Fact]
    public void A_password_comes_from_an_environment_variable()
    {
        using var folder = new TestFolder();
        var name = $"EMRSEC_TEST_{Guid.NewGuid():N}";
        Environment.SetEnvironmentVariable(name, "mật khẩu");
        using var key = Pkcs12Key.Open(MakeFile(folder, TestAuthority.Head, "modern"), SecretSource.Environment(name));
        key.Certificate.Thumbprint.ShouldBe(TestAuthority.Head.Thumbprint);
        Should.Throw<SigningException>(() => Pkcs12Key.Open(folder.File("k.p12"), SecretSource.Environment(name + "X"))).Code.ShouldBe("KY060");
    }

    [Fact]
    public void A_password_comes_from_a_file_descriptor()
    {
        using var folder = new TestFolder();
        var file = folder.File("password");
        File.WriteAllText(file, "mật khẩu\n");
        using var handle = File.OpenHandle(file);
        using var key = Pkcs12Key.Open(MakeFile(folder, TestAuthority.Head, "modern"), SecretSource.Descriptor((int)handle.DangerousGetHandle()));
        key.Certificate.Thumbprint.ShouldBe(TestAuthority.Head.Thumbprint);
    }

    [Fact]
    public void A_file_that_is_no_key_is_said_to_be_none()
    {
        using var folder = new TestFolder();
        Should.Throw<SigningException>(() => Pkcs12Key.Open(folder.Write("k.p12", [1, 2, 3]), SecretSource.Prompt(() => "x"))).Code.ShouldBe("KY064");
        Should.Throw<SigningException>(() => Pkcs12Key.Open(folder.File("absent.p12"), SecretSource.Prompt(() => "x"))).Code.ShouldBe("KY062");
    }

    [Fact]
    public void Unfit_certificates_are_refused_each_for_its_reason()
    {
        Reason(TestAuthority.Expired).ShouldBe("KY080");
        Reason(TestAuthority.Signer("Later", from: TestAuthority.Now.AddYears(1))).ShouldBe("KY081");
        Reason(TestAuthority.Signer("Encipher", usage: X509KeyUsageFlags.KeyEncipherment)).ShouldBe("KY082");
        Reason(TestAuthority.Signer("Short", bits: 1024)).ShouldBe("KY083");
        Reason(TestAuthority.Signer("Stranger", issuer: TestAuthority.StrangeRoot)).ShouldBe("KY084");
        using var stranger = SigningKey.Of(TestAuthority.Signer("Stranger", issuer: TestAuthority.StrangeRoot));
        CertificateFitness.Require(stranger, Trust, TestAuthority.Now, allowUntrusted: true).ShouldHaveSingleItem().Code.ShouldBe("KY084");
        using var expired = SigningKey.Of(TestAuthority.Expired, TestAuthority.Intermediate);
        Should.Throw<SigningException>(() => CertificateFitness.Require(expired, Trust, TestAuthority.Now, allowUntrusted: true)).Code.ShouldBe("KY080");
    }

    [Fact]
    public void A_store_without_the_certificate_says_so() =>
        Should.Throw<SigningException>(() => StoreKey.Open("00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff 00 11 22 33")).Code.ShouldBe("KY066");

    private static string Reason(X509Certificate2 certificate)
    {
        using var key = SigningKey.Of(certificate, TestAuthority.Intermediate);
        return Should.Throw<SigningException>(() => CertificateFitness.Require(key, Trust, TestAuthority.Now, allowUntrusted: false)).Code;
    }

    private static string MakeFile(TestFolder folder, X509Certificate2 signer, string encryption)
    {
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)signer.GetRSAPrivateKey() ?? signer.GetECDsaPrivateKey()!;
        File.WriteAllText(folder.File("k.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(folder.File("c.pem"), signer.ExportCertificatePem());
        File.WriteAllText(folder.File("i.pem"), TestAuthority.Intermediate.ExportCertificatePem());
        File.WriteAllText(folder.File("p"), "mật khẩu");
        string[] old = encryption switch
        {
            "legacy" => ["-legacy", "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES"],
            "rc2" => ["-legacy", "-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-RC2-40"],
            _ => [],
        };
        var run = OutsideTools.Run("openssl", "openssl", ["pkcs12", "-export", .. old, "-inkey", folder.File("k.pem"), "-in", folder.File("c.pem"), "-certfile", folder.File("i.pem"), "-out", folder.File("k.p12"), "-passout", $"file:{folder.File("p")}"]);
        run.Exit.ShouldBe(0, run.Output);
        return folder.File("k.p12");
    }
}
