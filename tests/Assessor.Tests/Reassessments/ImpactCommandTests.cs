using EmrSec.Rules.Diagnostics;
using EmrSec.Rules.Packs;

namespace EmrSec.Assessor.Tests.Reassessments;

/// <summary>emrsec rules impact: which dossiers a changed law would change, before it goes in.</summary>
public sealed class ImpactCommandTests : IDisposable
{
    private readonly ProgramRun _run = new();

    public ImpactCommandTests()
    {
        ProgramRun.Call("lab", "generate", "--count", "250", "--seed", "4", "--in-force", "--as-of", "2026-11-21", "--store", Store).ExitCode.ShouldBe(0);
        foreach (var file in PackSource.BuiltIn())
        {
            var path = Path.Combine(Rules, Path.GetRelativePath("rules", file.Name));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Open(new DiagnosticBag())!);
        }
    }

    private string Store => Path.Combine(_run.Folder, "kho.db");

    private string Rules => Path.Combine(_run.Folder, "rules");

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_same_law_changes_nothing()
    {
        var outcome = Impact();
        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        outcome.Json.GetProperty("dossiers").GetInt32().ShouldBe(250);
        outcome.Json.GetProperty("changed").GetInt32().ShouldBe(0);
        outcome.Json.GetProperty("packs").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void A_threshold_that_falls_names_the_systems_whose_level_rises_and_why()
    {
        Change("nd85-2016/pack.yaml", "atLeast: 10000", "atLeast: 5");
        Change("nd85-2016/pack.yaml", "lessThan: 10000", "lessThan: 5");
        var json = Impact().Json;
        json.GetProperty("packs").EnumerateArray().Select(pack => pack.GetProperty("id").GetString()).ShouldBe(["nd85-2016"]);
        var group = json.GetProperty("groups").EnumerateArray().First(each => each.GetProperty("kind").GetString() == "level");
        group.GetProperty("what").GetString().ShouldBe("cấp độ 2 → 3");
        group.GetProperty("examples")[0].GetProperty("reasons")[0].GetString().ShouldNotBeNull().ShouldContain("85/2016/NĐ-CP, Điều 9");
        json.GetProperty("changed").GetInt32().ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_deadline_that_moves_is_told_with_the_number_of_dossiers_and_written_as_csv()
    {
        Change("directives/nd331-2026-transition.yaml", "due: 2027-07-01", "due: 2026-12-01");
        var file = Path.Combine(_run.Folder, "thay-doi.csv");
        var outcome = ProgramRun.Call("rules", "impact", "--rules", Rules, "--store", Store, "--as-of", "2026-11-21", "--out", file);
        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        outcome.Output.ShouldStartWith("BỘ LUẬT MỚI THAY ĐỔI NHỮNG HỒ SƠ NÀO, ngày 21/11/2026\n");
        outcome.Output.ShouldContain("gói nd331-2026-transition 1.0.0 đổi nội dung");
        outcome.Output.ShouldContain("chưa đến hạn → sắp đến hạn");
        File.ReadAllLines(file).Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_law_that_does_not_load_is_not_compared()
    {
        Change("nd85-2016/pack.yaml", "system.users:", "system.usrs:");
        Impact().ExitCode.ShouldBe(2);
        ProgramRun.Call("rules", "impact", "--store", Store).Errors.ShouldContain("--rules");
    }

    private void Change(string file, string from, string to)
    {
        var path = Path.Combine(Rules, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(from);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private Outcome Impact() => ProgramRun.Call("rules", "impact", "--rules", Rules, "--store", Store, "--as-of", "2026-11-21", "--format", "json");
}
