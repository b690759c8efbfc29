using EmrSec.Dossiers.Reassessments;
using EmrSec.Dossiers.Store;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Reassessments;

/// <summary>Everything that is written about a re-assessment, in one folder: tables, the table of a transition, minutes and deadlines.</summary>
internal static class ProvinceFolder
{
    /// <summary>Writes it; what is wrong is reported.</summary>
    /// <param name="call">What was asked for, with the folder.</param>
    /// <param name="packs">The law.</param>
    /// <param name="store">The store.</param>
    /// <param name="result">The re-assessment.</param>
    /// <param name="transition">The transition; null = none was asked for.</param>
    /// <param name="screen">Where to report.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>Whether all of it was written.</returns>
    public static bool Write(ReassessCall call, RulePackSet packs, IDossierStore store, ReassessmentResult result, ProvinceTransition? transition, Screen screen, TimeProvider clock)
    {
        var folder = call.Folder ?? throw new ArgumentException("no folder", nameof(call));
        Directory.CreateDirectory(folder);
        return new ProvinceTables(packs, store, result, screen).Write(folder)
            && (transition is null || TransitionTables.Write(transition, packs, folder, screen))
            && new ProvincePapers(call, packs, store, result, screen, clock).Write(folder);
    }
}
