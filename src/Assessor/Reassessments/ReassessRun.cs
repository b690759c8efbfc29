using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reassessments;

/// <summary>Runs a re-assessment for somebody at the keyboard: progress, summary, tables, papers.</summary>
internal sealed class ReassessRun(ReassessCall call, RulePackSet packs, Screen screen, TimeProvider clock)
{
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
                stop: stop);
        }

        var transition = call.WithTransition ? Transition(result, stop) : null;
        var isWhole = call.Folder is not { } folder || Write(store, result, transition, folder);
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

    private IDossierStore Open() => DossierStores.Open(call.Store, clock);

    private ProvinceTransition Transition(ReassessmentResult result, CancellationToken stop)
    {
        using var line = new WorkLine(screen, "Đang xét chuyển tiếp");
        return ProvinceTransition.Of(Open, packs, result, (done, total) => line.Show(done, total), stop);
    }

    private bool Write(IDossierStore store, ReassessmentResult result, ProvinceTransition? transition, string folder)
    {
        Directory.CreateDirectory(folder);
        return new ProvinceTables(packs, store, result, screen).Write(folder)
            && (transition is null || TransitionTables.Write(transition, packs, folder, screen))
            && new ProvincePapers(call, packs, store, result, screen, clock).Write(folder);
    }
}
