using EmrSec.Rules.Assessments;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Changes;

/// <summary>A pack that one of two assessments used and the other did not, or in another version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">As used before; null where it was not.</param>
/// <param name="Now">As used now; null where it is not.</param>
public sealed record PackChange(string Id, PackHeader? Before, PackHeader? Now);

/// <summary>A fact that bears on a level and has another value than before.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Of">The system or component that it is a fact of; null for the facility.</param>
/// <param name="Before">Its value before; null where not declared.</param>
/// <param name="Now">Its value now; null where not declared.</param>
public sealed record FactChange(FactDefinition Fact, SystemProfile? Of, FactValue? Before, FactValue? Now);

/// <summary>A system's level, before and now.</summary>
/// <param name="Before">Before; null where there was no such system.</param>
/// <param name="Now">Now; null where there is no such system any more.</param>
/// <param name="Facts">The facts behind either level that have changed.</param>
/// <param name="LawChanged">Whether the levels were judged by another law, or another version of it.</param>
public sealed record LevelChange(LevelResult? Before, LevelResult? Now, IReadOnlyList<FactChange> Facts, bool LawChanged)
{
    /// <summary>Whether the level, or what is certain of it, is another than before.</summary>
    public bool IsChange => Before?.AtLeast != Now?.AtLeast || Before?.AtMost != Now?.AtMost || Before is null != Now is null;
}

/// <summary>A deadline on which the facility stands otherwise than before.</summary>
/// <param name="Before">Before; null where it did not apply.</param>
/// <param name="Now">Now; null where it does not apply any more.</param>
public sealed record DeadlineChange(Deadline? Before, Deadline? Now);

/// <summary>A requirement on which a system stands otherwise than before.</summary>
/// <param name="System">The system as it is now.</param>
/// <param name="Before">Before.</param>
/// <param name="Now">Now.</param>
public sealed record RequirementChange(LevelResult System, RequirementFinding Before, RequirementFinding Now);

/// <summary>How many requirements came to a system or went, because its level or the law changed.</summary>
/// <param name="System">The system as it is now.</param>
/// <param name="Added">Those it did not have before.</param>
/// <param name="Removed">Those it has no more.</param>
public sealed record RequirementShift(LevelResult System, int Added, int Removed);

/// <summary>
/// What changed between two assessments of a facility: the same dossier at an earlier day, or an earlier dossier. Systems are
/// matched by id. Requirements are those of the lowest level that is certain.
/// </summary>
public sealed class AssessmentChanges
{
    private AssessmentChanges(Assessment before, Assessment now) => (Before, Now) = (before, now);

    /// <summary>The earlier assessment.</summary>
    public Assessment Before { get; }

    /// <summary>The later assessment.</summary>
    public Assessment Now { get; }

    /// <summary>The packs that differ, by id.</summary>
    public required IReadOnlyList<PackChange> Packs { get; init; }

    /// <summary>Every system of either, those of now first.</summary>
    public required IReadOnlyList<LevelChange> Levels { get; init; }

    /// <summary>The deadlines on which the standing differs, the most pressing first.</summary>
    public required IReadOnlyList<DeadlineChange> Deadlines { get; init; }

    /// <summary>The requirements on which the standing differs, in the order of systems and appendix.</summary>
    public required IReadOnlyList<RequirementChange> Requirements { get; init; }

    /// <summary>The requirements whose evidence has lost its validity since.</summary>
    public required IReadOnlyList<RequirementChange> Expired { get; init; }

    /// <summary>The systems whose requirements are not the same as before.</summary>
    public required IReadOnlyList<RequirementShift> Shifts { get; init; }

    /// <summary>The deadlines overdue now that were not before.</summary>
    public IEnumerable<DeadlineChange> NewlyOverdue => Deadlines.Where(change => change.Now?.Status == ObligationStatus.Overdue);

    /// <summary>The deadlines of 30 days or fewer that were not so near before.</summary>
    public IEnumerable<DeadlineChange> DueSoon => Deadlines.Where(change => change.Now?.Status == ObligationStatus.DueSoon);

    /// <summary>The deadlines met since.</summary>
    public IEnumerable<DeadlineChange> Settled => Deadlines.Where(change => change.Now?.Status is ObligationStatus.Met or ObligationStatus.MetLate);

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Packs.Count + Deadlines.Count + Requirements.Count + Expired.Count + Shifts.Count == 0 && !Levels.Any(level => level.IsChange);

    /// <summary>Compares two assessments.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="now">The later one.</param>
    public static AssessmentChanges Between(Assessment before, Assessment now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var findings = new FindingChanges(before, now);
        return new AssessmentChanges(before, now)
        {
            Packs = ChangedPacks(before, now),
            Levels = LevelChanges.Between(before, now),
            Deadlines = ChangedDeadlines(before, now),
            Requirements = findings.Changed,
            Expired = findings.Expired,
            Shifts = findings.Shifts,
        };
    }

    private static List<PackChange> ChangedPacks(Assessment before, Assessment now)
    {
        var old = before.Packs.ToDictionary(pack => pack.Id, StringComparer.Ordinal);
        var current = now.Packs.ToDictionary(pack => pack.Id, StringComparer.Ordinal);
        return
        [
            .. old.Keys.Union(current.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => new PackChange(id, old.GetValueOrDefault(id), current.GetValueOrDefault(id)))
                .Where(change => !string.Equals(change.Before?.Sha256, change.Now?.Sha256, StringComparison.Ordinal)),
        ];
    }

    private static List<DeadlineChange> ChangedDeadlines(Assessment before, Assessment now)
    {
        var old = Deadline.Of(before).ToDictionary(Key, StringComparer.Ordinal);
        var current = Deadline.Of(now);
        var known = current.Select(Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. current.Select(deadline => new DeadlineChange(old.GetValueOrDefault(Key(deadline)), deadline)).Where(change => change.Before?.Status != change.Now!.Status),
            .. old.Where(pair => !known.Contains(pair.Key)).Select(pair => new DeadlineChange(pair.Value, null)),
        ];
    }

    private static string Key(Deadline deadline) => $"{deadline.Kind} {deadline.Id} {deadline.System?.System.Id}";
}
