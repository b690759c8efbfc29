using System.Linq.Expressions;
using EmrSec.Rules.Facts;
using static System.Linq.Expressions.Expression;

namespace EmrSec.Rules.Evaluation;

/// <summary>
/// Writes branchless code for a group of rules. A truth value is a long of two bits. Slots are loaded once; a test that several
/// rules share is computed once.
/// </summary>
internal sealed class RuleCompiler(FactCatalogue catalogue)
{
    private readonly ParameterExpression _values = Parameter(typeof(long[]), "values");
    private readonly ParameterExpression _descendants = Parameter(typeof(int[]), "descendants");
    private readonly ParameterExpression _member = Parameter(typeof(int), "member");
    private readonly List<ParameterExpression> _locals = [];
    private readonly List<Expression> _code = [];

    public Func<long[], int[], int, long> Compile(IReadOnlyList<RuleNode> roots)
    {
        var scope = OuterScope();
        Expression word = Constant(0L);
        for (var i = 0; i < roots.Count; i++)
        {
            word = Or(word, Shift(Emit(roots[i], scope), 2 * i));
        }

        _code.Add(word);
        return Lambda<Func<long[], int[], int, long>>(Block(_locals, _code), _values, _descendants, _member).Compile();
    }

    public Action<long[], int[], int, long[]> CompileTracing(IReadOnlyList<RuleNode> roots)
    {
        var scope = OuterScope();
        var trace = Parameter(typeof(long[]), "trace");
        var words = new SortedDictionary<int, Expression>();
        foreach (var root in roots)
        {
            Trace(root, scope, words);
        }

        foreach (var (word, bits) in words)
        {
            // A word on the border belongs to two groups of rules: both add their bits.
            var place = ArrayAccess(trace, Constant(word));
            _code.Add(Assign(place, Or(place, bits)));
        }

        return Lambda<Action<long[], int[], int, long[]>>(Block(_locals, _code), _values, _descendants, _member, trace).Compile();
    }

    private ParameterExpression Trace(RuleNode node, Scope scope, SortedDictionary<int, Expression> words)
    {
        var truth = node is JunctionNode junction
            ? junction.Items.Select(item => (Expression)Trace(item, scope, words)).Aggregate((a, b) => junction.IsAnd ? And(a, b) : Or(a, b))
            : Emit(node, scope);
        var local = Local(truth, scope);
        var word = node.TraceIndex / RuleProgram.RulesPerWord;
        var bits = Shift(local, 2 * (node.TraceIndex % RuleProgram.RulesPerWord));
        words[word] = words.TryGetValue(word, out var before) ? Or(before, bits) : bits;
        return local;
    }

    private Expression Emit(RuleNode node, Scope scope) => node switch
    {
        ConstantNode constant => Constant((long)constant.Value),
        JunctionNode junction => junction.Items.Select(item => Emit(item, scope)).Aggregate((a, b) => junction.IsAnd ? And(a, b) : Or(a, b)),
        LeafNode leaf => Leaf(leaf, scope),
        QuantifierNode quantifier => Quantifier(quantifier, scope),
        _ => throw new InvalidOperationException("unknown kind of node"),
    };

    private ParameterExpression Leaf(LeafNode leaf, Scope scope)
    {
        var key = LeafKey.Of(leaf);
        if (!scope.Leaves.TryGetValue(key, out var local))
        {
            local = Local(Test(leaf, Load(leaf.Fact, scope)), scope);
            scope.Leaves.Add(key, local);
        }

        return local;
    }

    private static BinaryExpression Test(LeafNode leaf, Expression code)
    {
        var known = And(code, Constant(1L));
        switch (leaf)
        {
            case TableLeaf { TwoBitTable: { } table }:
                return And(RightShift(Constant((long)table), Convert(Add(code, code), typeof(int))), Constant(3L));
            case TableLeaf wide:
            {
                // true = 3, false = 0, code 0 = 1: the low bit is set for hits and for «not declared», the high bit for hits.
                var shift = Convert(code, typeof(int));
                var low = And(RightShift(Constant((long)(wide.Hits | 1)), shift), Constant(1L));
                var high = And(RightShift(Constant((long)wide.Hits), shift), Constant(1L));
                return Or(low, LeftShift(high, Constant(1)));
            }

            case MaskLeaf mask:
                return Decide(RightShift(Negate(And(code, Constant(mask.Mask))), Constant(63)), known, mask.WantsNone);
            case RangeLeaf range:
            {
                // Both differences are negative just inside the range.
                var inside = And(Subtract(Constant(range.Low - 1), code), Subtract(code, Constant(range.High + 1)));
                return Decide(And(RightShift(inside, Constant(63)), Negate(known)), known, range.WantsOutside);
            }

            default:
                throw new InvalidOperationException("unknown kind of leaf");
        }
    }

