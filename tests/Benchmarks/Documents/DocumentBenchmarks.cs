using BenchmarkDotNet.Attributes;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf;

namespace EmrSec.Benchmarks.Documents;

/// <summary>Papers written as PDF.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private Document _letter = null!;
    private Document _dossier = null!;

    /// <summary>Makes the papers.</summary>
    [GlobalSetup]
    public void Prepare() => (_letter, _dossier) = (BenchmarkPapers.Letter(), BenchmarkPapers.Dossier(12));

    /// <summary>A công văn of three pages.</summary>
    [Benchmark]
    public int Letter() => PdfWriter.Write(_letter, Stream.Null).Pages;

    /// <summary>A dossier of sixty pages.</summary>
    [Benchmark]
    public int Dossier() => PdfWriter.Write(_dossier, Stream.Null).Pages;
}
