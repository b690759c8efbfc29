using BenchmarkDotNet.Running;

namespace EmrSec.Benchmarks;

/// <summary>Measures the rules engine: <c>engine</c> by BenchmarkDotNet, <c>quick</c> in under a minute; and <c>signatures</c>.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["quick"]:
                return QuickReport.Run(Console.Out) ? 0 : 1;
            case ["signatures"]:
                return SignatureReport.Run(Console.Out) ? 0 : 1;
            case ["engine", .. var options]:
                BenchmarkSwitcher.FromTypes([typeof(EngineBenchmarks), typeof(LawBenchmarks)]).Run(options.Length == 0 ? ["--filter", "*"] : options);
                return 0;
            default:
                Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- quick | signatures | engine [options of BenchmarkDotNet]");
                return 2;
        }
    }
}
