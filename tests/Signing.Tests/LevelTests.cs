using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Reports.Signing;
using EmrSec.Reports.Signing.Trust;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

public class LevelTests
{
    private static readonly TrustStore Trust = TrustStore.Of(TestAuthority.Root);

    private static SigningOptions Raise(SigningOptions options, SignatureLevel level, bool ocsp = false) => options with
    {
        Level = level,
        TimeStamps = new TestTimeStamps(TestAuthority.TimeStamper, TestAuthority.Now.AddSeconds(5)),
        Revocation = new TestRevocation(TestAuthority.Now.AddMinutes(-10)) { WithOcsp = ocsp },
        Trust = Trust,
    };

    [Theory]
    [InlineData(SignatureLevel.Basic, false)]
    [InlineData(SignatureLevel.Timestamped, false)]
    [InlineData(SignatureLevel.LongTerm, false)]
    [InlineData(SignatureLevel.LongTerm, true)]
    [InlineData(SignatureLevel.Archival, false)]
    [InlineData(SignatureLevel.Archival, true)]
    public void Each_level_is_made_and_recognised(SignatureLevel level, bool ocsp)
    {
        var signed = Signing.Sign(TinyPdf.Make("head"), TestAuthority.Head, "head", certify: true, options => Raise(options, level, ocsp));
        Verifying.ShouldPass(signed, 1);
        var report = Verifying.Verify(signed).Signatures[0];
        report.Level.ShouldBe(level);
        report.TimeOrigin.ShouldBe(level switch
        {
            SignatureLevel.Basic => TimeOrigin.Claimed,
            SignatureLevel.Archival => TimeOrigin.DocumentTimestamp,
            _ => TimeOrigin.SignatureTimestamp,
        });
    }

    [Theory]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    public void Three_sign_at_the_highest_level_in_other_forms(string form)
    {
        var pdf = Qpdf.Convert(TinyPdf.Make("head", "appraiser", "approver"), form);
        pdf = Signing.Sign(pdf, TestAuthority.Head, "head", certify: true, options => Raise(options, SignatureLevel.Archival));
        pdf = Signing.Sign(pdf, TestAuthority.Appraiser, "appraiser", more: options => Raise(options, SignatureLevel.Archival));
        pdf = Signing.Sign(pdf, TestAuthority.Approver, "approver", more: options => Raise(options, SignatureLevel.Archival));
        Verifying.ShouldPass(pdf, 3);
        Verifying.Verify(pdf).Signatures.Where(signature => !signature.IsTimestamp).ShouldAllBe(signature => signature.Level == SignatureLevel.Archival);
    }

    [Theory]
    [InlineData(SignatureLevel.Timestamped)]
    [InlineData(SignatureLevel.LongTerm)]
    [InlineData(SignatureLevel.Archival)]
    public void Existing_signatures_are_raised(SignatureLevel level)
    {
        var (pdf, outcome) = PdfSigner.Extend(Signing.Three(), Raise(new SigningOptions { Time = TestAuthority.Now }, level));
        outcome.Level.ShouldBe(level);
        Verifying.ShouldPass(pdf, 3);
        Verifying.Verify(pdf).Signatures.Where(signature => !signature.IsTimestamp).ShouldAllBe(signature => signature.Level == level);
    }

    [Fact]
    public void Without_an_authority_nothing_lower_is_made_silently()
    {
        var exception = Should.Throw<SigningException>(() => Signing.Sign(TinyPdf.Make("head"), TestAuthority.Head, "head", more: Unreachable));
        exception.Code.ShouldBe("KY031");
        using var key = SigningKey.Of(TestAuthority.Head, TestAuthority.Intermediate);
        var (pdf, outcome) = PdfSigner.Sign(TinyPdf.Make("head"), key, Unreachable(new SigningOptions { Time = TestAuthority.Now, AllowLower = true }));
        outcome.Level.ShouldBe(SignatureLevel.Basic);
        outcome.Shortfall.ShouldNotBeNull();
        Verifying.ShouldPass(pdf, 1);

        // Port 9 (discard) has no listener here.
        static SigningOptions Unreachable(SigningOptions options) => options with { Level = SignatureLevel.Timestamped, TimeStamps = new HttpTimeStampAuthority(new Uri("http://127.0.0.1:9/")) };
    }

    [Fact]
    public async Task An_authority_is_asked_over_http_and_openssl_answers()
    {
        using var folder = new TestFolder();
        using var listener = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/tsa/";
        listener.Prefixes.Add(address);
        listener.Start();
        var serving = Task.Run(() => Serve(listener, folder));
        var signed = await Task.Run(() => Signing.Sign(TinyPdf.Make("head"), TestAuthority.Head, "head", more: options => options with { Level = SignatureLevel.Timestamped, TimeStamps = new HttpTimeStampAuthority(new Uri(address)) }));
        await serving;
        var report = Verifying.Verify(signed, options => options with { Time = DateTimeOffset.UtcNow.AddDays(1) });
        report.Verdict.ShouldBe(Verdict.Passed);
        report.Signatures[0].Level.ShouldBe(SignatureLevel.Timestamped);
    }

    private static void Serve(HttpListener listener, TestFolder folder)
    {
        var context = listener.GetContext();
        var (query, reply) = (folder.File("q.tsq"), folder.File("r.tsr"));
        using (var file = File.Create(query))
        {
            context.Request.InputStream.CopyTo(file);
        }

        File.WriteAllText(folder.File("tsa.crt"), TestAuthority.TimeStamper.ExportCertificatePem());
        File.WriteAllText(folder.File("ca.crt"), TestAuthority.Intermediate.ExportCertificatePem());
        File.WriteAllText(folder.File("tsa.key"), TestAuthority.TimeStamper.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(folder.File("serial"), "01");
        File.WriteAllText(folder.File("tsa.cnf"), $"[tsa]\ndefault_tsa=t\n[t]\nserial={folder.File("serial")}\ncrypto_device=builtin\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\nordering=no\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n");
        var run = OutsideTools.Run("openssl", "openssl", "ts", "-reply", "-config", folder.File("tsa.cnf"), "-queryfile", query, "-signer", folder.File("tsa.crt"), "-inkey", folder.File("tsa.key"), "-chain", folder.File("ca.crt"), "-out", reply);
        run.Exit.ShouldBe(0, run.Output);
        context.Response.ContentType = "application/timestamp-reply";
        context.Response.OutputStream.Write(File.ReadAllBytes(reply));
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
