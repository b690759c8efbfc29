using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>A pack as a run used it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">The beginning of its SHA-256.</param>
public sealed record UsedPack(string Id, string Version, string Hash);

/// <summary>A pack that one of two runs used and the other did not, or in another version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">As used before; null where it was not.</param>
/// <param name="Now">As used now; null where it is not.</param>
public sealed record UsedPackChange(string Id, UsedPack? Before, UsedPack? Now);

/// <summary>
/// The packs of a law, in one line that names each with its version and hash: two runs with the same line were made under the same law, and
/// where the lines differ they say which pack did. Calendars are left out: a re-assessment counts no working days.
/// </summary>
public static class PackList
{
    private const int HashLength = 16;

    /// <summary>The line of a law: «id version hash», by id.</summary>
    /// <param name="packs">The law.</param>
    public static string Of(RulePackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        var headers = packs.Regimes.Select(each => each.Header)
            .Concat(packs.Requirements.Select(each => each.Header))
            .Concat(packs.Checks.Select(each => each.Header))
            .Concat(packs.DossierContents.Select(each => each.Header))
            .Concat(packs.Procedures.Select(each => each.Header))
            .Concat(packs.Directives.Select(each => each.Header))
            .Select(header => new UsedPack(header.Id, header.Version, header.Sha256[..HashLength]))
            .Append(new UsedPack("facts", "1", packs.FactsSha256[..HashLength]));
        return string.Join(", ", headers.DistinctBy(pack => (pack.Id, pack.Hash)).OrderBy(pack => pack.Id, StringComparer.Ordinal).ThenBy(pack => pack.Hash, StringComparer.Ordinal).Select(pack => $"{pack.Id} {pack.Version} {pack.Hash}"));
    }

    /// <summary>What differs between the lines of two runs.</summary>
    /// <param name="before">The earlier one's.</param>
    /// <param name="now">The later one's.</param>
    public static IReadOnlyList<UsedPackChange> Changes(string before, string now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var (old, current) = (Read(before), Read(now));
        return
        [
            .. old.Keys.Union(current.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => new UsedPackChange(id, old.GetValueOrDefault(id), current.GetValueOrDefault(id)))
                .Where(change => change.Before != change.Now),
        ];
    }

    private static Dictionary<string, UsedPack> Read(string line)
    {
        var packs = new Dictionary<string, UsedPack>(StringComparer.Ordinal);
        foreach (var part in line.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(' ') is [var id, var version, var hash])
            {
                packs[id] = new UsedPack(id, version, hash);
            }
        }

        return packs;
    }
}
