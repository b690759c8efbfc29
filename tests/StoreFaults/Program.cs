using System.Globalization;
using EmrSec.Dossiers.Store;
using EmrSec.StoreFaults;

// work PLACE SEED [COUNT]   writes into a store until COUNT is done or somebody kills it; one line for everything that the store acknowledged
// kill PLACE COUNT SEED     makes a store, kills such writers at random points and checks after each that nothing acknowledged is lost and nothing half there
// write PLACE               writes once and says what the store says
// read PLACE                how long a case with its dossier takes to read by its number
switch (args)
{
    case ["work", var target, var first, .. var rest]:
        new Worker(target, int.Parse(first, CultureInfo.InvariantCulture)).Run(rest is [var limit] ? int.Parse(limit, CultureInfo.InvariantCulture) : int.MaxValue);
        return 0;
    case ["kill", var place, var count, var seed]:
        DossierStores.Create(place, TimeProvider.System, new Actor("may", ActorRole.Administrator)).Dispose();
        var report = KillHarness.Run(place, int.Parse(count, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), Console.Error);
        Console.WriteLine(report);
        foreach (var fault in report.Faults)
        {
            Console.WriteLine(fault);
        }

        return report.Faults.Count == 0 ? 0 : 1;
    case ["write", var file]:
        try
        {
            new Worker(file, 1).Run(1);
            Console.WriteLine("written");
        }
        catch (StoreException e)
        {
            Console.WriteLine(e.Line);
        }

        return 0;
    case ["read", var looked]:
        Console.WriteLine(ReadTimer.Run(looked));
        return 0;
    default:
        Console.Error.WriteLine("work PLACE SEED [COUNT] | kill PLACE COUNT SEED | write PLACE | read PLACE");
        return 2;
}
