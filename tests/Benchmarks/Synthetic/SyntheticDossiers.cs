using System.Reflection;
using EmrSec.Rules.Facts;

namespace EmrSec.Benchmarks.Synthetic;

/// <summary>One dossier in the forms that the ways to evaluate read.</summary>
internal sealed record SyntheticDossier(FactFrame Frame, FacilityObject Facility, SystemObject System);

/// <summary>Draws dossiers that differ from each other: few repeated ones would let a processor learn their branches by heart.</summary>
internal static class SyntheticDossiers
{
    public const int Count = 10_000;

    private const int Seed = 20_261_121;
    private static readonly DateOnly FirstDay = new(2025, 6, 1);
    private static readonly Dictionary<string, PropertyInfo> Properties = SyntheticLaw.Facts.All.ToDictionary(
        fact => fact.Id,
        fact => (fact.Scope == FactScope.System ? typeof(SystemObject) : typeof(FacilityObject)).GetProperty(char.ToUpperInvariant(fact.Path[0]) + fact.Path[1..])!,
        StringComparer.Ordinal);

    public static SyntheticDossier[] Draw()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Count).Select(_ => Draw(random))];
    }

    public static SyntheticDossier DrawOne() => Draw(new Random(Seed));

    private static SyntheticDossier Draw(Random random)
    {
        var profile = Tree(random, random.Next(9));
        var frame = FactFrame.Create(SyntheticLaw.Facts, FactSet.Empty, FactSet.Empty, profile);
        var facility = new FacilityObject();
        var systems = new List<SystemObject>();
        AddObjects(profile, systems);
        foreach (var fact in SyntheticLaw.Facts.All)
        {
            for (var member = 0; member < (fact.Scope == FactScope.System ? systems.Count : 1); member++)
            {
                if (random.Next(5) > 0)
                {
                    var value = Value(random, fact);
                    frame.Values[frame.Index(fact, member)] = value.Code;
                    Properties[fact.Id].SetValue(fact.Scope == FactScope.System ? systems[member] : facility, AsWritten(fact, value));
                }
            }
        }

        return new SyntheticDossier(frame, facility, systems[0]);
    }

    private static FactValue Value(Random random, FactDefinition fact) => fact.Type switch
    {
        FactType.Boolean => FactValue.Of(random.Next(2) == 0),
        FactType.Enum => FactValue.OfOption(random.Next(fact.Options.Count)),
        FactType.Set => FactValue.OfItems(random.NextInt64(1L << fact.Options.Count) & random.NextInt64(1L << fact.Options.Count)),
        _ when fact.AllowNone && random.Next(5) == 0 => FactValue.None,
        FactType.Date => FactValue.Of(FirstDay.AddDays(random.Next(700))),
        _ => FactValue.Of((long)Math.Pow(10, 7 * random.NextDouble()) - 1),
    };

    // Each value its own string, as a reader of files makes them.
    private static object AsWritten(FactDefinition fact, FactValue value) => fact.Type == FactType.Set
        ? FactText.Items(fact, value.Items).Select(option => new string(option.Id.AsSpan())).ToList()
        : new string(FactText.ToYaml(fact, value).AsSpan());

    private static SystemProfile Tree(Random random, int components)
    {
        var children = new List<SystemProfile>();
        while (components > 0)
        {
            var below = random.Next(4) == 0 ? random.Next(components) : 0;
            children.Add(Tree(random, below));
            components -= below + 1;
        }

        return new SystemProfile("", "", FactSet.Empty, children);
    }

    private static SystemObject AddObjects(SystemProfile profile, List<SystemObject> systems)
    {
        var system = new SystemObject();
        systems.Add(system);
        system.Components.AddRange(profile.Components.Select(component => AddObjects(component, systems)));
        return system;
    }
}
