using System.CommandLine;
using System.Globalization;
using EmrSec.Assessor.Cases;
using EmrSec.Assessor.Commands;
using EmrSec.Assessor.Reassessments;
using EmrSec.Assessor.Stores;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Packs;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace EmrSec.Assessor.Serving;

/// <summary><c>emrsec serve</c>: re-assesses on a schedule and tells those concerned, until it is stopped.</summary>
internal static class ServeCommand
{
    private const string Monthly = "0 6 1 * *";

    public static Command Create(Screen screen, TimeProvider clock)
    {
        var words = new Words();
        var command = new Command("serve", "Chạy nền: đánh giá lại các hồ sơ đang có hiệu lực theo lịch và gửi thông báo") { words.Schedule, words.Scope, words.Out, words.Notify, words.CheckIn, words.Store, words.As, words.Rules };
        command.SetAction((call, cancellation) => Run(call, words, screen, clock, cancellation));
        return command;
    }

    private static async Task<int> Run(ParseResult call, Words words, Screen screen, TimeProvider clock, CancellationToken cancellation)
    {
        var written = call.GetValue(words.Schedule)!;
        if (!CronExpression.TryParse(written, CronFormat.Unix, out var schedule))
        {
            return Wrong(screen, "TB010", $"--schedule: không hiểu lịch «{written}»; viết năm phần: phút giờ ngày tháng thứ, ví dụ \"{Monthly}\" là 6 giờ sáng ngày 01 hằng tháng");
        }

        if (!ReassessmentScope.TryParse(call.GetValue(words.Scope), out var scope))
        {
            return Wrong(screen, "TB011", $"--scope: không hiểu «{call.GetValue(words.Scope)}»; viết all, province:bac-ninh hoặc facility:27-001");
        }

        if (CommonOptions.LoadRules(call.GetValue(words.Rules), screen) is not { } packs || ReadSettings(call.GetValue(words.Notify), screen) is not { } settings)
        {
            return ExitCodes.WrongInput;
        }

        try
        {
            var place = StorePlace.Of(call.GetValue(words.Store));
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
            var actor = Administrator(place, call.GetValue(words.As), clock);
            if (actor is null)
            {
                return Wrong(screen, "TB012", "chạy nền cần một tài khoản quản trị còn dùng của kho; thêm: emrsec store user add TÊN --name … --role administrator, rồi chỉ ra bằng --as hoặc biến EMRSEC_USER");
            }

            var channels = settings.Channels(client, Environment.GetEnvironmentVariable);
            using var host = ServeHost.Build(
                schedule!,
                ScheduleDatabase.Of(place),
                log => new ProvinceRun(() => DossierStores.Open(place, clock), packs, scope, actor, channels, Publisher(call.GetValue(words.Out), place, packs, scope, actor, screen, clock), clock, log),
                clock,
                TimeSpan.FromSeconds(call.GetValue(words.CheckIn)));
            screen.Error.WriteLine($"EmrSec đang chạy nền: lịch «{written}» (giờ Việt Nam), kho {place}, thông báo: {(channels.Count == 0 ? "không" : string.Join(", ", channels.Select(channel => channel.Name)))}. Dừng: Ctrl+C.");
            screen.Error.Flush();
            await host.RunAsync(cancellation).ConfigureAwait(false);
            return ExitCodes.Done;
        }
        catch (StoreException e)
        {
            screen.Error.WriteLine(e.Line);
            return ExitCodes.WrongInput;
        }
    }

    // Each day's tables and papers in a folder of its own, named by the day.
    private static Action<ReassessmentResult>? Publisher(string? folder, string place, RulePackSet packs, ReassessmentScope scope, Actor actor, Screen screen, TimeProvider clock) =>
        folder is null ? null : result =>
        {
            using var store = DossierStores.Open(place, clock);
            var named = Path.Combine(folder, result.Run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            ProvinceFolder.Write(new ReassessCall(result.Run.AsOf, scope, place, actor.Account) { Folder = named }, packs, store, result, transition: null, screen, clock);
        };

    public static ServeSettings? ReadSettings(string? path, Screen screen)
    {
        if (path is null)
        {
            return new ServeSettings(null, null, null);
        }

        var diagnostics = new DiagnosticBag();
        var settings = ServeSettings.Read(path, diagnostics);
        screen.Report(diagnostics);
        return settings;
    }

    private static Actor? Administrator(string place, string? named, TimeProvider clock)
    {
        using var store = DossierStores.Open(place, clock);
        return StoreWords.Find(store, StoreWords.Account(named)) is { IsActive: true } found && found.Roles.Contains(ActorRole.Administrator)
            ? new Actor(found.Account, ActorRole.Administrator, found.FullName, found.Body)
            : null;
    }

    private static int Wrong(Screen screen, string code, string message)
    {
        screen.Error.WriteLine($"lỗi {code}: {message}");
        return ExitCodes.WrongInput;
    }

    /// <summary>The file with the channels of notification.</summary>
    public static Option<string?> NotifyOption() => new("--notify") { HelpName = "tệp", Description = "Cấu hình thông báo (emrsec.notify/1): thư điện tử, thư mục, webhook" };

    private sealed class Words
    {
        public Option<string> Schedule { get; } = new("--schedule") { HelpName = "lịch", Description = $"Khi nào đánh giá lại, như crontab, giờ Việt Nam (mặc định: \"{Monthly}\", 6 giờ sáng ngày 01 hằng tháng)", DefaultValueFactory = _ => Monthly };

        public Option<string> Scope { get; } = new("--scope") { HelpName = "phạm vi", Description = "Hồ sơ nào: all (mặc định), province:bac-ninh, facility:27-001", DefaultValueFactory = _ => "all" };

        public Option<string?> Out { get; } = new("--out", "-o") { HelpName = "thư mục", Description = "Ghi bảng và văn bản của mỗi lần vào một thư mục con mang tên ngày, ví dụ 2026-12-01" };

        public Option<string?> Notify { get; } = NotifyOption();

        public Option<int> CheckIn { get; } = new("--check-in") { HelpName = "giây", Description = "Nhiều máy chung một PostgreSQL: bao lâu báo hiệu một lần; máy im lặng hai lần như thế thì máy khác làm tiếp (mặc định 10)", DefaultValueFactory = _ => 10 };

        public Option<string?> Store { get; } = StoreWords.Store();

        public Option<string?> As { get; } = StoreWords.As();

        public Option<string?> Rules { get; } = CommonOptions.Rules();
    }
}
