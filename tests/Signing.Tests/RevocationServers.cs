using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmrSec.Signing.Tests;

/// <summary>An OCSP responder (openssl's) and a place for revocation lists on this machine.</summary>
internal sealed class RevocationServers : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly HttpListener _listener = new();
    private readonly Thread _serving;
    private readonly string _address = $"http://127.0.0.1:{FreePort()}/";
    private readonly List<string> _index = [];
    private readonly CertificateRevocationListBuilder _list = new();
    private int _asked;
    private volatile bool _stopping;

    public RevocationServers()
    {
        File.WriteAllText(_folder.File("ca.crt"), TestAuthority.Intermediate.ExportCertificatePem());
        File.WriteAllText(_folder.File("ocsp.crt"), TestAuthority.Responder.ExportCertificatePem());
        File.WriteAllText(_folder.File("ocsp.key"), TestAuthority.Responder.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        _listener.Prefixes.Add(_address);
        _listener.Start();
        _serving = new Thread(Serve) { IsBackground = true };
        _serving.Start();
    }

    /// <summary>What the responder does instead of answering; null = it answers.</summary>
    public Func<(int Status, byte[] Body)>? OcspTrouble { get; set; }

    /// <summary>How many questions and downloads there were.</summary>
    public int Asked => _asked;

    /// <summary>A signer whose certificate names these servers.</summary>
    public X509Certificate2 Signer(string name, bool ocsp, bool list, bool revoked)
    {
        var certificate = TestAuthority.Signer(name, more: request =>
        {
            if (ocsp)
            {
                request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([_address + "ocsp"], []));
            }

            if (list)
            {
                request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([_address + "list.crl"]));
            }
        });
        _index.Add(revoked ? $"R\t350101000000Z\t261106000000Z\t{certificate.SerialNumber}\tunknown\t/CN=x" : $"V\t350101000000Z\t\t{certificate.SerialNumber}\tunknown\t/CN=x");
        if (revoked)
        {
            _list.AddEntry(certificate, TestAuthority.Now.AddDays(1));
        }

        return certificate;
    }

    public void Dispose()
    {
        _stopping = true;
        _listener.Stop();
        _serving.Join(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        _listener.Close();
        _folder.Dispose();
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                var context = _listener.GetContext();
                Interlocked.Increment(ref _asked);
                var (status, body) = context.Request.Url!.AbsolutePath is "/ocsp" ? Ocsp(context.Request) : (200, List());
                Send(context.Response, status, body);
            }
        }
        catch (Exception e) when (_stopping && e is HttpListenerException or InvalidOperationException)
        {
            // Stopped, before a call was waited for or while it was: the listener still calls itself
            // listening then, so only our own word of it counts.
        }
    }

    private static void Send(HttpListenerResponse response, int status, byte[] body)
    {
        try
        {
            response.StatusCode = status;
            response.ContentLength64 = body.Length;
            response.OutputStream.Write(body);
            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException)
        {
            // Whoever asked has heard enough.
            response.Abort();
        }
    }

    private (int, byte[]) Ocsp(HttpListenerRequest request)
    {
        using (var file = File.Create(_folder.File("q.der")))
        {
            request.InputStream.CopyTo(file);
        }

        if (OcspTrouble is { } trouble)
        {
            return trouble();
        }

        File.WriteAllLines(_folder.File("index.txt"), _index);
        var run = OutsideTools.Run("openssl", "openssl", "ocsp", "-index", _folder.File("index.txt"), "-CA", _folder.File("ca.crt"), "-rsigner", _folder.File("ocsp.crt"), "-rkey", _folder.File("ocsp.key"), "-nmin", "60", "-reqin", _folder.File("q.der"), "-respout", _folder.File("r.der"));
        return run.Exit == 0 ? (200, File.ReadAllBytes(_folder.File("r.der"))) : (500, System.Text.Encoding.UTF8.GetBytes(run.Output));
    }

    private byte[] List() => _list.Build(TestAuthority.Intermediate, 1, TestAuthority.End, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, TestAuthority.Now.AddDays(1));

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
