using System.Text.Json;

namespace EmrSec.Assessor.Tests.Stores;

public sealed class StoreCommandTests : IDisposable
{
    private readonly ProgramRun _run = new();

    private string Place => Path.Combine(_run.Folder, "kho.db");

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_store_is_made_once_and_its_maker_keeps_it()
    {
        var made = Call("init", "--as", "quantri", "--name", "Nguyễn Văn Quản");
        made.ExitCode.ShouldBe(0, made.Errors);
        made.Output.ShouldContain("Đã tạo kho hồ sơ");
        Call("user", "list").Output.ShouldContain("Nguyễn Văn Quản");
        var again = Call("init", "--as", "quantri");
        again.ExitCode.ShouldBe(2);
        again.Errors.ShouldStartWith("lỗi KH002: ");
    }

    [Fact]
    public void A_store_that_is_not_there_is_told_with_what_to_do()
    {
        foreach (var words in new[] { new[] { "check" }, ["stats"], ["audit"], ["migrate"], ["user", "list"], ["backup", "--out", Path.Combine(_run.Folder, "a.zip")] })
        {
            var outcome = Call(words);
            outcome.ExitCode.ShouldBe(2, words[0]);
            outcome.Errors.ShouldContain("lỗi KH001: ");
            outcome.Errors.ShouldContain("emrsec store init");
        }

        File.Exists(Path.Combine(_run.Folder, "a.zip")).ShouldBeFalse();
    }

    [Fact]
    public void Accounts_are_added_by_the_keeper_alone_and_the_last_keeper_stays()
    {
        Init();
        var added = Call("user", "add", "lan", "--name", "Nguyễn Thị Lan", "--role", "facility", "--body", "27-001", "--as", "quantri");
        added.ExitCode.ShouldBe(0, added.Errors);
        Call("user", "add", "hoa", "--name", "Hoa", "--role", "facility", "--as", "quantri").Errors.ShouldContain("KH031");
        Call("user", "add", "minh", "--name", "Minh", "--role", "appraiser", "approver", "--as", "lan").Errors.ShouldContain("KH030");
        Call("user", "add", "minh", "--name", "Minh", "--role", "appraiser", "--as", "ai").Errors.ShouldContain("KH030");
        Call("user", "disable", "quantri", "--as", "quantri").Errors.ShouldContain("KH033");
        Call("user", "disable", "ai", "--as", "quantri").Errors.ShouldContain("KH032");
        Call("user", "disable", "lan", "--as", "quantri").ExitCode.ShouldBe(0);
        var users = Call("user", "list", "--format", "json").Json.GetProperty("users");
        users.EnumerateArray().Select(user => (user.GetProperty("account").GetString(), user.GetProperty("active").GetBoolean())).ShouldBe([("lan", false), ("quantri", true)]);
    }

    [Fact]
    public void A_check_prints_the_head_and_a_later_one_holds_the_trail_to_it()
    {
        Init();
        var first = Call("check");
        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldContain("Kho nguyên vẹn.");
        var head = Call("check", "--format", "json").Json.GetProperty("head").GetString()!;
        first.Output.ShouldContain(head);
        Call("user", "add", "lan", "--name", "Lan", "--role", "auditor", "--as", "quantri").ExitCode.ShouldBe(0);
        Call("check", "--head", head).ExitCode.ShouldBe(0);
        var other = Call("check", "--head", head.Replace(head[^1], head[^1] == '0' ? '1' : '0'));
        other.ExitCode.ShouldBe(1);
        other.Output.ShouldContain("KH054");
        Call("check", "--head", "2").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void A_backup_is_restored_into_a_free_place()
    {
        Init();
        var file = Path.Combine(_run.Folder, "sao lưu.zip");
        Call("backup", "--out", file, "--as", "quantri").ExitCode.ShouldBe(0);
        var other = Path.Combine(_run.Folder, "khác.db");
        var restored = ProgramRun.Call("store", "restore", file, "--store", other, "--as", "quantri");
        restored.ExitCode.ShouldBe(0, restored.Errors);
        ProgramRun.Call("store", "check", "--store", other).ExitCode.ShouldBe(0);
        ProgramRun.Call("store", "user", "list", "--store", other).Output.ShouldContain("quantri");
        ProgramRun.Call("store", "restore", file, "--store", other).Errors.ShouldContain("KH002");
        Call("audit", "--subject", "store").Output.ShouldContain("store.backup");
    }

    [Fact]
    public void The_trail_is_exported_as_JSON_lines()
    {
        Init();
        var file = Path.Combine(_run.Folder, "nhật ký.jsonl");
        Call("audit", "--out", file).ExitCode.ShouldBe(0);
        var entries = File.ReadAllLines(file).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        entries.Select(entry => entry.GetProperty("action").GetString()).ShouldBe(["store.create", "user.put"]);
        entries[1].GetProperty("previous").GetString().ShouldBe(entries[0].GetProperty("hash").GetString());
        entries[1].GetProperty("after").GetProperty("users").GetProperty("account").GetString().ShouldBe("quantri");
        Call("audit", "--subject", "quantri").Output.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public void What_is_in_the_store_is_counted()
    {
        Init();
        var text = Call("stats").Output;
        text.ShouldContain("SQLite 3.");
        text.ShouldContain("phiên bản kho 3");
        var json = Call("stats", "--format", "json").Json;
        json.GetProperty("rows").GetProperty("users").GetInt64().ShouldBe(1);
        json.GetProperty("version").GetInt32().ShouldBe(3);
        Call("migrate", "--as", "quantri").Output.ShouldContain("không phải làm gì");
    }

    [Fact]
    public void A_password_in_a_place_is_refused_and_not_repeated()
    {
        var outcome = ProgramRun.Call("store", "stats", "--store", "postgres://emrsec:bi-mat@localhost/kho");
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("KH003");
        outcome.Errors.ShouldContain("PGPASSWORD");
        outcome.Errors.ShouldNotContain("bi-mat");
    }

    private void Init() => Call("init", "--as", "quantri").ExitCode.ShouldBe(0);

    private Outcome Call(params string[] words) => ProgramRun.Call(["store", .. words, "--store", Place]);
}
