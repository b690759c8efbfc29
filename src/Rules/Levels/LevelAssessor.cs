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
        var frame = declared.Copy();
        var presumed = presume ? Presumptions.Fill(frame) : [];
        var members = Judge(frame);
        var decision = Decide(frame, members);
        int? atLeast = decision.Least == 0 ? null : decision.Least;
        int? atMost = decision.Greatest == 0 ? null : decision.Greatest;
        var certain = Certain(members);
        var target = new QuestionTarget(decision, variable => variable.Member < 0 ? null : frame.Members[variable.Member], IsLevel: true);
        return new LevelResult(target, frame, members)
        {
            System = system,
            Regime = regime,
            AtLeast = atLeast,
            AtMost = atMost,
            IsExact = decision.IsExact,
            Grounds = Grounds(frame, members, certain),
            NotHigher = NotHigher(frame, members, atLeast == atMost ? atLeast ?? 0 : certain, decision.Greatest),
            Missing = [.. QuestionPlanner.Order([target]).Select(question => new MissingFact(question.Fact, question.System))],
            Presumed = Used(declared, members, presumed),
            ByComponents = frame.Members.Count > 1,
        };
    }

    /// <summary>
    /// The members that are judged, with the truth of every criterion. One with components is a whole made of them, and is judged by
    /// itself only where it declares something about itself; what it leaves undeclared is then the components' to say.
    /// </summary>
    private List<JudgedMember> Judge(FactFrame frame)
    {
        var judged = new List<JudgedMember>();
        for (var member = 0; member < frame.Members.Count; member++)
        {
            if (!IsJudged(regime, frame, member))
            {
                continue;
            }

            var truths = new Truth[regime.Criteria.Count];
            for (var i = 0; i < truths.Length; i++)
            {
                truths[i] = RuleWalker.Evaluate(regime.Program.Roots[i], frame, member);
            }

            judged.Add(new JudgedMember(member, frame.Members[member], truths));
        }

        return judged;
    }

    /// <summary>Whether a member is judged by itself.</summary>
    public static bool IsJudged(Regime regime, FactFrame frame, int member)
    {
        if (frame.Descendants(member) == 0)
        {
            return true;
        }

        foreach (var fact in regime.Components.OwnFacts)
        {
            if (SaysSomething(frame.Members[member].Facts, fact))
            {
                return true;
            }
        }

        return false;
    }

    // Declaring what would be presumed anyway says nothing new about the whole.
    private static bool SaysSomething(FactSet facts, FactDefinition fact) =>
        facts.TryGet(fact, out var declared) && (fact.Presumed is null || declared.Value.Code != fact.Presumed.Value.Code);

    private Decision Decide(FactFrame frame, List<JudgedMember> members) => Decide(regime, frame, members.ConvertAll(member => member.Index), asOf, budget);

    /// <summary>What the criteria decide about the members that are judged.</summary>
    public static Decision Decide(Regime regime, FactFrame frame, IReadOnlyList<int> members, DateOnly asOf, int budget = Decision.DefaultBudget) =>
        Decision.Make(frame, [.. members.Select(member => Candidates(regime, member))], asOf, budget);

    private static List<Candidate> Candidates(Regime regime, int member)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < regime.Criteria.Count; i++)
        {
            candidates.Add(new Candidate(regime.Program.Roots[i], member, regime.Criteria[i].Level));
        }

        return candidates;
    }

    /// <summary>The highest level with a criterion that holds already.</summary>
    private int Certain(List<JudgedMember> members)
    {
        var level = 0;
        for (var i = 0; i < regime.Criteria.Count; i++)
        {
            if (members.Exists(member => member.Truths[i] == Truth.True))
            {
                level = Math.Max(level, regime.Criteria[i].Level);
            }
        }

        return level;
    }

    private List<LevelGround> Grounds(FactFrame frame, List<JudgedMember> members, int level)
    {
        var grounds = new List<LevelGround>();
        foreach (var member in members)
        {
            for (var i = 0; i < regime.Criteria.Count; i++)
            {
                if (regime.Criteria[i].Level == level && member.Truths[i] == Truth.True)
                {
                    var facts = Reasons.Of(regime.Program.Roots[i], frame, member.Index);
                    grounds.Add(new LevelGround(regime.Criteria[i], member.Index == 0 ? null : member.System, facts));
                }
            }
        }

        return grounds;
    }

    private List<NotHigher> NotHigher(FactFrame frame, List<JudgedMember> members, int level, int greatest)
    {
        var result = new List<NotHigher>();
        for (var i = 0; i < regime.Criteria.Count; i++)
        {
            if (regime.Criteria[i].Level <= level)
            {
                continue;
            }

            // Above the greatest level no way of filling in makes it hold, even where its own facts are missing.
            var open = members.FindAll(member => member.Truths[i] == Truth.Unknown);
            var isOpen = open.Count > 0 && regime.Criteria[i].Level <= greatest;
            var asked = isOpen ? open : members;
            var node = regime.Program.Roots[i];
            result.Add(new NotHigher(
                regime.Criteria[i],
                isOpen,
                [.. asked.SelectMany(member => Reasons.Of(node, frame, member.Index))],
                [.. asked.SelectMany(member => Reasons.Enough(node, frame, member.Index))]));
        }

        return result;
    }

    /// <summary>A presumption was used where the answer without it would depend on its fact.</summary>
    private List<UsedPresumption> Used(FactFrame declared, List<JudgedMember> members, IReadOnlyList<FilledPresumption> presumed)
    {
        if (presumed.Count == 0)
        {
            return [];
        }

        var missing = Decide(declared, members).Missing.ToHashSet();
        return
        [
            .. presumed.Where(each => missing.Contains(each.Variable))
                .Select(each => new UsedPresumption(each.Variable.Fact, declared.Members[each.Variable.Member], each.Presumption.Value, each.Presumption.Why)),
        ];
    }
}
