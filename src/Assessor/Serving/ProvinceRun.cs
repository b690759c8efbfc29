using EmrSec.Assessor.Serving.Digests;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Packs;
using Microsoft.Extensions.Logging;

namespace EmrSec.Assessor.Serving;

/// <summary>The re-assessment of a store's dossiers in force, with what is told about it.</summary>
/// <param name="open">Opens the store.</param>
/// <param name="packs">The law.</param>
/// <param name="scope">Which dossiers.</param>
/// <param name="actor">Who has it done.</param>
/// <param name="channels">How digests leave.</param>
/// <param name="publish">Puts the papers of a run where they belong; null = nowhere.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class ProvinceRun(
    Func<IDossierStore> open, RulePackSet packs, ReassessmentScope scope, Actor actor, IReadOnlyList<IDigestChannel> channels, Action<ReassessmentResult>? publish, TimeProvider clock, ILogger log)
    : IProvinceRun
{
    public Task Run(DateOnly day, CancellationToken cancellation) => Task.Run(
        () =>
        {
            foreach (var broken in BrokenOff(day))
            {
                LogGoingOn(log, broken);
                Assess(broken, cancellation);
            }

            Assess(day, cancellation);
        },
        cancellation);

    public async Task<int> SendDigests(CancellationToken cancellation)
    {
        if (channels.Count == 0)
        {
            return 0;
        }

        using var store = open();
        return await new DigestSender(store.Runs, channels, clock, log).SendDue(cancellation).ConfigureAwait(false);
    }

    // A run of an earlier day that was begun under the law as it is and never ended: what was new then is told then and not lost.
    private List<DateOnly> BrokenOff(DateOnly day)
    {
        using var store = open();
        var law = PackList.Of(packs);
        return
        [
            .. store.Runs.All()
                .Where(run => run.Finished is null && run.AsOf < day && string.Equals(run.Scope, scope.Name, StringComparison.Ordinal) && string.Equals(run.Packs, law, StringComparison.Ordinal))
                .Select(run => run.AsOf).Distinct().Order(),
        ];
    }

    private void Assess(DateOnly day, CancellationToken cancellation)
    {
        var result = new Reassessment(open, packs, clock).Run(new ReassessmentOptions(day, scope, actor), digests: Digests, stop: cancellation);
        LogDone(log, result.Run.Id, day, result.Totals.Facilities, result.Totals.WithOverdue, result.News.Count, result.IsRepeat);
        publish?.Invoke(result);
    }

    private IReadOnlyList<OutgoingDigest> Digests(ReassessmentResult result)
    {
        using var store = open();
        return DigestWriter.Write(result, store.Users(), [.. channels.Select(channel => channel.Name)], clock.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Going on with the re-assessment as of {Day:yyyy-MM-dd} that was broken off")]
    private static partial void LogGoingOn(ILogger log, DateOnly day);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} as of {Day:yyyy-MM-dd}: {Facilities} facilities, {Overdue} with something overdue, {News} with news (repeat: {Repeat})")]
    private static partial void LogDone(ILogger log, long run, DateOnly day, int facilities, int overdue, int news, bool repeat);
}
