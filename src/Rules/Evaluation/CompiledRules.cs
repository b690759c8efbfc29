using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Evaluation;

/// <summary>
/// Rules compiled to machine code by way of expression trees: no branches, no allocation, <see cref="RuleProgram.RulesPerDelegate"/> rules
/// a delegate. For many dossiers under the same packs; one dossier is cheaper to walk (<see cref="RuleWalker"/>).
/// </summary>
internal sealed class CompiledRules
{
    private readonly Action<long[], int[], int, long[]>[] _parts;

    private CompiledRules(Action<long[], int[], int, long[]>[] parts, int words)
    {
        _parts = parts;
        Words = words;
    }

    /// <summary>How many 64-bit words the results take: two bits a rule, rule i in word i / 32.</summary>
    public int Words { get; }

    public static CompiledRules Compile(RuleProgram program) =>
        new(
            [
                .. program.Roots.Chunk(RuleProgram.RulesPerDelegate).Select((roots, i) =>
                    new RuleCompiler(program.Catalogue).Compile(roots, i * (RuleProgram.RulesPerDelegate / RuleProgram.RulesPerWord))),
            ],
            program.Words);

    /// <summary>Evaluates every rule for one member of a frame.</summary>
    /// <param name="frame">The facts.</param>
    /// <param name="member">The member; any number for rules that ask no system fact.</param>
    /// <param name="results">Receives two bits a rule.</param>
    public void Evaluate(FactFrame frame, int member, ulong[] results)
    {
        var values = frame.Values;
        var descendants = frame.DescendantCounts;
        // The runtime lets an array of one be seen as an array of the other.
        var words = (long[])(object)results;
        foreach (var part in _parts)
        {
            part(values, descendants, member, words);
        }
    }
}

/// <summary>Rules compiled so that they also record the truth of every node; explanations are views of that record.</summary>
internal sealed class TracingRules
{
    private readonly Action<long[], int[], int, long[]>[] _parts;
    private readonly RuleProgram _program;

    private TracingRules(RuleProgram program, Action<long[], int[], int, long[]>[] parts)
    {
        _program = program;
        _parts = parts;
    }

    public static TracingRules Compile(RuleProgram program) =>
        new(program, [.. program.Roots.Chunk(RuleProgram.RulesPerWord).Select(roots => new RuleCompiler(program.Catalogue).CompileTracing(roots))]);

    /// <summary>An empty trace.</summary>
    public long[] NewTrace() => new long[_program.TraceWords];

    /// <summary>Evaluates every rule for one member of a frame and records every node.</summary>
    public void Evaluate(FactFrame frame, int member, long[] trace)
    {
        Array.Clear(trace);
        foreach (var part in _parts)
        {
            part(frame.Values, frame.DescendantCounts, member, trace);
        }
    }

    public static Truth Read(long[] trace, RuleNode node) =>
        (Truth)((ulong)trace[node.TraceIndex / RuleProgram.RulesPerWord] >> (2 * (node.TraceIndex % RuleProgram.RulesPerWord)) & 3);
}
