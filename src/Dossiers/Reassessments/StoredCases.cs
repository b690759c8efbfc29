using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>A case of the scope as far as a run needs it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">The facility's name.</param>
/// <param name="Province">The slug of its province; null where not declared.</param>
internal sealed record ScopedCase(CaseId Id, string Name, string? Province);

/// <summary>The cases of a scope, small enough to keep all of them: a hundred thousand take about 20 MB.</summary>
internal static class StoredCases
{
    public static List<ScopedCase> Of(IDossierStore store, ReassessmentScope scope)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        var cases = new List<ScopedCase>();
        foreach (var each in store.Cases(scope.Query))
        {
            cases.Add(new ScopedCase(each.Id, each.FacilityName, each.Province is null ? null : Shared(each.Province)));
        }

        return cases;

        // One text for all of a province.
        string Shared(string slug) => slugs.TryGetValue(slug, out var known) ? known : slugs[slug] = slug;
    }
}
