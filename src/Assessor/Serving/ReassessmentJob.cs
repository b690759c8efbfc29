using Microsoft.Extensions.Logging;
using Quartz;

namespace EmrSec.Assessor.Serving;

/// <summary>
/// One firing of the schedule. Of several nodes one fires; where it dies the scheduler fires again on another, and the run goes on where it
/// stood, since it is kept in the store batch by batch.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class ReassessmentJob(IProvinceRun province, ILogger<ReassessmentJob> log) : IJob
{
    /// <summary>What the scheduler calls it.</summary>
    public static readonly JobKey Key = new("reassess", "emrsec");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var day = VietnamClock.DayOf(context.ScheduledFireTimeUtc ?? context.FireTimeUtc);
        LogFired(log, day, context.Recovering);
        await province.Run(day, cancellationToken).ConfigureAwait(false);
        LogDone(log, day);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Re-assessment as of {Day:yyyy-MM-dd} fired (recovering: {Recovering})")]
    private static partial void LogFired(ILogger log, DateOnly day, bool recovering);

    [LoggerMessage(Level = LogLevel.Information, Message = "Re-assessment as of {Day:yyyy-MM-dd} done")]
    private static partial void LogDone(ILogger log, DateOnly day);
}
