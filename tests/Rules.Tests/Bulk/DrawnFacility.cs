using EmrSec.Rules.Facts;
using EmrSec.Rules.Procedures;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Tests.Properties;

namespace EmrSec.Rules.Tests.Bulk;

/// <summary>Draws facilities under the law in force: everything an assessment looks at, each of it at times not declared.</summary>
internal static class DrawnFacility
{
    private static readonly string[] Zones = ["internal", "border", "dmz", "internal-servers", "wireless", "database", "management", "device-management", "một vùng khác", ""];
    private static readonly DateOnly FirstDay = new(2024, 6, 1);

    private static readonly string[] Requirements =
        [.. BuiltInRules.Packs.Requirements.Concat(BuiltInRules.Packs.Checks).SelectMany(catalogue => catalogue.Ids).Distinct().Order(StringComparer.Ordinal), "tt12.khong-co"];

    public static FacilityProfile Draw(RandomLaw law)
    {
        var share = law.Pick([0.4, 0.8, 0.95, 1.0]);
        List<SystemProfile> systems = [.. Enumerable.Range(0, law.Random.Next(4)).Select(number => Named(Sway(law.Dossier(BuiltInRules.Packs.Facts, law.Random.Next(1, 5), share).Profile, law), number, law))];
        var ids = systems.SelectMany(Ids).Append("khong-co").ToList();
        return new FacilityProfile(Facts(law, FactScope.Facility, share), Facts(law, FactScope.Milestone, share), systems, law.Random.Next(2) == 0 ? null : new BodyNames(Name(law), Name(law), Name(law)))
        {
            Answers =
            [
                .. Requirements.SelectMany(requirement => ids.Append(null).Where(_ => law.Random.Next(4) == 0), (requirement, id) => Answer(requirement, id, law)),
                .. Enumerable.Range(0, 5).Select(_ => Answer(law.Pick(Requirements), law.Pick([null, .. ids]), law)),
            ],
            Processing = law.Random.Next(3) == 0 ? null : Processing(law),
        };
    }

    private static string? Name(RandomLaw law) => law.Pick(["Sở Y tế", "Bệnh viện  Mẫu", "bệnh viện mẫu", "", null]);

    private static ProcessingRecord Processing(RandomLaw law) => new(
        Maybe(law), Maybe(law), [.. Enumerable.Range(0, law.Random.Next(3)).Select(_ => new Supplement(Day(law), Maybe(law)))], Maybe(law), Maybe(law));

    private static DateOnly? Maybe(RandomLaw law) => law.Random.Next(2) == 0 ? null : Day(law);

    private static DateOnly Day(RandomLaw law) => FirstDay.AddDays(law.Random.Next(1100));

    private static RequirementAnswer Answer(string requirement, string? id, RandomLaw law) => new(requirement, id, (RequirementStatus)law.Random.Next(4))
    {
        How = "như quy chế",
        Evidence = law.Random.Next(2) == 0 ? ["quyết định.pdf"] : [],
        ValidUntil = law.Random.Next(3) == 0 ? Day(law) : null,
        Due = law.Random.Next(3) == 0 ? Day(law) : null,
    };

    private static FactSet Facts(RandomLaw law, FactScope scope, double share) => new(BuiltInRules.Packs.Facts.Of(scope)
        .Where(_ => law.Random.NextDouble() < share)
        .ToDictionary(fact => fact, fact => new DeclaredFact(Value(law, fact), default)));

    private static FactValue Value(RandomLaw law, FactDefinition fact) => fact.Type switch
    {
        FactType.Date => fact.AllowNone && law.Random.Next(4) == 0 ? FactValue.None : FactValue.Of(Day(law)),
        FactType.Text => FactValue.Of("chữ"),
        _ => RandomDossier.Value(fact, law.Value(fact)),
    };

    private static FactDefinition Fact(string id) => BuiltInRules.Packs.Facts.Find(id)!;

    private static FactValue Value(string id, string written) => RandomDossier.Value(Fact(id), written);

    // Facts drawn evenly hardly ever give a level below 5: most systems have nothing to do with the rarest criteria.
    private static SystemProfile Sway(SystemProfile system, RandomLaw law)
    {
        var facts = system.Facts;
        foreach (var fact in BuiltInRules.Packs.Facts.Presumed.Where(fact => fact.Scope == FactScope.System))
        {
            facts = law.Random.Next(8) > 0 ? facts.With(fact, null) : facts;
        }

        // The lowest level is the rarest of all: only what serves a body itself, with public information and nothing else said, has it.
        if (system.Components.Count == 0 && law.Random.Next(5) == 0)
        {
            facts = FactSet.Empty.With(Fact("system.function"), Value("system.function", "internal")).With(Fact("system.information"), Value("system.information", "public"));
        }

        return system with { Facts = facts, Components = [.. system.Components.Select(component => Sway(component, law))] };
    }

    private static SystemProfile Named(SystemProfile system, int number, RandomLaw law) => system with
    {
        Id = FormattableString.Invariant($"{number}-{system.Id}"),
        ProposedLevel = law.Random.Next(6) is not 0 and var level ? level : null,
        Zones = law.Random.Next(2) == 0 ? [] : [.. Zones.Where(_ => law.Random.Next(3) > 0)],
        Components = [.. system.Components.Select(component => Named(component, number, law))],
    };

    private static IEnumerable<string> Ids(SystemProfile system) => system.Components.SelectMany(Ids).Prepend(system.Id);
}
