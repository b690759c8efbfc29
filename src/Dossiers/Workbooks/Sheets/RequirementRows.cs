using EmrSec.Dossiers.Checks;
using EmrSec.Rules.Assessments;
using EmrSec.Rules.Requirements;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>A row of the sheet of requirements: a requirement, for every system or for one.</summary>
/// <param name="Key">The answer's key as the dossier writes it.</param>
/// <param name="Finding">The requirement as the level states it; null where no level of the systems has it.</param>
/// <param name="System">The system's id; null = every system.</param>
/// <param name="Levels">The levels at which it is asked.</param>
internal sealed record RequirementRow(string Key, RequirementFinding? Finding, string? System, IReadOnlyList<int> Levels);

/// <summary>The requirements of the levels that the systems have or may have, by the law in force, each for all systems and for each one it is asked of.</summary>
internal static class RequirementRows
{
    /// <summary>The rows, in the order of the law; then answers to what no level asks for.</summary>
    public static IReadOnlyList<RequirementRow> Of(Dossier dossier, Assessment? assessment)
    {
        var asked = Asked(assessment);
        var rows = new List<RequirementRow>();
        var isAlone = dossier.Systems.Count <= 1;
        foreach (var (id, each) in asked)
        {
            var levels = each.Select(one => one.Level).Distinct().Order().ToList();
            rows.Add(new RequirementRow(id, each[0].Finding, null, levels));
            var own = each.Select(one => one.System).Distinct(StringComparer.Ordinal).Where(_ => !isAlone)
                .Union(dossier.Answers.Where(answer => string.Equals(answer.Requirement, id, StringComparison.Ordinal)).Select(answer => answer.SystemId).OfType<string>(), StringComparer.Ordinal);
            rows.AddRange(own.Select(system => new RequirementRow($"{system}/{id}", each[0].Finding, system, [.. each.Where(one => string.Equals(one.System, system, StringComparison.Ordinal)).Select(one => one.Level).Distinct().Order()])));
        }

        rows.AddRange(dossier.Answers
            .Where(answer => !asked.Any(one => string.Equals(one.Id, answer.Requirement, StringComparison.Ordinal)))
            .Select(answer => new RequirementRow(AnswerChecks.Key(answer), null, answer.SystemId, [])));
        return rows;
    }

    private static List<(string Id, List<(RequirementFinding Finding, string System, int Level)> Asked)> Asked(Assessment? assessment)
    {
        var found = new Dictionary<string, List<(RequirementFinding Finding, string System, int Level)>>(StringComparer.Ordinal);
        foreach (var system in assessment?.Requirements ?? [])
        {
            foreach (var level in system.Levels.Reverse())
            {
                foreach (var finding in level.Findings.Concat(level.Uncounted))
                {
                    if (!found.TryGetValue(finding.Requirement.Id, out var list))
                    {
                        found.Add(finding.Requirement.Id, list = []);
                    }

                    list.Add((finding, system.System.System.Id, level.Level));
                }
            }
        }

        var order = assessment?.Catalogue is { } catalogue
            ? catalogue.Requirements.Concat(catalogue.Uncounted).Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal)
            : [];
        return [.. found.OrderBy(pair => order.GetValueOrDefault(pair.Key, int.MaxValue)).Select(pair => (pair.Key, pair.Value))];
    }
}
