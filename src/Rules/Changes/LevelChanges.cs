using EmrSec.Rules.Assessments;
using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;

namespace EmrSec.Rules.Changes;

/// <summary>Tells which levels changed, and whether a fact or the law did it.</summary>
internal static class LevelChanges
{
    public static IReadOnlyList<LevelChange> Between(Assessment before, Assessment now)
    {
        var lawChanged = !string.Equals(before.Regime.Header.Sha256, now.Regime.Header.Sha256, StringComparison.Ordinal);
        return
        [
            .. now.Systems.Select(system => Change(Find(before, system), system, lawChanged)),
            .. before.Systems.Where(system => Find(now, system) is null).Select(system => Change(system, null, lawChanged)),
        ];
    }

    private static LevelResult? Find(Assessment assessment, LevelResult like) =>
        assessment.Systems.FirstOrDefault(system => string.Equals(system.System.Id, like.System.Id, StringComparison.Ordinal));

    private static LevelChange Change(LevelResult? before, LevelResult? now, bool lawChanged) =>
        new(before, now, before is null || now is null ? [] : [.. Facts(before, now)], lawChanged);

    // Only facts that either law looked at for this system: others cannot have changed its level.
    private static IEnumerable<FactChange> Facts(LevelResult before, LevelResult now)
    {
        var ids = Reasons(before).Concat(Reasons(now)).Select(reason => reason.Fact).OrderBy(fact => fact.Order).Select(fact => fact.Id).Distinct(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (before.Frame.Catalogue.Find(id) is not { } old || now.Frame.Catalogue.Find(id) is not { } current)
            {
                continue;
            }

            var members = current.Scope == FactScope.System ? now.Frame.Members.Count : 1;
            for (var member = 0; member < members; member++)
            {
                var at = current.Scope == FactScope.System ? MemberOf(before, now.Frame.Members[member].Id) : 0;
                var was = at < 0 ? null : before.Frame[old, at];
                var value = now.Frame[current, member];
                if (!string.Equals(Text(old, was), Text(current, value), StringComparison.Ordinal))
                {
                    yield return new FactChange(current, current.Scope == FactScope.System ? now.Frame.Members[member] : null, was, value);
                }
            }
        }
    }

    private static IEnumerable<Reason> Reasons(LevelResult level) =>
        level.Grounds.SelectMany(ground => ground.Facts).Concat(level.NotHigher.SelectMany(higher => higher.Because));

    private static int MemberOf(LevelResult level, string id)
    {
        for (var i = 0; i < level.Frame.Members.Count; i++)
        {
            if (string.Equals(level.Frame.Members[i].Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    // Codes are places in a catalogue; two catalogues agree on ids alone.
    private static string? Text(FactDefinition fact, FactValue? value) => value is { } known ? FactText.ToYaml(fact, known) : null;
}
