using System.Diagnostics;
using System.Globalization;
using EmrSec.Benchmarks.Law;
using EmrSec.Benchmarks.Synthetic;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Evaluation;

namespace EmrSec.Benchmarks;

/// <summary>The figures of <c>docs/performance.md</c> in under a minute: medians of interleaved runs, and whether the goals are met.</summary>
internal static class QuickReport
{
    private const int Runs = 15;

    /// <summary>So many dossiers fit the processor's nearest caches together.</summary>
    private const int Block = 40;

    public static bool Run(TextWriter output)
    {
        var ways = new Ways();
        var assessment = new FullAssessment();
        (string Name, Func<ulong> Pass)[] passes =
        [
            ("by hand, branchless", ways.Limit),
            ("compiled", ways.Compiled),
            ("traced", ways.Traced),
            ("walked", ways.Walked),
            ("objects", ways.Objects),
            ("600 rules", ways.SixHundred),
            ("full assessment", assessment.Run),
        ];
        var streamed = Measure([.. passes.Select(pass => pass.Pass)]);
        var times = MeasureHot(ways, [.. passes.Take(6).Select(pass => pass.Pass)]).Append(streamed[6]).ToArray();
        var bytes = passes.Select(pass => Allocated(pass.Pass)).ToArray();
        var (limit, compiled, traced, walked, objects, many, full) = (times[0], times[1], times[2], times[3], times[4], times[5], times[6]);

        output.WriteLine(Text($"40 rules, {SyntheticDossiers.Count} dossiers, medians of {Runs} interleaved runs; facts just read (in cache), and streamed from memory"));
        for (var i = 0; i < 5; i++)
        {
            output.WriteLine(Text($"  {passes[i].Name,-22}{times[i],9:N0} ns/dossier {times[i] / limit,7:N2} × limit {bytes[i],4} B {streamed[i],9:N0} ns streamed"));
        }

        output.WriteLine(Text($"600 rules: {many:N0} ns/dossier, {many / 600:N2} ns/rule against {compiled / 40:N2} at 40; {bytes[5]} B"));
        CompileTimes(output);
        output.WriteLine(Text($"full assessment ({FullAssessment.Rules} rules, {(double)assessment.Systems / Facilities.Count:N1} systems a facility): {full:N0} ns, {1e9 / full:N0} facilities/s; {bytes[6]} B"));
        AssessOne(output);

        output.WriteLine("goals");
        bool[] met =
        [
            Goal(output, "compiled ≤ 1.3 × limit", compiled / limit, 1.3),
            Goal(output, "compiled ≤ 1/20 of objects", compiled / objects, 1 / 20.0),
            Goal(output, "bytes allocated", bytes[1] + bytes[2] + bytes[5] + bytes[6], 0),
            Goal(output, "traced ≤ 2.5 × limit", traced / limit, 2.5),
            Goal(output, "ns/rule at 600 ≤ 2 × at 40", many / 600 / (compiled / 40), 2),
            Goal(output, "full assessment ≤ 5,000 ns", full, 5_000),
        ];
        return Array.TrueForAll(met, each => each);
    }

    // One pass of each in turn, so that what else the machine does falls on all alike.
    private static double[] Measure(Func<ulong>[] passes)
    {
        for (var warm = 0; warm < 3; warm++)
        {
            foreach (var pass in passes)
            {
                for (var i = 0; i < 12; i++)
                {
                    pass();
                }
            }

            // The compiler's second tier works in the background.
            Thread.Sleep(400);
        }

        var times = passes.Select(_ => new double[Runs]).ToArray();
        for (var run = 0; run < Runs; run++)
        {
            for (var i = 0; i < passes.Length; i++)
            {
                passes[i]();
                var start = Stopwatch.GetTimestamp();
                passes[i]();
                times[i][run] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / SyntheticDossiers.Count;
            }
        }

        return [.. times.Select(Median)];
    }

    // Block by block: the facts are brought into the cache, then the pass is timed.
    private static double[] MeasureHot(Ways ways, Func<ulong>[] passes)
    {
        ways.Length = Block;
        var times = passes.Select(_ => new double[Runs]).ToArray();
        for (var run = 0; run < Runs; run++)
        {
            for (var i = 0; i < passes.Length; i++)
            {
                var ticks = 0L;
                for (ways.First = 0; ways.First < SyntheticDossiers.Count; ways.First += Block)
                {
                    // Objects are reached only by walking them, which their pass does.
                    _ = passes[i] == ways.Objects ? ways.Objects() : ways.Touch();
                    var start = Stopwatch.GetTimestamp();
                    passes[i]();
                    ticks += Stopwatch.GetTimestamp() - start;
                }

                times[i][run] = ticks * 1e9 / Stopwatch.Frequency / SyntheticDossiers.Count;
            }
        }

        (ways.First, ways.Length) = (0, SyntheticDossiers.Count);
        return [.. times.Select(Median)];
    }

    private static long Allocated(Func<ulong> pass)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        pass();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / SyntheticDossiers.Count;
    }

    private static void CompileTimes(TextWriter output)
    {
        var program = SyntheticLaw.SixHundred();
        var frame = SyntheticDossiers.Draw()[0].Frame;
        var (compile, first) = (new double[Runs], new double[Runs]);
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var compiled = CompiledRules.Compile(program);
            compile[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            compiled.Evaluate(frame, 0, new ulong[compiled.Words]);
            first[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        output.WriteLine(Text($"compiling 600 rules: {Median(compile):N0} ms, with their first run (when machine code is made) {Median(first):N0} ms"));
    }

    private static void AssessOne(TextWriter output)
    {
        var hospital = BuiltInLaw.Hospital();
        var start = Stopwatch.GetTimestamp();
        FacilityAssessor.Assess(BuiltInLaw.Packs, hospital, BuiltInLaw.Options);
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        for (var i = 0; i < 200; i++)
        {
            FacilityAssessor.Assess(BuiltInLaw.Packs, hospital, BuiltInLaw.Options);
        }

        Thread.Sleep(400);
        var times = new double[Runs * 20];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times.Length; i++)
        {
            start = Stopwatch.GetTimestamp();
            FacilityAssessor.Assess(BuiltInLaw.Packs, hospital, BuiltInLaw.Options);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / times.Length;
        output.WriteLine(Text($"one hospital in words: {Median(times):N2} ms, {bytes / 1024:N0} KB; the first, with everything still to be compiled, {first:N0} ms"));
    }

    private static bool Goal(TextWriter output, string name, double value, double most)
    {
        var met = value <= most;
        output.WriteLine(Text($"  {(met ? "met" : "MISSED"),-7} {name}: {value:N3}"));
        return met;
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
