using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Requirements;
using EmrSec.Rules.Tests.Properties;

namespace EmrSec.Rules.Tests.Requirements;

/// <summary>Bulk assessment from flat arrays says of every system what the ordinary assessment says of it.</summary>
public class BulkProperties
{
    private static readonly string[] Zones = ["internal", "border", "dmz", "internal-servers", "wireless", "database", "management", "device-management", ""];
    private static readonly DateOnly[] Days = [new(2026, 1, 1), new(2026, 5, 19), new(2026, 5, 20), new(2027, 1, 1)];
    private static readonly RequirementStatus[] Statuses = [RequirementStatus.Met, RequirementStatus.Partial, RequirementStatus.Unmet, RequirementStatus.NotApplicable];

    private static readonly DateOnly[] StandardDays = [new(2026, 8, 19), new(2026, 11, 21), new(2027, 1, 1)];

    private static RequirementCatalogue Catalogue { get; } = BuiltInRules.Packs.Requirements.Single(each => each.Header.Id == "tt12-2022");

    private static RequirementCatalogue Standard { get; } = BuiltInRules.Packs.Requirements.Single(each => each.Header.Id == "nd331-2026-tcvn");

    private static BulkAssessor Bulk { get; } = new(Catalogue, BuiltInRules.Packs.Facts);

    [Fact]
    public void Every_verdict_is_the_ordinary_one() =>
        // The draw reaches what matters: every status, every documentation, every truth of a demand, an overdue plan.
        Compare(Bulk, Catalogue, Days, 400)
            .ShouldBe(["Met", "Partial", "Unmet", "NotApplicable", "Unknown", "None", "Documented", "Undocumented", "Expired", "product False", "product Unknown", "product True", "overdue"], ignoreOrder: true);

    // A standard knows requirements that fall away by the answer's own word.
    [Fact]
    public void Every_verdict_under_a_standard_is_the_ordinary_one() =>
        Compare(new BulkAssessor(Standard, BuiltInRules.Packs.Facts), Standard, StandardDays, 60)
            .ShouldBe(["Met", "Partial", "Unmet", "NotApplicable", "Unknown", "None", "Documented", "Undocumented", "Expired", "product False", "overdue"], ignoreOrder: true);

