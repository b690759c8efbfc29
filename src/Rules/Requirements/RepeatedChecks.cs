using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Requirements;

/// <summary>
/// Several packs may hold the rules beside the requirements of one law, an article each. An answer belongs to one rule: a pack that
/// repeats a rule's id of another in force on the same days is not used.
/// </summary>
internal static class RepeatedChecks
{
    public static void Remove(List<RequirementCatalogue> packs, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < packs.Count; i++)
        {
            if (packs.Take(i).Any(earlier => Repeats(packs[i], earlier, diagnostics)))
            {
                packs.RemoveAt(i--);
            }
        }
    }

    private static bool Repeats(RequirementCatalogue pack, RequirementCatalogue earlier, DiagnosticBag diagnostics)
    {
        if (!ReferenceEquals(pack.Regime, earlier.Regime) || !Overlap(pack.Header.InForce, earlier.Header.InForce))
        {
            return false;
        }

        var repeated = pack.Requirements.Where(check => earlier.Ids.Contains(check.Id)).ToList();
        foreach (var check in repeated)
        {
            diagnostics.Error("LU061", check.Position, $"quy định «{check.Id}» đã có ở gói «{earlier.Header.Id}»");
        }

        return repeated.Count > 0;
    }

    private static bool Overlap(InForce one, InForce other) =>
        one.From <= (other.To ?? DateOnly.MaxValue) && other.From <= (one.To ?? DateOnly.MaxValue);
}
