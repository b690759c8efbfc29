using System.Globalization;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>Every way to fill in what is missing, tried one by one with every value there is, and the outcome of each by the plain reading.</summary>
internal sealed class BruteForce
{
    private static readonly DateOnly FirstDay = new(1945, 1, 1);

    private readonly DecisionCase _case;
    private readonly string[][] _domains;

    public BruteForce(DecisionCase each)
    {
        _case = each;
        Variables = [.. each.Open];
        _domains = [.. Variables.Select(variable => Domain(variable.Fact, each.LatestDay).ToArray())];
        Outcomes = new int[_domains.Aggregate(1, (ways, domain) => ways * domain.Length)];
        for (var way = 0; way < Outcomes.Length; way++)
        {
            Outcomes[way] = Outcome(way);
        }

        foreach (var variable in Variables)
        {
            each.Dossier.DeclaredAt(variable).Remove(variable.Fact.Id);
        }
    }

    /// <summary>The missing facts that a rule asks for.</summary>
    public IReadOnlyList<FactVariable> Variables { get; }

    /// <summary>The outcome of each way.</summary>
    public int[] Outcomes { get; }

    /// <summary>The facts of which one alone, whatever the others are, can change the outcome.</summary>
    public IEnumerable<FactVariable> Decisive
    {
        get
        {
            var stride = 1;
            for (var i = 0; i < Variables.Count; i++)
            {
                var (step, size) = (stride, _domains[i].Length);
                if (Enumerable.Range(0, Outcomes.Length).Any(way => way / step % size != 0 && Outcomes[way] != Outcomes[way - step]))
                {
                    yield return Variables[i];
                }

                stride *= size;
            }
        }
    }

    /// <summary>The value that a fact has in a way.</summary>
    public string Value(int way, int variable)
    {
        for (var i = 0; i < variable; i++)
        {
            way /= _domains[i].Length;
        }

        return _domains[variable][way % _domains[variable].Length];
    }

    /// <summary>Every value a fact may be declared to have.</summary>
    public static IEnumerable<string> Domain(FactDefinition fact, DateOnly latestDay)
    {
        var values = fact.Type switch
        {
            FactType.Boolean => ["false", "true"],
            FactType.Enum => fact.Options.Select(option => option.Id),
            FactType.Set => Enumerable.Range(0, 1 << fact.Options.Count)
                .Where(items => items != 0 || fact.MinItems == 0)
                .Select(items => string.Join(", ", FactText.Items(fact, items).Select(option => option.Id))),
            FactType.Integer => Enumerable.Range(0, (int)(fact.Max!.Value - fact.Min!.Value + 1)).Select(i => (fact.Min.Value + i).ToString(CultureInfo.InvariantCulture)),
            _ => Enumerable.Range(0, latestDay.DayNumber - FirstDay.DayNumber + 1).Select(i => FirstDay.AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        };
        return fact.AllowNone ? values.Append("none") : values;
    }

    private int Outcome(int way)
    {
        var rest = way;
        for (var i = 0; i < Variables.Count; i++)
        {
            _case.Dossier.DeclaredAt(Variables[i])[Variables[i].Fact.Id] = _domains[i][rest % _domains[i].Length];
            rest /= _domains[i].Length;
        }

        return _case.OutcomeAsDeclared();
    }
}
