using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Transitions;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>Where a facility stands on something that the new law asks of whoever passes to it.</summary>
/// <param name="Id">The obligation's id.</param>
/// <param name="Title">What is to be done, in Vietnamese.</param>
/// <param name="Due">The last day.</param>
/// <param name="Status">Where the facility stands.</param>
public sealed record TransitionDue(string Id, string Title, DateOnly? Due, ObligationStatus Status);

/// <summary>A facility from the law before to the law in force.</summary>
/// <param name="Case">The case.</param>
/// <param name="Name">The facility's name.</param>
/// <param name="Province">The slug of its province; null where not declared.</param>
/// <param name="Before">The facility's level under the law before; null where not certain.</param>
/// <param name="After">The facility's level under the law in force; null where not certain.</param>
/// <param name="Changed">The systems whose level changes, with both levels.</param>
/// <param name="CarriedOver">How many new requirements old answers speak of.</param>
/// <param name="Tightened">How many ask for more than before.</param>
/// <param name="New">How many nothing old speaks of.</param>
/// <param name="Dropped">How many old ones fall away.</param>
/// <param name="Due">What is due, the earliest first.</param>
public sealed record FacilityTransition(
    CaseId Case, string Name, string? Province, int? Before, int? After, IReadOnlyList<string> Changed, int CarriedOver, int Tightened, int New, int Dropped, IReadOnlyList<TransitionDue> Due);

/// <summary>
/// Every dossier in force of a scope from the law before to the law in force (331/2026/NĐ-CP, Điều 39). Read from the dossiers themselves:
/// whether an old answer names a new figure is in its words.
/// </summary>
public sealed class ProvinceTransition
{
    private ProvinceTransition(DateOnly asOf, string from, string to, IReadOnlyList<FacilityTransition> facilities, int settled)
    {
        AsOf = asOf;
        From = from;
        To = to;
        Facilities = facilities;
        Settled = settled;
    }

    /// <summary>The day it speaks of.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The number of the law before.</summary>
    public string From { get; }

    /// <summary>The number of the law in force.</summary>
    public string To { get; }

    /// <summary>The facilities that have to pass, in the order of cases.</summary>
    public IReadOnlyList<FacilityTransition> Facilities { get; }

    /// <summary>How many have nothing to pass from: they are judged by the law in force.</summary>
    public int Settled { get; }

    /// <summary>How many facilities pass from one level to another; null = not certain.</summary>
    public IReadOnlyList<(int? Before, int? After, int Count)> Levels =>
        [.. Facilities.GroupBy(each => (each.Before, each.After)).OrderBy(group => group.Key.Before ?? 9).ThenBy(group => group.Key.After ?? 9).Select(group => (group.Key.Before, group.Key.After, group.Count()))];

    /// <summary>What is due, the earliest first, with how many facilities stand how.</summary>
    public IReadOnlyList<(TransitionDue Due, IReadOnlyDictionary<ObligationStatus, int> Counts)> Due =>
    [
        .. Facilities.SelectMany(each => each.Due).Where(due => due.Status != ObligationStatus.NotApplicable).GroupBy(due => due.Id, StringComparer.Ordinal)
            .OrderBy(group => group.First().Due ?? DateOnly.MaxValue).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.First(), (IReadOnlyDictionary<ObligationStatus, int>)group.GroupBy(due => due.Status).ToDictionary(each => each.Key, each => each.Count()))),
    ];

    /// <summary>Looks at every dossier in force of a run's scope.</summary>
    /// <param name="open">Opens the store.</param>
    /// <param name="packs">The law.</param>
    /// <param name="result">The run: its scope and day.</param>
    /// <param name="progress">Told how many of how many are done.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ProvinceTransition Of(Func<IDossierStore> open, RulePackSet packs, ReassessmentResult result, Action<int, int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(result);
        if (!ReassessmentScope.TryParse(result.Run.Scope, out var scope) || packs.Regimes is not [.., var before, var after])
        {
            return new ProvinceTransition(result.Run.AsOf, "", "", [], 0);
        }

        using var store = open();
        using var reader = new ThreadLocal<DossierReader>(() => new DossierReader(packs.Facts));
        var facilities = new List<FacilityTransition>();
        var done = 0;

        // Read by one after the other, looked at by all.
        var each = store.Contents(scope.Query).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).WithCancellation(stop)
            .Select(file => One(packs, file.Case, reader.Value!.ReadCanonical(file.Content, file.Case.Id.ToString()).Dossier, result.Run.AsOf));
        try
        {
            foreach (var facility in each)
            {
                progress?.Invoke(++done, Math.Max(done, result.Run.Count));
                if (facility is not null)
                {
                    facilities.Add(facility);
                }
            }
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<StoreException>().FirstOrDefault() is { } inner)
        {
            throw new StoreException(inner.Message, e) { Code = inner.Code };
        }

        return new ProvinceTransition(result.Run.AsOf, before.Header.Document.Number, after.Header.Document.Number, facilities, done - facilities.Count);
    }

    private static FacilityTransition? One(RulePackSet packs, CaseFile file, Dossier? dossier, DateOnly asOf)
    {
        if (dossier is null || Transition.Of(packs, dossier.ToProfile(), new AssessmentOptions(asOf)).Transition is not { } transition)
        {
            return null;
        }

        return new FacilityTransition(
            file.Id,
            file.FacilityName,
            file.Province,
            transition.Before.FacilityLevel,
            transition.After.FacilityLevel,
            [.. transition.Comparison.Systems.Where(system => system.Change is not (null or 0)).Select(system => $"{system.System.Id}: {system.Levels[^2].Value} → {system.Levels[^1].Value}")],
            transition.Count(RequirementChange.CarriedOver),
            transition.Count(RequirementChange.Tightened),
            transition.Count(RequirementChange.New),
            transition.Systems.Sum(system => system.Dropped.Count),
            [.. transition.Due.Select(due => new TransitionDue(due.Obligation.Id, due.Obligation.Title, due.Obligation.Due, due.Status))]);
    }
}
