using EmrSec.Dossiers.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmrSec.Assessor.Serving;

/// <summary>Sends the digests that are due, every so often, as long as the program serves.</summary>
internal sealed partial class DigestService(IProvinceRun province, TimeProvider clock, ILogger<DigestService> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                await province.SendDigests(stoppingToken).ConfigureAwait(false);
            }
            catch (StoreException e)
            {
                // A database that is away for a while: the next round finds it, or says so again.
                LogStore(log, e.Message);
            }
        }
        while (await Next(timer, stoppingToken).ConfigureAwait(false));
    }

    private static async ValueTask<bool> Next(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Digests not sent: {Why}")]
    private static partial void LogStore(ILogger log, string why);
}
