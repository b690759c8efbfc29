using EmrSec.Dossiers.Store;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>What a re-assessment found, and what is new since the one before. The outcomes themselves are in the store (<see cref="Standings"/>).</summary>
public sealed class ReassessmentResult
{
    private readonly SortedDictionary<string, FacilityTotals> _provinces;

    internal ReassessmentResult(RunRecord run, RunRecord? before, FacilityTotals totals, SortedDictionary<string, FacilityTotals> provinces, IReadOnlyList<DeadlineTotals> deadlines, IReadOnlyList<FacilityNews> news, string digest)
    {
        Run = run;
        Before = before;
        Totals = totals;
        _provinces = provinces;
        Deadlines = deadlines;
        News = news;
        Digest = digest;
    }

    /// <summary>The run; finished once <see cref="Reassessment.Run"/> has returned.</summary>
    public RunRecord Run { get; internal set; }

    /// <summary>The last finished run of the scope before it; null where there is none: then everything that presses is new.</summary>
    public RunRecord? Before { get; }

    /// <summary>The packs that differ from the run before.</summary>
    public IReadOnlyList<UsedPackChange> Packs => Before is null ? [] : PackList.Changes(Before.Packs, Run.Packs);

    /// <summary>How many facilities stand how.</summary>
    public FacilityTotals Totals { get; }

    /// <summary>The same of each province, by slug; «» for facilities that declare none.</summary>
    public IReadOnlyDictionary<string, FacilityTotals> Provinces => _provinces;

    /// <summary>How many facilities stand how on each deadline, what is most overdue first.</summary>
    public IReadOnlyList<DeadlineTotals> Deadlines { get; }

    /// <summary>What is new, facility by facility, in the order of cases; those with nothing new are left out.</summary>
    public IReadOnlyList<FacilityNews> News { get; internal set; }

    /// <summary>SHA-256 over all outcomes in order, 64 lower-case hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>Whether the store had this run already, and nothing had changed since.</summary>
    public bool IsRepeat { get; internal init; }

    /// <summary>How many dossiers were read from their JSON for want of flat arrays of this law.</summary>
    public int FromJson { get; internal set; }

    /// <summary>How many facilities have something new of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public int CountOf(NewsKind kind) => News.Count(each => each.Items.Any(item => item.Kind == kind));
}
