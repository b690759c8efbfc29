using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>What is known stays known: declaring more never takes an answer back.</summary>
public class MoreFactsProperties
{
    [Fact]
    public void Another_fact_never_turns_an_answer_around_nor_makes_it_unknown() => Law.Holds(
        1_000,
        Draw,
        each =>
        {
            var compiled = CompiledRules.Compile(each.Case.Program);
            foreach (var dossier in each.Case.Dossiers)
            {
                var frame = dossier.Frame.Copy();
                var before = Answers(compiled, each.Case.Rules.Count, frame, dossier.Members.Count);
                foreach (var (variable, value) in each.Added.Where(added => added.Variable.Member < dossier.Members.Count && dossier[added.Variable] is null))
                {
                    frame.Values[frame.Index(variable.Fact, variable.Member)] = RandomDossier.Value(variable.Fact, value).Code;
                    var after = Answers(compiled, each.Case.Rules.Count, frame, dossier.Members.Count);
                    for (var i = 0; i < before.Length; i++)
                    {
                        (before[i] == Truth.Unknown || before[i] == after[i]).ShouldBeTrue($"{variable.Fact} = {value}: {before[i]} became {after[i]}");
                    }

                    before = after;
                }
            }
        });

    [Fact]
    public void With_every_fact_declared_nothing_is_unknown() => Law.Holds(
        500,
        law =>
        {
            var catalogue = law.Catalogue(law.Random.Next(1, 20));
            return new EvaluationCase(catalogue, law.Conditions(catalogue, 8), [law.Dossier(catalogue, law.Random.Next(1, 8), declared: 1)]);
        },
        each =>
        {
            var answers = Answers(CompiledRules.Compile(each.Program), each.Rules.Count, each.Dossiers[0].Frame, each.Dossiers[0].Members.Count);
            answers.ShouldNotContain(Truth.Unknown);
        },
        each => each.Smaller());

    [Fact]
    public void With_nothing_declared_only_what_asks_no_fact_is_known() => Law.Holds(
        500,
        law =>
        {
            var catalogue = law.Catalogue(law.Random.Next(1, 20));
            return new EvaluationCase(catalogue, law.Conditions(catalogue, 8), [law.Dossier(catalogue, law.Random.Next(1, 8), declared: 0)]);
        },
        each =>
        {
            foreach (var root in each.Program.Roots.Where(root => root is LeafNode))
            {
                RuleWalker.Evaluate(root, each.Dossiers[0].Frame, 0).ShouldBe(Truth.Unknown);
            }
        });

    private static Drawn Draw(RandomLaw law)
    {
        var drawn = EvaluationCase.Draw(law, rules: 6, dossiers: 3);
        FactVariable[] variables = [.. drawn.Dossiers.SelectMany(dossier => dossier.Variables).Distinct()];
        law.Random.Shuffle(variables);
        return new Drawn(drawn, [.. variables.Take(12).Select(variable => (variable, law.Value(variable.Fact)))]);
    }

    private static Truth[] Answers(CompiledRules compiled, int rules, FactFrame frame, int members)
    {
        var words = new ulong[compiled.Words];
        var answers = new Truth[rules * members];
        for (var member = 0; member < members; member++)
        {
            compiled.Evaluate(frame, member, words);
            for (var rule = 0; rule < rules; rule++)
            {
                answers[(member * rules) + rule] = RuleProgram.Read(words, rule);
            }
        }

        return answers;
    }

    private sealed record Drawn(EvaluationCase Case, IReadOnlyList<(FactVariable Variable, string Value)> Added);
}
