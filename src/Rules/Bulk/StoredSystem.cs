using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Bulk;

/// <summary>
/// A system in the flat form that bulk assessment reads: its facts in slots, its answers in bits and day numbers. Kept beside a stored
/// dossier it can be assessed again on any day without reading the dossier; it holds as long as the facts catalogue and the packs do.
/// Immutable.
/// </summary>
public sealed class StoredSystem
{
    internal StoredSystem(FactFrame frame, FactFrame inherited, int[] judged, StoredAnswers answers)
    {
        Frame = frame;
        Inherited = inherited;
        Judged = judged;
        Answers = answers;
    }

    /// <summary>Its facts, presumed ones filled in.</summary>
    internal FactFrame Frame { get; }

    /// <summary>The same, each component having from the whole what it leaves undeclared.</summary>
    internal FactFrame Inherited { get; }

    /// <summary>The members that are judged by themselves.</summary>
    internal int[] Judged { get; }

    /// <summary>Its answers.</summary>
    internal StoredAnswers Answers { get; }

    /// <summary>Puts a system into flat form.</summary>
    /// <param name="catalogue">The requirements it is to be assessed by, with their regime.</param>
    /// <param name="facts">The facts there are.</param>
    /// <param name="facility">The facility: its facts, milestones and answers.</param>
    /// <param name="system">One of its systems.</param>
    /// <param name="presume">Whether facts that almost no facility has may be presumed.</param>
    public static StoredSystem Create(RequirementCatalogue catalogue, FactCatalogue facts, FacilityProfile facility, SystemProfile system, bool presume = true)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(facility);
        ArgumentNullException.ThrowIfNull(system);
        var frame = FactFrame.Create(facts, facility.Facility, facility.Milestones, system);
        if (presume)
        {
            Presumptions.Fill(frame);
        }

        var judged = new List<int>();
        for (var member = 0; member < frame.Members.Count; member++)
        {
            if (LevelAssessor.IsJudged(catalogue.Regime, frame, member))
            {
                judged.Add(member);
            }
        }

        return new StoredSystem(frame, RequirementConditions.Inherit(frame), [.. judged], StoredAnswers.Create(catalogue, system, facility.Answers));
    }
}
