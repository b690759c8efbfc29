using EmrSec.Rules.Bulk;
using EmrSec.Rules.Obligations;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>How many facilities stand how, of a scope or one province of it.</summary>
public sealed class FacilityTotals
{
    private readonly int[] _levels = new int[6];
    private readonly SortedDictionary<string, int> _laws = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public int Facilities { get; private set; }

    /// <summary>Those that could not be assessed.</summary>
    public int NotAssessed { get; private set; }

    /// <summary>Those with something overdue.</summary>
    public int WithOverdue { get; private set; }

    /// <summary>Those with something due within 30 days.</summary>
    public int WithDueSoon { get; private set; }

    /// <summary>Those with evidence that has expired.</summary>
    public int WithExpired { get; private set; }

    /// <summary>Those with an inspection overdue or due within 30 days.</summary>
    public int WithInspection { get; private set; }

    /// <summary>Those with a yearly report overdue or due within 30 days.</summary>
    public int WithYearlyReport { get; private set; }

    /// <summary>Those with a system whose level is another than in the run before.</summary>
    public int WithLevelChanged { get; private set; }

    /// <summary>Those with something newly overdue since the run before.</summary>
    public int WithNewlyOverdue { get; private set; }

    /// <summary>How the requirements of all systems stand.</summary>
    public BulkTotals Requirements { get; private set; }

    /// <summary>How many are judged by each law, by its number.</summary>
    public IReadOnlyDictionary<string, int> Laws => _laws;

    /// <summary>How many have a level.</summary>
    /// <param name="level">The level, 1–5; 0 = not certain.</param>
    public int AtLevel(int level) => _levels[level];

    internal void Add(FacilityOutcome? outcome, RuleNames names, IReadOnlyList<NewsItem> news)
    {
        Facilities++;
        WithLevelChanged += news.Any(item => item.Kind == NewsKind.LevelChanged) ? 1 : 0;
        WithNewlyOverdue += news.Any(item => item.Kind == NewsKind.NewlyOverdue) ? 1 : 0;
        if (outcome is null)
        {
            NotAssessed++;
            return;
        }

        _levels[outcome.Level ?? 0]++;
        var law = names[outcome.Regime].Title;
        _laws[law] = _laws.GetValueOrDefault(law) + 1;
        var (overdue, soon, inspection, yearly) = (false, false, false, false);
        foreach (var deadline in outcome.Deadlines)
        {
            if (deadline.Status is ObligationStatus.Overdue or ObligationStatus.DueSoon)
            {
                overdue |= deadline.Status == ObligationStatus.Overdue;
                soon |= deadline.Status == ObligationStatus.DueSoon;
                inspection |= names[deadline.Rule].Topic == DeadlineTopic.Inspection;
                yearly |= names[deadline.Rule].Topic == DeadlineTopic.YearlyReport;
            }
        }

        WithOverdue += overdue ? 1 : 0;
        WithDueSoon += soon ? 1 : 0;
        WithInspection += inspection ? 1 : 0;
        WithYearlyReport += yearly ? 1 : 0;
        WithExpired += outcome.Systems.Any(system => system.Expired > 0) ? 1 : 0;
        foreach (var totals in outcome.Systems.Select(system => system.Totals))
        {
            var sum = Requirements;
            Requirements = new BulkTotals(sum.Met + totals.Met, sum.Partial + totals.Partial, sum.Unmet + totals.Unmet, sum.NotApplicable + totals.NotApplicable, sum.Unknown + totals.Unknown);
        }
    }
}

/// <summary>How many facilities stand how on one deadline.</summary>
/// <param name="rule">The deadline.</param>
public sealed class DeadlineTotals(NamedRule rule)
{
    private readonly int[] _counts = new int[(int)ObligationStatus.Ongoing + 1];

    /// <summary>The deadline.</summary>
    public NamedRule Rule { get; } = rule;

    /// <summary>How many are newly overdue since the run before.</summary>
    public int NewlyOverdue { get; private set; }

    /// <summary>How many stand so; a facility counts once for each system that the deadline is for.</summary>
    /// <param name="status">The standing.</param>
    public int Count(ObligationStatus status) => _counts[(int)status];

    internal void Add(ObligationStatus status) => _counts[(int)status]++;

    internal void AddNewlyOverdue() => NewlyOverdue++;
}
