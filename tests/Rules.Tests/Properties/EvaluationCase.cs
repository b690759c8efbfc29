using EmrSec.Rules.Conditions;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>Rules that run as one program, and dossiers to run them on.</summary>
internal sealed record EvaluationCase(FactCatalogue Catalogue, IReadOnlyList<Condition> Rules, IReadOnlyList<RandomDossier> Dossiers)
{
    public static EvaluationCase Draw(RandomLaw law, int rules, int dossiers, FactCatalogue? catalogue = null)
    {
        catalogue ??= law.Catalogue(law.Random.Next(1, 20));
        var share = law.Pick([0.0, 0.3, 0.6, 0.9, 1.0]);
        return new EvaluationCase(
            catalogue,
            law.Conditions(catalogue, rules),
            [.. Enumerable.Range(0, dossiers).Select(_ => law.Dossier(catalogue, law.Random.Next(1, 8), share))]);
    }

    public RuleProgram Program => new(Catalogue, Rules);

    /// <summary>Cases one step smaller: fewer rules, a part of a rule, fewer dossiers, fewer facts.</summary>
    public IEnumerable<EvaluationCase> Smaller()
    {
        foreach (var rules in SmallerLists(Rules, Parts))
        {
            yield return this with { Rules = rules };
        }

        foreach (var dossiers in SmallerLists(Dossiers, LessDeclared))
        {
            yield return this with { Dossiers = dossiers };
        }
    }

    public override string ToString() => $"rules:\n{string.Join('\n', Rules.Select(rule => "- " + ConditionYaml.Write(rule)))}\n{string.Join('\n', Dossiers)}";

    private static IEnumerable<IReadOnlyList<T>> SmallerLists<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> smaller)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items.Count > 1)
            {
                yield return [.. items.Where((_, other) => other != i)];
            }

            foreach (var item in smaller(items[i]))
            {
                yield return [.. items.Take(i), item, .. items.Skip(i + 1)];
            }
        }
    }

    private static IEnumerable<Condition> Parts(Condition condition) => condition switch
    {
        AllCondition all => [.. all.Items, .. SmallerLists(all.Items, Parts).Select(items => new AllCondition(default, items))],
        AnyCondition any => [.. any.Items, .. SmallerLists(any.Items, Parts).Select(items => new AnyCondition(default, items))],
        NotCondition not => [not.Inner, .. Parts(not.Inner).Select(inner => new NotCondition(default, inner))],
        ComponentCondition component => [component.Inner, .. Parts(component.Inner).Select(inner => component with { Inner = inner })],
        _ => [],
    };

    private static IEnumerable<RandomDossier> LessDeclared(RandomDossier dossier)
    {
        foreach (var variable in dossier.Variables.Where(variable => dossier[variable] is not null))
        {
            yield return dossier.With(variable, null);
        }

        if (dossier.System.Components.Count > 0)
        {
            yield return new RandomDossier(dossier.Catalogue, dossier.Common, dossier.System with { Components = [.. dossier.System.Components.Skip(1)] });
        }
    }
}
