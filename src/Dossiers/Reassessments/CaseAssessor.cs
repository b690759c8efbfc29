using EmrSec.Dossiers.Intake;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Packs;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>Assesses stored cases: from their flat arrays where these are of the law as loaded, else from their JSON. Not for several threads at once.</summary>
internal sealed class CaseAssessor(Func<IDossierStore> open, RulePackSet packs, FacilityLayout layout, AssessmentOptions options) : IDisposable
{
    private readonly FacilityBulkAssessor _bulk = new(packs, layout, options);
    private readonly DossierReader _reader = new(packs.Facts);
    private IDossierStore? _store;

    /// <summary>Assesses a case.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="revision">Its current revision.</param>
    /// <param name="facts">Its flat arrays; null where there are none of this layout.</param>
    /// <param name="content">Its JSON; null = to be fetched where it is needed.</param>
    /// <returns>The outcome, null where the dossier cannot be read under this law or no law judges it; and whether the JSON was read.</returns>
    public (FacilityOutcome? Outcome, bool IsFromJson) Assess(CaseId id, int revision, ReadOnlyMemory<byte>? facts, byte[]? content)
    {
        if (facts is { } bytes && FlatBytes.Read(layout, bytes.Span) is { } facility)
        {
            return (_bulk.Assess(facility), false);
        }

        var store = _store ??= open();
        var json = content ?? store.Content(id, revision);
        var dossier = json is null ? null : _reader.ReadCanonical(json, id.ToString()).Dossier;

        // The flat arrays hold the days that the case's steps tell; read from JSON, a dossier says the same.
        dossier = dossier is not null && store.Find(id) is { } file ? CaseDossier.AsItStands(dossier, file, store.Steps(id), packs.Facts) : dossier;
        return (dossier is null ? null : _bulk.Assess(FlatFacility.Of(layout, dossier.ToProfile())), true);
    }

    public void Dispose() => _store?.Dispose();
}
