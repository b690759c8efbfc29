using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Bulk;

/// <summary>Makes the frames that compiled rules read out of a facility's flat arrays, as of a day. Not for several threads at once.</summary>
internal sealed class FlatFrames
{
    private static readonly SystemProfile Nobody = new("", "", FactSet.Empty, []);

    private readonly FactCatalogue _facts;
    private readonly int[] _dates;
    private readonly long _asOf;
    private readonly Presumed[] _presumed;
    private readonly List<(int Slot, long Code)> _filled = [];
    private readonly List<SystemProfile[]> _members = [[]];

    public FlatFrames(FactCatalogue facts, DateOnly asOf, bool presume)
    {
        _facts = facts;
        _asOf = FactValue.Of(asOf).Code;
        _dates = [.. facts.Of(FactScope.Milestone).Where(fact => fact.Type == FactType.Date).Select(facts.Slot)];
        _presumed = !presume ? [] :
        [
            .. facts.Presumed.Where(fact => fact.Scope == FactScope.System)
                .Select(fact => new Presumed(facts.Slot(fact), fact.Presumed!.Value.Code, fact.Presumed.When is { } when ? RuleNormaliser.Normalise(when) : null)),
        ];
    }

    /// <summary>The facility alone: what had not happened yet on the day is not done (<see cref="Obligations.ObligationAssessor.AsOf"/>).</summary>
    public FactFrame Common(FlatFacility facility)
    {
        var values = (long[])facility.Common.Clone();
        foreach (var slot in _dates)
        {
            values[slot] = values[slot] > _asOf ? FactValue.None.Code : values[slot];
        }

        return FactFrame.OfSlots(_facts, values, [], []);
    }

    /// <summary>A system of it, with what may be presumed filled in; and which members the law judges by themselves.</summary>
    public (FactFrame Frame, int[] Judged) System(FlatFacility facility, FactFrame common, int root, Regime regime)
    {
        var count = 1 + facility.Members[root].Descendants;
        var values = new long[_facts.CommonSlots + (count * _facts.SystemSlots)];
        common.Values.CopyTo(values, 0);
        var descendants = new int[count];
        for (var i = 0; i < count; i++)
        {
            descendants[i] = facility.Members[root + i].Descendants;
            facility.Members[root + i].Facts.CopyTo(values, _facts.CommonSlots + (i * _facts.SystemSlots));
        }

        while (_members.Count <= count)
        {
            _members.Add([.. Enumerable.Repeat(Nobody, _members.Count)]);
        }

        var frame = FactFrame.OfSlots(_facts, values, descendants, _members[count]);
        int[] judged = [.. Enumerable.Range(0, count).Where(member => IsJudged(regime, frame, member))];
        Fill(frame);
        return (frame, judged);
    }

    // As LevelAssessor.IsJudged, on what is declared: what would be presumed anyway says nothing new about the whole.
    private static bool IsJudged(Regime regime, FactFrame frame, int member)
    {
        if (frame.Descendants(member) == 0)
        {
            return true;
        }

        foreach (var fact in regime.Components.OwnFacts)
        {
            var code = frame.Values[frame.Index(fact, member)];
            if (code != 0 && (fact.Presumed is null || code != fact.Presumed.Value.Code))
            {
                return true;
            }
        }

        return false;
    }

    // Conditions are judged on what was declared of a member, before anything of it is presumed.
    private void Fill(FactFrame frame)
    {
        for (var member = 0; member < frame.Members.Count; member++)
        {
            _filled.Clear();
            foreach (var presumed in _presumed)
            {
                var slot = frame.MemberBase(member) + presumed.Slot;
                if (frame.Values[slot] == 0 && (presumed.When is null || RuleWalker.Evaluate(presumed.When, frame, member) == Truth.True))
                {
                    _filled.Add((slot, presumed.Code));
                }
            }

            foreach (var (slot, code) in _filled)
            {
                frame.Values[slot] = code;
            }
        }
    }

    private sealed record Presumed(int Slot, long Code, RuleNode? When);
}
