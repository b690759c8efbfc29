namespace EmrSec.Rules.Decisions;

/// <summary>
/// A node of a reduced ordered decision diagram: which outcome follows from which classes of the missing facts. Two nodes of one
/// space that mean the same are the same object, and a fact that makes no difference does not occur.
/// </summary>
internal sealed class DecisionNode
{
    internal DecisionNode(int id, int variable, int outcome, DecisionNode[] children)
    {
        Id = id;
        Variable = variable;
        Outcome = outcome;
        Children = children;
    }

    public int Id { get; }

    /// <summary>Index of the fact it branches on; <see cref="int.MaxValue"/> for a leaf.</summary>
    public int Variable { get; }

    /// <summary>Outcome of a leaf.</summary>
    public int Outcome { get; }

    /// <summary>One child for each class of the fact; empty for a leaf.</summary>
    public DecisionNode[] Children { get; }

    public bool IsLeaf => Children.Length == 0;
}

/// <summary>Makes nodes, each once, and combines them.</summary>
internal sealed class DecisionSpace
{
    private readonly Dictionary<int, DecisionNode> _leaves = [];
    private readonly Dictionary<string, DecisionNode> _nodes = new(StringComparer.Ordinal);
    private int _nextId;

    public int Count => _nextId;

    public DecisionNode Leaf(int outcome)
    {
        if (!_leaves.TryGetValue(outcome, out var leaf))
        {
            leaf = new DecisionNode(_nextId++, int.MaxValue, outcome, []);
            _leaves.Add(outcome, leaf);
        }

        return leaf;
    }

    public DecisionNode Branch(int variable, DecisionNode[] children)
    {
        if (Array.TrueForAll(children, child => child == children[0]))
        {
            return children[0];
        }

        var key = Key(variable, children);
        if (!_nodes.TryGetValue(key, out var node))
        {
            node = new DecisionNode(_nextId++, variable, -1, children);
            _nodes.Add(key, node);
        }

        return node;
    }

    private static string Key(int variable, DecisionNode[] children)
    {
        var key = new System.Text.StringBuilder().Append(variable);
        foreach (var child in children)
        {
            key.Append(',').Append(child.Id);
        }

        return key.ToString();
    }

    /// <summary>The greater of two outcomes, for every way to fill in the facts.</summary>
    public DecisionNode Max(DecisionNode a, DecisionNode b) => Max(a, b, []);

    /// <summary>What remains when the fact <paramref name="variable"/> is known to be in a class.</summary>
    public DecisionNode Restrict(DecisionNode node, int variable, int valueClass) => Restrict(node, variable, valueClass, []);

    /// <summary>The least and greatest outcome.</summary>
    public static (int Least, int Greatest) Range(DecisionNode node)
    {
        int least = int.MaxValue, greatest = int.MinValue;
        foreach (var leaf in Nodes(node).Where(each => each.IsLeaf))
        {
            least = Math.Min(least, leaf.Outcome);
            greatest = Math.Max(greatest, leaf.Outcome);
        }

        return (least, greatest);
    }

    /// <summary>The facts on which the outcome depends: exactly those, since the diagram is reduced.</summary>
    public static int[] Support(DecisionNode node)
    {
        var variables = new HashSet<int>();
        foreach (var each in Nodes(node))
        {
            if (!each.IsLeaf)
            {
                variables.Add(each.Variable);
            }
        }

        int[] support = [.. variables];
        Array.Sort(support);
        return support;
    }

    /// <summary>The nodes reachable, each once.</summary>
    public static IReadOnlyCollection<DecisionNode> Nodes(DecisionNode node)
    {
        var seen = new HashSet<DecisionNode> { node };
        var open = new Stack<DecisionNode>([node]);
        while (open.TryPop(out var next))
        {
            foreach (var child in next.Children)
            {
                if (seen.Add(child))
                {
                    open.Push(child);
                }
            }
        }

        return seen;
    }

    private DecisionNode Max(DecisionNode a, DecisionNode b, Dictionary<long, DecisionNode> done)
    {
        if (a == b)
        {
            return a;
        }

        if (a.IsLeaf && b.IsLeaf)
        {
            return Leaf(Math.Max(a.Outcome, b.Outcome));
        }

        var key = ((long)Math.Min(a.Id, b.Id) << 32) | (uint)Math.Max(a.Id, b.Id);
        if (!done.TryGetValue(key, out var result))
        {
            var variable = Math.Min(a.Variable, b.Variable);
            var first = a.Variable == variable ? a : b;
            var children = new DecisionNode[first.Children.Length];
            for (var i = 0; i < children.Length; i++)
            {
                children[i] = Max(a.Variable == variable ? a.Children[i] : a, b.Variable == variable ? b.Children[i] : b, done);
            }

            result = Branch(variable, children);
            done.Add(key, result);
        }

        return result;
    }

    private DecisionNode Restrict(DecisionNode node, int variable, int valueClass, Dictionary<DecisionNode, DecisionNode> done)
    {
        // The order of facts is fixed: below a later fact the wanted one does not occur.
        if (node.Variable > variable)
        {
            return node;
        }

        if (node.Variable == variable)
        {
            return node.Children[valueClass];
        }

        if (!done.TryGetValue(node, out var result))
        {
            result = Branch(node.Variable, [.. node.Children.Select(child => Restrict(child, variable, valueClass, done))]);
            done.Add(node, result);
        }

        return result;
    }
}
