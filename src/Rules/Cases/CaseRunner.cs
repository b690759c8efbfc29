using EmrSec.Rules.Facts;
using EmrSec.Rules.Levels;
using EmrSec.Rules.Obligations;
using EmrSec.Rules.Packs;
using EmrSec.Rules.Yaml;

namespace EmrSec.Rules.Cases;

/// <summary>Runs the cases beside the packs: a level is asserted together with its criterion and citation, a status with its facts.</summary>
public static class CaseRunner
{
    /// <summary>Runs every case file of a source.</summary>
    /// <param name="files">The files; those that hold no cases are passed over.</param>
    /// <param name="packs">The law.</param>
    /// <param name="diagnostics">Receives what is wrong with the case files themselves.</param>
    public static IReadOnlyList<CaseResult> Run(IReadOnlyList<PackFile> files, RulePackSet packs, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var results = new List<CaseResult>();
        foreach (var file in files.Where(file => file.HoldsCases))
        {
            if (file.Open(diagnostics) is not { } bytes
                || TextFileReader.Decode(bytes, file.Name, diagnostics) is not { } text
                || YamlReader.Read(text, file.Name, diagnostics) is not { } root)
            {
                continue;
            }

            if (root is not YamlMapping mapping || mapping["schema"] is not YamlScalar { Value: CaseReader.Schema })
            {
                diagnostics.Error("LU032", root.Position, $"tệp trường hợp thử phải có schema: {CaseReader.Schema}");
                continue;
            }

            var bag = new DiagnosticBag();
            var read = new CaseReader(packs.Facts, bag).Read(mapping);
            foreach (var item in bag.Items)
            {
                diagnostics.Add(item);
            }

            if (read is { } cases)
            {
                results.AddRange(cases.Cases.Select(each => Run(each, cases.Pack, packs)));
            }
        }

        return results;
    }

    /// <summary>The packs that have no case at all.</summary>
    /// <param name="results">The results.</param>
    /// <param name="packs">The law.</param>
    public static IEnumerable<string> Untested(IReadOnlyList<CaseResult> results, RulePackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        var tested = results.Select(result => result.Pack).ToHashSet(StringComparer.Ordinal);
        return packs.Regimes.Select(regime => regime.Header.Id).Concat(packs.Directives.Select(directive => directive.Header.Id))
            .Concat(packs.Requirements.Concat(packs.Checks).Select(catalogue => catalogue.Header.Id)).Where(id => !tested.Contains(id));
    }

    private static CaseResult Run(Case each, string pack, RulePackSet packs)
    {
        var failures = new List<string>();
        var regime = packs.FindRegime(pack);
        var directive = packs.Directives.FirstOrDefault(known => string.Equals(known.Header.Id, pack, StringComparison.Ordinal));
        var catalogue = packs.Requirements.Concat(packs.Checks).FirstOrDefault(known => string.Equals(known.Header.Id, pack, StringComparison.Ordinal));
        if ((each.AsOf ?? (regime?.Header ?? catalogue?.Header)?.InForce.From) is not { } asOf)
        {
            failures.Add(regime is null && directive is null && catalogue is null ? $"không có gói luật «{pack}»" : "thiếu asOf");
            return new CaseResult(pack, each.Name, each.Position, failures);
        }

        if (each.Level is { } level)
        {
            CheckLevel(each, level, regime ?? catalogue?.Regime, packs, asOf, failures);
        }

        if (each.Requirements.Count > 0 || each.Totals is not null)
        {
            failures.AddRange(RequirementCaseCheck.Run(each, catalogue, packs, asOf));
        }

        CheckObligations(each, directive, packs, asOf, failures);
        return new CaseResult(pack, each.Name, each.Position, failures);
    }

