using EmrSec.Rules.Facts;

namespace EmrSec.Rules.Wording;

/// <summary>A facility in a few words, in Vietnamese: the same on the screen and in papers.</summary>
public static class FacilityWords
{
    /// <summary>Facts worth naming with the facility's name, in this order.</summary>
    private static readonly string[] HeadFacts = ["facility.kind", "facility.ownership", "facility.province", "facility.managedBy", "facility.beds"];

    /// <summary>What is declared of the facts worth naming; empty where none is.</summary>
    /// <param name="facts">The facts there are.</param>
    /// <param name="facility">What is declared.</param>
    public static IReadOnlyList<string> Describe(FactCatalogue facts, FactSet facility)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(facility);
        return
        [
            .. HeadFacts.Select(facts.Find).OfType<FactDefinition>()
                .Where(facility.Contains)
                .Select(fact => facility.TryGet(fact, out var declared) ? $"{fact.Label.ToLowerInvariant()}: {FactText.Describe(fact, declared.Value)}" : ""),
        ];
    }
}
