using System.CommandLine;
using EmrSec.Assessor.Cases;
using EmrSec.Assessor.Stores;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Reassessments;

/// <summary>Which store a call means, and who acts on it.</summary>
internal sealed class StoreChoice
{
    private static readonly ActorRole[] Allowed = [ActorRole.Administrator, ActorRole.Appraiser, ActorRole.Approver];

    public Option<string?> Store { get; } = StoreWords.Store();

    public Option<string?> As { get; } = StoreWords.As();

    /// <summary>Where the store is.</summary>
    public string Place(ParseResult result) => StorePlace.Of(result.GetValue(Store));

    /// <summary>The account's name.</summary>
    public string Account(ParseResult result) =>
        StoreWords.Account(result.GetValue(As));

    /// <summary>Who has dossiers assessed again: an account of the authority. A store without accounts yet takes whoever can open it.</summary>
    /// <exception cref="StoreException">The account may not.</exception>
    public static Actor ActorOf(IDossierStore store, string account)
    {
        var users = store.Users();
        if (users.Count == 0)
        {
            return new Actor(account, ActorRole.Administrator);
        }

        var user = users.FirstOrDefault(each => string.Equals(each.Account, account, StringComparison.Ordinal));
        if (user is not { IsActive: true } || !Allowed.Any(user.Roles.Contains))
        {
            throw ReassessErrors.MayNot(account, user is null ? "không có trong kho" : user.IsActive ? "không có vai quản trị, thẩm định hoặc phê duyệt" : "đã bị ngừng");
        }

        return new Actor(user.Account, Allowed.First(user.Roles.Contains), user.FullName, user.Body);
    }
}
