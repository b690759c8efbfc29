using EmrSec.Dossiers.Store;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>
/// Assesses every dossier in force of a store again: on all cores, without reading the dossiers themselves, and keeps what was found. One
/// that was stopped in the middle, however hard, goes on where it stood; one that is done and of which nothing has changed is not done again.
/// </summary>
/// <param name="open">Opens the store; called once for each thread that needs it.</param>
/// <param name="packs">The law.</param>
/// <param name="clock">Tells when a run is begun.</param>
public sealed class Reassessment(Func<IDossierStore> open, RulePackSet packs, TimeProvider clock)
{
    private readonly RuleNames _names = new(packs);

    /// <summary>Assesses, keeps, compares with the run before, and ends the run.</summary>
    /// <param name="options">Of which day, which dossiers, and how.</param>
    /// <param name="progress">Told how far it has come after each batch; null = nobody.</param>
    /// <param name="digests">Makes what is to be sent about the run, entered with its end in one transaction; called once, only when the run is ended here; null = nothing.</param>
    /// <param name="stop">Stops it; what is entered stays, and the next call goes on from there.</param>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReassessmentResult Run(ReassessmentOptions options, Action<ReassessmentProgress>? progress = null, Func<ReassessmentResult, IReadOnlyList<OutgoingDigest>>? digests = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var store = open();
        var cases = StoredCases.Of(store, options.Scope);
        var run = store.Runs.Begin(options.AsOf, options.Scope.Name, PackList.Of(packs), clock.GetUtcNow());
        var pipeline = new OutcomePipeline(open, packs, options);
        if (run.Finished is null)
        {
            run = Enter(store.Runs, run, pipeline, options, progress, cases.Count, stop);
        }

        var result = new RunComparison(_names, cases.ToDictionary(each => each.Id)).Compare(store.Runs, run, stop);
        result.FromJson = pipeline.FromJson;
        new LevelReasons(store, packs, result).Find(stop);
        if (run.Finished is null)
        {
            result.Run = store.Runs.Finish(run, options.Actor, result.Digest, digests?.Invoke(result) ?? []);
        }

        return result;
    }

    private static RunRecord Enter(IRunStore runs, RunRecord run, OutcomePipeline pipeline, ReassessmentOptions options, Action<ReassessmentProgress>? progress, int total, CancellationToken stop)
    {
        var batch = new List<RunOutcome>(options.BatchSize);
        progress?.Invoke(new ReassessmentProgress(run.Count, total));
        foreach (var outcome in pipeline.Run(run.Last, stop))
        {
            batch.Add(outcome);
            if (batch.Count == options.BatchSize)
            {
                run = runs.Enter(run, batch);
                batch.Clear();
                progress?.Invoke(new ReassessmentProgress(run.Count, Math.Max(total, run.Count)));
            }
        }

        if (batch.Count > 0)
        {
            run = runs.Enter(run, batch);
        }

        progress?.Invoke(new ReassessmentProgress(run.Count, run.Count));
        return run;
    }
}
