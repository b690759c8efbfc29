using System.Diagnostics;
using System.Globalization;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf;

namespace EmrSec.Benchmarks.Documents;

/// <summary>
/// The figures of <c>docs/performance.md</c>, «Documents»: processor time of the whole process, garbage collection included, so
/// that what else the machine does counts little.
/// </summary>
internal static class DocumentReport
{
    private const int BatchPages = 500;
    private const int Runs = 15;

    /// <summary>Measures and writes a report.</summary>
    /// <returns>Whether every goal is met.</returns>
    public static bool Run(TextWriter output)
    {
        // First of all: the peak must be the batch's own.
        var memory = BatchPeak(output);
        var letter = Measure(output, "letter", BenchmarkPapers.Letter(), 400);
        var dossier = Measure(output, "dossier", BenchmarkPapers.Dossier(12), 25);
        output.WriteLine("goals");
        bool[] met =
        [
            Goal(output, "three-page letter ≤ 1 ms of processor time", letter, 1),
            Goal(output, "sixty-page dossier ≤ 50 ms", dossier, 50),
            Goal(output, "batch of 500 pages: peak ≤ 100 MB", memory, 100),
        ];
        return Array.TrueForAll(met, each => each);
    }

    private static double BatchPeak(TextWriter output)
    {
        var (pages, bytes) = (0, 0L);
        for (var paper = 1; pages < BatchPages; paper++)
        {
            using var stream = new MemoryStream();
            pages += PdfWriter.Write(BenchmarkPapers.Letter(paper), stream).Pages;
            bytes += stream.Length;
        }

        var ofLetters = Peak();
        using var whole = new MemoryStream();
        var large = PdfWriter.Write(BenchmarkPapers.Dossier(100), whole).Pages;
        output.WriteLine(Text($"batch of letters, {pages} pages, {bytes / 1024:N0} KB: peak {ofLetters:N0} MB; then one document of {large} pages, {whole.Length / 1024:N0} KB: peak {Peak():N0} MB"));
        return ofLetters;
    }

    private static double Measure(TextWriter output, string name, Document document, int times)
    {
        using var stream = new MemoryStream();
        var pages = 0;
        void Write()
        {
            for (var i = 0; i < times; i++)
            {
                stream.SetLength(0);
                pages = PdfWriter.Write(document, stream).Pages;
            }
        }

        // The second tier of the compiler works in the background.
        for (var turn = 0; turn < 4; turn++)
        {
            Write();
            Thread.Sleep(300);
        }

        var milliseconds = new double[Runs];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var run = 0; run < Runs; run++)
        {
            var start = Processor();
            Write();
            milliseconds[run] = (Processor() - start) / times;
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Runs / times;
        var median = Interleaved.Median(milliseconds);
        output.WriteLine(Text($"{name}: {pages} pages, {stream.Length / 1024:N0} KB, {median:N3} ms, {pages * 1000 / median:N0} pages/s, {bytes / 1024:N0} KB allocated"));
        return median;
    }

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static bool Goal(TextWriter output, string name, double value, double most)
    {
        var met = value <= most;
        output.WriteLine(Text($"  {(met ? "met" : "MISSED"),-7} {name}: {value:N2}"));
        return met;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