    private static void CheckLevel(Case each, LevelExpectation expected, Regime? regime, RulePackSet packs, DateOnly asOf, List<string> failures)
    {
        if (regime is null || each.Facility.Systems.Count == 0)
        {
            failures.Add("trường hợp thử về cấp độ cần một gói luật có tiêu chí và facts.system");
            return;
        }

        var result = new LevelAssessor(packs.Facts, regime, asOf, each.Presume)
            .Determine(each.Facility.Facility, ObligationAssessor.AsOf(each.Facility.Milestones, asOf), each.Facility.Systems[0]);
        Compare("atLeast", expected.AtLeast, result.AtLeast, failures);
        if (!expected.AnyAtMost)
        {
            Compare("atMost", expected.AtMost, result.AtMost, failures);
        }

        Compare("exact", true, result.IsExact, failures);
        var ground = result.Grounds.Count > 0 ? result.Grounds[0] : null;
        CompareIfGiven("criterion", expected.Criterion, ground?.Criterion.Id, failures);
        CompareIfGiven("citation", expected.Citation, ground?.Criterion.Citation.ToString(), failures);
        CompareIfGiven("component", expected.Component, ground?.Component?.Id, failures);
        if (expected.Questions is { } questions)
        {
            CompareSets("questions", questions, result.Missing.Select(missing => Name(missing, result.System)), failures);
        }

        var named = result.NotHigher.SelectMany(higher => higher.Because).Select(reason => reason.Fact.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in expected.Because.Where(fact => !named.Contains(fact)))
        {
            failures.Add($"because: không nêu {fact}");
        }
    }

    private static string Name(MissingFact missing, SystemProfile system) =>
        missing.System is null || ReferenceEquals(missing.System, system) ? missing.Fact.Id : $"{missing.System.Id}/{missing.Fact.Id}";

    private static void CheckObligations(Case each, Directive? directive, RulePackSet packs, DateOnly asOf, List<string> failures)
    {
        if (each.Obligations.Count == 0)
        {
            return;
        }

        if (directive is null || !directive.Header.InForce.Covers(asOf))
        {
            failures.Add("gói luật này không có nghĩa vụ đang hiệu lực vào ngày asOf");
            return;
        }

        var assessor = new ObligationAssessor(packs.Facts, each.Facility.Facility, each.Facility.Milestones, asOf);
        foreach (var expected in each.Obligations)
        {
            if (directive.Obligations.FirstOrDefault(known => string.Equals(known.Id, expected.Id, StringComparison.Ordinal)) is not { } obligation)
            {
                failures.Add($"không có nghĩa vụ «{expected.Id}»");
                continue;
            }

            var result = assessor.Assess(directive, obligation);
            Compare($"{expected.Id}: status", expected.Status, result.Status, failures);
            Compare($"{expected.Id}: days", expected.Days, expected.Days is null ? null : result.Days, failures);
            Compare($"{expected.Id}: onDeadlineDay", expected.OnDeadlineDay ?? result.OnDeadlineDay, result.OnDeadlineDay, failures);
            if (expected.Facts is { } facts)
            {
                var actual = result.Status == ObligationStatus.Unknown ? result.Missing.Select(fact => fact.Id) : result.Facts.Select(reason => reason.Fact.Id);
                CompareSets($"{expected.Id}: facts", facts, actual, failures);
            }
        }
    }

    private static void CompareIfGiven(string what, string? expected, string? actual, List<string> failures)
    {
        if (expected is not null)
        {
            Compare(what, expected, actual, failures);
        }
    }

    private static void Compare<T>(string what, T expected, T actual, List<string> failures)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: mong đợi {Say(expected)}, được {Say(actual)}"));
        }
    }

    private static void CompareSets(string what, IEnumerable<string> expected, IEnumerable<string> actual, List<string> failures)
    {
        var (want, got) = (expected.Order(StringComparer.Ordinal).ToList(), actual.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList());
        if (!want.SequenceEqual(got, StringComparer.Ordinal))
        {
            failures.Add($"{what}: mong đợi [{string.Join(", ", want)}], được [{string.Join(", ", got)}]");
        }
    }

    private static string Say<T>(T value) => value is null ? "không có" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
