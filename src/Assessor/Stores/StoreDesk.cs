using System.CommandLine;
using EmrSec.Assessor.Cases;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Stores;

/// <summary>The words that the commands about the store itself have, and how they end.</summary>
internal sealed class StoreDesk
{
    public Option<string?> Store { get; } = new("--store") { HelpName = "nơi", Description = "Kho hồ sơ: tệp SQLite hoặc postgres://… (mặc định: biến EMRSEC_STORE, rồi emrsec.db trong thư mục dữ liệu của người dùng)" };

    public Option<string?> As { get; } = new("--as") { HelpName = "tài khoản", Description = "Làm với tài khoản này (mặc định: biến EMRSEC_USER, rồi tên đăng nhập máy)" };

    /// <summary>Runs a command; what the store refuses becomes a line and exit code 2.</summary>
    public static int Run(Screen screen, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (StoreException e)
        {
            screen.Error.WriteLine(e.Line);
            return ExitCodes.WrongInput;
        }
    }

    public string Place(ParseResult call) => StorePlace.Of(call.GetValue(Store));

    public string Account(ParseResult call) =>
        call.GetValue(As) ?? (Environment.GetEnvironmentVariable("EMRSEC_USER") is { Length: > 0 } known ? known : Environment.UserName);

    /// <summary>Who acts, as the store knows the account; one that it does not know acts under the bare name.</summary>
    public Actor Actor(ParseResult call, IDossierStore store)
    {
        var account = Account(call);
        return store.Users().FirstOrDefault(user => string.Equals(user.Account, account, StringComparison.Ordinal)) is { } user
            ? new Actor(account, ActorRole.Administrator, user.FullName, user.Body)
            : new Actor(account, ActorRole.Administrator);
    }

    /// <summary>Who acts, where the account keeps the store.</summary>
    /// <exception cref="StoreException">It does not.</exception>
    public Actor Administrator(ParseResult call, IDossierStore store)
    {
        var account = Account(call);
        return store.Users().FirstOrDefault(user => string.Equals(user.Account, account, StringComparison.Ordinal)) is { IsActive: true } user && user.Roles.Contains(ActorRole.Administrator)
            ? new Actor(account, ActorRole.Administrator, user.FullName, user.Body)
            : throw new StoreException($"tài khoản «{account}» không có vai quản trị (administrator) trong kho; dùng tài khoản quản trị: --as, hoặc biến EMRSEC_USER") { Code = "KH030" };
    }
}
