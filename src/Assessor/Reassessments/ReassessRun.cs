using EmrSec.Assessor.Serving.Digests;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Packs;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmrSec.Assessor.Reassessments;

/// <summary>Runs a re-assessment for somebody at the keyboard: progress, summary, tables, papers.</summary>
internal sealed class ReassessRun(ReassessCall call, RulePackSet packs, Screen screen, TimeProvider clock)
{
    private const string NotSent = "TB020";

    public int Run()
    {
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, cancel) =>
        {
            cancel.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            return Run(stop.Token);
        }
        catch (StoreException e)
        {
            screen.Error.WriteLine(e.Line);
            return ExitCodes.WrongInput;
        }
        catch (OperationCanceledException)
        {
            screen.Error.WriteLine(ReassessErrors.Stopped().Line);
            return ExitCodes.Failed;
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }

    private int Run(CancellationToken stop)
    {
        using var store = Open();
        var actor = StoreChoice.ActorOf(store, call.Account);
        if (!store.Cases(call.Scope.Query).Any())
        {
            throw ReassessErrors.NothingInForce(call.Scope.Name);
        }

        ReassessmentResult result;
        using (var line = new WorkLine(screen, "Đang đánh giá lại"))
        {
            result = new Reassessment(Open, packs, clock).Run(
                new ReassessmentOptions(call.AsOf, call.Scope, actor) { FromJson = call.FromJson },
                progress => line.Show(progress.Done, progress.Total),
                call.Notify is { } settings ? run => DigestWriter.Write(run, store.Users(), settings.ChannelNames, clock.GetUtcNow()) : null,
                stop);
        }

        SendDigests(store.Runs, stop);

        var transition = call.WithTransition ? Transition(result, stop) : null;
        var isWhole = call.Folder is null || ProvinceFolder.Write(call, packs, store, result, transition, screen, clock);
        if (call.IsJson)
        {
            screen.Out.WriteLine(ReassessmentJson.Write(packs, result, transition));
        }
        else
        {
            screen.Show(ReassessmentPage.Build(packs, result, transition));
            if (call.Folder is { } written && isWhole)
            {
                screen.Out.WriteLine($"Đã ghi bảng và văn bản vào {written}");
            }
        }

        return !isWhole ? ExitCodes.WrongInput : result.Totals.NotAssessed > 0 ? ExitCodes.DoesNotHold : ExitCodes.Done;
    }

    // What does not go now goes with «serve», or with the next call.
    private void SendDigests(IRunStore runs, CancellationToken stop)
    {
        if (call.Notify is not { } settings)
        {
            return;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var sender = new DigestSender(runs, settings.Channels(client, Environment.GetEnvironmentVariable), clock, NullLogger.Instance);
        var sent = sender.SendDue(stop).GetAwaiter().GetResult();
        screen.Error.WriteLine($"Đã gửi {sent} thông báo.");
        foreach (var digest in sender.Failed)
        {
            screen.Error.WriteLine($"cảnh báo {NotSent}: chưa gửi được thông báo qua {digest.Channel} tới {digest.Recipient}: {digest.Failure}");
        }
    }

    private IDossierStore Open() => DossierStores.Open(call.Store, clock);

    private ProvinceTransition Transition(ReassessmentResult result, CancellationToken stop)
    {
        using var line = new WorkLine(screen, "Đang xét chuyển tiếp");
        return ProvinceTransition.Of(Open, packs, result, (done, total) => line.Show(done, total), stop);
    }
}
