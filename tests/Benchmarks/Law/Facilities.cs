using EmrSec.Rules.Bulk;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;

namespace EmrSec.Benchmarks.Law;

/// <summary>A facility ready to be assessed.</summary>
internal sealed record StoredFacility(FactFrame Frame, StoredSystem[] Systems);

/// <summary>Draws facilities of one to three systems with up to eight components among them, a fifth of their facts and of the answers to requirements not declared.</summary>
internal static class Facilities
{
    public const int Count = 10_000;

    private static readonly DateOnly FirstDay = new(2025, 1, 1);

    public static StoredFacility[] Draw(RequirementCatalogue catalogue)
    {
        var random = new Random(85);
        return [.. Enumerable.Range(0, Count).Select(_ => Draw(random, catalogue))];
    }

    private static StoredFacility Draw(Random random, RequirementCatalogue catalogue)
    {
        var facility = Facts(random, FactScope.Facility);
        var milestones = Facts(random, FactScope.Milestone);
        var systems = Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => System(random, [.. Enumerable.Range(0, Math.Max(0, random.Next(-2, 4))).Select(_ => System(random, []))]))
            .ToList();
        var profile = new FacilityProfile(facility, milestones, systems) { Answers = Answers(random, catalogue) };
        return new StoredFacility(
            FactFrame.Create(BuiltInLaw.Packs.Facts, facility, milestones),
            [.. systems.Select(system => StoredSystem.Create(catalogue, BuiltInLaw.Packs.Facts, profile, system))]);
    }

    private static List<RequirementAnswer> Answers(Random random, RequirementCatalogue catalogue) =>
    [
        .. catalogue.Requirements.Where(_ => random.Next(5) > 0).Select(requirement => new RequirementAnswer(requirement.Id, null, (RequirementStatus)random.Next(4))
        {
            Evidence = random.Next(3) > 0 ? ["a.pdf"] : [],
            ValidUntil = random.Next(2) == 0 ? FirstDay.AddDays(random.Next(1000)) : null,
            Due = random.Next(2) == 0 ? FirstDay.AddDays(random.Next(1000)) : null,
        }),
    ];

    private static SystemProfile System(Random random, IReadOnlyList<SystemProfile> components) => new("", "", Facts(random, FactScope.System), components);

    private static FactSet Facts(Random random, FactScope scope) => new(BuiltInLaw.Packs.Facts.Of(scope)
        .Where(fact => fact.Type != FactType.Text && random.Next(5) > 0)
        .ToDictionary(fact => fact, fact => new DeclaredFact(Value(random, fact), default)));

    private static FactValue Value(Random random, FactDefinition fact) => fact.Type switch
    {
        FactType.Boolean => FactValue.Of(random.Next(2) == 0),
        FactType.Enum => FactValue.OfOption(random.Next(fact.Options.Count)),
        FactType.Set => FactValue.OfItems(Math.Max(fact.MinItems, random.NextInt64(1L << fact.Options.Count))),
        _ when fact.AllowNone && random.Next(2) == 0 => FactValue.None,
        FactType.Date => FactValue.Of(FirstDay.AddDays(random.Next(690))),
        _ => FactValue.Of(Math.Clamp((long)Math.Pow(10, 6 * random.NextDouble()), fact.Min ?? 0, fact.Max ?? 1_000_000)),
    };
}
