using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Evaluation;

/// <summary>Turns a condition into nodes that run: NOT goes to the leaves (De Morgan holds for Kleene's logic), operators become bit and range tests.</summary>
internal static class RuleNormaliser
{
    public static RuleNode Normalise(Condition condition) => Normalise(condition, negated: false);

    private static RuleNode Normalise(Condition condition, bool negated) => condition switch
    {
        AlwaysCondition => new ConstantNode(negated ? Truth.False : Truth.True),
        NotCondition not => Normalise(not.Inner, !negated),
        AllCondition all => new JunctionNode(!negated, [.. all.Items.Select(item => Normalise(item, negated))]),
        AnyCondition any => new JunctionNode(negated, [.. any.Items.Select(item => Normalise(item, negated))]),
        ComponentCondition component => new QuantifierNode(component.Every != negated, Normalise(component.Inner, negated)),
        FactCondition fact => Leaf(fact, negated),
        MeetsCondition meets => Meets(meets, negated),
        _ => throw new InvalidOperationException("unknown kind of condition"),
    };

    // A whole whose component meets a criterion meets it.
    private static JunctionNode Meets(MeetsCondition meets, bool negated)
    {
        var criteria = new JunctionNode(negated, [.. meets.Criteria.Select(criterion => Normalise(criterion.When, negated))]);
        return new JunctionNode(negated, [criteria, new QuantifierNode(negated, criteria)]);
    }

    private static RuleNode Leaf(FactCondition test, bool negated)
    {
        var all = test.Fact.Type == FactType.Boolean ? 3L : (1L << test.Fact.Options.Count) - 1;
        return test.Operator switch
        {
            FactOperator.In => Table(test, negated, negated ? ~test.Items & all : test.Items),
            FactOperator.NotIn => Table(test, negated, negated ? test.Items : ~test.Items & all),
            FactOperator.AnyOf => Mask(test, negated, test.Items, negated),
            FactOperator.NoneOf => Mask(test, negated, test.Items, !negated),
            FactOperator.NotEmpty => Mask(test, negated, all, negated),
            FactOperator.Empty => Mask(test, negated, all, !negated),
            FactOperator.AllOf => new JunctionNode(!negated, [.. Bits(test.Items).Select(bit => Mask(test, negated, bit, negated))]),
            FactOperator.OnlyOf => new JunctionNode(!negated, [Mask(test, negated, test.Items, negated), Mask(test, negated, all & ~test.Items, !negated)]),
            FactOperator.Between => Range(test, negated, test.Low, test.High),
            FactOperator.IsSome => Range(test, negated, FactCondition.Lowest, FactCondition.Highest),
            FactOperator.IsNone => new RangeLeaf(test, negated, FactValue.None.Code, FactValue.None.Code, negated),
            _ => throw new InvalidOperationException("unknown operator"),
        };
    }

    private static TableLeaf Table(FactCondition test, bool negated, long items) => new(test, negated, (ulong)items << 1);

    private static MaskLeaf Mask(FactCondition test, bool negated, long items, bool wantsNone) => new(test, negated, items << 1, wantsNone);

    private static RangeLeaf Range(FactCondition test, bool negated, long low, long high) => new(test, negated, (low << 1) | 1, (high << 1) | 1, negated);

    private static IEnumerable<long> Bits(long items)
    {
        for (var rest = items; rest != 0; rest &= rest - 1)
        {
            yield return rest & -rest;
        }
    }
}
