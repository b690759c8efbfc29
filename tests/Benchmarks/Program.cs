using System.Globalization;
using BenchmarkDotNet.Running;
using EmrSec.Benchmarks.Documents;

namespace EmrSec.Benchmarks;

/// <summary>Measures the rules engine (<c>quick</c>), the PDF writer (<c>documents</c>) and signing (<c>signatures</c>) and re-assessment (<c>reassess</c>, sizes behind it) in about a minute each, or by BenchmarkDotNet (<c>engine</c>).</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["quick"]:
                return QuickReport.Run(Console.Out) ? 0 : 1;
            case ["documents"]:
                return DocumentReport.Run(Console.Out) ? 0 : 1;
            case ["reassess", .. var sizes]:
                return ReassessmentReport.Run(Console.Out, sizes.Length == 0 ? [1_000, 10_000] : [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]) ? 0 : 1;
            case ["signatures"]:
                return SignatureReport.Run(Console.Out) ? 0 : 1;
            case ["engine", .. var options]:
                BenchmarkSwitcher.FromTypes([typeof(EngineBenchmarks), typeof(LawBenchmarks), typeof(DocumentBenchmarks)]).Run(options.Length == 0 ? ["--filter", "*"] : options);
                return 0;
            default:
                Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- quick | documents | signatures | reassess [sizes] | engine [options of BenchmarkDotNet]");
                return 2;
        }
    }
}
