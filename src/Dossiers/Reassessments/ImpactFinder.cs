using EmrSec.Rules.Bulk;
using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Wording;

namespace EmrSec.Dossiers.Reassessments;

/// <summary>Tells what differs between the outcomes of a facility under two laws.</summary>
internal sealed class ImpactFinder(RulePackSet now, RulePackSet next)
{
    private readonly RuleNames _now = new(now);
    private readonly RuleNames _next = new(next);

    public List<ImpactItem> Between(FacilityOutcome? before, FacilityOutcome? after)
    {
        if (before is null || after is null)
        {
            return before is null == after is null ? [] : [new ImpactItem(ImpactKind.Readable, after is null ? "không còn đánh giá được" : "nay đánh giá được")];
        }

        var items = new List<ImpactItem>();
        if (before.Regime != after.Regime)
        {
            items.Add(new ImpactItem(ImpactKind.Law, $"xét theo {_next[after.Regime].Title} thay cho {_now[before.Regime].Title}"));
        }

        // Both speak of the same dossier: the systems are the same, in the same order.
        foreach (var (old, current) in before.Systems.Zip(after.Systems))
        {
            if ((old.AtLeast, old.AtMost) != (current.AtLeast, current.AtMost))
            {
                items.Add(new ImpactItem(ImpactKind.Level, $"cấp độ {NewsFinder.Level(old)} → {NewsFinder.Level(current)}", old.Id));
            }
            else if (old.Totals.Total != current.Totals.Total)
            {
                items.Add(new ImpactItem(ImpactKind.Requirements, $"số yêu cầu ở cấp độ {NewsFinder.Level(current)}: {FactText.Number(old.Totals.Total)} → {FactText.Number(current.Totals.Total)}", old.Id));
            }
            else if (old.Standing != current.Standing)
            {
                items.Add(new ImpactItem(ImpactKind.Requirements, $"yêu cầu ở cấp độ {NewsFinder.Level(current)} đạt khác trước", old.Id));
            }
        }

        AddDeadlines(before, after, items);
        return items;
    }

    private void AddDeadlines(FacilityOutcome before, FacilityOutcome after, List<ImpactItem> items)
    {
        var old = new Dictionary<(uint, DeadlineKind, int), DeadlineOutcome>();
        foreach (var deadline in before.Deadlines)
        {
            old.TryAdd((deadline.Rule, deadline.Kind, deadline.System), deadline);
        }

        foreach (var deadline in after.Deadlines)
        {
            var key = (deadline.Rule, deadline.Kind, deadline.System);
            if (!old.Remove(key, out var was))
            {
                Add(deadline, $"thêm: {_next[deadline.Rule].Title} ({deadline.Status.InWords().ToLowerInvariant()})");
            }
            else if (was.Status != deadline.Status)
            {
                Add(deadline, $"{_next[deadline.Rule].Title}: {was.Status.InWords().ToLowerInvariant()} → {deadline.Status.InWords().ToLowerInvariant()}");
            }
            else if (was.Due != deadline.Due)
            {
                // Periodic duties fall on as many days as there are facilities.
                Add(deadline, deadline.Kind == DeadlineKind.Duty ? $"{_next[deadline.Rule].Title}: hạn kế tiếp đổi" : $"{_next[deadline.Rule].Title}: hạn {Day(was.Due)} → {Day(deadline.Due)}");
            }
        }

        foreach (var gone in old.Values)
        {
            Add(gone, $"bỏ: {_now[gone.Rule].Title}");
        }

        void Add(DeadlineOutcome deadline, string what) =>
            items.Add(new ImpactItem(ImpactKind.Deadline, what, deadline.System < 0 ? null : before.Systems[deadline.System].Id));
    }

    private static string Day(DateOnly? day) => day is { } known ? FactText.Date(known) : "không có";
}
