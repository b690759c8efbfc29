using System.Net;
using System.Security.Cryptography.X509Certificates;
using EmrSec.Signing.Tests;

namespace EmrSec.Assessor.Tests.Signatures;

/// <summary>Commands that ask a time-stamping authority: openssl's, on this machine.</summary>
public sealed class TimeStampCommandTests : IDisposable
{
    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Signing_and_extending_with_time_stamps()
    {
        using var authority = new LoopbackAuthority(_desk);
        var stamped = _desk.Sign("letter.pdf", "stamped.pdf", "--level", "b-t", "--tsa", authority.Address);
        stamped.ExitCode.ShouldBe(0, stamped.Errors);
        LevelOf("stamped.pdf").ShouldBe("B-T");

        _desk.Sign("letter.pdf", "plain.pdf").ExitCode.ShouldBe(0);
        var extended = ProgramRun.Call("extend", _desk.Path("plain.pdf"), "--out", _desk.Path("extended.pdf"), "--level", "b-t", "--tsa", authority.Address, "--trust", _desk.Path("root.pem"));
        extended.ExitCode.ShouldBe(0, extended.Errors);
        LevelOf("extended.pdf").ShouldBe("B-T");
        var again = ProgramRun.Call("extend", _desk.Path("plain.pdf"), "--out", _desk.Path("extended.pdf"), "--level", "b-t", "--tsa", authority.Address, "--trust", _desk.Path("root.pem"));
        again.Errors.ShouldContain("bỏ qua, đã xong từ trước");
    }

    // openssl stamps with this machine's clock.
    private string? LevelOf(string file)
    {
        var outcome = ProgramRun.Call("verify", _desk.Path(file), "--trust", _desk.Path("root.pem"), "--at", "2034-12-01", "--format", "json");
        outcome.ExitCode.ShouldBe(0, outcome.Output);
        return outcome.Json.GetProperty("signatures")[0].GetProperty("level").GetString();
    }

    private sealed class LoopbackAuthority : IDisposable
    {
        private readonly SigningDesk _desk;
        private readonly HttpListener _listener = new();
        private readonly Thread _serving;
        private volatile bool _stopping;

        public LoopbackAuthority(SigningDesk desk)
        {
            _desk = desk;
            Address = $"http://127.0.0.1:{FreePort()}/tsa/";
            _listener.Prefixes.Add(Address);
            File.WriteAllText(desk.Path("tsa.crt"), TestAuthority.TimeStamper.ExportCertificatePem());
            File.WriteAllText(desk.Path("ca.crt"), TestAuthority.Intermediate.ExportCertificatePem());
            File.WriteAllText(desk.Path("tsa.key"), TestAuthority.TimeStamper.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(desk.Path("serial"), "01");
            File.WriteAllText(desk.Path("tsa.cnf"), $"[tsa]\ndefault_tsa=t\n[t]\nserial={desk.Path("serial")}\ncrypto_device=builtin\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\nordering=no\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n");
            _listener.Start();
            _serving = new Thread(Serve) { IsBackground = true };
            _serving.Start();
        }

        public string Address { get; }

        public void Dispose()
        {
            _stopping = true;
            _listener.Stop();
            _serving.Join(TimeSpan.FromSeconds(10)).ShouldBeTrue();
            _listener.Close();
        }

        private void Serve()
        {
            try
            {
                while (true)
                {
                    Answer(_listener.GetContext());
                }
            }
            catch (Exception e) when (_stopping && e is HttpListenerException or InvalidOperationException)
            {
                // Stopped.
            }
        }

        private void Answer(HttpListenerContext context)
        {
            using (var query = File.Create(_desk.Path("q.tsq")))
            {
                context.Request.InputStream.CopyTo(query);
            }

            var run = OutsideTools.Run("openssl", "openssl", "ts", "-reply", "-config", _desk.Path("tsa.cnf"), "-queryfile", _desk.Path("q.tsq"), "-signer", _desk.Path("tsa.crt"), "-inkey", _desk.Path("tsa.key"), "-chain", _desk.Path("ca.crt"), "-out", _desk.Path("r.tsr"));
            context.Response.StatusCode = run.Exit == 0 ? 200 : 500;
            context.Response.ContentType = "application/timestamp-reply";
            context.Response.OutputStream.Write(File.ReadAllBytes(_desk.Path("r.tsr")));
            context.Response.Close();
        }

        private static int FreePort()
        {
            using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            socket.Start();
            return ((IPEndPoint)socket.LocalEndpoint).Port;
        }
    }
}
