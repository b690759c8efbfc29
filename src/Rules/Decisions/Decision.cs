using System.Text;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Decisions;

/// <summary>A rule that, where it holds of a member, gives at least an outcome.</summary>
/// <param name="Node">The rule.</param>
/// <param name="Member">The member it is asked of.</param>
/// <param name="Outcome">The outcome, above 0.</param>
internal sealed record Candidate(RuleNode Node, int Member, int Outcome);

/// <summary>
/// What a set of rules decides about a frame with facts missing: the greatest outcome of a rule that holds, 0 where none does, for
/// EVERY way to fill in what is missing. Found by branching on one missing fact after another over the values that the rules can
/// tell apart, pruned by three-valued evaluation, within a budget.
/// </summary>
internal sealed class Decision
{
    /// <summary>The most branchings tried; a frame with nothing declared needs a few hundred.</summary>
    public const int DefaultBudget = 50_000;

    private const int MaxNodes = 200_000;

    private Decision(IReadOnlyList<FactVariable> variables, IReadOnlyList<ValueClasses> classes, DecisionSpace space, DecisionNode? root, (int Least, int Greatest) bounds)
    {
        Variables = variables;
        Classes = classes;
        Space = space;
        Root = root;
        (Least, Greatest) = bounds;
    }

    /// <summary>The facts that were missing, in the order of the diagram.</summary>
    public IReadOnlyList<FactVariable> Variables { get; }

    /// <summary>The classes of each of them.</summary>
    public IReadOnlyList<ValueClasses> Classes { get; }

    public DecisionSpace Space { get; }

    /// <summary>The diagram; null where the budget ran out.</summary>
    public DecisionNode? Root { get; }

    /// <summary>Whether the bounds were computed over every way to fill in what is missing.</summary>
    public bool IsExact => Root is not null;

    /// <summary>The least outcome; 0 = in some way no rule holds.</summary>
    public int Least { get; }

    /// <summary>The greatest outcome.</summary>
    public int Greatest { get; }

    /// <summary>Decides.</summary>
    /// <param name="frame">The facts.</param>
    /// <param name="groups">The rules, those that share missing facts in one group.</param>
    /// <param name="latestDay">The last day that a missing date can have.</param>
    /// <param name="budget">The most branchings.</param>
    public static Decision Make(FactFrame frame, IReadOnlyList<IReadOnlyList<Candidate>> groups, DateOnly latestDay, int budget = DefaultBudget)
    {
        var unknown = new HashSet<FactVariable>();
        foreach (var candidate in groups.SelectMany(group => group))
        {
            RuleWalker.CollectUnknown(candidate.Node, frame, candidate.Member, unknown);
        }

        var leaves = groups.SelectMany(group => group).Select(candidate => candidate.Node).Distinct().SelectMany(RuleProgram.LeavesOf).ToList();
        FactVariable[] variables = [.. unknown.Order(FactVariable.ByPlace)];
        ValueClasses[] classes = [.. variables.Select(variable => ValueClasses.Create(variable.Fact, leaves, latestDay))];
        var space = new DecisionSpace();
        var search = new Search(frame.Copy(), variables, classes, space, budget);
        var root = Array.TrueForAll(classes, each => each.Items.Count > 0) ? search.Run(groups) : null;
        return new Decision(variables, classes, space, root, root is null ? KleeneBounds(frame, groups) : DecisionSpace.Range(root));
    }

    /// <summary>The facts on which the outcome depends.</summary>
    public IEnumerable<FactVariable> Missing => Root is null ? Variables : Array.ConvertAll(DecisionSpace.Support(Root), variable => Variables[variable]);

    // Sound, but not always as narrow as can be: a rule not known to be false might hold.
    private static (int Least, int Greatest) KleeneBounds(FactFrame frame, IReadOnlyList<IReadOnlyList<Candidate>> groups)
    {
        int least = 0, greatest = 0;
        foreach (var candidate in groups.SelectMany(group => group))
        {
            var truth = RuleWalker.Evaluate(candidate.Node, frame, candidate.Member);
            least = truth == Truth.True ? Math.Max(least, candidate.Outcome) : least;
            greatest = truth != Truth.False ? Math.Max(greatest, candidate.Outcome) : greatest;
        }

        return (least, greatest);
    }

