using System.Net;
using System.Net.Mail;
using System.Text;
using EmrSec.Assessor.Serving.Digests;
using EmrSec.Rules.Yaml;

namespace EmrSec.Assessor.Serving;

/// <summary>How digests leave the house: <c>emrsec.notify/1</c>. Secrets are in the environment, never in the file.</summary>
/// <param name="Smtp">The mail server; null = no mail.</param>
/// <param name="Folder">The folder; null = none.</param>
/// <param name="Webhook">The address; null = none.</param>
internal sealed record ServeSettings(SmtpServer? Smtp, string? Folder, Uri? Webhook)
{
    public const string Schema = "emrsec.notify/1";

    /// <summary>The variable with the mail account's password.</summary>
    public const string SmtpPassword = "EMRSEC_SMTP_PASSWORD";

    /// <summary>The variable with the secret that webhooks are signed with.</summary>
    public const string WebhookSecret = "EMRSEC_WEBHOOK_SECRET";

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>The settings; null where anything is wrong.</returns>
    public static ServeSettings? Read(string path, DiagnosticBag diagnostics)
    {
        if (TextFileReader.ReadFile(path, diagnostics) is not { } text || YamlReader.Read(text, path, diagnostics) is not { } root)
        {
            return null;
        }

        if (root is not YamlMapping mapping || mapping["schema"] is not YamlScalar { Value: Schema })
        {
            diagnostics.Error("TB001", root.Position, "tệp này không phải cấu hình thông báo", $"dòng đầu: schema: {Schema}; sau đó các mục smtp, folder, webhook");
            return null;
        }

        var node = new YamlObject(mapping, diagnostics, "schema", "smtp", "folder", "webhook");
        var settings = new ServeSettings(
            ReadSmtp(node, diagnostics),
            node.Text("folder") is { } folder ? Path.GetFullPath(folder, Path.GetDirectoryName(Path.GetFullPath(path))!) : null,
            ReadWebhook(node, diagnostics));
        return diagnostics.HasErrors ? null : settings;
    }

    /// <summary>The names of the channels that the settings name.</summary>
    public IReadOnlyList<string> ChannelNames => [.. Smtp is null ? [] : (string[])["smtp"], .. Folder is null ? [] : (string[])["folder"], .. Webhook is null ? [] : (string[])["webhook"]];

    /// <summary>The channels that the settings name.</summary>
    /// <param name="client">For the webhook.</param>
    /// <param name="environment">Finds a variable.</param>
    public IReadOnlyList<IDigestChannel> Channels(HttpClient client, Func<string, string?> environment)
    {
        var channels = new List<IDigestChannel>();
        if (Smtp is not null)
        {
            channels.Add(new SmtpChannel(Smtp, environment(SmtpPassword)));
        }

        if (Folder is not null)
        {
            channels.Add(new FolderChannel(Folder));
        }

        if (Webhook is not null)
        {
            channels.Add(new WebhookChannel(Webhook, environment(WebhookSecret) is { Length: > 0 } secret ? Encoding.UTF8.GetBytes(secret) : null, client));
        }

        return channels;
    }

    private static SmtpServer? ReadSmtp(YamlObject node, DiagnosticBag diagnostics)
    {
        if (node.Mapping("smtp") is not { } mapping)
        {
            return null;
        }

        var smtp = new YamlObject(mapping, diagnostics, "host", "port", "startTls", "from", "user");
        var (host, port, from, startTls) = (smtp.Text("host", required: true), smtp.Integer("port", 1, 65535), smtp.Text("from", required: true), smtp.Boolean("startTls") ?? true);
        if (host is null || from is null)
        {
            return null;
        }

        if (!MailAddress.TryCreate(from, out var sender))
        {
            diagnostics.Error("TB002", smtp.At("from"), $"«{from}» không phải là địa chỉ thư điện tử", "ví dụ: emrsec@soyte.example.vn");
            return null;
        }

        if (!startTls && !IsThisMachine(host))
        {
            diagnostics.Error("TB003", smtp.At("startTls"), "thư không mã hóa chỉ gửi được qua máy chủ trên chính máy này", "bỏ dòng startTls: false, hoặc đặt host: localhost");
            return null;
        }

        return new SmtpServer(host, (int)(port ?? 587), startTls, sender, smtp.Text("user"));
    }

    private static Uri? ReadWebhook(YamlObject node, DiagnosticBag diagnostics)
    {
        if (node.Mapping("webhook") is not { } mapping)
        {
            return null;
        }

        var webhook = new YamlObject(mapping, diagnostics, "url");
        if (webhook.Text("url", required: true) is not { } written)
        {
            return null;
        }

        var isAddress = Uri.TryCreate(written, UriKind.Absolute, out var address) && (address.Scheme is "https" || (address.Scheme is "http" && IsThisMachine(address.Host)));
        if (!isAddress || address!.UserInfo.Length > 0)
        {
            diagnostics.Error("TB004", webhook.At("url"), $"không gửi được tới «{written}»", "cần địa chỉ https:// không kèm tài khoản; http:// chỉ dùng cho máy này");
            return null;
        }

        return address;
    }

    private static bool IsThisMachine(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
