using System.Net;
using System.Net.Sockets;

namespace EmrSec.Dossiers.Tests.Store;

/// <summary>A wire to the server that passes everything on, and can be cut at the moment of a COMMIT: before it reaches the server, or before the answer is back.</summary>
internal sealed class CuttingWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _socket;
    private volatile bool _isArmed;
    private bool _reachesServer;

    public CuttingWire(string socket)
    {
        _socket = socket;
        _listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Cuts { get; private set; }

    public string PlaceOf(string place) => $"postgres://emrsec@127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{PostgreSqlServer.DatabaseOf(place)}?sslmode=disable";

    public void CutAtNextCommit(bool reachesServer)
    {
        _reachesServer = reachesServer;
        _isArmed = true;
    }

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var near = _listener.AcceptSocket();
                var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                far.Connect(new UnixDomainSocketEndPoint(_socket));
                new Thread(() => Forward(near, far)) { IsBackground = true }.Start();
                new Thread(() => Return(far, near)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The wire is taken away.
        }
    }

    private void Forward(Socket near, Socket far)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (near.Receive(buffer) is > 0 and var read)
            {
                if (_isArmed && buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0)
                {
                    _isArmed = false;
                    Cuts++;
                    near.Close();
                    if (_reachesServer)
                    {
                        far.Send(buffer.AsSpan(0, read));
                        // The server's own answer, which nobody hears.
                        far.ReceiveTimeout = 5000;
                        Thread.Sleep(200);
                    }

                    far.Close();
                    return;
                }

                far.Send(buffer.AsSpan(0, read));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other side went.
        }

        far.Dispose();
    }

    private static void Return(Socket far, Socket near)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (far.Receive(buffer) is > 0 and var read)
            {
                near.Send(buffer.AsSpan(0, read));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other side went.
        }

        near.Dispose();
    }
}
