using EmrSec.Signing.Tests;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Assessor.Tests.Signatures;

/// <summary>Signing with a PKCS #11 token: SoftHSM.</summary>
public sealed class TokenCommandTests : IDisposable
{
    private const string Module = "/usr/lib/softhsm/libsofthsm2.so";

    private readonly SigningDesk _desk = new();

    public TokenCommandTests()
    {
        Directory.CreateDirectory(_desk.Path("tokens"));
        File.WriteAllText(_desk.Path("softhsm2.conf"), $"directories.tokendir = {_desk.Path("tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n");
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", _desk.Path("softhsm2.conf"));
        NativeEnvironment.Set("SOFTHSM2_CONF", _desk.Path("softhsm2.conf"));
        Run("softhsm2-util", "--init-token", "--free", "--label", "cơ sở", "--so-pin", "5678", "--pin", "1234");
        File.WriteAllText(_desk.Path("k.pem"), TestAuthority.Head.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Run("softhsm2-util", "--import", _desk.Path("k.pem"), "--token", "cơ sở", "--label", "khoa", "--id", "01", "--pin", "1234");
        File.WriteAllText(_desk.Path("chain.pem"), TestAuthority.Head.ExportCertificatePem() + "\n" + TestAuthority.Intermediate.ExportCertificatePem());
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_token_signs_a_batch_with_one_pin_and_a_wrong_pin_is_tried_once()
    {
        File.Exists(Module).ShouldBeTrue("apt-get install softhsm2");
        _desk.AddLetter("in/a.pdf");
        _desk.AddLetter("in/b.pdf");
        string[] call = ["sign", _desk.Path("in/a.pdf"), _desk.Path("in/b.pdf"), "--out-dir", _desk.Path("out"), "--pkcs11", Module, "--token", "cơ sở", "--key", "khoa", "--cert", _desk.Path("chain.pem"), "--trust", _desk.Path("root.pem")];

        // Two lines: were a wrong PIN tried again, the second would be right.
        var wrong = ProgramRun.CallWith("9999\n1234\n", call);
        wrong.ExitCode.ShouldBe(2);
        wrong.Errors.ShouldContain("lỗi KY073");
        wrong.Errors.ShouldNotContain("9999");
        Directory.GetFiles(_desk.Path("out")).ShouldBeEmpty();

        var right = ProgramRun.CallWith("1234\n", call);
        right.ExitCode.ShouldBe(0, right.Errors);
        (right.Output + right.Errors).ShouldNotContain("1234");
        _desk.Verify("out/a.pdf").ExitCode.ShouldBe(0);
        _desk.Verify("out/b.pdf").ExitCode.ShouldBe(0);
    }

    private static void Run(string program, params string[] arguments)
    {
        var run = OutsideTools.Run(program, "softhsm2", arguments);
        run.Exit.ShouldBe(0, run.Output);
    }
}
