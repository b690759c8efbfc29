using System.Threading.Channels;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>
/// Assesses the cases of a scope one after the other on all cores: one thread reads them from the store, several assess, and the caller gets
/// the outcomes in the order of the cases. So many are under way at once and no more, however many there are.
/// </summary>
internal sealed class OutcomePipeline(Func<IDossierStore> open, RulePackSet packs, ReassessmentOptions options)
{
    private const int ChunkSize = 64;

    private readonly FacilityLayout _layout = FacilityLayout.Of(packs);
    private int _fromJson;

    /// <summary>How many were read from their JSON, for want of arrays of this law.</summary>
    public int FromJson => _fromJson;

    /// <summary>Assesses the cases after one.</summary>
    /// <param name="after">The last case that is done already; null = none.</param>
    /// <param name="stop">Stops it.</param>
    public IEnumerable<RunOutcome> Run(CaseId? after, CancellationToken stop)
    {
        using var stopAll = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var capacity = new BoundedChannelOptions(8 * options.Threads) { SingleWriter = true };
        var (work, order) = (Channel.CreateBounded<Chunk>(capacity), Channel.CreateBounded<Chunk>(capacity));
        List<Task> threads =
        [
            Start(() => Read(after, work.Writer, order.Writer, stopAll.Token)),
            .. Enumerable.Range(0, options.Threads).Select(_ => Start(() => Assess(work.Reader, stopAll.Token))),
        ];
        try
        {
            while (order.Reader.WaitToReadAsync(stopAll.Token).AsTask().GetAwaiter().GetResult())
            {
                while (order.Reader.TryRead(out var chunk))
                {
                    foreach (var outcome in chunk.Outcomes.Task.WaitAsync(stopAll.Token).GetAwaiter().GetResult())
                    {
                        yield return outcome;
                    }
                }
            }
        }
        finally
        {
            // Whoever stops listening, or an error, ends the threads before the store is closed.
            stopAll.Cancel();
            Task.WhenAll(threads).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }

    private static Task Start(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Read(CaseId? after, ChannelWriter<Chunk> work, ChannelWriter<Chunk> order, CancellationToken stop)
    {
        try
        {
            using var store = open();
            var query = options.Scope.Query with { After = after };
            var items = options.FromJson
                ? store.Contents(query).Select(each => new Item(each.Case.Id, each.Case.Revision, null, each.Content))
                : store.Facts(query).Select(each => new Item(each.Case, each.Revision, string.Equals(each.Layout, _layout.Name, StringComparison.Ordinal) ? each.Facts : null, null));
            foreach (var items64 in items.Chunk(ChunkSize))
            {
                var chunk = new Chunk(items64, new TaskCompletionSource<RunOutcome[]>(TaskCreationOptions.RunContinuationsAsynchronously));
                order.WriteAsync(chunk, stop).AsTask().GetAwaiter().GetResult();
                work.WriteAsync(chunk, stop).AsTask().GetAwaiter().GetResult();
            }

            work.Complete();
            order.Complete();
        }
#pragma warning disable CA1031 // The exception is handed on: to whoever takes the outcomes.
        catch (Exception e)
#pragma warning restore CA1031
        {
            work.TryComplete(e);
            order.TryComplete(e);
        }
    }

    private void Assess(ChannelReader<Chunk> work, CancellationToken stop)
    {
        using var assessor = new CaseAssessor(open, packs, _layout, new AssessmentOptions(options.AsOf));
        try
        {
            while (work.WaitToReadAsync(stop).AsTask().GetAwaiter().GetResult())
            {
                while (work.TryRead(out var chunk))
                {
                    Assess(assessor, chunk);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The caller stopped, and knows.
        }
    }

    private void Assess(CaseAssessor assessor, Chunk chunk)
    {
        try
        {
            chunk.Outcomes.SetResult(Array.ConvertAll(chunk.Items, item =>
            {
                var (outcome, isFromJson) = assessor.Assess(item.Case, item.Revision, item.Facts, item.Content);
                if (isFromJson)
                {
                    Interlocked.Increment(ref _fromJson);
                }

                return new RunOutcome(item.Case, item.Revision, outcome is null ? ReadOnlyMemory<byte>.Empty : OutcomeBytes.Write(outcome));
            }));
        }
#pragma warning disable CA1031 // The exception is handed on: to whoever takes the outcomes.
        catch (Exception e)
#pragma warning restore CA1031
        {
            chunk.Outcomes.SetException(e);
        }
    }

    private sealed record Item(CaseId Case, int Revision, ReadOnlyMemory<byte>? Facts, byte[]? Content);

    private sealed record Chunk(Item[] Items, TaskCompletionSource<RunOutcome[]> Outcomes);
}
