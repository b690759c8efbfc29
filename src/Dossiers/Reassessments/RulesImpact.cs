using EmrSec.Dossiers.Store;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>What changed packs would change about a facility.</summary>
public enum ImpactKind
{
    /// <summary>A system's level, or what is certain of it.</summary>
    Level,

    /// <summary>The law that levels are judged by.</summary>
    Law,

    /// <summary>Which requirements a system has, or how it stands on them.</summary>
    Requirements,

    /// <summary>A deadline: it comes, goes, stands otherwise or falls on another day.</summary>
    Deadline,

    /// <summary>The dossier could not be assessed any more, or could again.</summary>
    Readable,
}

/// <summary>One thing that would change about a facility.</summary>
/// <param name="Kind">What.</param>
/// <param name="What">The change in words, the same for all facilities it happens to, such as «cấp độ 2 → 3».</param>
/// <param name="SystemId">The system; null for the facility as a whole.</param>
public sealed record ImpactItem(ImpactKind Kind, string What, string? SystemId = null);

/// <summary>A facility that would change.</summary>
/// <param name="Case">The case.</param>
/// <param name="Name">The facility's name.</param>
/// <param name="Province">The slug of its province; null where not declared.</param>
/// <param name="Revision">The revision looked at.</param>
/// <param name="Items">What would change, at least one thing.</param>
public sealed record FacilityImpact(CaseId Case, string Name, string? Province, int Revision, IReadOnlyList<ImpactItem> Items);

/// <summary>A facility of a group, with why it would change.</summary>
/// <param name="Case">The case.</param>
/// <param name="Name">The facility's name.</param>
/// <param name="Reasons">Why, in Vietnamese; empty where the dossier does not read under one of the laws.</param>
public sealed record ImpactExample(CaseId Case, string Name, IReadOnlyList<string> Reasons);

/// <summary>All facilities to which the same happens.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">The change in words.</param>
/// <param name="Facilities">How many facilities.</param>
/// <param name="Examples">The first of them, with reasons.</param>
public sealed record ImpactGroup(ImpactKind Kind, string What, int Facilities, IReadOnlyList<ImpactExample> Examples);

/// <summary>Which stored dossiers changed packs would change, before they go in.</summary>
public sealed class RulesImpact
{
    private const int Examples = 3;

    private RulesImpact(DateOnly asOf, IReadOnlyList<UsedPackChange> packs, int looked, IReadOnlyList<FacilityImpact> facilities, IReadOnlyList<ImpactGroup> groups)
    {
        AsOf = asOf;
        Packs = packs;
        Looked = looked;
        Facilities = facilities;
        Groups = groups;
    }

    /// <summary>The day it speaks of.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The packs that differ.</summary>
    public IReadOnlyList<UsedPackChange> Packs { get; }

    /// <summary>How many dossiers were looked at.</summary>
    public int Looked { get; }

    /// <summary>The facilities that would change, in the order of cases.</summary>
    public IReadOnlyList<FacilityImpact> Facilities { get; }

    /// <summary>What would change: levels first, then by how many facilities it happens to.</summary>
    public IReadOnlyList<ImpactGroup> Groups { get; }

    /// <summary>Assesses every dossier in force of a scope under both laws.</summary>
    /// <param name="open">Opens the store.</param>
    /// <param name="now">The law in use.</param>
    /// <param name="next">The law that is to go in.</param>
    /// <param name="options">Of which day, and which dossiers; nothing is entered.</param>
    /// <param name="progress">Told how many of how many are done.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="StoreException">The store cannot be read, or is being changed meanwhile.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RulesImpact Of(Func<IDossierStore> open, RulePackSet now, RulePackSet next, ReassessmentOptions options, Action<int, int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(options);
        using var store = open();
        var cases = StoredCases.Of(store, options.Scope).ToDictionary(each => each.Id);
        var finder = new ImpactFinder(now, next);
        var (facilities, looked) = (new List<FacilityImpact>(), 0);

        // One thread each for the two laws and the same order of cases: side by side, like two runs.
        var half = options with { Threads = Math.Max(1, options.Threads / 2) };
        using var after = new OutcomePipeline(open, next, half).Run(null, stop).GetEnumerator();
        foreach (var before in new OutcomePipeline(open, now, half).Run(null, stop))
        {
            if (!after.MoveNext() || after.Current.Case != before.Case || after.Current.Revision != before.Revision)
            {
                throw new StoreException("kho hồ sơ thay đổi trong lúc đang xem; chạy lại lệnh") { Code = "TR005" };
            }

            progress?.Invoke(++looked, cases.Count);
            var items = finder.Between(OutcomeBytes.Read(before.Outcome.Span), OutcomeBytes.Read(after.Current.Outcome.Span));
            if (items.Count > 0)
            {
                var found = cases.GetValueOrDefault(before.Case);
                facilities.Add(new FacilityImpact(before.Case, found?.Name ?? before.Case.FacilityCode, found?.Province, before.Revision, items));
            }
        }

        var reasons = new ImpactReasons(store, now, next, options.AsOf);
        return new RulesImpact(options.AsOf, PackList.Changes(PackList.Of(now), PackList.Of(next)), looked, facilities, [.. Grouped(facilities, reasons)]);
    }

    private static IEnumerable<ImpactGroup> Grouped(List<FacilityImpact> facilities, ImpactReasons reasons) => facilities
        .SelectMany(facility => facility.Items.Select(item => (item.Kind, item.What)).Distinct(), (facility, what) => (facility, what))
        .GroupBy(each => each.what, each => each.facility)
        .Select(group => new ImpactGroup(group.Key.Kind, group.Key.What, group.Count(), [.. group.Take(Examples).Select(facility => new ImpactExample(facility.Case, facility.Name, reasons.Of(facility, group.Key.Kind)))]))
        .OrderBy(group => group.Kind).ThenByDescending(group => group.Facilities).ThenBy(group => group.What, StringComparer.Ordinal);
}
