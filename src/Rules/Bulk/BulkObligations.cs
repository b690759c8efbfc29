using EmrSec.Rules.Deadlines;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Bulk;

/// <summary>
/// Tells where facilities stand on every obligation in force on a day, without words: what <see cref="ObligationAssessor"/> says. Whether
/// one binds is compiled; only where that is open is it decided over every way to fill in what is missing. Not for several threads at once.
/// </summary>
internal sealed class BulkObligations
{
    private readonly DateOnly _asOf;
    private readonly Entry[] _entries;
    private readonly CompiledRules _binds;
    private readonly ulong[] _truths;

    public BulkObligations(RulePackSet packs, DateOnly asOf)
    {
        _asOf = asOf;
        _entries =
        [
            .. packs.Directives.Where(directive => directive.Header.InForce.Covers(asOf)).SelectMany(directive => directive.Obligations)
                .Select(obligation => new Entry(obligation, RuleMark.Of(obligation.Id), [.. obligation.DoneWhen.Select(packs.Facts.Slot)], obligation.DoneWhen.All(milestone => milestone.AllowNone))),
        ];
        _binds = CompiledRules.Compile(new RuleProgram(packs.Facts, [.. _entries.Select(entry => entry.Obligation.Binds)]));
        _truths = new ulong[_binds.Words];
    }

    /// <summary>Adds where a facility stands on those that bind it, or may.</summary>
    /// <param name="frame">The facility's facts and its milestones as of the day.</param>
    /// <param name="outcomes">Receives them.</param>
    public void Assess(FactFrame frame, List<DeadlineOutcome> outcomes)
    {
        _binds.Evaluate(frame, 0, _truths);
        for (var i = 0; i < _entries.Length; i++)
        {
            if (Stand(_entries[i], RuleProgram.Read(_truths, i), frame) is { } status)
            {
                outcomes.Add(new DeadlineOutcome(_entries[i].Mark, DeadlineKind.Obligation, -1, status, _entries[i].Obligation.Due));
            }
        }
    }

    private ObligationStatus? Stand(Entry entry, Truth binds, FactFrame frame)
    {
        var obligation = entry.Obligation;
        if (binds == Truth.False || obligation is { Kind: DueKind.Ongoing, Due: { } until } && until < _asOf)
        {
            return null;
        }

        var (done, isOpen) = DoneOn(entry, frame);
        if (binds == Truth.Unknown || (isOpen && !entry.MayBeNone))
        {
            var decision = ObligationAssessor.Decide(frame, obligation, _asOf);
            if (decision.Greatest == 0)
            {
                return null;
            }

            if (decision.Least == 0)
            {
                return ObligationStatus.Unknown;
            }

            isOpen = decision.Least != decision.Greatest && decision.Missing.Any();
        }

        // It binds: it is open whether it is done where a milestone is not declared, unless another is declared not reached.
        return obligation.Kind == DueKind.Ongoing ? ObligationStatus.Ongoing
            : isOpen ? ObligationStatus.Unknown
            : Stand(obligation.Due!.Value, done);
    }

    private ObligationStatus Stand(DateOnly due, DateOnly? done)
    {
        if (done is { } day)
        {
            return day > due ? ObligationStatus.MetLate : ObligationStatus.Met;
        }

        var left = due.DayNumber - _asOf.DayNumber;
        return left < 0 ? ObligationStatus.Overdue : left <= ObligationAssessor.SoonDays ? ObligationStatus.DueSoon : ObligationStatus.Pending;
    }

    private static (DateOnly? Done, bool IsOpen) DoneOn(Entry entry, FactFrame frame)
    {
        var (latest, isOpen) = (0L, false);
        foreach (var slot in entry.DoneSlots)
        {
            var code = frame.Values[slot];
            if (code == FactValue.None.Code)
            {
                return (null, false);
            }

            isOpen |= code == 0;
            latest = Math.Max(latest, code);
        }

        return (isOpen || latest == 0 ? null : FactValue.FromCode(latest).Date, isOpen);
    }

    private sealed record Entry(Obligation Obligation, uint Mark, int[] DoneSlots, bool MayBeNone);
}
