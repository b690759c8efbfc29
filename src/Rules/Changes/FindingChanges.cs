using EmrSec.Rules.Assessments;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Changes;

/// <summary>Tells on which requirements a facility stands otherwise than before.</summary>
internal sealed class FindingChanges
{
    private readonly List<RequirementChange> _changed = [];
    private readonly List<RequirementChange> _expired = [];
    private readonly List<RequirementShift> _shifts = [];

    public FindingChanges(Assessment before, Assessment now)
    {
        var old = before.Requirements.ToDictionary(system => system.System.System.Id, StringComparer.Ordinal);
        foreach (var system in now.Requirements)
        {
            if (old.TryGetValue(system.System.System.Id, out var was))
            {
                Compare(system, Findings(was), Findings(system));
            }
        }
    }

    public IReadOnlyList<RequirementChange> Changed => _changed;

    public IReadOnlyList<RequirementChange> Expired => _expired;

    public IReadOnlyList<RequirementShift> Shifts => _shifts;

    private static IReadOnlyList<RequirementFinding> Findings(SystemFindings system) => system.Levels.Count == 0 ? [] : system.Levels[0].Findings;

    private void Compare(SystemFindings system, IReadOnlyList<RequirementFinding> before, IReadOnlyList<RequirementFinding> now)
    {
        var old = before.ToDictionary(finding => finding.Requirement.Id, StringComparer.Ordinal);
        var kept = 0;
        foreach (var finding in now)
        {
            if (!old.TryGetValue(finding.Requirement.Id, out var was))
            {
                continue;
            }

            kept++;
            var change = new RequirementChange(system.System, was, finding);
            if (was.Status != finding.Status)
            {
                _changed.Add(change);
            }

            if (finding.Documentation == Documentation.Expired && was.Documentation != Documentation.Expired)
            {
                _expired.Add(change);
            }
        }

        if (kept != now.Count || kept != before.Count)
        {
            _shifts.Add(new RequirementShift(system.System, now.Count - kept, before.Count - kept));
        }
    }
}
