using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Procedures;

namespace EmrSec.Rules.Bulk;

/// <summary>Tells when the periodic duties of a procedure come again, without words: what <see cref="DutyAssessor"/> says. Safe for several threads.</summary>
internal sealed class BulkDuties
{
    private readonly DateOnly _asOf;
    private readonly Entry[] _entries;
    private readonly int _approved;

    public BulkDuties(Procedure? procedure, FactCatalogue facts, DateOnly asOf)
    {
        _asOf = asOf;
        _entries = [.. (procedure?.Duties ?? []).Select(duty => new Entry(duty, RuleMark.Of(duty.Id), duty.LastDone is { } milestone ? facts.Slot(milestone) : -1))];
        _approved = facts.Find("milestones.dossierApproved") is { } approved ? facts.Slot(approved) : -1;
    }

    /// <summary>Adds where a facility stands.</summary>
    /// <param name="declared">Its facts and milestones as declared.</param>
    /// <param name="systems">Its systems with their levels.</param>
    /// <param name="outcomes">Receives it.</param>
    public void Assess(long[] declared, IReadOnlyList<SystemOutcome> systems, List<DeadlineOutcome> outcomes)
    {
        foreach (var entry in _entries)
        {
            var duty = entry.Duty;
            if (duty.Levels.IsEmpty)
            {
                outcomes.Add(At(entry, -1, Stand(entry, duty.Months, declared)));
                continue;
            }

            for (var i = 0; i < systems.Count; i++)
            {
                if (systems[i].AtMost is not { } most)
                {
                    continue;
                }

                var levels = LevelSet.Between(systems[i].AtLeast ?? 1, most);
                if (duty.Levels.Overlaps(levels))
                {
                    outcomes.Add(At(entry, i, duty.Levels.ContainsAll(levels) && TryMonths(duty, levels, out var months) ? Stand(entry, months, declared) : (ObligationStatus.Unknown, null)));
                }
            }
        }
    }

    private static DeadlineOutcome At(Entry entry, int system, (ObligationStatus Status, DateOnly? Due) standing) =>
        new(entry.Mark, DeadlineKind.Duty, system, standing.Status, standing.Due);

    /// <summary>The period at levels; false where it differs among them.</summary>
    private static bool TryMonths(PeriodicDuty duty, LevelSet levels, out int? months)
    {
        months = duty.Months;
        if (duty.MonthsByLevel.Count == 0)
        {
            return true;
        }

        months = null;
        foreach (var (level, period) in duty.MonthsByLevel)
        {
            if (levels.Contains(level))
            {
                if (months is { } known && known != period)
                {
                    return false;
                }

                months = period;
            }
        }

        return months is not null;
    }

    private (ObligationStatus Status, DateOnly? Due) Stand(Entry entry, int? months, long[] declared)
    {
        var code = entry.LastDone < 0 ? 0 : declared[entry.LastDone];
        if (months is null && entry.Duty.Yearly is null)
        {
            // The law sets no period: it can only be said whether it was ever done.
            return (entry.LastDone < 0 || Done(code) is not null ? ObligationStatus.Ongoing : ObligationStatus.Unknown, null);
        }

        if (entry.LastDone < 0)
        {
            return (ObligationStatus.Unknown, entry.Duty.Yearly is { } yearly ? DutyAssessor.NextOn(yearly.LastDay, _asOf) : null);
        }

        // Never done: the first period runs from the day the dossier was approved.
        var from = code == FactValue.None.Code ? (_approved < 0 ? null : Done(declared[_approved])) : Done(code);
        return from is { } day ? Stand(DutyAssessor.Next(entry.Duty.Yearly, months, day)) : (ObligationStatus.Unknown, null);
    }

    private (ObligationStatus Status, DateOnly? Due) Stand(DateOnly due)
    {
        var left = due.DayNumber - _asOf.DayNumber;
        return (left < 0 ? ObligationStatus.Overdue : left <= ObligationAssessor.SoonDays ? ObligationStatus.DueSoon : ObligationStatus.Pending, due);
    }

    private DateOnly? Done(long code) =>
        code != 0 && code != FactValue.None.Code && FactValue.FromCode(code).Date is var day && day <= _asOf ? day : null;

    private sealed record Entry(PeriodicDuty Duty, uint Mark, int LastDone);
}
