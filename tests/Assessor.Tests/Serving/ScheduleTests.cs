using System.Threading.Channels;
using EmrSec.Assessor.Serving;
using EmrSec.Dossiers.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace EmrSec.Assessor.Tests.Serving;

/// <summary>The schedule on one machine: kept in an SQLite file, one firing at the time, one where firings were missed.</summary>
public sealed class ScheduleTests : IDisposable
{
    // Three seconds before six in the morning of 01/12/2026 in Vietnam.
    private static readonly DateTimeOffset BeforeSix = new(2026, 11, 30, 22, 59, 57, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-schedule-").FullName;

    [Fact]
    public async Task It_fires_at_six_on_the_first_by_the_clock_of_vietnam()
    {
        var province = new Recorder();
        var clock = new ShiftedClock(BeforeSix);
        using var host = Start(clock, province);
        await host.StartAsync();
        clock.LetGo();
        (await province.Next()).ShouldBe(new DateOnly(2026, 12, 1));
        await host.StopAsync();
        province.Left.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_missed_while_nobody_ran_is_made_up_for_once()
    {
        using (var first = Start(new ShiftedClock(BeforeSix.AddDays(-5)), new Recorder()))
        {
            await first.StartAsync();
            await first.StopAsync();
        }

        var province = new Recorder();
        using var host = Start(new ShiftedClock(BeforeSix.AddDays(75)), province);
        await host.StartAsync();
        await province.Next();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await host.StopAsync();
        province.Left.ShouldBe(0);
    }

    [Fact]
    public async Task Another_schedule_takes_the_place_of_the_one_that_was_there()
    {
        using (var first = Start(new ShiftedClock(BeforeSix.AddDays(-5)), new Recorder()))
        {
            await first.StartAsync();
            await first.StopAsync();
        }

        var province = new Recorder();
        using var host = Start(new ShiftedClock(BeforeSix.AddDays(75)), province, "30 7 1 1 *");
        await host.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        await host.StopAsync();
        province.Left.ShouldBe(0);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private IHost Start(TimeProvider clock, IProvinceRun province, string schedule = "0 6 1 * *") =>
        ServeHost.Build(
            CronExpression.Parse(schedule, CronFormat.Unix),
            ScheduleDatabase.Of(Path.Combine(_folder, "kho.db")),
            _ => province,
            clock,
            TimeSpan.FromSeconds(2));

    private sealed class Recorder : IProvinceRun
    {
        private readonly Channel<DateOnly> _days = Channel.CreateUnbounded<DateOnly>();

        /// <summary>The firings that nobody has waited for.</summary>
        public int Left => _days.Reader.Count;

        public async Task Run(DateOnly day, CancellationToken cancellation) => await _days.Writer.WriteAsync(day, cancellation);

        public Task<int> SendDigests(CancellationToken cancellation) => Task.FromResult(0);

        public async Task<DateOnly> Next()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            return await _days.Reader.ReadAsync(patience.Token);
        }
    }
}
