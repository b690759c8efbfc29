using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Decisions;

/// <summary>Something to be settled (a level, a deadline) and whose facts its missing facts are.</summary>
/// <param name="Decision">What the missing facts decide.</param>
/// <param name="SystemOf">The system or component that a missing fact belongs to; null for the facility.</param>
/// <param name="IsLevel">Whether it is a level; else a deadline.</param>
internal sealed record QuestionTarget(Decision Decision, Func<Evaluation.FactVariable, SystemProfile?> SystemOf, bool IsLevel = false);

/// <summary>A question worth asking.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="System">The system or component; null for the facility.</param>
/// <param name="Settles">How many targets depend on it.</param>
/// <param name="ForLevel">Whether a level depends on it.</param>
/// <param name="Remaining">How many questions remain after it, in thousandths, on average over the answers that the rules can tell apart.</param>
internal sealed record PlannedQuestion(FactDefinition Fact, SystemProfile? System, int Settles, bool ForLevel, long Remaining);

/// <summary>
/// Orders questions so that the fewest settle everything: levels before deadlines, and first the one after which the fewest remain on average.
/// </summary>
internal static class QuestionPlanner
{
    /// <summary>The questions that can change an outcome, the most decisive first.</summary>
    public static IReadOnlyList<PlannedQuestion> Order(IReadOnlyList<QuestionTarget> targets)
    {
        var open = targets.Select(target => new Open(target)).Where(target => target.Support.Count > 0).ToList();
        var keys = open.SelectMany(target => target.Support).Distinct().ToList();
        return [.. keys.Select(key => Plan(key, open)).Order(MostDecisiveFirst)];
    }

    private static readonly Comparer<PlannedQuestion> MostDecisiveFirst = Comparer<PlannedQuestion>.Create((a, b) =>
        a.ForLevel != b.ForLevel ? b.ForLevel.CompareTo(a.ForLevel)
        : a.Remaining != b.Remaining ? a.Remaining.CompareTo(b.Remaining)
        : a.Settles != b.Settles ? b.Settles.CompareTo(a.Settles)
        : a.Fact.Order.CompareTo(b.Fact.Order));

    private static PlannedQuestion Plan(Key key, List<Open> targets)
    {
        var touched = targets.Where(target => target.Support.Contains(key)).ToList();
        var others = targets.Where(target => !target.Support.Contains(key)).SelectMany(target => target.Support).ToHashSet();
        var answers = Answers(key, touched);
        var remaining = 0;
        foreach (var answer in answers)
        {
            var left = new HashSet<Key>(others);
            foreach (var target in touched)
            {
                left.UnionWith(target.After(key, answer));
            }

            remaining += left.Count;
        }

        return new PlannedQuestion(key.Fact, key.System, touched.Count, touched.Exists(target => target.IsLevel), answers.Count == 0 ? 1000L * targets.Count : 1000L * remaining / answers.Count);
    }

    /// <summary>One value for each combination of classes that the targets tell apart.</summary>
    private static List<ValueClass> Answers(Key key, List<Open> targets)
    {
        var answers = new List<ValueClass>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in targets.SelectMany(target => target.Classes(key).Items))
        {
            if (seen.Add(string.Join(',', targets.Select(target => target.Classes(key).ClassOf(answer.Representative)))))
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    private sealed record Key(FactDefinition Fact, SystemProfile? System)
    {
        public bool Equals(Key? other) => other is not null && ReferenceEquals(Fact, other.Fact) && ReferenceEquals(System, other.System);

        public override int GetHashCode() => HashCode.Combine(Fact.Order, System is null ? 0 : System.Id.GetHashCode(StringComparison.Ordinal));
    }

    private sealed class Open
    {
        private readonly Decision _decision;
        private readonly Dictionary<Key, int> _variables = [];
        private readonly Dictionary<int, Key> _keys = [];

        public Open(QuestionTarget target)
        {
            _decision = target.Decision;
            IsLevel = target.IsLevel;
            for (var i = 0; i < _decision.Variables.Count; i++)
            {
                var key = new Key(_decision.Variables[i].Fact, target.SystemOf(_decision.Variables[i]));
                _variables.Add(key, i);
                _keys.Add(i, key);
            }

            Support = _decision.Root is null
                ? [.. _variables.Keys]
                : [.. Array.ConvertAll(DecisionSpace.Support(_decision.Root), variable => _keys[variable])];
        }

        public bool IsLevel { get; }

        public HashSet<Key> Support { get; }

        public ValueClasses Classes(Key key) => _decision.Classes[_variables[key]];

        public IEnumerable<Key> After(Key key, ValueClass answer)
        {
            if (_decision.Root is null)
            {
                return Support.Where(other => other != key);
            }

            var variable = _variables[key];
            var rest = _decision.Space.Restrict(_decision.Root, variable, _decision.Classes[variable].ClassOf(answer.Representative));
            return Array.ConvertAll(DecisionSpace.Support(rest), each => _keys[each]);
        }
    }
}