    private static HashSet<string> Compare(BulkAssessor bulk, RequirementCatalogue catalogue, DateOnly[] days, int times)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Law.Holds(times, law => new Drawn(Draw(law, catalogue), law.Pick(days), law.Random.Next(4) > 0), drawn =>
        {
            var assessment = FacilityAssessor.Assess(BuiltInRules.Packs, drawn.Facility, new AssessmentOptions(drawn.Day, catalogue.Regime.Header.Id, drawn.Presume));
            foreach (var ordinary in assessment.Requirements)
            {
                bulk.Judge(StoredSystem.Create(catalogue, BuiltInRules.Packs.Facts, drawn.Facility, ordinary.System.System, drawn.Presume));
                foreach (var level in ordinary.Levels)
                {
                    var verdicts = new BulkVerdict[bulk.VerdictCount];
                    var totals = bulk.Assess(level.Level, drawn.Day, verdicts);
                    totals.ShouldBe(new BulkTotals(level.Totals.Met, level.Totals.Partial, level.Totals.Unmet, level.Totals.NotApplicable, level.Totals.Unknown));
                    Say(catalogue, level, seen).ShouldBe(Say(catalogue, verdicts));
                }
            }
        });
        return seen;
    }

    [Fact]
    public void The_bounds_hold_the_exact_range_and_are_the_level_where_facts_are_complete() => ForEveryFacility((facility, day, presume) =>
    {
        foreach (var system in FacilityAssessor.Assess(BuiltInRules.Packs, facility, new AssessmentOptions(day, "nd85-2016", presume)).Systems)
        {
            var bounds = Bulk.Judge(StoredSystem.Create(Catalogue, BuiltInRules.Packs.Facts, facility, system.System, presume));
            bounds.Least.ShouldBeLessThanOrEqualTo(system.AtLeast ?? 0);
            bounds.Greatest.ShouldBeGreaterThanOrEqualTo(system.AtMost ?? 0);
            if (bounds.Least == bounds.Greatest && bounds.Least > 0)
            {
                system.Value.ShouldBe(bounds.Least);
            }
        }
    });

    [Fact]
    public void Nothing_is_allocated()
    {
        var system = RequirementRun.System("whole", "kinds: [his]", RequirementRun.System("a", "function: internal, information: [private]"), RequirementRun.System("b", "function: citizens-business, onlineServices: [other], information: [personal]"));
        var stored = StoredSystem.Create(Catalogue, BuiltInRules.Packs.Facts, new FacilityProfile(FactSet.Empty, FactSet.Empty, [system]), system);
        var verdicts = new BulkVerdict[Bulk.VerdictCount];
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                var bounds = Bulk.Judge(stored);
                for (var level = Math.Max(1, bounds.Least); level <= bounds.Greatest; level++)
                {
                    Bulk.Assess(level, RequirementRun.AsOf, verdicts);
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated();
        Allocated().ShouldBe(0);
    }

    private static void ForEveryFacility(Action<FacilityProfile, DateOnly, bool> check) => Law.Holds(
        400,
        law => new Drawn(Draw(law, Catalogue), law.Pick(Days), law.Random.Next(4) > 0),
        drawn => check(drawn.Facility, drawn.Day, drawn.Presume));

    private static FacilityProfile Draw(RandomLaw law, RequirementCatalogue catalogue)
    {
        var share = law.Pick([0.3, 0.8, 0.95, 1.0]);
        var systems = Enumerable.Range(0, law.Random.Next(1, 3)).Select(number =>
        {
            var dossier = law.Dossier(BuiltInRules.Packs.Facts, law.Random.Next(1, 5), share);
            return Named(Sway(dossier.Profile, law), number, law);
        }).ToList();
        var ids = systems.SelectMany(Ids).ToList();
        var answers = catalogue.Requirements
            .SelectMany(requirement => ids.Append(null).Where(_ => law.Random.Next(3) == 0).Select(id => Answer(requirement.Id, id, law)))
            .ToList();
        return new FacilityProfile(FactSet.Empty, FactSet.Empty, systems) { Answers = answers };
    }

    private static RequirementAnswer Answer(string requirement, string? id, RandomLaw law) => new(requirement, id, law.Pick(Statuses))
    {
        Evidence = law.Random.Next(2) == 0 ? ["a.pdf"] : [],
        ValidUntil = law.Random.Next(3) == 0 ? law.Pick(Days) : null,
        Due = law.Random.Next(3) == 0 ? law.Pick(Days) : null,
    };

    // Facts drawn evenly hardly ever give a level below 5: most systems have nothing to do with the rarest criteria.
    private static SystemProfile Sway(SystemProfile system, RandomLaw law)
    {
        var facts = system.Facts;
        foreach (var fact in BuiltInRules.Packs.Facts.Presumed.Where(fact => fact.Scope == FactScope.System))
        {
            facts = law.Random.Next(8) > 0 ? facts.With(fact, null) : facts;
        }

        return system with { Facts = facts, Components = [.. system.Components.Select(component => Sway(component, law))] };
    }

    private static SystemProfile Named(SystemProfile system, int number, RandomLaw law) => system with
    {
        Id = FormattableString.Invariant($"{number}-{system.Id}"),
        Zones = law.Random.Next(2) == 0 ? [] : [.. Zones.Where(_ => law.Random.Next(3) > 0)],
        Components = [.. system.Components.Select(component => Named(component, number, law))],
    };

    private static IEnumerable<string> Ids(SystemProfile system) => system.Components.SelectMany(Ids).Prepend(system.Id);

    private static List<string> Say(RequirementCatalogue catalogue, LevelFindings level, HashSet<string> seen) =>
    [
        .. catalogue.Requirements.Select(requirement =>
        {
            if (level.Findings.SingleOrDefault(finding => ReferenceEquals(finding.Requirement, requirement)) is not { } finding)
            {
                return $"{requirement.Id} –";
            }

            var product = finding.Products.Aggregate(Truth.False, (truth, each) => truth | each.Demanded);
            var overdue = finding.Progress is { IsOverdue: true };
            seen.UnionWith([$"{finding.Status}", $"{finding.Documentation}", $"product {product}", .. overdue ? (string[])["overdue"] : []]);
            return $"{requirement.Id} {finding.Status} {finding.Documentation} {product} {overdue}";
        }),
    ];

    private static List<string> Say(RequirementCatalogue catalogue, BulkVerdict[] verdicts) =>
    [
        .. catalogue.Requirements.Select((requirement, i) => verdicts[i].IsOfTheLevel
            ? $"{requirement.Id} {verdicts[i].Status} {verdicts[i].Documentation} {verdicts[i].Product} {verdicts[i].IsOverdue}"
            : $"{requirement.Id} –"),
    ];

    private sealed record Drawn(FacilityProfile Facility, DateOnly Day, bool Presume);
}
