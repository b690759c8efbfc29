using EmrSec.Rules.Assessments;
using EmrSec.Rules.Evaluation;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Requirements;

namespace EmrSec.Rules.Cases;

/// <summary>Compares what a case expects of requirements with what comes out, through the same door as the program.</summary>
internal static class RequirementCaseCheck
{
    public static IReadOnlyList<string> Run(Case each, RequirementCatalogue? catalogue, RulePackSet packs, DateOnly asOf)
    {
        if (catalogue is null || each.Facility.Systems.Count == 0)
        {
            return ["trường hợp thử về yêu cầu cần một danh mục yêu cầu và facts.system"];
        }

        var options = new AssessmentOptions(asOf, catalogue.Regime.Header.Id, each.Presume);
        var assessment = FacilityAssessor.Assess(packs, each.Facility, options);
        var isBeside = packs.Checks.Contains(catalogue);
        if (isBeside ? !packs.ChecksOf(catalogue.Regime, asOf).Contains(catalogue) : !ReferenceEquals(assessment.Catalogue, catalogue))
        {
            return ["danh mục yêu cầu này chưa hoặc không còn hiệu lực vào ngày asOf"];
        }

        var failures = new List<string>();
        var levels = isBeside ? Of(catalogue, assessment.Checks[0].Levels) : assessment.Requirements[0].Levels;
        CheckTotals(each.Totals, levels, failures);
        foreach (var expected in each.Requirements)
        {
            if (catalogue.Find(expected.Id) is null)
            {
                failures.Add($"không có yêu cầu «{expected.Id}»");
            }
            else if (AtLevel(levels, expected.Level, expected.Id, failures) is { } level)
            {
                Check(expected, level, failures);
            }
        }

        return failures;
    }

    /// <summary>Of the rules beside the requirements those of one pack: an assessment has the findings of all packs together.</summary>
    private static List<LevelFindings> Of(RequirementCatalogue checks, IReadOnlyList<LevelFindings> levels) =>
    [
        .. levels.Select(level =>
        {
            List<RequirementFinding> own = [.. level.Findings.Where(finding => checks.Ids.Contains(finding.Requirement.Id))];
            return new LevelFindings(level.Level, own, RequirementTotals.Of(own), RequirementGaps.Of(own));
        }),
    ];

    private static LevelFindings? AtLevel(IReadOnlyList<LevelFindings> levels, int? wanted, string what, List<string> failures)
    {
        var found = wanted is null ? levels.Count == 1 ? levels[0] : null : levels.FirstOrDefault(level => level.Level == wanted);
        if (found is null)
        {
            var possible = levels.Count == 0 ? "chưa xác định" : string.Join(", ", levels.Select(level => level.Level));
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: mong đợi cấp độ {(object?)wanted ?? "duy nhất"}, được {possible}"));
        }

        return found;
    }

    private static void CheckTotals(TotalsExpectation? expected, IReadOnlyList<LevelFindings> levels, List<string> failures)
    {
        if (expected is null || AtLevel(levels, expected.Level, "totals", failures) is not { Totals: var totals })
        {
            return;
        }

        int[] actual = [totals.Met, totals.Partial, totals.Unmet, totals.NotApplicable, totals.Unknown, totals.Total];
        for (var i = 0; i < actual.Length; i++)
        {
            Compare($"totals: {RequirementCaseReader.Counts[i]}", expected.Counts[i], actual[i], failures);
        }
    }

    private static void Check(RequirementExpectation expected, LevelFindings level, List<string> failures)
    {
        var id = expected.Id;
        var finding = level.Findings.FirstOrDefault(each => string.Equals(each.Requirement.Id, id, StringComparison.Ordinal));
        if (finding is null || expected.Absent)
        {
            if ((finding is null) != expected.Absent)
            {
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{id}: cấp độ {level.Level} {(finding is null ? "không có" : "có")} yêu cầu này"));
            }

            return;
        }

        Compare($"{id}: status", expected.Status, finding.Status, failures);
        Compare($"{id}: applies", expected.Applies, finding.Applies, failures);
        Compare($"{id}: product", expected.Product, finding.Products.Aggregate(Truth.False, (truth, product) => truth | product.Demanded), failures);
        Compare($"{id}: citation", expected.Citation, finding.Citation, failures);
        Compare($"{id}: documentation", expected.Documentation, finding.Documentation, failures);
        Compare($"{id}: overdue", expected.Overdue, finding.Progress is { IsOverdue: true }, failures);
        var gap = level.Gaps.FirstOrDefault(each => ReferenceEquals(each.Finding, finding));
        if (expected.NoGap ? gap is not null : expected.Gap is { } weight && gap?.Weight != weight)
        {
            failures.Add($"{id}: gap: mong đợi {(expected.NoGap ? "không có" : expected.Gap)}, được {(gap is null ? "không có" : gap.Weight)}");
        }

        if (expected.Why is { } why && !finding.Why.Contains(why, StringComparison.Ordinal))
        {
            failures.Add($"{id}: why: mong đợi có «{why}», được «{finding.Why}»");
        }

        if (expected.Missing is { } missing)
        {
            var named = finding.Missing.Concat(finding.Products.SelectMany(product => product.Missing)).Select(fact => fact.Fact.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            var (want, got) = (string.Join(", ", missing.Order(StringComparer.Ordinal)), string.Join(", ", named));
            Compare($"{id}: missing", want, got, failures);
        }
    }

    private static void Compare(string what, object? expected, object actual, List<string> failures)
    {
        if (expected is not null && !Equals(expected, actual))
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: mong đợi {expected}, được {actual}"));
        }
    }
}
