using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EmrSec.Assessor.Serving.Digests;
using EmrSec.Dossiers.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmrSec.Assessor.Tests.Serving;

/// <summary>Digests leave the house once: retried where they certainly did not go, never where they may have.</summary>
public sealed class DigestTests : IDisposable
{
    private static readonly Actor Operator = new("vanhanh", ActorRole.Administrator);

    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-digests-").FullName;
    private readonly StillClock _clock = new();
    private readonly IDossierStore _store;

    public DigestTests() => _store = DossierStores.Create(Path.Combine(_folder, "kho.db"), _clock, Operator);

    [Fact]
    public async Task A_mail_goes_once_with_its_letters_whole()
    {
        using var mail = new LoopbackMail();
        Enter("smtp", "soyte@example.vn");
        (await Sender(Smtp(mail)).SendDue(default)).ShouldBe(1);
        (await Sender(Smtp(mail)).SendDue(default)).ShouldBe(0);
        var text = mail.Mails.ShouldHaveSingleItem();
        text.ShouldContain("To: soyte@example.vn");
        text.ShouldContain("Message-ID: <");
        var body = text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal))).ReplaceLineEndings("\n").ShouldBe("Cơ sở 27-001: quá hạn phê duyệt hồ sơ.\n");
    }

    [Fact]
    public async Task Of_two_nodes_that_try_at_once_one_sends()
    {
        using var mail = new LoopbackMail();
        Enter("smtp", "soyte@example.vn");
        using var other = DossierStores.Open(Path.Combine(_folder, "kho.db"), _clock);
        var both = await Task.WhenAll(
            Task.Run(() => Sender(Smtp(mail)).SendDue(default)),
            Task.Run(() => new DigestSender(other.Runs, [Smtp(mail)], _clock, NullLogger.Instance).SendDue(default)));
        both.Sum().ShouldBe(1);
        mail.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_later()
    {
        using var mail = new LoopbackMail();
        var nobody = new SmtpChannel(new SmtpServer("127.0.0.1", FreePort(), StartTls: false, new MailAddress("emrsec@example.vn"), null), null);
        Enter("smtp", "soyte@example.vn");
        (await Sender(nobody).SendDue(default)).ShouldBe(0);
        _store.Runs.Due(_clock.GetUtcNow()).ShouldBeEmpty("not before the wait is over");
        _clock.Go(TimeSpan.FromMinutes(2));
        _store.Runs.Due(_clock.GetUtcNow()).ShouldHaveSingleItem().Failure.ShouldNotBeNull().ShouldContain("không kết nối được");
        (await Sender(Smtp(mail)).SendDue(default)).ShouldBe(1);
    }

    [Fact]
    public async Task A_recipient_that_does_not_exist_is_given_up()
    {
        using var mail = new LoopbackMail { RefuseRecipient = "550 no such user" };
        Enter("smtp", "khong-co@example.vn");
        (await Sender(Smtp(mail)).SendDue(default)).ShouldBe(0);
        _clock.Go(TimeSpan.FromDays(400));
        _store.Runs.Due(_clock.GetUtcNow()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_is_not_sent_again()
    {
        using var mail = new LoopbackMail { HangUpAfterData = true };
        Enter("smtp", "soyte@example.vn");
        (await Sender(Smtp(mail)).SendDue(default)).ShouldBe(0);
        mail.HangUpAfterData = false;
        _clock.Go(TimeSpan.FromDays(30));
        (await Sender(Smtp(mail)).SendDue(default)).ShouldBe(0);
        mail.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_node_that_died_while_sending_leaves_a_mail_alone_and_a_file_to_be_written()
    {
        using var mail = new LoopbackMail();
        Enter("smtp", "soyte@example.vn");
        Enter("folder", "27-001");
        foreach (var digest in _store.Runs.Due(_clock.GetUtcNow()))
        {
            _store.Runs.Claim(digest, _clock.GetUtcNow().AddMinutes(5)).ShouldBeTrue();
        }

        (await Sender(Smtp(mail), new FolderChannel(Out)).SendDue(default)).ShouldBe(0, "claimed by somebody who may still be at it");
        _clock.Go(TimeSpan.FromMinutes(6));
        (await Sender(Smtp(mail), new FolderChannel(Out)).SendDue(default)).ShouldBe(1);
        mail.Mails.ShouldBeEmpty();
        File.ReadAllText(Directory.GetFiles(Out).ShouldHaveSingleItem()).ShouldBe("Đánh giá lại ngày 01/12/2026\n\nCơ sở 27-001: quá hạn phê duyệt hồ sơ.\n");
    }

    [Fact]
    public async Task A_webhook_gets_the_digest_signed_with_a_key_that_stays_the_same()
    {
        using var listener = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(address);
        listener.Start();
        var heard = new List<(string Key, string Signature, byte[] Body)>();
        var serving = Task.Run(() =>
        {
            foreach (var status in (int[])[503, 204])
            {
                var context = listener.GetContext();
                using var body = new MemoryStream();
                context.Request.InputStream.CopyTo(body);
                heard.Add((context.Request.Headers["Idempotency-Key"]!, context.Request.Headers["X-EmrSec-Signature"]!, body.ToArray()));
                context.Response.StatusCode = status;
                context.Response.Close();
            }
        });
        using var client = new HttpClient();
        var channel = new WebhookChannel(new Uri(address), "bí mật"u8.ToArray(), client);
        Enter("webhook", "soyte");
        (await Sender(channel).SendDue(default)).ShouldBe(0);
        _clock.Go(TimeSpan.FromMinutes(2));
        (await Sender(channel).SendDue(default)).ShouldBe(1);
        await serving;
        heard[1].Key.ShouldBe(heard[0].Key);
        foreach (var (_, signature, body) in heard)
        {
            signature.ShouldBe("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("bí mật"u8, body)));
            JsonDocument.Parse(body).RootElement.GetProperty("text").GetString().ShouldBe("Cơ sở 27-001: quá hạn phê duyệt hồ sơ.\n");
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string Out => Path.Combine(_folder, "ra");

    private DigestSender Sender(params IDigestChannel[] channels) => new(_store.Runs, channels, _clock, NullLogger.Instance);

    private static SmtpChannel Smtp(LoopbackMail mail) =>
        new(new SmtpServer("127.0.0.1", mail.Port, StartTls: false, new MailAddress("emrsec@example.vn", "EmrSec"), null), null);

    private void Enter(string channel, string recipient)
    {
        var run = _store.Runs.Begin(new DateOnly(2026, 12, 1), $"facility:{recipient}", "0", _clock.GetUtcNow());
        _store.Runs.Finish(run, Operator, "0", [new OutgoingDigest(run.Id, channel, recipient, "Đánh giá lại ngày 01/12/2026", "Cơ sở 27-001: quá hạn phê duyệt hồ sơ.\n", 0, _clock.GetUtcNow(), null, null)]);
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private sealed class StillClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 30, 23, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Go(TimeSpan span) => _now += span;
    }
}
