using System.Linq.Expressions;
using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using static System.Linq.Expressions.Expression;

namespace EmrSec.Rules.Bulk;

/// <summary>
/// Writes branchless code for the conditions of requirements at one level. Each is a formula over tests of facts (compiled with the whole
/// catalogue's, two bits each) and over «meets these criteria» (two bits each, with what the level implies).
/// </summary>
internal sealed class ConditionCompiler(Func<Condition, int> factOf, Func<MeetsCondition, int> meetsOf)
{
    private readonly ParameterExpression _facts = Parameter(typeof(long[]), "facts");
    private readonly ParameterExpression _meets = Parameter(typeof(long[]), "meets");

    /// <summary>Code that ORs the truth of each condition for one member into its two bits of the results.</summary>
    public Action<long[], long[], long[]> Compile(IReadOnlyList<Condition> conditions)
    {
        var results = Parameter(typeof(long[]), "results");
        var code = new List<Expression>();
        for (var first = 0; first < conditions.Count; first += RuleProgram.RulesPerWord)
        {
            var place = ArrayAccess(results, Constant(first / RuleProgram.RulesPerWord));
            Expression bits = place;
            for (var i = first; i < Math.Min(first + RuleProgram.RulesPerWord, conditions.Count); i++)
            {
                bits = Or(bits, LeftShift(Emit(conditions[i]), Constant(2 * (i - first))));
            }

            code.Add(Assign(place, bits));
        }

        code.Add(Empty());
        return Lambda<Action<long[], long[], long[]>>(Block(code), _facts, _meets, results).Compile();
    }

    /// <summary>Whether a condition names criteria, as seen by whoever judges conditions member by member.</summary>
    public static bool NamesCriteria(Condition condition) => condition switch
    {
        MeetsCondition => true,
        AllCondition all => all.Items.Any(NamesCriteria),
        AnyCondition any => any.Items.Any(NamesCriteria),
        NotCondition not => NamesCriteria(not.Inner),
        _ => false,
    };

    private Expression Emit(Condition condition) => condition switch
    {
        AlwaysCondition => Constant(3L),
        MeetsCondition meets => Truth(_meets, meetsOf(meets)),
        _ when !NamesCriteria(condition) => Truth(_facts, factOf(condition)),
        AllCondition all => all.Items.Select(Emit).Aggregate(And),
        AnyCondition any => any.Items.Select(Emit).Aggregate(Or),
        NotCondition not => Negate(Emit(not.Inner)),
        _ => throw new InvalidOperationException("unknown kind of condition"),
    };

    private static BinaryExpression Truth(ParameterExpression words, int index) =>
        And(RightShift(ArrayIndex(words, Constant(index / RuleProgram.RulesPerWord)), Constant(2 * (index % RuleProgram.RulesPerWord))), Constant(3L));

    // False 00 and true 11 change places, unknown 01 stays: each bit is the complement of the other.
    private static BinaryExpression Negate(Expression truth)
    {
        var other = ExclusiveOr(truth, Constant(3L));
        return Or(RightShift(other, Constant(1)), LeftShift(And(other, Constant(1L)), Constant(1)));
    }
}
