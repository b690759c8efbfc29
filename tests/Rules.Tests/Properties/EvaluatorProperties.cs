using EmrSec.Rules.Evaluation;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>The three ways to run rules give what the plain reading gives.</summary>
public class EvaluatorProperties
{
    [Fact]
    public void Compiled_tracing_and_walking_agree_with_the_plain_reading() =>
        Law.Holds(2_000, law => EvaluationCase.Draw(law, rules: law.Random.Next(1, 9), dossiers: 4), Agree, each => each.Smaller());

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(150)]
    public void They_agree_however_many_rules_share_a_program(int rules) =>
        Law.Holds(20, law => EvaluationCase.Draw(law, rules, dossiers: 4), Agree, each => each.Smaller());

    [Fact]
    public void They_agree_on_the_facts_of_the_built_in_law() =>
        Law.Holds(200, law => EvaluationCase.Draw(law, rules: 20, dossiers: 10, BuiltInRules.Packs.Facts), Agree, each => each.Smaller());

    [Fact]
    public void A_results_buffer_is_overwritten_and_a_trace_cleared()
    {
        var law = new RandomLaw(new Random(1));
        var catalogue = law.Catalogue(12);
        var program = new RuleProgram(catalogue, law.Conditions(catalogue, 40));
        var compiled = CompiledRules.Compile(program);
        var tracing = TracingRules.Compile(program);
        var used = new ulong[compiled.Words];
        var trace = tracing.NewTrace();
        Array.Fill(used, ulong.MaxValue);
        Array.Fill(trace, -1L);
        var frame = law.Dossier(catalogue, 3, 0.5).Frame;

        compiled.Evaluate(frame, 0, used);
        tracing.Evaluate(frame, 0, trace);

        var fresh = new ulong[compiled.Words];
        var freshTrace = tracing.NewTrace();
        compiled.Evaluate(frame, 0, fresh);
        tracing.Evaluate(frame, 0, freshTrace);
        used.ShouldBe(fresh);
        trace.ShouldBe(freshTrace);
    }

    private static void Agree(EvaluationCase each)
    {
        var program = each.Program;
        var compiled = CompiledRules.Compile(program);
        var tracing = TracingRules.Compile(program);
        var words = new ulong[compiled.Words];
        var trace = tracing.NewTrace();
        foreach (var dossier in each.Dossiers)
        {
            for (var member = 0; member < dossier.Members.Count; member++)
            {
                compiled.Evaluate(dossier.Frame, member, words);
                tracing.Evaluate(dossier.Frame, member, trace);
                for (var rule = 0; rule < each.Rules.Count; rule++)
                {
                    var expected = dossier.Reference(each.Rules[rule], member);
                    Same(expected, RuleWalker.Evaluate(program.Roots[rule], dossier.Frame, member), "walker", rule, member);
                    Same(expected, RuleProgram.Read(words, rule), "compiled", rule, member);
                    Same(expected, TracingRules.Read(trace, program.Roots[rule]), "tracing", rule, member);
                    SameTrace(program.Roots[rule], dossier, member, trace);
                }
            }
        }
    }

    private static void SameTrace(RuleNode node, RandomDossier dossier, int member, long[] trace)
    {
        Same(RuleWalker.Evaluate(node, dossier.Frame, member), TracingRules.Read(trace, node), "trace", node.TraceIndex, member);
        if (node is JunctionNode junction)
        {
            foreach (var item in junction.Items)
            {
                SameTrace(item, dossier, member, trace);
            }
        }
    }

    private static void Same(Truth expected, Truth actual, string who, int rule, int member)
    {
        if (expected != actual)
        {
            throw new InvalidOperationException($"{who}: {actual} instead of {expected} for rule {rule}, member {member}");
        }
    }
}
