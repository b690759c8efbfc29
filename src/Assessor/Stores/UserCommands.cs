using System.CommandLine;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Stores;

/// <summary><c>emrsec store user</c>: the accounts of a store.</summary>
internal static class UserCommands
{
    private static readonly ActorRole[] AllRoles = Enum.GetValues<ActorRole>();

    public static Command Create(Screen screen, TimeProvider clock) => new("user", "Tài khoản của kho") { Add(screen, clock), List(screen, clock), Disable(screen, clock) };

    private static Command Add(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var account = new Argument<string>("tài khoản") { Description = "Tên tài khoản, ví dụ tên đăng nhập máy" };
        var name = new Option<string>("--name") { HelpName = "họ tên", Required = true, Description = "Họ và tên" };
        var roles = new Option<string[]>("--role") { HelpName = "vai", Required = true, AllowMultipleArgumentsPerToken = true, Description = "Vai: facility (cơ sở), appraiser (thẩm định), approver (phê duyệt), administrator (quản trị), auditor (kiểm soát). Dùng nhiều lần được" };
        roles.AcceptOnlyFromAmong([.. AllRoles.Select(CaseWords.Word)]);
        var body = new Option<string?>("--body") { HelpName = "đơn vị", Description = "Mã cơ sở (vai facility), hoặc tên cơ quan" };
        var email = new Option<string?>("--email") { HelpName = "địa chỉ", Description = "Nơi nhận thông báo thời hạn" };
        var command = new Command("add", "Thêm tài khoản, sửa tài khoản đã có, hoặc cho tài khoản đã ngừng dùng lại") { account, name, roles, body, email, desk.Store, desk.As };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            List<ActorRole> chosen = [.. AllRoles.Where(role => call.GetValue(roles)!.Contains(CaseWords.Word(role), StringComparer.Ordinal))];
            var user = new StoreUser(call.GetValue(account)!, call.GetValue(name)!, chosen, call.GetValue(body), call.GetValue(email));
            if (chosen.Contains(ActorRole.Facility) && user.Body is null)
            {
                throw new StoreException("vai facility cần --body: mã của cơ sở mà tài khoản làm hồ sơ") { Code = "KH031" };
            }

            Put(desk, call, clock, _ => user);
            screen.Show(new Page().Line("Đã lưu tài khoản ", new Span(user.Account, Tone.Strong), $": {user.FullName}; {string.Join(", ", chosen.Select(CaseWords.Role))}"));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Disable(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var account = new Argument<string>("tài khoản") { Description = "Tên tài khoản" };
        var command = new Command("disable", "Ngừng một tài khoản; những gì tài khoản đã làm vẫn còn") { account, desk.Store, desk.As };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            var name = call.GetValue(account)!;
            Put(desk, call, clock, users =>
            {
                var found = users.FirstOrDefault(user => string.Equals(user.Account, name, StringComparison.Ordinal))
                    ?? throw new StoreException($"kho không có tài khoản «{name}»; xem các tài khoản: emrsec store user list") { Code = "KH032" };
                return users.Any(user => user.IsActive && user.Roles.Contains(ActorRole.Administrator) && !string.Equals(user.Account, name, StringComparison.Ordinal))
                    ? found with { IsActive = false }
                    : throw new StoreException($"«{name}» là tài khoản quản trị cuối cùng; thêm tài khoản quản trị khác trước") { Code = "KH033" };
            });
            screen.Show(new Page().Line("Đã ngừng tài khoản ", new Span(name, Tone.Strong)));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command List(Screen screen, TimeProvider clock)
    {
        var desk = new StoreDesk();
        var format = Commands.CommonOptions.Format();
        var command = new Command("list", "Các tài khoản") { desk.Store, format };
        command.SetAction(call => StoreDesk.Run(screen, () =>
        {
            using var store = DossierStores.Open(desk.Place(call), clock);
            if (call.GetValue(format) is "json")
            {
                screen.Out.WriteLine(StoreJson.Write(store.Users()));
            }
            else
            {
                screen.Show(StorePage.Build(store.Users()));
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static void Put(StoreDesk desk, ParseResult call, TimeProvider clock, Func<IReadOnlyList<StoreUser>, StoreUser> change)
    {
        using var store = DossierStores.Open(desk.Place(call), clock);
        var user = change(store.Users());
        store.Write(desk.Administrator(call, store), reason: null, writer =>
        {
            writer.Put(user);
            return true;
        });
    }
}
