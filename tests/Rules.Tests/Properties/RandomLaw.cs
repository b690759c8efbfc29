using System.Globalization;
using EmrSec.Rules.Conditions;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Tests.Engine;

namespace EmrSec.Rules.Tests.Properties;

/// <summary>Draws catalogues, conditions and dossiers: every type of fact, every operator, every width at which the engine changes its method.</summary>
internal sealed class RandomLaw(Random random)
{
    // 31 values fill a two-bit table, 32 do not; 60 is the most a catalogue allows.
    private static readonly int[] EnumSizes = [1, 2, 3, 5, 31, 32, 33, 60];
    private static readonly int[] SetSizes = [1, 2, 4, 9, 60];
    private static readonly long[] Numbers = [-FactValue.NumberLimit, -10_000, -1, 0, 1, 2, 3, 9_999, 10_000, 10_001, FactValue.NumberLimit];
    private static readonly DateOnly[] Days = [new(1945, 1, 1), new(1999, 12, 31), new(2025, 12, 31), new(2026, 1, 1), new(2026, 2, 28), new(2199, 12, 31)];

    public Random Random => random;

    public FactCatalogue Catalogue(int facts) => new([.. Enumerable.Range(0, facts).Select(order => Fact(order, Pick(Enum.GetValues<FactScope>()), Pick(EnumSizes), Pick(SetSizes), null))]);

    /// <summary>A catalogue whose facts have a handful of values each, so that every way to declare them can be tried.</summary>
    public FactCatalogue SmallCatalogue(int facts) => new([.. Enumerable.Range(0, facts).Select(order => Fact(order, Pick(Enum.GetValues<FactScope>()), random.Next(2, 5), random.Next(1, 4), random.Next(2, 6)))]);

