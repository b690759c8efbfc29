using EmrSec.Dossiers.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Quartz;

namespace EmrSec.Assessor.Serving;

/// <summary>The service: the schedule, the job, and the sending of digests.</summary>
internal static class ServeHost
{
    /// <summary>Puts the service together.</summary>
    /// <param name="schedule">When to re-assess.</param>
    /// <param name="store">Where the schedule is kept.</param>
    /// <param name="province">What is done.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="checkIn">How often nodes tell each other that they live; after twice that a silent one counts as dead.</param>
    public static IHost Build(CronExpression schedule, ScheduleDatabase store, Func<ILogger, IProvinceRun> province, TimeProvider clock, TimeSpan checkIn)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "emrsec" });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(schedule);
        builder.Services.AddSingleton(services => province(services.GetRequiredService<ILoggerFactory>().CreateLogger("EmrSec.Serving")));
        builder.Services.AddTransient<ReassessmentJob>();
        builder.Services.AddHostedService<ScheduleKeeper>();
        builder.Services.AddHostedService<DigestService>();
        builder.Services.AddQuartz(quartz => Configure(quartz, store, clock, checkIn));
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return builder.Build();
    }

    private static void Configure(IQuartzBuilder quartz, ScheduleDatabase store, TimeProvider clock, TimeSpan checkIn)
    {
        quartz.UseTimeProvider(clock);
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = "emrsec";
            options.GenerateInstanceId = store.IsShared;
        });
        quartz.UsePersistentStore(kept =>
        {
            if (store.IsShared)
            {
                kept.UsePostgres(store.Factory, store.ConnectionString);
                kept.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = checkIn;
                    cluster.CheckinMisfireThreshold = checkIn;
                });
            }
            else
            {
                kept.UseSqlite(store.Factory, store.ConnectionString);
            }

            kept.UseSystemTextJsonSerializer();
            kept.ProvisionSchema();
        });
    }
}
