using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmrSec.Assessor.Tests.Serving;

/// <summary>A mail server on this machine that takes mails, or does what a test wants of it (RFC 5321, as much as a client needs).</summary>
internal sealed class LoopbackMail : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Thread _serving;
    private readonly List<string> _mails = [];

    public LoopbackMail()
    {
        _listener.Start();
        _serving = new Thread(Serve) { IsBackground = true };
        _serving.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it replies to RCPT instead of taking the recipient.</summary>
    public string? RefuseRecipient { get; set; }

    /// <summary>Whether it takes the mail and hangs up before it says so.</summary>
    public bool HangUpAfterData { get; set; }

    /// <summary>The mails it took, whole.</summary>
    public IReadOnlyList<string> Mails
    {
        get
        {
            lock (_mails)
            {
                return [.. _mails];
            }
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        _serving.Join(TimeSpan.FromSeconds(10)).ShouldBeTrue();
        _listener.Dispose();
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var client = _listener.AcceptTcpClient();
                try
                {
                    Talk(client);
                }
                catch (IOException)
                {
                    // The other side has hung up.
                }
            }
        }
        catch (SocketException)
        {
            // Stopped.
        }
    }

    private void Talk(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        writer.WriteLine("220 loopback");
        while (reader.ReadLine() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    writer.WriteLine("250-loopback");
                    writer.WriteLine("250 8BITMIME");
                    break;
                case "RCPT" when RefuseRecipient is { } refusal:
                    writer.WriteLine(refusal);
                    break;
                case "DATA":
                    writer.WriteLine("354 go on");
                    Take(reader);
                    if (HangUpAfterData)
                    {
                        return;
                    }

                    writer.WriteLine("250 taken");
                    break;
                case "QUIT":
                    writer.WriteLine("221 bye");
                    return;
                default:
                    writer.WriteLine("250 ok");
                    break;
            }
        }
    }

    private void Take(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (reader.ReadLine() is { } line && line is not ".")
        {
            mail.Append(line).Append('\n');
        }

        lock (_mails)
        {
            _mails.Add(mail.ToString());
        }
    }
}