    public Condition Condition(FactCatalogue catalogue, int depth)
    {
        IReadOnlyList<Condition> Items() => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Condition(catalogue, depth - 1))];
        return (depth <= 0 ? 99 : random.Next(30)) switch
        {
            < 8 => new AllCondition(default, Items()),
            < 16 => new AnyCondition(default, Items()),
            < 20 => new NotCondition(default, Condition(catalogue, depth - 1)),
            < 21 => new AlwaysCondition(default),
            < 25 => new ComponentCondition(default, random.Next(2) == 0, Condition(catalogue, depth - 1)),
            _ => Comparison(catalogue),
        };
    }

    public IReadOnlyList<Condition> Conditions(FactCatalogue catalogue, int count, int deepest = 5) =>
        [.. Enumerable.Range(0, count).Select(_ => Condition(catalogue, random.Next(deepest + 1)))];

    public RandomDossier Dossier(FactCatalogue catalogue, int members, double declared, DateOnly? latestDay = null)
    {
        var common = Facts(catalogue.Of(FactScope.Facility).Concat(catalogue.Of(FactScope.Milestone)), declared, latestDay);
        return new RandomDossier(catalogue, common, Tree(members, () => Facts(catalogue.Of(FactScope.System), declared, latestDay)));
    }

    /// <summary>A value that the fact may be declared to have, as a dossier writes it.</summary>
    public string Value(FactDefinition fact, DateOnly? latestDay = null)
    {
        if (fact.AllowNone && random.Next(4) == 0)
        {
            return "none";
        }

        switch (fact.Type)
        {
            case FactType.Boolean:
                return Pick(["true", "false"]);
            case FactType.Enum:
                return Pick(fact.Options).Id;
            case FactType.Set:
            {
                var items = fact.Options.Where(_ => random.Next(3) == 0).Select(option => option.Id).ToList();
                return string.Join(", ", items.Count < fact.MinItems ? [Pick(fact.Options).Id] : items);
            }

            case FactType.Integer:
                return Math.Clamp(Pick(Numbers) + random.Next(-1, 2), fact.Min ?? -FactValue.NumberLimit, fact.Max ?? FactValue.NumberLimit).ToString(CultureInfo.InvariantCulture);
            case FactType.Date:
            {
                var day = Day();
                return (day > latestDay ? latestDay.Value : day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }

            default:
                return "chữ";
        }
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private Declared Facts(IEnumerable<FactDefinition> facts, double share, DateOnly? latestDay)
    {
        var declared = new Declared();
        foreach (var fact in facts.Where(_ => random.NextDouble() < share))
        {
            declared.Add(fact.Id, Value(fact, latestDay));
        }

        return declared;
    }

    private DeclaredSystem Tree(int members, Func<Declared> facts)
    {
        var components = new List<DeclaredSystem>();
        var left = members - 1;
        while (left > 0)
        {
            var size = random.Next(1, left + 1);
            components.Add(Tree(size, facts));
            left -= size;
        }

        return new DeclaredSystem(facts(), components);
    }

    private FactDefinition Fact(int order, FactScope scope, int enumSize, int setSize, int? span)
    {
        var type = scope == FactScope.Milestone ? FactType.Date : Pick([FactType.Boolean, FactType.Enum, FactType.Enum, FactType.Set, FactType.Set, FactType.Integer, FactType.Integer, FactType.Date, FactType.Text]);
        var name = string.Create(CultureInfo.InvariantCulture, $"f{order}");
        var options = type switch { FactType.Enum => enumSize, FactType.Set => setSize, _ => 0 };
        long least = random.Next(-2, 3);
        var (min, max) = type != FactType.Integer ? (null, null)
            : span is { } values ? (least, least + values - 1)
            : Pick<(long?, long?)>([(null, null), (0, null), (0, 2_000_000_000), (1, 5)]);
        return new FactDefinition(scope switch { FactScope.Facility => "facility.", FactScope.Milestone => "milestones.", _ => "system." } + name, scope, type)
        {
            Label = $"Dữ kiện {name}",
            Question = $"{name}?",
            Options = [.. Enumerable.Range(0, options).Select(i => new FactOption(string.Create(CultureInfo.InvariantCulture, $"v{i}"), string.Create(CultureInfo.InvariantCulture, $"giá trị {i}")))],
            MinItems = type == FactType.Set ? random.Next(2) : 0,
            Min = min,
            Max = max,
            AllowNone = type is FactType.Integer or FactType.Date && random.Next(2) == 0,
            Order = order,
        };
    }

    private Condition Comparison(FactCatalogue catalogue)
    {
        var usable = catalogue.All.Where(fact => fact.Type != FactType.Text).ToList();
        return usable.Count == 0 ? new AlwaysCondition(default) : Comparison(Pick(usable));
    }

    private FactCondition Comparison(FactDefinition fact)
    {
        FactCondition Test(FactOperator how, long items = 0, long low = 0, long high = 0) => new(default, fact, how, items, low, high);
        switch (fact.Type)
        {
            case FactType.Boolean:
                return Test(FactOperator.In, random.Next(1, 4));
            case FactType.Enum:
                return Test(Pick([FactOperator.In, FactOperator.NotIn]), Bits(fact.Options.Count));
            case FactType.Set:
            {
                var how = Pick([FactOperator.AnyOf, FactOperator.AllOf, FactOperator.NoneOf, FactOperator.OnlyOf, FactOperator.Empty, FactOperator.NotEmpty]);
                return Test(how, how is FactOperator.Empty or FactOperator.NotEmpty ? 0 : Bits(fact.Options.Count));
            }

            default:
            {
                if (random.Next(6) == 0)
                {
                    return Test(Pick([FactOperator.IsNone, FactOperator.IsSome]));
                }

                var (a, b) = (Bound(fact), Bound(fact));
                return Pick([
                    Test(FactOperator.Between, 0, FactCondition.Lowest, a),
                    Test(FactOperator.Between, 0, a, FactCondition.Highest),
                    Test(FactOperator.Between, 0, a, a),
                    Test(FactOperator.Between, 0, Math.Min(a, b), Math.Max(a, b)),
                    Test(FactOperator.Between, 0, Math.Max(a, b), Math.Min(a, b)),
                ]);
            }
        }
    }

    private long Bound(FactDefinition fact) => fact.Type == FactType.Date
        ? Day().DayNumber
        : fact is { Min: { } min, Max: { } max } && max - min < 10 ? random.NextInt64(min - 1, max + 2) : Pick(Numbers) + random.Next(-1, 2);

    // Days from 1945 on, the first that a dossier may name: half of them from its first week, where every day can be tried.
    private DateOnly Day() => random.Next(2) == 0 ? Pick(Days) : Days[0].AddDays(random.Next(8));

    private long Bits(int options)
    {
        var bits = 1L << random.Next(options);
        for (var more = random.Next(4); more > 0; more--)
        {
            bits |= 1L << random.Next(options);
        }

        return bits;
    }
}
