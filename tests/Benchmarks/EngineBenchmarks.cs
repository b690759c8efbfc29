using BenchmarkDotNet.Attributes;
using EmrSec.Benchmarks.Synthetic;
using EmrSec.Rules.Evaluation;

namespace EmrSec.Benchmarks;

/// <summary>Forty rules on 10,000 dossiers; times are for one dossier.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private Ways _ways = null!;
    private RuleProgram _sixHundred = null!;

    /// <summary>Draws the dossiers.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _ways = new Ways();
        _sixHundred = SyntheticLaw.SixHundred();
    }

    /// <summary>By hand, branchless: the limit.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = SyntheticDossiers.Count)]
    public ulong ByHand() => _ways.Limit(0, SyntheticDossiers.Count);

    /// <summary>Compiled.</summary>
    [Benchmark(OperationsPerInvoke = SyntheticDossiers.Count)]
    public ulong Compiled() => _ways.Compiled(0, SyntheticDossiers.Count);

    /// <summary>Compiled, with a trace of every node.</summary>
    [Benchmark(OperationsPerInvoke = SyntheticDossiers.Count)]
    public ulong Traced() => _ways.Traced(0, SyntheticDossiers.Count);

    /// <summary>Walked.</summary>
    [Benchmark(OperationsPerInvoke = SyntheticDossiers.Count)]
    public ulong Walked() => _ways.Walked(0, SyntheticDossiers.Count);

    /// <summary>By hand over objects.</summary>
    [Benchmark(OperationsPerInvoke = SyntheticDossiers.Count)]
    public ulong Objects() => _ways.Objects(0, SyntheticDossiers.Count);

    /// <summary>Six hundred rules, compiled.</summary>
    [Benchmark(OperationsPerInvoke = SyntheticDossiers.Count)]
    public ulong SixHundred() => _ways.SixHundred(0, SyntheticDossiers.Count);

    /// <summary>Compiling six hundred rules, not yet run.</summary>
    [Benchmark]
    public object CompileSixHundred() => CompiledRules.Compile(_sixHundred);
}
