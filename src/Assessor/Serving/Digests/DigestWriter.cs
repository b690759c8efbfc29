using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Serving.Digests;

/// <summary>
/// Writes the digests of a run: one for each account and channel. A facility's account hears of its facility, and only where something is new;
/// those who appraise, approve or keep the store hear of all.
/// </summary>
internal static class DigestWriter
{
    /// <summary>Writes the digests.</summary>
    /// <param name="result">The run.</param>
    /// <param name="users">The accounts.</param>
    /// <param name="channels">The names of the channels.</param>
    /// <param name="now">From when they may be sent.</param>
    public static IReadOnlyList<OutgoingDigest> Write(ReassessmentResult result, IReadOnlyList<StoreUser> users, IReadOnlyList<string> channels, DateTimeOffset now)
    {
        var digests = new List<OutgoingDigest>();
        var ofFacility = result.News.ToLookup(news => news.Case.FacilityCode, StringComparer.Ordinal);
        foreach (var user in users.Where(user => user.IsActive))
        {
            if (Text(result, ofFacility, user) is not var (subject, body))
            {
                continue;
            }

            foreach (var channel in channels)
            {
                if (Recipient(user, channel) is { } recipient)
                {
                    digests.Add(new OutgoingDigest(result.Run.Id, channel, recipient, subject, body, Attempts: 0, now, Sent: null, Failure: null));
                }
            }
        }

        // Two accounts with one address get one mail: the one that says more.
        return [.. digests.GroupBy(digest => (digest.Channel, digest.Recipient)).Select(same => same.MaxBy(digest => digest.Body.Length)!)];
    }

    private static (string Subject, string Body)? Text(ReassessmentResult result, ILookup<string, FacilityNews> ofFacility, StoreUser user)
    {
        if (user.Roles.Any(role => role is ActorRole.Appraiser or ActorRole.Approver or ActorRole.Administrator))
        {
            return (DigestText.Subject(result, (IReadOnlyCollection<FacilityNews>)result.News), DigestText.OfAll(result));
        }

        return user.Roles.Contains(ActorRole.Facility) && user.Body is { } code && ofFacility[code].LastOrDefault() is { } news
            ? (DigestText.Subject(result, [news]), DigestText.OfFacility(result, news))
            : null;
    }

    private static string? Recipient(StoreUser user, string channel) => channel is "smtp" ? user.Email : user.Account;
}
