using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace EmrSec.Assessor.Serving;

/// <summary>
/// Sees to it, before the scheduler starts, that it holds our one job with the schedule asked for. A schedule that is there already stays as
/// it is: so a firing that was missed while nobody ran is made up for.
/// </summary>
internal sealed partial class ScheduleKeeper(ISchedulerFactory schedulers, CronExpression schedule, TimeProvider clock, ILogger<ScheduleKeeper> log) : IHostedService
{
    private static readonly TriggerKey Key = new("schedule", "emrsec");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken).ConfigureAwait(false);
        var job = JobBuilder.Create<ReassessmentJob>().WithIdentity(ReassessmentJob.Key).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken).ConfigureAwait(false);
        if (await scheduler.GetTrigger(Key, cancellationToken).ConfigureAwait(false) is ICronTrigger kept
            && string.Equals(kept.CronExpressionString, schedule.CronExpressionString, StringComparison.Ordinal))
        {
            LogKept(log, schedule.CronExpressionString, kept.NextFireTimeUtc);
            return;
        }

        var trigger = TriggerBuilder.Create(clock).WithIdentity(Key).ForJob(ReassessmentJob.Key)
            .WithSchedule(CronScheduleBuilder.Create(schedule).InTimeZone(VietnamClock.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken).ConfigureAwait(false);
        LogSet(log, schedule.CronExpressionString, (await scheduler.GetTrigger(Key, cancellationToken).ConfigureAwait(false))?.NextFireTimeUtc);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Schedule «{Schedule}» kept; next at {Next:u}")]
    private static partial void LogKept(ILogger log, string schedule, DateTimeOffset? next);

    [LoggerMessage(Level = LogLevel.Information, Message = "Schedule «{Schedule}» set; next at {Next:u}")]
    private static partial void LogSet(ILogger log, string schedule, DateTimeOffset? next);
}
