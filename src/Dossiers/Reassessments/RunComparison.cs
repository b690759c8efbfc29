using EmrSec.Dossiers.Store;
using EmrSec.Rules.Bulk;
using EmrSec.Rules.Obligations;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>
/// Compares a run with the one before, both read in the order of cases, side by side: what both found alike byte for byte is not looked
/// at twice.
/// </summary>
internal sealed class RunComparison(RuleNames names, Dictionary<CaseId, ScopedCase> cases)
{
    private readonly NewsFinder _finder = new(names);
    private readonly FacilityTotals _totals = new();
    private readonly SortedDictionary<string, FacilityTotals> _provinces = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, DeadlineTotals> _deadlines = [];
    private readonly List<FacilityNews> _news = [];
    private bool _isFirst;

    /// <summary>Compares.</summary>
    /// <param name="runs">The runs' store.</param>
    /// <param name="run">The run; all its outcomes are entered.</param>
    /// <param name="stop">Stops it.</param>
    public ReassessmentResult Compare(IRunStore runs, RunRecord run, CancellationToken stop)
    {
        var before = runs.Before(run);
        _isFirst = before is null;
        using var digest = new RunDigest();
        using var old = (before is null ? [] : runs.Outcomes(before.Id)).GetEnumerator();
        var hasOld = old.MoveNext();
        foreach (var outcome in runs.Outcomes(run.Id))
        {
            stop.ThrowIfCancellationRequested();
            digest.Add(outcome);
            while (hasOld && old.Current.Case < outcome.Case)
            {
                AddRemoved(old.Current);
                hasOld = old.MoveNext();
            }

            RunOutcome? was = null;
            if (hasOld && old.Current.Case == outcome.Case)
            {
                was = old.Current;
                hasOld = old.MoveNext();
            }

            Add(was, outcome);
        }

        for (; hasOld; hasOld = old.MoveNext())
        {
            AddRemoved(old.Current);
        }

        List<DeadlineTotals> deadlines = [.. _deadlines.Values.OrderByDescending(each => each.Count(ObligationStatus.Overdue)).ThenByDescending(each => each.Count(ObligationStatus.DueSoon)).ThenBy(each => each.Rule.Id, StringComparer.Ordinal)];
        return new ReassessmentResult(run, before, _totals, _provinces, deadlines, _news, digest.ToString()) { IsRepeat = run.Finished is not null };
    }

    private void Add(RunOutcome? was, RunOutcome now)
    {
        var outcome = OutcomeBytes.Read(now.Outcome.Span);
        var found = cases.GetValueOrDefault(now.Case);
        var items = ItemsOf(was, now, outcome);
        if (items.Count > 0)
        {
            _news.Add(new FacilityNews(now.Case, found?.Name ?? now.Case.FacilityCode, found?.Province, now.Revision, was?.Revision, items));
        }

        _totals.Add(outcome, names, items);
        var province = found?.Province ?? "";
        if (!_provinces.TryGetValue(province, out var totals))
        {
            _provinces.Add(province, totals = new FacilityTotals());
        }

        totals.Add(outcome, names, items);
        foreach (var deadline in outcome?.Deadlines ?? [])
        {
            DeadlinesOf(deadline.Rule).Add(deadline.Status);
        }

        foreach (var item in items.Where(item => item.Kind == NewsKind.NewlyOverdue))
        {
            DeadlinesOf(RuleMark.Of(item.Rule!.Id)).AddNewlyOverdue();
        }
    }

    private DeadlineTotals DeadlinesOf(uint rule)
    {
        if (!_deadlines.TryGetValue(rule, out var totals))
        {
            _deadlines.Add(rule, totals = new DeadlineTotals(names[rule]));
        }

        return totals;
    }

    private List<NewsItem> ItemsOf(RunOutcome? was, RunOutcome now, FacilityOutcome? outcome)
    {
        if (was is not null && was.Outcome.Span.SequenceEqual(now.Outcome.Span))
        {
            return [];
        }

        if (outcome is null)
        {
            return [new NewsItem(NewsKind.NotAssessed)];
        }

        var items = _finder.Between(was is null ? null : OutcomeBytes.Read(was.Outcome.Span), outcome);
        if (was is null && !_isFirst)
        {
            items.Insert(0, new NewsItem(NewsKind.Added));
        }

        return items;
    }

    private void AddRemoved(RunOutcome was)
    {
        // A case that is in force no more is not in the scope's list: its code says which it was.
        _news.Add(new FacilityNews(was.Case, was.Case.FacilityCode, null, 0, was.Revision, [new NewsItem(NewsKind.Removed)]));
    }
}
