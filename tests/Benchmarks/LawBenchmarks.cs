using BenchmarkDotNet.Attributes;
using EmrSec.Benchmarks.Law;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Packs;

namespace EmrSec.Benchmarks;

/// <summary>The law that the program carries.</summary>
[MemoryDiagnoser]
public class LawBenchmarks
{
    private static readonly byte[] Snapshot = BuiltInLaw.Snapshot();
    private FullAssessment _assessment = null!;
    private FacilityProfile _hospital = null!;

    /// <summary>Draws the facilities.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _assessment = new FullAssessment(BuiltInLaw.Catalogue);
        _hospital = BuiltInLaw.Hospital();
    }

    /// <summary>Levels and requirements of every system and obligations of a facility, compiled; the time is for one facility.</summary>
    [Benchmark(OperationsPerInvoke = Facilities.Count)]
    public ulong FullAssessment() => _assessment.Run(0, Facilities.Count);

    /// <summary>One facility with reasons, questions and deadlines in words, as <c>emrsec assess</c> makes it.</summary>
    [Benchmark]
    public Assessment AssessOne() => FacilityAssessor.Assess(BuiltInLaw.Packs, _hospital, BuiltInLaw.Options);

    /// <summary>All packs from the trees that the program carries: what a start does.</summary>
    [Benchmark]
    public RulePackSet LoadPacks()
    {
        using var stream = new MemoryStream(Snapshot);
        return PackLoader.Load(PackSnapshot.Read(stream), new DiagnosticBag()).Packs!;
    }

    /// <summary>All packs from their text: what <c>--rules DIR</c> does.</summary>
    [Benchmark]
    public RulePackSet LoadPacksFromText() => PackLoader.Load(PackSource.BuiltIn(), new DiagnosticBag()).Packs!;
}
