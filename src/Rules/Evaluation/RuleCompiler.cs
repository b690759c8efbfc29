using System.Linq.Expressions;
using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;
using static System.Linq.Expressions.Expression;

namespace EmrSec.Rules.Evaluation;

/// <summary>
/// Writes branchless code for a group of rules. A truth value is the low two bits of a long; what stands above them is cleared once,
/// at the end. Slots are loaded once, a test that several rules share is made once, and one loop over the components serves every
/// rule that asks about them.
/// </summary>
internal sealed class RuleCompiler(FactCatalogue catalogue)
{
    private const long LeastNumber = (FactCondition.Lowest << 1) | 1;
    private const long GreatestNumber = (FactCondition.Highest << 1) | 1;

    private readonly ParameterExpression _values = Parameter(typeof(long[]), "values");
    private readonly ParameterExpression _descendants = Parameter(typeof(int[]), "descendants");
    private readonly ParameterExpression _member = Parameter(typeof(int), "member");
    private readonly List<ParameterExpression> _locals = [];
    private readonly List<Expression> _code = [];

    public Action<long[], int[], int, long[]> Compile(IReadOnlyList<RuleNode> roots, int firstWord)
    {
        var scope = OuterScope(roots);
        var results = Parameter(typeof(long[]), "results");
        var word = firstWord;
        foreach (var rules in roots.Chunk(RuleProgram.RulesPerWord))
        {
            Expression bits = Constant(0L);
            for (var i = 0; i < rules.Length; i++)
            {
                bits = Or(bits, Shift(And(Emit(rules[i], scope), Constant(3L)), 2 * i));
            }

            _code.Add(Assign(ArrayAccess(results, Constant(word++)), bits));
        }

        return Lambda<Action<long[], int[], int, long[]>>(Block(_locals, _code), _values, _descendants, _member, results).Compile();
    }

    public Action<long[], int[], int, long[]> CompileTracing(IReadOnlyList<RuleNode> roots)
    {
        var scope = OuterScope(roots);
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
            : And(Emit(node, scope), Constant(3L));
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
        QuantifierNode quantifier => scope.Quantifiers[quantifier],
        _ => throw new InvalidOperationException("unknown kind of node"),
    };

    private ParameterExpression Leaf(LeafNode leaf, Scope scope)
    {
        var key = LeafKey.Of(leaf);
        if (!scope.Leaves.TryGetValue(key, out var local))
        {
            local = Local(Test(leaf, scope), scope);
            scope.Leaves.Add(key, local);
        }

        return local;
    }

    private BinaryExpression Test(LeafNode leaf, Scope scope)
    {
        var code = Load(leaf.Fact, scope);
        switch (leaf)
        {
            case TableLeaf { TwoBitTable: { } table }:
                return RightShift(Constant((long)table), Convert(Add(code, code), typeof(int)));
            case TableLeaf wide:
            {
                // true = 3, false = 0, code 0 = 1: the low bit is set for hits and for «not declared», the high bit for hits.
                var shift = Convert(code, typeof(int));
                var low = And(RightShift(Constant((long)(wide.Hits | 1)), shift), Constant(1L));
                var high = And(RightShift(Constant((long)wide.Hits), shift), Constant(1L));
                return Or(low, LeftShift(high, Constant(1)));
            }

            case MaskLeaf mask:
                return Decide(leaf.Fact, RightShift(Negate(And(code, Constant(mask.Mask))), Constant(63)), mask.WantsNone, hitsUndeclared: false, scope);
            case RangeLeaf range:
                return Decide(leaf.Fact, RightShift(Inside(range, code), Constant(63)), range.WantsOutside, range.Low <= 0 && 0 <= range.High, scope);
            default:
                throw new InvalidOperationException("unknown kind of leaf");
        }
    }

    /// <summary>Negative just where a code lies in a range. A bound beyond which no code can be is not compared with.</summary>
    private static BinaryExpression Inside(RangeLeaf range, Expression code)
    {
        var most = range.Fact.AllowNone ? FactValue.None.Code : GreatestNumber;
        var fromLow = Subtract(Constant(range.Low - 1), code);
        var toHigh = Subtract(code, Constant(range.High + 1));
        return range.High >= most ? fromLow : range.Low <= LeastNumber ? toHigh : And(fromLow, toHigh);
    }

