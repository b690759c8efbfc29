using EmrSec.Rules.Cases;
using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;

namespace EmrSec.Rules.Tests;

/// <summary>
/// A new law is data, not code: Nghị định 331/2026/NĐ-CP as a pack that this engine has never seen. It is not among the built-in
/// rules yet: which law judges a dossier (its Điều 39) comes with the second regime.
/// </summary>
public class NextLawTests
{
    [Fact]
    public void Nd_331_loads_beside_nd_85_and_passes_its_cases()
    {
        var diagnostics = new DiagnosticBag();
        IReadOnlyList<PackFile> files = [.. BuiltInRules.Files, .. PackSource.Folder(Path.Combine(AppContext.BaseDirectory, "NextLaw"), diagnostics)];
        var packs = PackLoader.Load(files, diagnostics).Packs.ShouldNotBeNull();
        diagnostics.Items.ShouldBeEmpty();

        var results = CaseRunner.Run(files, packs, diagnostics);
        diagnostics.Items.ShouldBeEmpty();
        results.Count(result => result.Pack is "nd331-2026").ShouldBeGreaterThan(180);
        results.Where(result => !result.Passed).Select(result => $"{result.Name}: {string.Join(" | ", result.Failures)}").ShouldBeEmpty();
        packs.RegimeOn(new DateOnly(2026, 8, 18)).ShouldNotBeNull().Header.Id.ShouldBe("nd85-2016");
        packs.RegimeOn(new DateOnly(2026, 8, 19)).ShouldNotBeNull().Header.Id.ShouldBe("nd331-2026");
    }
}
