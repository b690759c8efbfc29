using System.CommandLine;
using EmrSec.Assessor.Cases;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Stores;

/// <summary>The words that the commands about the store itself have, and how they end.</summary>
internal sealed class StoreDesk
{
    public Option<string?> Store { get; } = StoreWords.Store();

    public Option<string?> As { get; } = StoreWords.As();

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
        StoreWords.Account(call.GetValue(As));

    /// <summary>Who acts, as the store knows the account; one that it does not know acts under the bare name.</summary>
    public Actor Actor(ParseResult call, IDossierStore store)
    {
        var account = Account(call);
        return StoreWords.Find(store, account) is { } user
            ? new Actor(account, ActorRole.Administrator, user.FullName, user.Body)
            : new Actor(account, ActorRole.Administrator);
    }

    /// <summary>Who acts, where the account keeps the store.</summary>
    /// <exception cref="StoreException">It does not.</exception>
    public Actor Administrator(ParseResult call, IDossierStore store)
    {
        var account = Account(call);
        return StoreWords.Find(store, account) is { IsActive: true } user && user.Roles.Contains(ActorRole.Administrator)
            ? new Actor(account, ActorRole.Administrator, user.FullName, user.Body)
            : throw new StoreException($"tài khoản «{account}» không có vai quản trị (administrator) trong kho; dùng tài khoản quản trị: --as, hoặc biến EMRSEC_USER") { Code = "KH030" };
    }
}