    // hit: all bits or none; none when not declared.
    private static BinaryExpression Decide(Expression hit, Expression known, bool negated) => negated
        ? And(Not(hit), Or(LeftShift(known, Constant(1)), Constant(1L)))
        : Or(And(hit, Constant(3L)), ExclusiveOr(known, Constant(1L)));

    private ParameterExpression Load(FactDefinition fact, Scope scope)
    {
        if (!scope.Slots.TryGetValue(fact, out var local))
        {
            Expression index = fact.Scope == FactScope.System
                ? Add(scope.Base, Constant(catalogue.Slot(fact)))
                : Constant(catalogue.Slot(fact));
            local = Local(ArrayIndex(_values, index), scope);
            scope.Slots.Add(fact, local);
        }

        return local;
    }

    private ParameterExpression Quantifier(QuantifierNode quantifier, Scope scope)
    {
        var result = Variable(typeof(long), "result");
        var component = Variable(typeof(int), "component");
        var last = Variable(typeof(int), "last");
        var origin = Variable(typeof(int), "base");
        _locals.AddRange([result, component, last, origin]);
        var inner = new Scope(component, origin, []);
        var truth = Emit(quantifier.Inner, inner);
        var done = Label();
        inner.Code.Insert(0, Assign(origin, BaseOf(component)));
        inner.Code.Add(Assign(result, quantifier.IsAnd ? And(result, truth) : Or(result, truth)));
        inner.Code.Add(PreIncrementAssign(component));
        scope.Code.Add(Assign(result, Constant(quantifier.IsAnd ? 3L : 0L)));
        scope.Code.Add(Assign(component, Add(scope.Member, Constant(1))));
        scope.Code.Add(Assign(last, Add(scope.Member, ArrayIndex(_descendants, scope.Member))));
        scope.Code.Add(Loop(IfThenElse(LessThanOrEqual(component, last), Block(inner.Code), Break(done)), done));
        return result;
    }

    private Scope OuterScope()
    {
        var origin = Variable(typeof(int), "base");
        _locals.Add(origin);
        _code.Add(Assign(origin, BaseOf(_member)));
        return new Scope(_member, origin, _code);
    }

    private BinaryExpression BaseOf(Expression member) =>
        Add(Multiply(member, Constant(catalogue.SystemSlots)), Constant(catalogue.CommonSlots));

    private ParameterExpression Local(Expression value, Scope scope)
    {
        if (value is ParameterExpression already)
        {
            return already;
        }

        var local = Variable(typeof(long));
        _locals.Add(local);
        scope.Code.Add(Assign(local, value));
        return local;
    }

    private static Expression Shift(Expression value, int by) => by == 0 ? value : LeftShift(value, Constant(by));

    /// <summary>Two leaves with the same key are the same test of the same slot.</summary>
    private readonly record struct LeafKey(FactDefinition Fact, Type Kind, long A, long B, bool Negated)
    {
        public static LeafKey Of(LeafNode leaf) => leaf switch
        {
            TableLeaf table => new(leaf.Fact, typeof(TableLeaf), (long)table.Hits, 0, false),
            MaskLeaf mask => new(leaf.Fact, typeof(MaskLeaf), mask.Mask, 0, mask.WantsNone),
            RangeLeaf range => new(leaf.Fact, typeof(RangeLeaf), range.Low, range.High, range.WantsOutside),
            _ => throw new InvalidOperationException("unknown kind of leaf"),
        };
    }

    private sealed record Scope(ParameterExpression Member, ParameterExpression Base, List<Expression> Code)
    {
        public Dictionary<FactDefinition, ParameterExpression> Slots { get; } = [];

        public Dictionary<LeafKey, ParameterExpression> Leaves { get; } = [];
    }
}
