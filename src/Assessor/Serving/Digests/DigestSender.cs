using EmrSec.Dossiers.Store;
using Microsoft.Extensions.Logging;

namespace EmrSec.Assessor.Serving.Digests;

/// <summary>
/// Sends what is due. Each digest is claimed first, so that of several nodes one sends it; what failed for certain is tried again, later and
/// later; what may have gone is only sent again where the other end knows it by its key. So nobody gets a mail twice.
/// </summary>
internal sealed partial class DigestSender(IRunStore runs, IReadOnlyList<IDigestChannel> channels, TimeProvider clock, ILogger log)
{
    /// <summary>When what is given up on is due.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<OutgoingDigest> _failed = [];

    // How long an attempt may be silent before it counts as lost.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(24), TimeSpan.FromHours(24)];

    /// <summary>What was tried and did not go, with the reason.</summary>
    public IReadOnlyList<OutgoingDigest> Failed => _failed;

    /// <summary>Sends the digests whose time has come.</summary>
    /// <param name="cancellation">Ends it after the one in hand.</param>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDue(CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var digest in runs.Due(clock.GetUtcNow()))
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var channel = channels.FirstOrDefault(each => string.Equals(each.Name, digest.Channel, StringComparison.Ordinal));
            if (channel is null)
            {
                // This node does not have the channel; another may.
                continue;
            }

            if (runs.Claim(digest, clock.GetUtcNow() + Silence))
            {
                sent += await Send(digest with { Attempts = digest.Attempts + 1 }, channel, IsLost(digest), cancellation).ConfigureAwait(false) ? 1 : 0;
            }
        }

        return sent;
    }

    /// <summary>Somebody claimed it, and neither success nor failure was ever entered.</summary>
    private static bool IsLost(OutgoingDigest digest) => digest is { Attempts: > 0, Failure: null, Sent: null };

    private async Task<bool> Send(OutgoingDigest digest, IDigestChannel channel, bool isLost, CancellationToken cancellation)
    {
        if (isLost && !channel.MayRepeat)
        {
            Uncertain(digest, "lần gửi trước bị ngắt giữa chừng");
            return false;
        }

        // Whoever comes after a crash in the next line has to see that an attempt was under way.
        runs.Settle(digest with { Failure = null, NextAttempt = clock.GetUtcNow() + Silence });
        var (delivery, why) = await channel.Send(digest, cancellation).ConfigureAwait(false);
        switch (delivery)
        {
            case Delivery.Sent:
                runs.Settle(digest with { Failure = null, Sent = clock.GetUtcNow(), NextAttempt = Never });
                LogSent(log, digest.Run, digest.Channel, digest.Recipient);
                return true;
            case Delivery.Uncertain when !channel.MayRepeat:
                Uncertain(digest, why);
                return false;
            default:
                var isLast = delivery == Delivery.Rejected || digest.Attempts > Waits.Length;
                Fail(digest with { Failure = why, NextAttempt = isLast ? Never : clock.GetUtcNow() + Waits[digest.Attempts - 1] });
                LogFailed(log, digest.Run, digest.Channel, digest.Recipient, digest.Attempts, isLast, why);
                return false;
        }
    }

    private void Fail(OutgoingDigest digest)
    {
        runs.Settle(digest);
        _failed.Add(digest);
    }

    private void Uncertain(OutgoingDigest digest, string? why)
    {
        Fail(digest with { Failure = $"không rõ đã gửi hay chưa ({why}); không tự gửi lại để tránh gửi hai lần: hỏi người nhận", NextAttempt = Never });
        LogFailed(log, digest.Run, digest.Channel, digest.Recipient, digest.Attempts, last: true, why);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Digest of run {Run} sent by {Channel} to {Recipient}")]
    private static partial void LogSent(ILogger log, long run, string channel, string recipient);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Digest of run {Run} by {Channel} to {Recipient}: attempt {Attempt} failed (last: {Last}): {Why}")]
    private static partial void LogFailed(ILogger log, long run, string channel, string recipient, int attempt, bool last, string? why);
}
