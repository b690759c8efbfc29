using System.Globalization;
using EmrSec.Benchmarks.Law;
using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Lab;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;

namespace EmrSec.Benchmarks;

/// <summary>What assessing a stored dossier again costs, from its flat arrays, from its JSON, and in words; on one core; then over whole stores.</summary>
internal static class ReassessmentReport
{
    /// <summary>Measures and writes a report.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="sizes">How many facilities the stores hold.</param>
    /// <returns>Whether every goal is met.</returns>
    public static bool Run(TextWriter output, IReadOnlyList<int> sizes)
    {
        Alone(output, 3_000);
        output.WriteLine("| facilities | filling | from arrays | the next month | from JSON | one dossier | file | working set |");
        return sizes.Select(size => StoreScale.Measure(output, size)).ToList().TrueForAll(isMet => isMet);
    }

    private static void Alone(TextWriter output, int count)
    {
        var packs = BuiltInLaw.Packs;
        var layout = FacilityLayout.Of(packs);
        var generator = new FacilityGenerator(packs, 1, BuiltInLaw.AsOf);
        var reader = new DossierReader(packs.Facts);
        List<byte[]> json = [.. Enumerable.Range(1, count).Select(number => generator.Make(number).ToCanonicalJson())];
        List<byte[]> flat = [.. json.Select(each => FlatBytes.Write(FlatFacility.Of(layout, reader.ReadCanonical(each, "").Dossier!.ToProfile())))];
        output.WriteLine(Text($"{count:N0} facilities: {json.Average(each => each.Length):N0} bytes of JSON, {flat.Average(each => each.Length):N0} of flat arrays each"));

        var options = new AssessmentOptions(BuiltInLaw.AsOf);
        var bulk = new FacilityBulkAssessor(packs, layout, options);
        var bytes = 0L;
        var fromArrays = Time(flat, each => bytes += OutcomeBytes.Write(bulk.Assess(FlatBytes.Read(layout, each)!)!).Length);
        var reading = Time(flat, each => FlatBytes.Read(layout, each));
        var fromJson = Time(json, each => bulk.Assess(FlatFacility.Of(layout, reader.ReadCanonical(each, "").Dossier!.ToProfile())));
        var inFull = Time(json.Take(500).ToList(), each => OutcomeOf.Assessment(FacilityAssessor.Assess(packs, reader.ReadCanonical(each, "").Dossier!.ToProfile(), options)));
        output.WriteLine(Text($"| from flat arrays | {fromArrays:N1} µs | reading them alone {reading:N1} µs | outcome {(double)bytes / count / Runs:N0} bytes |"));
        output.WriteLine(Text($"| from JSON | {fromJson:N1} µs |"));
        output.WriteLine(Text($"| from JSON, with reasons in words and every requirement | {inFull:N1} µs |"));
    }

    private const int Runs = 5;

    // Of processor, not of the clock: others may use the machine.
    private static double Time(List<byte[]> each, Action<byte[]> work)
    {
        var times = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var start = Environment.CpuUsage.TotalTime;
            each.ForEach(work);
            times[run] = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / each.Count;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
