using System.Diagnostics;

namespace EmrSec.Benchmarks;

/// <summary>Evaluates the dossiers from one number to another.</summary>
internal delegate ulong Pass(int from, int to);

/// <summary>Times ways in turn, so that what else the machine does falls on all alike.</summary>
internal static class Interleaved
{
    public const int Runs = 15;

    // So few that the objects of one batch stay in the second-level cache.
    private const int Batch = 40;

    /// <summary>Lets the compiler's second tier finish, which works in the background.</summary>
    public static void Warm(IReadOnlyList<Pass> passes, int dossiers)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            foreach (var pass in passes)
            {
                for (var i = 0; i < 12; i++)
                {
                    pass(0, dossiers);
                }
            }

            Thread.Sleep(400);
        }
    }

    /// <summary>Nanoseconds a dossier whose facts are in the cache, as they are when it was just read: medians batch by batch.</summary>
    public static double[] Cached(IReadOnlyList<Pass> passes, int dossiers)
    {
        var batches = dossiers / Batch;
        var times = passes.Select(_ => Enumerable.Range(0, batches).Select(_ => new double[Runs]).ToArray()).ToArray();
        for (var run = 0; run < Runs; run++)
        {
            for (var i = 0; i < passes.Count; i++)
            {
                for (var batch = 0; batch < batches; batch++)
                {
                    var (from, to) = (batch * Batch, (batch + 1) * Batch);
                    passes[i](from, to);
                    var start = Stopwatch.GetTimestamp();
                    passes[i](from, to);
                    times[i][batch][run] = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
                }
            }
        }

        return [.. times.Select(each => each.Sum(Median) / (batches * Batch))];
    }

    /// <summary>Nanoseconds a dossier whose facts come from memory, one dossier after the other.</summary>
    public static double[] Streamed(IReadOnlyList<Pass> passes, int dossiers)
    {
        var times = passes.Select(_ => new double[Runs]).ToArray();
        for (var run = 0; run < Runs; run++)
        {
            for (var i = 0; i < passes.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                passes[i](0, dossiers);
                times[i][run] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / dossiers;
            }
        }

        return [.. times.Select(Median)];
    }

    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
