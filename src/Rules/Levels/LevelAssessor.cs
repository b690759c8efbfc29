using EmrSec.Rules.Decisions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Levels;

/// <summary>Determines the level of a system: the highest level with a criterion that holds, of the system or of any component.</summary>
internal sealed class LevelAssessor(FactCatalogue catalogue, Regime regime, DateOnly asOf, bool presume, int budget = Decision.DefaultBudget)
{
    public LevelResult Determine(FactSet facility, FactSet milestones, SystemProfile system)
    {
        var declared = FactFrame.Create(catalogue, facility, milestones, system);
        var members = Participants(declared);
        var frame = declared.Copy();
        var presumed = presume ? Presumptions.Fill(frame) : [];
        var decision = Decide(frame, members);
        int? atLeast = decision.Least == 0 ? null : decision.Least;
        int? atMost = decision.Greatest == 0 ? null : decision.Greatest;
        var certain = Certain(frame, members);
        var target = new QuestionTarget(decision, variable => variable.Member < 0 ? null : frame.Members[variable.Member], IsLevel: true);
        return new LevelResult(target)
        {
            System = system,
            Regime = regime,
            AtLeast = atLeast,
            AtMost = atMost,
            IsExact = decision.IsExact,
            Grounds = Grounds(frame, members, certain),
            NotHigher = NotHigher(frame, members, atLeast == atMost ? atLeast ?? 0 : certain, decision.Greatest),
            Missing = QuestionPlanner.Order([target]).Select(question => new MissingFact(question.Fact, question.System)).ToList(),
            Presumed = Used(declared, frame, members, presumed),
            ByComponents = frame.Members.Count > 1,
        };
    }

    /// <summary>
    /// The members that are judged. One with components is a whole made of them, and is judged by itself only where it declares
    /// something about itself; what it leaves undeclared is then the components' to say.
    /// </summary>
    private List<int> Participants(FactFrame frame) =>
        [.. Enumerable.Range(0, frame.Members.Count).Where(member =>
            frame.Descendants(member) == 0 || regime.Components.OwnFacts.Any(fact => SaysSomething(frame.Members[member].Facts, fact)))];

    // Declaring what would be presumed anyway says nothing new about the whole.
    private static bool SaysSomething(FactSet facts, FactDefinition fact) =>
        facts.TryGet(fact, out var declared) && declared.Value != fact.Presumed?.Value;

    private Decision Decide(FactFrame frame, List<int> members) => Decision.Make(
        frame,
        [.. members.Select(member => regime.Criteria.Select((criterion, i) => new Candidate(regime.Program.Roots[i], member, criterion.Level)).ToList())],
        asOf,
        budget);

    private int Certain(FactFrame frame, List<int> members) => regime.Criteria
        .Where((_, i) => members.Exists(member => RuleWalker.Evaluate(regime.Program.Roots[i], frame, member) == Truth.True))
        .Select(criterion => criterion.Level)
        .DefaultIfEmpty(0)
        .Max();

    private List<LevelGround> Grounds(FactFrame frame, List<int> members, int level)
    {
        var grounds = new List<LevelGround>();
        foreach (var member in members)
        {
            for (var i = 0; i < regime.Criteria.Count; i++)
            {
                var node = regime.Program.Roots[i];
                if (regime.Criteria[i].Level == level && RuleWalker.Evaluate(node, frame, member) == Truth.True)
                {
                    grounds.Add(new LevelGround(regime.Criteria[i], member == 0 ? null : frame.Members[member], Reasons.Of(node, frame, member)));
                }
            }
        }

        return grounds;
    }

    private List<NotHigher> NotHigher(FactFrame frame, List<int> members, int level, int greatest)
    {
        var result = new List<NotHigher>();
        for (var i = 0; i < regime.Criteria.Count; i++)
        {
            var node = regime.Program.Roots[i];
            if (regime.Criteria[i].Level <= level)
            {
                continue;
            }

            // Above the greatest level no way of filling in makes it hold, even where its own facts are missing.
            var open = members.Where(member => RuleWalker.Evaluate(node, frame, member) == Truth.Unknown).ToList();
            var isOpen = open.Count > 0 && regime.Criteria[i].Level <= greatest;
            var asked = isOpen ? open : members;
            result.Add(new NotHigher(
                regime.Criteria[i],
                isOpen,
                [.. asked.SelectMany(member => Reasons.Of(node, frame, member))],
                [.. asked.SelectMany(member => Reasons.Enough(node, frame, member))]));
        }

        return result;
    }

    /// <summary>A presumption was used where the answer without it would depend on its fact.</summary>
    private List<UsedPresumption> Used(FactFrame declared, FactFrame frame, List<int> members, IReadOnlyList<(FactVariable Variable, Presumption Presumption)> presumed)
    {
        if (presumed.Count == 0)
        {
            return [];
        }

        var missing = Decide(declared, members).Missing.ToHashSet();
        return
        [
            .. presumed.Where(each => missing.Contains(each.Variable))
                .Select(each => new UsedPresumption(each.Variable.Fact, frame.Members[each.Variable.Member], each.Presumption.Value, each.Presumption.Why)),
        ];
    }
}
