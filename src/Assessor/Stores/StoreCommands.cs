using System.CommandLine;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Stores;

/// <summary><c>emrsec store</c>: making, checking and keeping the store of case files.</summary>
internal static class StoreCommands
{
    public static Command Create(Screen screen, TimeProvider clock) => new("store", "Kho hồ sơ: tạo, kiểm tra, sao lưu, tài khoản, nhật ký")
    {
        Init(screen, clock),
        Check(screen, clock),
        Backup(screen, clock),
        Restore(screen, clock),
        Migrate(screen, clock),
        Stats(screen),
        AuditCommand.Create(screen, clock),
        UserCommands.Create(screen, clock),
    };

    private static Command Init(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var name = new Option<string?>("--name") { HelpName = "họ tên", Description = "Họ tên người quản trị kho (mặc định: tên tài khoản)" };
        var command = new Command("init", "Tạo kho mới; người tạo là quản trị kho") { desk.Store, desk.As, name };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            var account = desk.Account(call);
            var fullName = call.GetValue(name) ?? account;
            var actor = new Actor(account, ActorRole.Administrator, fullName);
            using var store = DossierStores.Create(desk.Place(call), clock, actor, new StoreUser(account, fullName, [ActorRole.Administrator], Body: null, Email: null));
            screen.Show(new Page().Line("Đã tạo kho hồ sơ: ", new Span(store.Info.Place, Tone.Strong), $" ({store.Info.Engine})").Line($"Quản trị: {account}. Thêm người dùng: emrsec store user add <tài khoản> --name … --role …"));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Check(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var head = new Option<string?>("--head") { HelpName = "số:mã băm", Description = "Đầu nhật ký đã ghi lại lần trước; báo lỗi nếu phần cuối nhật ký bị cắt" };
        head.Validators.Add(result =>
        {
            if (result.Tokens is [.., var token] && TrailHead.Parse(token.Value) is null)
            {
                result.AddError($"{Commands.CallErrors.Prefix}--head: «{token.Value}» không phải đầu nhật ký; chép nguyên dòng mà lần kiểm tra trước in ra, ví dụ 12:3f…");
            }
        });
        var sweep = new Option<bool>("--sweep") { Description = "Bỏ các tệp không thuộc hồ sơ nào, sau khi kiểm tra" };
        var format = Commands.CommonOptions.Format();
        var command = new Command("check", "Kiểm tra cả kho: nhật ký, từng dòng, từng tệp; kho không nguyên vẹn thì mã thoát 1") { desk.Store, head, sweep, format };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            var place = desk.Place(call);
            var result = StoreCare.Check(place, TrailHead.Parse(call.GetValue(head)));
            var swept = call.GetValue(sweep) && result.IsSound ? StoreCare.Sweep(place, clock) : (int?)null;
            if (call.GetValue(format) is "json")
            {
                screen.Out.WriteLine(StoreJson.Write(result, swept));
            }
            else
            {
                screen.Show(StorePage.Build(place, result, swept));
            }

            return result.IsSound ? ExitCodes.Done : ExitCodes.DoesNotHold;
        }));
        return command;
    }

    private static Command Backup(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var output = new Option<string>("--out", "-o") { HelpName = "tệp", Required = true, Description = "Tệp sao lưu sẽ tạo (.zip); tệp đã có thì không ghi đè" };
        var command = new Command("backup", "Sao lưu cả kho, kể cả khi đang có người dùng; kiểm tra kho trước và bản sao lưu sau") { desk.Store, desk.As, output };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            var (place, path) = (desk.Place(call), call.GetValue(output)!);
            var backup = StoreArchives.Backup(place, path, clock);
            Note(desk, call, place, clock, "store.backup", backup);
            screen.Show(StorePage.Build($"Đã sao lưu vào {path}", backup));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Restore(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var file = new Argument<string>("tệp") { Description = "Tệp do emrsec store backup tạo, từ SQLite hay PostgreSQL đều được" };
        var command = new Command("restore", "Khôi phục bản sao lưu vào chỗ chưa có kho; kiểm tra trước và sau") { file, desk.Store, desk.As };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            var place = desk.Place(call);
            var backup = StoreArchives.Restore(call.GetValue(file)!, place);
            Note(desk, call, place, clock, "store.restore", backup);
            screen.Show(StorePage.Build($"Đã khôi phục vào {place}", backup));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Migrate(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var command = new Command("migrate", "Nâng kho của bản EmrSec cũ lên phiên bản của chương trình này; chép giữ một bản của kho trước khi chạy") { desk.Store, desk.As };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            var (from, to) = StoreCare.Migrate(desk.Place(call), clock, new Actor(desk.Account(call), ActorRole.Administrator));
            screen.Show(new Page().Line(from == to ? $"Kho đã ở phiên bản {to}, không phải làm gì." : $"Đã nâng kho từ phiên bản {from} lên phiên bản {to}."));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Stats(Screen screen)
    {
        var desk = new StoreDesk();
        var format = Commands.CommonOptions.Format();
        var command = new Command("stats", "Kho có gì: số hồ sơ theo trạng thái, số dòng, dung lượng, đầu nhật ký") { desk.Store, format };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            var statistics = StoreCare.Count(desk.Place(call));
            if (call.GetValue(format) is "json")
            {
                screen.Out.WriteLine(StoreJson.Write(statistics));
            }
            else
            {
                screen.Show(StorePage.Build(statistics));
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static void Note(StoreDesk desk, ParseResult call, string place, TimeProvider clock, string action, StoreBackup backup)
    {
        using var store = DossierStores.Open(place, clock);
        store.Write(desk.Actor(call, store), reason: null, writer =>
        {
            writer.Note(action, "store", $$"""{"head":"{{backup.Head}}"}""");
            return true;
        });
    }
}
