using System.Diagnostics.CodeAnalysis;
using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>Which dossiers in force are assessed again: all, those of a province, or one facility's.</summary>
public sealed record ReassessmentScope
{
    private const string Everything = "all";
    private const string ProvincePrefix = "province:";
    private const string FacilityPrefix = "facility:";

    private ReassessmentScope(string name, string? province, string? facilityCode) => (Name, Province, FacilityCode) = (name, province, facilityCode);

    /// <summary>All of the store.</summary>
    public static ReassessmentScope All { get; } = new(Everything, null, null);

    /// <summary>As it is written: «all», «province:bac-ninh», «facility:27-001».</summary>
    public string Name { get; }

    /// <summary>The slug of the province; null where it is not one province.</summary>
    public string? Province { get; }

    /// <summary>The facility's code; null where it is not one facility.</summary>
    public string? FacilityCode { get; }

    /// <summary>The cases of the store that it takes in.</summary>
    public CaseQuery Query => new() { States = [CaseState.InForce], Province = Province, FacilityCode = FacilityCode };

    /// <summary>Reads a scope as it is written.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="scope">The scope.</param>
    /// <returns>Whether it is one; whether there is such a province or facility is not looked at.</returns>
    public static bool TryParse([NotNullWhen(true)] string? written, [NotNullWhen(true)] out ReassessmentScope? scope)
    {
        scope = written switch
        {
            Everything => All,
            not null when written.StartsWith(ProvincePrefix, StringComparison.Ordinal) && written.Length > ProvincePrefix.Length => new(written, written[ProvincePrefix.Length..], null),
            not null when written.StartsWith(FacilityPrefix, StringComparison.Ordinal) && written.Length > FacilityPrefix.Length => new(written, null, written[FacilityPrefix.Length..]),
            _ => null,
        };
        return scope is not null;
    }
}
