using System.Text.Json;
using EmrSec.Dossiers.Store;

namespace EmrSec.Assessor.Tests.Reassessments;

/// <summary>emrsec lab generate and emrsec reassess: what they say, what they write, how they end.</summary>
public sealed class ReassessCommandTests : IDisposable
{
    private readonly ProgramRun _run = new();

    private string Store => Path.Combine(_run.Folder, "kho.db");

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_province_is_assessed_told_written_and_compared()
    {
        Generate("60").Output.ShouldContain("Đã đưa 60 hồ sơ thử vào kho");
        var folder = Path.Combine(_run.Folder, "ket-qua");
        var first = Reassess("2026-11-21", "--out", folder, "--format", "json", "--scope", "province:bac-ninh", "--body", "Sở Y tế tỉnh Bắc Ninh", "--number", "07/BB-SYT", "--place", "Bắc Ninh", "--signer", "Giám đốc:Nguyễn Văn Mẫu");
        first.ExitCode.ShouldBe(0, first.Errors);
        var json = first.Json;
        json.GetProperty("schema").GetString().ShouldBe("emrsec.reassessment/1");
        json.GetProperty("before").ValueKind.ShouldBe(JsonValueKind.Null);
        var count = json.GetProperty("totals").GetProperty("facilities").GetInt32();
        count.ShouldBeInRange(30, 55);
        json.GetProperty("totals").GetProperty("levels").EnumerateObject().Sum(level => level.Value.GetInt32()).ShouldBe(count);
        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(["bien-ban.pdf", "danh-gia-lai.xlsx", "dieu-moi.csv", "thoi-han.pdf", "tong-hop.csv"], ignoreOrder: true);
        File.ReadAllLines(Path.Combine(folder, "tong-hop.csv")).Length.ShouldBe(count + 1);
        File.ReadAllText(Path.Combine(folder, "bien-ban.pdf"), System.Text.Encoding.Latin1).ShouldStartWith("%PDF-1.");

        var again = Reassess("2026-11-21", "--format", "json", "--scope", "province:bac-ninh").Json;
        again.GetProperty("repeat").GetBoolean().ShouldBeTrue();
        again.GetProperty("digest").GetString().ShouldBe(json.GetProperty("digest").GetString());

        var later = Reassess("2027-01-05", "--format", "json", "--scope", "province:bac-ninh").Json;
        later.GetProperty("before").GetProperty("asOf").GetString().ShouldBe("2026-11-21");
        var items = later.GetProperty("news").EnumerateArray().SelectMany(news => news.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("kind").GetString()).ToList();
        items.ShouldContain("newlyOverdue");
        items.ShouldNotContain("levelChanged");
    }

    [Fact]
    public void The_summary_is_for_people()
    {
        Generate("40");
        var text = Reassess("2026-11-21", "--transition").Output;
        text.ShouldStartWith("ĐÁNH GIÁ LẠI, ngày 21/11/2026\n");
        text.ShouldContain("Phạm vi: toàn kho; ");
        text.ShouldContain("Lần trước: chưa có");
        text.ShouldContain("1. HIỆN TRẠNG");
        text.ShouldContain("6. CHUYỂN TIẾP TỪ 85/2016/NĐ-CP SANG 331/2026/NĐ-CP");
        text.ShouldContain("01/07/2027");
        text.ShouldContain("siết chặt ");
    }

