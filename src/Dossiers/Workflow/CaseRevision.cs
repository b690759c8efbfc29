using EmrSec.Dossiers.Store;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Workflow;

/// <summary>
/// Makes revisions: the canonical JSON as it is kept, and beside it the flat facts as they are to be re-assessed, with the days that the case's
/// steps tell.
/// </summary>
/// <param name="packs">The law.</param>
public sealed class CaseRevision(RulePackSet packs)
{
    private readonly FacilityLayout _layout = FacilityLayout.Of(packs);

    /// <summary>A revision of a case that is there.</summary>
    /// <param name="content">The dossier as canonical JSON.</param>
    /// <param name="dossier">The same, read.</param>
    /// <param name="case">The case.</param>
    /// <param name="steps">Its steps, the first first.</param>
    /// <param name="note">What the revision is about; null where nothing is said.</param>
    public NewRevision Of(byte[] content, Dossier dossier, CaseFile @case, IReadOnlyList<CaseStep> steps, string? note) =>
        First(content, CaseDossier.AsItStands(dossier, @case, steps, packs.Facts), note);

    /// <summary>The first revision of a case to be opened.</summary>
    /// <param name="content">The dossier as canonical JSON.</param>
    /// <param name="dossier">The same, read.</param>
    /// <param name="note">What the revision is about; null where nothing is said.</param>
    public NewRevision First(byte[] content, Dossier dossier, string? note)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return new NewRevision(content, FlatBytes.Write(FlatFacility.Of(_layout, dossier.ToProfile())), _layout.Name, note);
    }
}
