using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Serving.Digests;

/// <summary>A mail server to hand digests to.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port, 1–65535.</param>
/// <param name="StartTls">Whether the connection is encrypted (STARTTLS); only a server on this machine does without.</param>
/// <param name="From">The sender's address.</param>
/// <param name="User">The account at the server; null = none.</param>
internal sealed record SmtpServer(string Host, int Port, bool StartTls, MailAddress From, string? User);

/// <summary>Sends each digest as an e-mail. A mail server does not tell two equal mails from one: what may have gone is not sent again.</summary>
internal sealed class SmtpChannel(SmtpServer server, string? password) : IDigestChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "smtp";

    public bool MayRepeat => false;

    public async Task<(Delivery Delivery, string? Why)> Send(OutgoingDigest digest, CancellationToken cancellation)
    {
        if (!MailAddress.TryCreate(digest.Recipient, out var to))
        {
            return (Delivery.Rejected, $"«{digest.Recipient}» không phải là địa chỉ thư điện tử");
        }

        using var mail = new MailMessage(server.From, to)
        {
            Subject = digest.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = digest.Body,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", $"<{DigestKey.Of(digest)}@{server.From.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.StartTls, Timeout = (int)Patience.TotalMilliseconds };
        if (server.User is { } user)
        {
            client.Credentials = new NetworkCredential(user, password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(mail, limit.Token).ConfigureAwait(false);
            return (Delivery.Sent, null);
        }
        catch (SmtpException e)
        {
            return Judge(e);
        }
        catch (OperationCanceledException)
        {
            return (Delivery.Uncertain, "máy chủ thư không trả lời kịp");
        }
    }

    // A reply with a number is certain, and so is a connection that never was; anything else may have happened after the mail was handed over.
    private static (Delivery, string?) Judge(SmtpException e)
    {
        var code = (int)e.StatusCode;
        return e switch
        {
            SmtpFailedRecipientException => (code >= 500 ? Delivery.Rejected : Delivery.Refused, $"máy chủ thư không nhận người này: {e.Message}"),
            _ when code is >= 400 and < 600 => (Delivery.Refused, $"máy chủ thư trả lời: {e.Message}"),
            { InnerException: SocketException socket } => (Delivery.Refused, $"không kết nối được tới máy chủ thư: {socket.Message}"),
            { InnerException: System.Security.Authentication.AuthenticationException tls } => (Delivery.Refused, $"không lập được kết nối mã hóa với máy chủ thư: {tls.Message}"),
            _ => (Delivery.Uncertain, $"mất kết nối với máy chủ thư trước khi có trả lời: {e.Message}"),
        };
    }
}