    /// <summary>The truth that a hit gives: all bits or none.</summary>
    private BinaryExpression Decide(FactDefinition fact, Expression hit, bool negated, bool hitsUndeclared, Scope scope)
    {
        var undeclared = Undeclared(fact, scope);
        if (!negated && !hitsUndeclared)
        {
            return Or(hit, undeclared);
        }

        var truth = And(negated ? Not(hit) : hit, TrueIfDeclared(fact, scope));
        return hitsUndeclared ? Or(truth, undeclared) : truth;
    }

    // 1 where the fact was not declared, else 0.
    private ParameterExpression Undeclared(FactDefinition fact, Scope scope)
    {
        if (!scope.Undeclared.TryGetValue(fact, out var local))
        {
            local = Local(And(Not(Load(fact, scope)), Constant(1L)), scope);
            scope.Undeclared.Add(fact, local);
        }

        return local;
    }

    // Unknown where the fact was not declared, else true.
    private ParameterExpression TrueIfDeclared(FactDefinition fact, Scope scope)
    {
        if (!scope.TrueIfDeclared.TryGetValue(fact, out var local))
        {
            local = Local(ExclusiveOr(LeftShift(Undeclared(fact, scope), Constant(1)), Constant(3L)), scope);
            scope.TrueIfDeclared.Add(fact, local);
        }

        return local;
    }

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

    /// <summary>One loop over the components of a scope's member for every quantifier that its rules hold.</summary>
    private void Loop(IEnumerable<RuleNode> rules, Scope scope)
    {
        QuantifierNode[] quantifiers = [.. rules.SelectMany(Outermost)];
        if (quantifiers.Length == 0)
        {
            return;
        }

        var component = Variable(typeof(int), "component");
        var last = Variable(typeof(int), "last");
        var inner = InnerScope(component);
        _locals.AddRange([component, last]);
        Loop(quantifiers.Select(quantifier => quantifier.Inner), inner);
        foreach (var quantifier in quantifiers)
        {
            var result = Variable(typeof(long), "result");
            _locals.Add(result);
            scope.Quantifiers.Add(quantifier, result);
            scope.Code.Add(Assign(result, Constant(quantifier.IsAnd ? 3L : 0L)));
            var truth = Emit(quantifier.Inner, inner);
            inner.Code.Add(Assign(result, quantifier.IsAnd ? And(result, truth) : Or(result, truth)));
        }

        var done = Label();
        inner.Code.Add(PreIncrementAssign(component));
        scope.Code.Add(Assign(component, Add(scope.Member, Constant(1))));
        scope.Code.Add(Assign(last, Add(scope.Member, ArrayIndex(_descendants, scope.Member))));
        scope.Code.Add(Expression.Loop(IfThenElse(LessThanOrEqual(component, last), Block(inner.Code), Break(done)), done));
    }

    private static IEnumerable<QuantifierNode> Outermost(RuleNode node) => node switch
    {
        QuantifierNode quantifier => [quantifier],
        JunctionNode junction => junction.Items.SelectMany(Outermost),
        _ => [],
    };

    private Scope OuterScope(IEnumerable<RuleNode> roots)
    {
        var scope = NewScope(_member, _code);
        Loop(roots, scope);
        return scope;
    }

    private Scope InnerScope(ParameterExpression component) => NewScope(component, []);

    private Scope NewScope(ParameterExpression member, List<Expression> code)
    {
        var origin = Variable(typeof(int), "base");
        _locals.Add(origin);
        code.Add(Assign(origin, Add(Multiply(member, Constant(catalogue.SystemSlots)), Constant(catalogue.CommonSlots))));
        return new Scope(member, origin, code);
    }

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

        public Dictionary<FactDefinition, ParameterExpression> Undeclared { get; } = [];

        public Dictionary<FactDefinition, ParameterExpression> TrueIfDeclared { get; } = [];

        public Dictionary<QuantifierNode, ParameterExpression> Quantifiers { get; } = [];

        public Dictionary<LeafKey, ParameterExpression> Leaves { get; } = [];
    }
}
