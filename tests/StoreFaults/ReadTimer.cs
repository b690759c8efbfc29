using System.Diagnostics;
using System.Globalization;
using EmrSec.Dossiers.Store;

namespace EmrSec.StoreFaults;

/// <summary>Reads cases by their number, in no order.</summary>
internal static class ReadTimer
{
    private const int Reads = 5000;

    public static string Run(string place)
    {
        using var store = DossierStores.Open(place, TimeProvider.System);
        var ids = store.Cases(new CaseQuery()).Select(file => file.Id).ToArray();
        var random = new Random(1);
        var times = new double[Reads];
        var bytes = 0L;
        for (var i = 0; i < Reads; i++)
        {
            var id = ids[random.Next(ids.Length)];
            var since = Stopwatch.GetTimestamp();
            bytes += store.Content(id, store.Find(id)!.Revision)!.Length;
            times[i] = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        }

        Array.Sort(times);
        return string.Create(CultureInfo.InvariantCulture, $"{ids.Length} cases, {Reads} reads: median {times[Reads / 2]:0.000} ms, 99 of 100 within {times[Reads * 99 / 100]:0.000} ms, {bytes / Reads} bytes on average");
    }
}
