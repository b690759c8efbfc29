using EmrSec.Rules.Conditions;
using EmrSec.Rules.Decisions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>A rule with the outcome it gives where it holds.</summary>
internal sealed record OutcomeRule(Condition When, int Outcome);

/// <summary>Rules asked of some members of a small dossier in which so little is missing that every way to fill it in can be tried.</summary>
internal sealed record DecisionCase(RandomDossier Dossier, IReadOnlyList<OutcomeRule> Rules, IReadOnlyList<int> Members, bool OneGroup, DateOnly LatestDay)
{
    public static DecisionCase Draw(RandomLaw law, int mostWays = 3_000)
    {
        var catalogue = law.SmallCatalogue(law.Random.Next(2, 7));
        var latestDay = new DateOnly(1945, 1, 1).AddDays(law.Random.Next(1, 5));
        var dossier = law.Dossier(catalogue, law.Random.Next(1, 4), law.Pick([0.0, 0.0, 0.2]), latestDay);
        int[] members = [.. Enumerable.Range(0, dossier.Members.Count).Where(_ => law.Random.Next(3) > 0).DefaultIfEmpty(0)];
        var rules = Enumerable.Range(1, law.Random.Next(1, 6)).Select(outcome => new OutcomeRule(Undecided(law, dossier, members), outcome)).ToList();
        var drawn = new DecisionCase(dossier, rules, members, law.Random.Next(2) == 0, latestDay);
        while (drawn.Open.Aggregate(1L, (ways, variable) => ways * BruteForce.Domain(variable.Fact, latestDay).Count()) > mostWays)
        {
            var declared = law.Pick([.. drawn.Open]);
            drawn = drawn with { Dossier = drawn.Dossier.With(declared, law.Value(declared.Fact, latestDay)) };
        }

        return drawn;
    }

    // Most conditions drawn blindly are decided already and would make the case a trivial one.
    private static Condition Undecided(RandomLaw law, RandomDossier dossier, IReadOnlyList<int> members)
    {
        var condition = law.Condition(dossier.Catalogue, law.Random.Next(1, 5));
        for (var tries = 0; tries < 4 && members.All(member => dossier.Reference(condition, member) != Truth.Unknown); tries++)
        {
            condition = law.Condition(dossier.Catalogue, law.Random.Next(1, 5));
        }

        return condition;
    }

    /// <summary>The facts not declared that a rule names.</summary>
    public IEnumerable<FactVariable> Open
    {
        get
        {
            var named = Rules.SelectMany(rule => Named(rule.When)).ToHashSet();
            return Dossier.Variables.Where(variable => named.Contains(variable.Fact) && Dossier[variable] is null);
        }
    }

    public int OutcomeAsDeclared()
    {
        var outcome = 0;
        foreach (var rule in Rules)
        {
            if (rule.Outcome > outcome && Members.Any(member => Dossier.Reference(rule.When, member) == Truth.True))
            {
                outcome = rule.Outcome;
            }
        }

        return outcome;
    }

    public Decision Decide(int budget = Decision.DefaultBudget)
    {
        var program = new RuleProgram(Dossier.Catalogue, [.. Rules.Select(rule => rule.When)]);
        var groups = Members.Select(member => Rules.Select((rule, i) => new Candidate(program.Roots[i], member, rule.Outcome)).ToList()).ToList();
        return Decision.Make(Dossier.Frame, OneGroup ? [[.. groups.SelectMany(group => group)]] : groups, LatestDay, budget);
    }

    public IEnumerable<DecisionCase> Smaller()
    {
        var rules = new EvaluationCase(Dossier.Catalogue, [.. Rules.Select(rule => rule.When)], [Dossier]);
        for (var i = 0; i < Rules.Count && Rules.Count > 1; i++)
        {
            yield return this with { Rules = [.. Rules.Where((_, other) => other != i)] };
        }

        foreach (var smaller in rules.Smaller().Where(smaller => smaller.Rules.Count == Rules.Count && smaller.Dossiers[0] == Dossier))
        {
            yield return this with { Rules = [.. Rules.Select((rule, i) => rule with { When = smaller.Rules[i] })] };
        }
    }

    public override string ToString() =>
        $"rules:\n{string.Join('\n', Rules.Select(rule => $"- {rule.Outcome}: {ConditionYaml.Write(rule.When)}"))}\nmembers {string.Join(", ", Members)}, one group: {OneGroup}, latest day {LatestDay:O}\nfacts: {string.Join("; ", Dossier.Catalogue.All.Select(fact => $"{fact} {fact.Type} {fact.Options.Count} [{fact.Min}, {fact.Max}] none: {fact.AllowNone} minItems {fact.MinItems}"))}\n{Dossier}";

    private static IEnumerable<FactDefinition> Named(Condition condition) => condition switch
    {
        FactCondition fact => [fact.Fact],
        AllCondition all => all.Items.SelectMany(Named),
        AnyCondition any => any.Items.SelectMany(Named),
        NotCondition not => Named(not.Inner),
        ComponentCondition component => Named(component.Inner),
        _ => [],
    };
}
