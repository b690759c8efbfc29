using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>Makes revisions that a re-assessment need not read the dossier of: with its flat arrays beside the canonical JSON.</summary>
public static class FlatRevision
{
    /// <summary>A revision of a dossier that was read.</summary>
    /// <param name="packs">The law.</param>
    /// <param name="read">The dossier, without errors.</param>
    /// <param name="note">What the revision is about; null where nothing is said.</param>
    /// <exception cref="InvalidOperationException">There is no dossier.</exception>
    public static NewRevision Of(RulePackSet packs, DossierReadResult read, string? note)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(read);
        var dossier = read.Dossier ?? throw new InvalidOperationException("there is no dossier");
        var layout = FacilityLayout.Of(packs);
        return new NewRevision(read.ToCanonicalJson(), FlatBytes.Write(FlatFacility.Of(layout, dossier.ToProfile())), layout.Name, note);
    }
}
