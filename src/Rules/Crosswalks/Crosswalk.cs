using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Crosswalks;

/// <summary>How much of a new requirement an old one speaks of.</summary>
public enum CrosswalkExtent
{
    /// <summary>Of the same thing.</summary>
    Wholly,

    /// <summary>Of a part of it, or of something wider that does not name it.</summary>
    Partly,
}

/// <summary>An old requirement that answers a new one.</summary>
/// <param name="Requirement">The old requirement.</param>
/// <param name="Extent">How much of the new one it speaks of.</param>
public sealed record CrosswalkSource(Requirement Requirement, CrosswalkExtent Extent);

/// <summary>What answers one new requirement.</summary>
/// <param name="To">The new requirement.</param>
/// <param name="Sources">The old requirements, those that speak of the same thing first; empty where there are none.</param>
public sealed record CrosswalkEntry(Requirement To, IReadOnlyList<CrosswalkSource> Sources);

/// <summary>From the requirements of one law to those of another: EmrSec's reading, in no text of the law. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Its title, in Vietnamese.</param>
/// <param name="From">The old catalogue.</param>
/// <param name="To">The new catalogue.</param>
/// <param name="Entries">One for each counted requirement of the new catalogue, in its order.</param>
/// <param name="Sha256">SHA-256 of its file, lower-case hexadecimal.</param>
/// <param name="Position">Where it is.</param>
public sealed record Crosswalk(
    string Id, string Version, string Title, RequirementCatalogue From, RequirementCatalogue To, IReadOnlyList<CrosswalkEntry> Entries, string Sha256, SourcePosition Position)
{
    /// <summary>What answers a new requirement; null where the crosswalk does not speak of it.</summary>
    /// <param name="id">The new requirement's id.</param>
    public CrosswalkEntry? EntryOf(string id) => Entries.FirstOrDefault(entry => string.Equals(entry.To.Id, id, StringComparison.Ordinal));

    /// <summary>The new requirements that an old one answers, wholly or in part, in the catalogue's order.</summary>
    /// <param name="oldId">The old requirement's id.</param>
    public IEnumerable<Requirement> TargetsOf(string oldId) =>
        Entries.Where(entry => entry.Sources.Any(source => string.Equals(source.Requirement.Id, oldId, StringComparison.Ordinal))).Select(entry => entry.To);

    /// <summary>The old requirements of a level that nothing at the new level rests on: dropped.</summary>
    /// <param name="oldLevel">The level under the old law, 1–5.</param>
    /// <param name="newLevel">The level under the new law, 1–5.</param>
    public IReadOnlyList<Requirement> Dropped(int oldLevel, int newLevel)
    {
        var kept = Entries.Where(entry => entry.To.At(newLevel) is not null)
            .SelectMany(entry => entry.Sources.Select(source => source.Requirement.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. From.OfLevel(oldLevel).Where(requirement => !kept.Contains(requirement.Id))];
    }
}
