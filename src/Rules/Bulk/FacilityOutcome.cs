using System.Runtime.InteropServices;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Obligations;

namespace EmrSec.Rules.Bulk;

/// <summary>How a system stands, without words.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AtLeast">The lowest level possible, 1–5; null where in some way no criterion holds.</param>
/// <param name="AtMost">The highest level possible, 1–5; null where none can hold.</param>
/// <param name="Totals">How many requirements of the lowest level stand how; all 0 where there is no level or no requirements.</param>
/// <param name="Standing">Tells one way in which the requirements of the level stand from another; 0 where there are none.</param>
/// <param name="Expired">How many of them rest on evidence that has expired.</param>
/// <param name="ExpiredMark">Tells one set of such requirements from another; 0 for none.</param>
/// <param name="OverduePlans">How many of them are to be met by a day that is past.</param>
public sealed record SystemOutcome(string Id, int? AtLeast, int? AtMost, BulkTotals Totals, uint Standing, int Expired, uint ExpiredMark, int OverduePlans)
{
    /// <summary>The level where it is certain; else null.</summary>
    public int? Level => AtLeast == AtMost ? AtLeast : null;
}

/// <summary>Where a facility stands on a deadline.</summary>
/// <param name="Rule">What is to be done: the mark of an obligation's or duty's id (<see cref="RuleMark"/>).</param>
/// <param name="Kind">Whether it is an obligation or a periodic duty.</param>
/// <param name="System">The place of the system that it is for among the outcome's; -1 = the facility as a whole.</param>
/// <param name="Status">Where the facility stands; what does not apply is left out of an outcome.</param>
/// <param name="Due">The last day; null where there is none, or it is not known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DeadlineOutcome(uint Rule, DeadlineKind Kind, int System, ObligationStatus Status, DateOnly? Due);

/// <summary>
/// What a re-assessment finds of a facility, without words: what <see cref="Assessments.FacilityAssessor"/> says of levels, requirements,
/// obligations and periodic duties. The authorities' clocks are left out: they run before a dossier comes into force.
/// </summary>
/// <param name="Regime">The mark of the law that levels were judged by (<see cref="RuleMark"/>).</param>
/// <param name="Systems">The systems, in the dossier's order.</param>
/// <param name="Deadlines">The deadlines that apply: obligations, then duties, each in the order of the packs.</param>
public sealed record FacilityOutcome(uint Regime, IReadOnlyList<SystemOutcome> Systems, IReadOnlyList<DeadlineOutcome> Deadlines)
{
    /// <summary>The highest level of a system, as an assessment says it; null where it depends on missing facts or there is no system.</summary>
    public int? Level
    {
        get
        {
            var least = Systems.Max(system => system.AtLeast);
            return least is not null && Systems.All(system => (system.AtMost ?? 0) <= least) ? least : null;
        }
    }

    /// <summary>How many deadlines stand so.</summary>
    /// <param name="status">The standing.</param>
    public int Count(ObligationStatus status) => Deadlines.Count(deadline => deadline.Status == status);
}

/// <summary>Stands for the id of a rule where thousands of outcomes name it: 32 bits of it (FNV-1a).</summary>
public static class RuleMark
{
    /// <summary>The mark of an id; never 0.</summary>
    /// <param name="id">The id.</param>
    public static uint Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var mark = 2166136261u;
        foreach (var unit in id)
        {
            mark = unchecked((mark ^ unit) * 16777619u);
        }

        return mark == 0 ? 1 : mark;
    }
}
