using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>Kleene's laws hold of conditions as the compiled rules evaluate them, and what is not a law of his is not one here.</summary>
public class KleeneProperties
{
    [Fact]
    public void Conjunction_and_disjunction_commute_associate_and_distribute() => Holds(
        (a, b, c) => [
            (All(a, b), All(b, a)),
            (Any(a, b), Any(b, a)),
            (All(a, All(b, c)), All(All(a, b), c)),
            (Any(a, Any(b, c)), Any(Any(a, b), c)),
            (All(a, Any(b, c)), Any(All(a, b), All(a, c))),
            (Any(a, All(b, c)), All(Any(a, b), Any(a, c))),
            (All(a, All(b, c)), All(a, b, c)),
            (Any(a, Any(b, c)), Any(a, b, c)),
        ]);

    [Fact]
    public void De_Morgan_and_double_negation_hold() => Holds(
        (a, b, c) => [
            (Not(Not(a)), a),
            (Not(All(a, b, c)), Any(Not(a), Not(b), Not(c))),
            (Not(Any(a, b, c)), All(Not(a), Not(b), Not(c))),
            (Not(Some(a)), Every(Not(a))),
            (Not(Every(a)), Some(Not(a))),
        ]);

    [Fact]
    public void Absorption_idempotence_identity_and_annihilation_hold() => Holds(
        (a, b, _) => [
            (All(a, Any(a, b)), a),
            (Any(a, All(a, b)), a),
            (All(a, a), a),
            (Any(a, a), a),
            (All(a, True), a),
            (Any(a, False), a),
            (All(a, False), False),
            (Any(a, True), True),
            (All(a), a),
            (Any(a), a),
        ]);

    [Fact]
    public void Quantifiers_distribute_over_their_own_junction() => Holds(
        (a, b, _) => [
            (Every(All(a, b)), All(Every(a), Every(b))),
            (Some(Any(a, b)), Any(Some(a), Some(b))),
        ]);

    [Fact]
    public void The_excluded_middle_is_unknown_exactly_where_its_condition_is() => Law.Holds(
        500,
        law => EvaluationCase.Draw(law, rules: 8, dossiers: 4),
        each =>
        {
            Condition[] rules = [.. each.Rules.SelectMany(rule => new[] { rule, Any(rule, Not(rule)), All(rule, Not(rule)) })];
            Evaluate(each with { Rules = rules }, truths =>
            {
                for (var i = 0; i < truths.Length; i += 3)
                {
                    truths[i + 1].ShouldBe(truths[i] == Truth.Unknown ? Truth.Unknown : Truth.True);
                    truths[i + 2].ShouldBe(truths[i] == Truth.Unknown ? Truth.Unknown : Truth.False);
                }
            });
        },
        each => each.Smaller());

    private static readonly Condition True = new AlwaysCondition(default);
    private static readonly Condition False = Not(True);

    private static AllCondition All(params Condition[] items) => new(default, items);

    private static AnyCondition Any(params Condition[] items) => new(default, items);

    private static NotCondition Not(Condition inner) => new(default, inner);

    private static ComponentCondition Every(Condition inner) => new(default, Every: true, inner);

    private static ComponentCondition Some(Condition inner) => new(default, Every: false, inner);

    private static void Holds(Func<Condition, Condition, Condition, (Condition Left, Condition Right)[]> laws) => Law.Holds(
        500,
        law => EvaluationCase.Draw(law, rules: 3, dossiers: 8),
        each =>
        {
            var pairs = laws(each.Rules[0], each.Rules[1], each.Rules[2]);
            Evaluate(each with { Rules = [.. pairs.SelectMany(pair => new[] { pair.Left, pair.Right })] }, truths =>
            {
                for (var i = 0; i < pairs.Length; i++)
                {
                    truths[2 * i].ShouldBe(truths[(2 * i) + 1], $"{ConditionYaml.Write(pairs[i].Left)}\n= {ConditionYaml.Write(pairs[i].Right)}");
                }
            });
        });

    private static void Evaluate(EvaluationCase each, Action<Truth[]> check)
    {
        var compiled = CompiledRules.Compile(each.Program);
        var words = new ulong[compiled.Words];
        foreach (var dossier in each.Dossiers)
        {
            for (var member = 0; member < dossier.Members.Count; member++)
            {
                compiled.Evaluate(dossier.Frame, member, words);
                check([.. Enumerable.Range(0, each.Rules.Count).Select(rule => RuleProgram.Read(words, rule))]);
            }
        }
    }
}
