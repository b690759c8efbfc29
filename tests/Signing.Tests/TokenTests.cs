using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing;

namespace EmrSec.Signing.Tests;

/// <summary>Keys in a PKCS #11 token: SoftHSM, through OpenSSL's engine.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TokenTests : IDisposable
{
    private const string Pin = "1234";

    private readonly TestFolder _folder = new();

    public TokenTests()
    {
        Directory.CreateDirectory(_folder.File("tokens"));
        File.WriteAllText(_folder.File("softhsm2.conf"), $"directories.tokendir = {_folder.File("tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n");

        // Native code reads the C environment, which .NET's own copy does not change.
        SetEnvironment("SOFTHSM2_CONF", _folder.File("softhsm2.conf"));
        SetEnvironment("PKCS11_MODULE_PATH", "/usr/lib/softhsm/libsofthsm2.so");
        Run("softhsm2-util", "softhsm2", "--init-token", "--free", "--label", "emrsec", "--so-pin", "5678", "--pin", Pin);
        File.WriteAllText(_folder.File("k.pem"), TestAuthority.Head.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Run("softhsm2-util", "softhsm2", "--import", _folder.File("k.pem"), "--token", "emrsec", "--label", "khoa", "--id", "01", "--pin", Pin);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_token_signs_a_wrong_pin_and_a_pin_in_the_address_do_not()
    {
        Should.Throw<SigningException>(() => Open("pkcs11:token=emrsec;object=khoa;type=private?pin-value=1234", Pin)).Code.ShouldBe("KY071");
        var asked = 0;
        var wrong = Should.Throw<SigningException>(() => Pkcs11Key.Open("pkcs11:token=emrsec;object=khoa;type=private", [TestAuthority.Head], SecretSource.Prompt(() => $"999{++asked}")));
        wrong.Code.ShouldBe("KY073");
        asked.ShouldBe(1);
        wrong.ToString().ShouldNotContain("9991");
        using var key = Open("pkcs11:token=emrsec;object=khoa;type=private", Pin);
        Verifying.ShouldPass(PdfSigner.Sign(TinyPdf.Make("head"), key, new SigningOptions { Time = TestAuthority.Now }).Pdf, 1);
        Verifying.ShouldPass(PdfSigner.Sign(TinyPdf.Make("head"), key, new SigningOptions { Time = TestAuthority.Now, Pss = true }).Pdf, 1);
    }

    private static SigningKey Open(string uri, string pin) => Pkcs11Key.Open(uri, [TestAuthority.Head, TestAuthority.Intermediate], SecretSource.Prompt(() => pin));

    private static void Run(string program, string package, params string[] arguments)
    {
        var run = OutsideTools.Run(program, package, arguments);
        run.Exit.ShouldBe(0, run.Output);
    }

    private static void SetEnvironment(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        NativeEnvironment.Set(name, value);
    }
}
