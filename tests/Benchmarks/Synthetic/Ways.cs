using EmrSec.Rules.Evaluation;

namespace EmrSec.Benchmarks.Synthetic;

/// <summary>The ways to evaluate the forty rules, each a pass over some of the dossiers. What a pass returns keeps its work from being left out.</summary>
internal sealed class Ways
{
    private readonly SyntheticDossier[] _dossiers = SyntheticDossiers.Draw();
    private readonly CompiledRules _compiled = CompiledRules.Compile(SyntheticLaw.Program);
    private readonly TracingRules _tracing = TracingRules.Compile(SyntheticLaw.Program);
    private readonly CompiledRules _sixHundred = CompiledRules.Compile(SyntheticLaw.SixHundred());
    private readonly ulong[] _words = new ulong[SyntheticLaw.Program.Words];
    private readonly ulong[] _manyWords;
    private readonly long[] _trace;
    private readonly bool?[] _answers = new bool?[SyntheticLaw.Rules.Count];

    public Ways()
    {
        _manyWords = new ulong[_sixHundred.Words];
        _trace = _tracing.NewTrace();
        RequireAgreement();
    }

    public ulong Limit(int from, int to)
    {
        var sum = 0UL;
        foreach (var dossier in _dossiers.AsSpan(from..to))
        {
            BranchlessRules.Evaluate(dossier.Frame.Values, dossier.Frame.DescendantCounts, 0, _words);
            sum += _words[0] + _words[1];
        }

        return sum;
    }

    public ulong Compiled(int from, int to)
    {
        var sum = 0UL;
        foreach (var dossier in _dossiers.AsSpan(from..to))
        {
            _compiled.Evaluate(dossier.Frame, 0, _words);
            sum += _words[0] + _words[1];
        }

        return sum;
    }

    public ulong Traced(int from, int to)
    {
        var sum = 0UL;
        foreach (var dossier in _dossiers.AsSpan(from..to))
        {
            _tracing.Evaluate(dossier.Frame, 0, _trace);
            sum += (ulong)_trace[0];
        }

        return sum;
    }

    public ulong Walked(int from, int to)
    {
        var sum = 0UL;
        var roots = SyntheticLaw.Program.Roots;
        foreach (var dossier in _dossiers.AsSpan(from..to))
        {
            for (var i = 0; i < roots.Count; i++)
            {
                sum += (ulong)RuleWalker.Evaluate(roots[i], dossier.Frame, 0);
            }
        }

        return sum;
    }

    public ulong Objects(int from, int to)
    {
        var sum = 0UL;
        foreach (var dossier in _dossiers.AsSpan(from..to))
        {
            ObjectRules.Evaluate(dossier.Facility, dossier.System, _answers);
            sum += _answers[0] is true ? 1UL : 0;
        }

        return sum;
    }

    public ulong SixHundred(int from, int to)
    {
        var sum = 0UL;
        foreach (var dossier in _dossiers.AsSpan(from..to))
        {
            _sixHundred.Evaluate(dossier.Frame, 0, _manyWords);
            sum += _manyWords[0];
        }

        return sum;
    }

    // A measurement of wrong answers is worth nothing.
    private void RequireAgreement()
    {
        var limit = new ulong[_words.Length];
        foreach (var dossier in _dossiers)
        {
            BranchlessRules.Evaluate(dossier.Frame.Values, dossier.Frame.DescendantCounts, 0, limit);
            _compiled.Evaluate(dossier.Frame, 0, _words);
            _tracing.Evaluate(dossier.Frame, 0, _trace);
            ObjectRules.Evaluate(dossier.Facility, dossier.System, _answers);
            for (var i = 0; i < SyntheticLaw.Rules.Count; i++)
            {
                var root = SyntheticLaw.Program.Roots[i];
                var walked = RuleWalker.Evaluate(root, dossier.Frame, 0);
                Require(RuleProgram.Read(limit, i) == walked, i, "by hand");
                Require(RuleProgram.Read(_words, i) == walked, i, "compiled");
                Require(TracingRules.Read(_trace, root) == walked, i, "traced");
                Require(_answers[i] == walked switch { Truth.True => true, Truth.False => false, _ => null }, i, "over objects");
            }
        }
    }

    private static void Require(bool agrees, int rule, string way)
    {
        if (!agrees)
        {
            throw new InvalidOperationException($"rule {rule} {way} disagrees with the walker");
        }
    }
}
