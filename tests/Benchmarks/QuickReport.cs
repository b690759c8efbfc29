using System.Diagnostics;
using System.Globalization;
using EmrSec.Benchmarks.Law;
using EmrSec.Benchmarks.Synthetic;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Requirements;

namespace EmrSec.Benchmarks;

/// <summary>The figures of <c>docs/performance.md</c> in under a minute, and whether the goals are met.</summary>
internal static class QuickReport
{
    private static readonly string[] Names = ["by hand, branchless", "compiled", "compiled, traced", "walked", "by hand, objects", "600 rules compiled"];

    /// <summary>Measures and writes a report.</summary>
    /// <returns>Whether every goal is met.</returns>
    public static bool Run(TextWriter output)
    {
        var ways = new Ways();
        Pass[] passes = [ways.Limit, ways.Compiled, ways.Traced, ways.Walked, ways.Objects, ways.SixHundred];
        Interleaved.Warm(passes, SyntheticDossiers.Count);
        var cached = Interleaved.Cached(passes, SyntheticDossiers.Count);
        var streamed = Interleaved.Streamed(passes, SyntheticDossiers.Count);
        var bytes = Array.ConvertAll(passes, pass => Allocated(pass, SyntheticDossiers.Count));

        output.WriteLine("| ns/dossier | facts in cache | × limit | from memory | bytes allocated |");
        for (var i = 0; i < passes.Length; i++)
        {
            output.WriteLine(Text($"| {Names[i]} | {cached[i]:N0} | {cached[i] / cached[0]:N2} | {streamed[i]:N0} | {bytes[i]:N0} |"));
        }

        var growth = cached[5] / 600 / (cached[1] / 40);
        output.WriteLine(Text($"ns/rule: {cached[1] / 40:N2} at 40 rules, {cached[5] / 600:N2} at 600"));
        CompileTimes(output);
        var loading = LoadPacks(output);
        var (full, fullBytes) = AssessAll(output, BuiltInLaw.Catalogue);
        var (renewed, renewedBytes) = AssessAll(output, BuiltInLaw.NewCatalogue);
        Prepare(output);
        AssessOne(output);

        output.WriteLine("goals");
        bool[] met =
        [
            Goal(output, "compiled ≤ 1.3 × the limit", cached[1] / cached[0], 1.3),
            Goal(output, "compiled ≥ 20 times faster than objects", -cached[4] / cached[1], -20),
            Goal(output, "no byte allocated", bytes[1] + bytes[2] + bytes[5] + fullBytes + renewedBytes, 0),
            Goal(output, "traced ≤ 2.5 × the limit", cached[2] / cached[0], 2.5),
            Goal(output, "ns/rule at 600 rules ≤ 2 × at 40", growth, 2),
            Goal(output, "all packs loaded in ms ≤ 60", loading, 60),
            Goal(output, "full assessment ≥ 200,000 facilities/s", -1e9 / full, -200_000),
            Goal(output, "the same under 331/2026/NĐ-CP ≥ 100,000 facilities/s", -1e9 / renewed, -100_000),
        ];
        return Array.TrueForAll(met, each => each);
    }

    // The first time is a start without compiled code: the published program has its code compiled, so it is faster than this.
    private static double LoadPacks(TextWriter output)
    {
        var law = new LawBenchmarks();
        var times = new double[20];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = law.LoadPacks();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var first = times[0];
        Array.Sort(times);
        output.WriteLine(Text($"all packs loaded: {times[times.Length / 2]:N1} ms warm, {first:N0} ms the first time"));
        return times[times.Length / 2];
    }

    private static double Allocated(Pass pass, int dossiers)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        pass(0, dossiers);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / dossiers;
    }

    private static void CompileTimes(TextWriter output)
    {
        var program = SyntheticLaw.SixHundred();
        var frame = SyntheticDossiers.DrawOne().Frame;
        var times = new double[Interleaved.Runs];
        for (var run = 0; run < times.Length; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var compiled = CompiledRules.Compile(program);
            compiled.Evaluate(frame, 0, new ulong[compiled.Words]);
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        output.WriteLine(Text($"compiling 600 rules: {Interleaved.Median(times):N0} ms"));
    }

    private static (double Nanoseconds, double Bytes) AssessAll(TextWriter output, RequirementCatalogue catalogue)
    {
        var assessment = new FullAssessment(catalogue);
        Pass[] passes = [assessment.Run];
        Interleaved.Warm(passes, Facilities.Count);
        var streamed = Interleaved.Streamed(passes, Facilities.Count)[0];
        output.WriteLine(Text($"full assessment under {catalogue.Regime.Header.Document.Cite} ({assessment.Rules} rules, {(double)assessment.Systems / Facilities.Count:N1} systems and {(double)assessment.Verdicts / Facilities.Count:N0} requirements a facility), from memory: {streamed:N0} ns, {1e9 / streamed:N0} facilities/s"));
        return (streamed, Allocated(assessment.Run, Facilities.Count));
    }

    private static void Prepare(TextWriter output)
    {
        var hospital = BuiltInLaw.Hospital();
        var times = new double[Interleaved.Runs];
        for (var run = 0; run < times.Length; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var law = new BulkAssessor(BuiltInLaw.Catalogue, BuiltInLaw.Packs.Facts);
            law.Judge(StoredSystem.Create(BuiltInLaw.Catalogue, BuiltInLaw.Packs.Facts, hospital, hospital.Systems[0]));
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        output.WriteLine(Text($"compiling the law for bulk assessment: {Interleaved.Median(times):N0} ms"));
    }

    private static void AssessOne(TextWriter output)
    {
        var hospital = BuiltInLaw.Hospital();
        double Milliseconds()
        {
            var start = Stopwatch.GetTimestamp();
            FacilityAssessor.Assess(BuiltInLaw.Packs, hospital, BuiltInLaw.Options);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var first = Milliseconds();
        for (var i = 0; i < 300; i++)
        {
            Milliseconds();
        }

        Thread.Sleep(400);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var times = Enumerable.Range(0, 300).Select(_ => Milliseconds()).ToArray();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / times.Length;
        output.WriteLine(Text($"one hospital of three systems and four components, in words: {Interleaved.Median(times):N2} ms, {bytes / 1024:N0} KB; the first, with its code still to be compiled, {first:N0} ms"));
    }

    private static bool Goal(TextWriter output, string name, double value, double most)
    {
        var met = value <= most;
        output.WriteLine(Text($"  {(met ? "met" : "MISSED"),-7} {name}: {Math.Abs(value):N2}"));
        return met;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