    private sealed class Search(FactFrame frame, FactVariable[] variables, ValueClasses[] classes, DecisionSpace space, int limit)
    {
        private readonly Dictionary<FactVariable, int> _order = Places(variables);
        private readonly Dictionary<string, DecisionNode> _done = new(StringComparer.Ordinal);
        private readonly Dictionary<RuleNode, int> _names = [];
        private int _left = limit;

        private static Dictionary<FactVariable, int> Places(FactVariable[] variables)
        {
            var places = new Dictionary<FactVariable, int>();
            for (var i = 0; i < variables.Length; i++)
            {
                places.Add(variables[i], i);
            }

            return places;
        }

        /// <summary>Null where the budget runs out.</summary>
        public DecisionNode? Run(IReadOnlyList<IReadOnlyList<Candidate>> groups)
        {
            var root = space.Leaf(0);
            foreach (var group in groups)
            {
                _done.Clear();
                if (Expand([.. group], 0) is not { } node)
                {
                    return null;
                }

                root = space.Max(root, node);
                if (space.Count > MaxNodes)
                {
                    return null;
                }
            }

            return root;
        }

        private DecisionNode? Expand(List<Candidate> candidates, int known)
        {
            var (open, least) = Prune(candidates, known);
            if (open.Count == 0)
            {
                return space.Leaf(least);
            }

            // Two states that leave the same tests open go on alike.
            var state = State(open, least);
            if (_done.TryGetValue(state, out var done))
            {
                return done;
            }

            if (--_left < 0)
            {
                return null;
            }

            var variable = FirstUnknown(open);
            var slot = frame.Index(variables[variable].Fact, variables[variable].Member);
            var children = new DecisionNode[classes[variable].Items.Count];
            for (var i = 0; i < children.Length; i++)
            {
                frame.Values[slot] = classes[variable].Items[i].Representative.Code;
                var child = Expand(open, least);
                frame.Values[slot] = 0;
                if (child is null)
                {
                    return null;
                }

                children[i] = child;
            }

            return _done[state] = space.Branch(variable, children);
        }

        /// <summary>The candidates that are open and could still raise the outcome, and the outcome that is certain.</summary>
        private (List<Candidate> Open, int Least) Prune(List<Candidate> candidates, int known)
        {
            var unknown = new List<Candidate>();
            foreach (var candidate in candidates)
            {
                switch (RuleWalker.Evaluate(candidate.Node, frame, candidate.Member))
                {
                    case Truth.True:
                        known = Math.Max(known, candidate.Outcome);
                        break;
                    case Truth.Unknown:
                        unknown.Add(candidate);
                        break;
                }
            }

            unknown.RemoveAll(candidate => candidate.Outcome <= known);
            return (unknown, known);
        }

        private int FirstUnknown(List<Candidate> open)
        {
            var missing = new HashSet<FactVariable>();
            foreach (var candidate in open)
            {
                RuleWalker.CollectUnknown(candidate.Node, frame, candidate.Member, missing);
            }

            var first = int.MaxValue;
            foreach (var variable in missing)
            {
                first = Math.Min(first, _order[variable]);
            }

            return first;
        }

        private string State(List<Candidate> open, int least)
        {
            var text = new StringBuilder().Append((char)('0' + least));
            foreach (var candidate in open)
            {
                text.Append((char)candidate.Member).Append((char)Name(candidate.Node)).Append((char)candidate.Outcome);
                AppendState(candidate.Node, candidate.Member, text);
            }

            return text.ToString();
        }

        private int Name(RuleNode node)
        {
            if (!_names.TryGetValue(node, out var name))
            {
                name = _names.Count;
                _names.Add(node, name);
            }

            return name;
        }

        private void AppendState(RuleNode node, int member, StringBuilder text)
        {
            var truth = RuleWalker.Evaluate(node, frame, member);
            text.Append((char)('0' + (int)truth));
            if (truth != Truth.Unknown)
            {
                return;
            }

            if (node is JunctionNode junction)
            {
                foreach (var item in junction.Items)
                {
                    AppendState(item, member, text);
                }
            }
            else if (node is QuantifierNode quantifier)
            {
                for (var component = member + 1; component <= member + frame.Descendants(member); component++)
                {
                    AppendState(quantifier.Inner, component, text);
                }
            }
        }
    }
}
