using System.Diagnostics;
using System.Globalization;
using EmrSec.Benchmarks.Law;
using EmrSec.Dossiers.Lab;
using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;

namespace EmrSec.Benchmarks;

/// <summary>A store of many made-up facilities, all in force: what filling it, assessing it again and reading one dossier cost.</summary>
internal static class StoreScale
{
    private static readonly Actor Somebody = new("benchmark", ActorRole.Administrator);

    /// <summary>Measures one size and writes a line.</summary>
    /// <returns>Whether the goals for a hundred thousand hold for this share of them.</returns>
    public static bool Measure(TextWriter output, int count)
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-scale-");
        try
        {
            var place = Path.Combine(folder.FullName, "kho.db");
            var filling = Take(() =>
            {
                using var store = DossierStores.Create(place, TimeProvider.System, Somebody);
                new LabStore(store, BuiltInLaw.Packs, BuiltInLaw.AsOf).Fill(new FacilityGenerator(BuiltInLaw.Packs, 1, BuiltInLaw.AsOf, allInForce: true), count);
            });
            var size = new FileInfo(place).Length;
            var arrays = Take(() => Run(place, BuiltInLaw.AsOf, fromJson: false));
            var next = Take(() => Run(place, BuiltInLaw.AsOf.AddMonths(1), fromJson: false));
            var json = Take(() => Run(place, BuiltInLaw.AsOf.AddMonths(2), fromJson: true));
            var one = ReadOne(place);
            output.WriteLine(Text($"| {count:N0} | {filling} | {arrays} | {next} | {json} | {one:N0} µs | {size / 1e6:N0} MB | {Environment.WorkingSet / 1e6:N0} MB |"));

            // Goals on two cores that nothing else uses: half the processor time stands for the clock on a machine that others use.
            var share = Math.Max(0.1, count / 100_000.0);
            return arrays.Processor / 2 <= 10 * share && json.Processor / 2 <= 60 * share && one <= 1_000 && size <= 1.2e9 * share && Environment.WorkingSet <= 500e6;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(string place, DateOnly day, bool fromJson)
    {
        var options = new ReassessmentOptions(day, ReassessmentScope.All, Somebody) { FromJson = fromJson };
        new Reassessment(() => DossierStores.Open(place, TimeProvider.System), BuiltInLaw.Packs, TimeProvider.System).Run(options);
    }

    /// <summary>The median time to read a dossier by its number, in microseconds.</summary>
    private static double ReadOne(string place)
    {
        using var store = DossierStores.Open(place, TimeProvider.System);
        var ids = store.Cases(new CaseQuery()).Select(file => file.Id).ToArray();
        var random = new Random(1);
        var times = new double[1_000];
        for (var i = 0; i < times.Length; i++)
        {
            var id = ids[random.Next(ids.Length)];
            var start = Stopwatch.GetTimestamp();
            _ = store.Content(id, store.Find(id)!.Revision);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static Cost Take(Action work)
    {
        var (processor, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        work();
        return new Cost(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Seconds by the clock, and of processor.</summary>
    private sealed record Cost(double Clock, double Processor)
    {
        public override string ToString() => Text($"{Clock:N1} s ({Processor:N1} s)");
    }
}
