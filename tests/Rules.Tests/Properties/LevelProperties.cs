using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>Levels by the law as it is, of systems and components of which anything may be missing.</summary>
public class LevelProperties
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly Regime Regime = BuiltInRules.Packs.FindRegime("nd85-2016").ShouldNotBeNull();
    private static readonly FactDefinition[] Asked = [.. Regime.Program.Leaves.Select(leaf => leaf.Fact).Distinct().OrderBy(fact => fact.Order)];

    [Fact]
    public void The_range_narrows_with_every_fact_declared() => Law.Holds(
        500,
        law =>
        {
            var dossier = Draw(law);
            FactVariable[] open = [.. Open(dossier).Where(variable => !MakesAWhole(dossier, variable))];
            law.Random.Shuffle(open);
            return new Declarations(dossier, [.. open.Take(15).Select(variable => (variable, law.Value(variable.Fact)))]);
        },
        each =>
        {
            var dossier = each.Dossier;
            var before = Determine(dossier, presume: false);
            foreach (var (variable, value) in each.Facts)
            {
                dossier = dossier.With(variable, value);
                var after = Determine(dossier, presume: false);
                after.IsExact.ShouldBeTrue();
                (after.AtLeast ?? 0).ShouldBeGreaterThanOrEqualTo(before.AtLeast ?? 0, $"{variable.Fact} = {value}");
                (after.AtMost ?? 0).ShouldBeLessThanOrEqualTo(before.AtMost ?? 0, $"{variable.Fact} = {value}");
                before = after;
            }
        });

    [Fact]
    public void Every_way_to_fill_in_what_is_missing_falls_within_the_range() => Law.Holds(
        1_000,
        law =>
        {
            var dossier = Draw(law);
            var ways = Enumerable.Range(0, 10).Select(_ => Filled(dossier, Variables(dossier), variable => law.Value(variable.Fact))).ToList();
            return (Dossier: dossier, Ways: ways);
        },
        each =>
        {
            var level = Determine(each.Dossier, presume: false);
            foreach (var way in each.Ways)
            {
                LevelByHand(way, Participants(each.Dossier)).ShouldBeInRange(level.AtLeast ?? 0, level.AtMost ?? 0, way.ToString());
            }
        });

    [Fact]
    public void Both_ends_of_the_range_are_reached() => Law.Holds(
        2_000,
        Draw,
        dossier =>
        {
            var level = Determine(dossier, presume: false);
            LevelByHand(Witness(dossier, level, level.AtLeast ?? 0), Participants(dossier)).ShouldBe(level.AtLeast ?? 0);
            LevelByHand(Witness(dossier, level, level.AtMost ?? 0), Participants(dossier)).ShouldBe(level.AtMost ?? 0);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Answering_the_questions_one_by_one_ends_without_questions(bool presume) => Law.Holds(
        1_000,
        law => (Dossier: Draw(law), Answers: new Random(law.Random.Next())),
        each =>
        {
            var (dossier, law) = (each.Dossier, new RandomLaw(each.Answers));
            var level = Determine(dossier, presume);
            while (level.Missing.Count > 0)
            {
                var first = Variable(level.Missing[0]);
                dossier = dossier.With(first, law.Value(first.Fact));
                var after = Determine(dossier, presume);
                Variables(after).ShouldBeSubsetOf(Variables(level).Where(variable => variable != first));
                level = after;
            }

            level.AtLeast.ShouldBe(level.AtMost);
            level.Status.ShouldBe(level.AtLeast is null ? LevelStatus.Undetermined : LevelStatus.Determined);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Answering_all_questions_at_once_settles_the_level(bool presume) => Law.Holds(
        2_000,
        law => (Dossier: Draw(law), Answers: new Random(law.Random.Next())),
        each =>
        {
            var law = new RandomLaw(each.Answers);
            var missing = Variables(Determine(each.Dossier, presume)).ToList();
            var level = Determine(Filled(each.Dossier, missing, variable => law.Value(variable.Fact)), presume);
            level.Missing.ShouldBeEmpty();
            level.AtLeast.ShouldBe(level.AtMost);
        });

    [Fact]
    public void A_fact_that_is_not_asked_for_changes_nothing() => Law.Holds(
        1_000,
        law =>
        {
            var dossier = Draw(law);
            return (Dossier: dossier, Answers: new Random(law.Random.Next()));
        },
        each =>
        {
            var law = new RandomLaw(each.Answers);
            var level = Determine(each.Dossier, presume: false);
            var others = Variables(each.Dossier).Except(Variables(level)).ToList();
            var after = Determine(Filled(each.Dossier, others, variable => law.Value(variable.Fact)), presume: false);
            (after.AtLeast, after.AtMost).ShouldBe((level.AtLeast, level.AtMost));
        });

    private static RandomDossier Draw(RandomLaw law)
    {
        var dossier = law.Dossier(BuiltInRules.Packs.Facts, law.Random.Next(1, 4), 0);
        var share = law.Pick([0.0, 0.3, 0.6, 0.8, 1.0]);
        return Filled(dossier, Open(dossier).Where(_ => law.Random.NextDouble() < share), variable => law.Value(variable.Fact));
    }

    private static LevelResult Determine(RandomDossier dossier, bool presume) =>
        new LevelAssessor(BuiltInRules.Packs.Facts, Regime, AsOf, presume).Determine(dossier.Facility, dossier.Milestones, dossier.Profile);

    private static RandomDossier Filled(RandomDossier dossier, IEnumerable<FactVariable> variables, Func<FactVariable, string> value) =>
        variables.Aggregate(dossier, (filled, variable) => filled.With(variable, value(variable)));

    /// <summary>The facts not declared that the law asks for, of every member.</summary>
    private static IEnumerable<FactVariable> Open(RandomDossier dossier) =>
        dossier.Variables.Where(variable => Asked.Contains(variable.Fact) && dossier[variable] is null);

    /// <summary>Those of the members that are judged.</summary>
    private static IEnumerable<FactVariable> Variables(RandomDossier dossier)
    {
        var judged = Participants(dossier);
        return Open(dossier).Where(variable => judged.Contains(variable.Member));
    }

    private static IEnumerable<FactVariable> Variables(LevelResult level) => level.Missing.Select(Variable);

    private static FactVariable Variable(MissingFact missing) =>
        FactVariable.Of(missing.Fact, int.Parse(missing.System?.Id[1..] ?? "-1", System.Globalization.CultureInfo.InvariantCulture));

    // A whole made of components is judged by itself from its first own fact on: one more that must meet the criteria.
    private static bool MakesAWhole(RandomDossier dossier, FactVariable variable) =>
        variable.Member >= 0 && !Participants(dossier).Contains(variable.Member) && Regime.Components.OwnFacts.Contains(variable.Fact);

    private static HashSet<int> Participants(RandomDossier dossier) =>
    [
        .. Enumerable.Range(0, dossier.Members.Count).Where(member => dossier.Members[member].Components.Count == 0
            || Regime.Components.OwnFacts.Any(fact => dossier.Members[member].Facts.TryGetValue(fact.Id, out var value)
                && !string.Equals(value, fact.Presumed is { } presumed ? Written(fact, presumed.Value) : null, StringComparison.Ordinal))),
    ];

    private static int LevelByHand(RandomDossier dossier, HashSet<int> participants) => Regime.Criteria
        .Where(criterion => participants.Any(member => dossier.Reference(criterion.When, member) == Truth.True))
        .Select(criterion => criterion.Level)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>The dossier with its missing facts filled in along a path of the diagram to an outcome.</summary>
    private static RandomDossier Witness(RandomDossier dossier, LevelResult level, int outcome)
    {
        var decision = level.Target.Decision;
        var node = decision.Root.ShouldNotBeNull();
        while (!node.IsLeaf)
        {
            var child = Array.FindIndex(node.Children, each => Decisions.DecisionSpace.Nodes(each).Any(below => below.IsLeaf && below.Outcome == outcome));
            var variable = decision.Variables[node.Variable];
            dossier = dossier.With(variable, Written(variable.Fact, decision.Classes[node.Variable].Items[child].Representative));
            node = node.Children[child];
        }

        // What the path leaves out makes no difference: any value will do.
        var law = new RandomLaw(new Random(outcome));
        return Filled(dossier, decision.Variables.Where(variable => dossier[variable] is null), variable => law.Value(variable.Fact));
    }

    private static string Written(FactDefinition fact, FactValue value) => FactText.ToYaml(fact, value).Trim('[', ']');

    private sealed record Declarations(RandomDossier Dossier, IReadOnlyList<(FactVariable Variable, string Value)> Facts);
}