    [Fact]
    public void The_transition_of_a_facility_is_that_of_its_dossier()
    {
        Generate("25");
        var folder = Path.Combine(_run.Folder, "ket-qua");
        var transition = Reassess("2026-11-21", "--transition", "--format", "json", "--out", folder).Json.GetProperty("transition");
        transition.GetProperty("facilities").GetInt32().ShouldBeGreaterThan(5);
        var rows = File.ReadAllLines(Path.Combine(folder, "chuyen-tiep.csv"));
        rows.Length.ShouldBe(transition.GetProperty("facilities").GetInt32() + 1);

        var dossiers = Path.Combine(_run.Folder, "ho-so");
        ProgramRun.Call("lab", "generate", "--count", "25", "--seed", "3", "--province", "bac-ninh", "--as-of", "2026-11-21", "--out", dossiers).ExitCode.ShouldBe(0);
        var cells = rows[1].Split(',');
        var one = ProgramRun.Call("assess", Path.Combine(dossiers, cells[1] + ".yaml"), "--as-of", "2026-11-21", "--transition", "--format", "json").Json;
        var changes = one.GetProperty("systems").EnumerateArray().SelectMany(system => system.GetProperty("requirements").EnumerateArray()).Select(requirement => requirement.GetProperty("change").GetString()).ToList();
        cells[7].ShouldBe($"{changes.Count(change => change == "carriedOver")}");
        cells[8].ShouldBe($"{changes.Count(change => change == "tightened")}");
        cells[9].ShouldBe($"{changes.Count(change => change == "new")}");
    }

    [Fact]
    public void Files_that_are_made_up_assess_like_any_dossier_and_the_same_seed_gives_the_same()
    {
        foreach (var name in (string[])["a", "b"])
        {
            ProgramRun.Call("lab", "generate", "--count", "5", "--seed", "9", "--as-of", "2026-11-21", "--out", Path.Combine(_run.Folder, name)).ExitCode.ShouldBe(0);
        }

        var files = Directory.GetFiles(Path.Combine(_run.Folder, "a"));
        files.Length.ShouldBe(5);
        foreach (var file in files)
        {
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(file.Replace(Path.Combine(_run.Folder, "a"), Path.Combine(_run.Folder, "b"), StringComparison.Ordinal)));
            ProgramRun.Call("assess", file, "--as-of", "2026-11-21").ExitCode.ShouldBe(0);
        }
    }

    [Fact]
    public void What_is_wrong_is_said_and_nothing_is_written()
    {
        Reassess("2026-11-21").Errors.ShouldContain("KH001");
        Generate("10");
        var full = Generate("10");
        (full.ExitCode, full.Errors).ShouldSatisfyAllConditions(each => each.ExitCode.ShouldBe(2), each => each.Errors.ShouldContain("TR001"));
        var none = Reassess("2026-11-21", "--scope", "province:ha-noi");
        (none.ExitCode, none.Errors).ShouldSatisfyAllConditions(each => each.ExitCode.ShouldBe(2), each => each.Errors.ShouldContain("TR002"));
        Reassess("2026-11-21", "--scope", "tinh:ha-noi").Errors.ShouldContain("không hiểu «tinh:ha-noi»");
        ProgramRun.Call("lab", "generate", "--count", "0", "--store", Store).ExitCode.ShouldBe(2);
        ProgramRun.Call("lab", "generate", "--province", "ha-noii", "--store", Store).Errors.ShouldContain("ha-noi");

        using (var store = DossierStores.Open(Store, TimeProvider.System))
        {
            store.Write(new Actor("root", ActorRole.Administrator), null, writer =>
            {
                writer.Put(new StoreUser("lan", "Nguyễn Thị Lan", [ActorRole.Facility], "02-000001", null));
                writer.Put(new StoreUser("minh", "Trần Văn Minh", [ActorRole.Appraiser], "Sở Y tế", null));
                return true;
            });
        }

        Reassess("2026-11-21", "--as", "lan").Errors.ShouldContain("TR003");
        Reassess("2026-11-21", "--as", "nobody").Errors.ShouldContain("TR003");
        Reassess("2026-11-21", "--as", "minh").ExitCode.ShouldBe(0);
        using var after = DossierStores.Open(Store, TimeProvider.System);
        after.Runs.All().Count.ShouldBe(1);
        after.Audit("run:1").Last().Account.ShouldBe("minh");
    }

    private Outcome Generate(string count) => ProgramRun.Call("lab", "generate", "--count", count, "--seed", "3", "--province", "bac-ninh", "--as-of", "2026-11-21", "--store", Store);

    private Outcome Reassess(string day, params string[] options) => ProgramRun.Call(["reassess", "--store", Store, "--as-of", day, .. options]);
}
