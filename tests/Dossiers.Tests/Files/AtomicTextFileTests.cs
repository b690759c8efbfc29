using System.Text;
using EmrSec.Dossiers.Tests.Intake;

namespace EmrSec.Dossiers.Tests.Files;

public sealed class AtomicTextFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _diagnostics = new();

    [Theory]
    [MemberData(nameof(FileTests.Encodings), MemberType = typeof(FileTests))]
    public void A_write_keeps_the_encoding(string encoding)
    {
        var path = _folder.File("dossier.yaml");
        File.WriteAllText(path, "tên: cũ\r\n", FileTests.Named(encoding));
        var file = Read(path);
        file.Text.ShouldBe("tên: cũ\r\n");
        file.Write("tên: mới\r\n", _diagnostics).ShouldNotBeNull().Text.ShouldBe("tên: mới\r\n");
        File.ReadAllBytes(path).ShouldBe([.. FileTests.Named(encoding).GetPreamble(), .. FileTests.Named(encoding).GetBytes("tên: mới\r\n")]);
        ShouldHoldOnly("dossier.yaml");
    }

    [Fact]
    public void One_write_may_follow_another()
    {
        var file = Existing("a");
        var second = file.Write("b", _diagnostics).ShouldNotBeNull();
        second.Write("c", _diagnostics).ShouldNotBeNull();
        File.ReadAllText(file.Path).ShouldBe("c");
        ShouldFail(file, "d", "TT010");
    }

    [Fact]
    public void A_file_that_somebody_else_changed_is_not_overwritten()
    {
        var file = Existing("a");
        File.WriteAllText(file.Path, "của người khác");
        ShouldFail(file, "b", "TT010");
        File.ReadAllText(file.Path).ShouldBe("của người khác");
    }

    [Fact]
    public void A_change_in_the_last_moment_is_seen_too()
    {
        var path = _folder.File("dossier.yaml", "a"u8.ToArray());
        ShouldFail(Read(path, () => File.WriteAllText(path, "của người khác")), "b", "TT010");
        File.ReadAllText(path).ShouldBe("của người khác");
    }

    [Fact]
    public void A_file_that_is_gone_is_not_made_anew()
    {
        var file = Existing("a");
        File.Delete(file.Path);
        file.Write("b", _diagnostics).ShouldBeNull();
        _diagnostics.Items.ShouldHaveSingleItem().Code.ShouldBe("TT012");
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public void A_failure_before_the_rename_leaves_the_old_file_and_nothing_beside_it()
    {
        var file = Read(_folder.File("dossier.yaml", "a"u8.ToArray()), () => throw new IOException("disk full"));
        ShouldFail(file, "b", "TT016");
        File.ReadAllText(file.Path).ShouldBe("a");
    }

    [Fact]
    public void A_text_that_cannot_be_encoded_is_not_written()
    {
        var file = Existing("a");
        ShouldFail(file, "\ud800", "TT015");
        File.ReadAllText(file.Path).ShouldBe("a");
    }

    [Fact]
    public void A_write_keeps_the_mode()
    {
        var file = Existing("a");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        File.SetUnixFileMode(file.Path, Mode);
        file.Write("b", _diagnostics).ShouldNotBeNull();
        File.GetUnixFileMode(file.Path).ShouldBe(Mode);
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_left_alone()
    {
        var file = Existing("a");
        File.SetAttributes(file.Path, FileAttributes.ReadOnly);
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // Root writes what it likes; the mode stays.
            file.Write("b", _diagnostics).ShouldNotBeNull();
            File.GetAttributes(file.Path).HasFlag(FileAttributes.ReadOnly).ShouldBeTrue();
        }
        else
        {
            ShouldFail(file, "b", "TT014");
            File.ReadAllText(file.Path).ShouldBe("a");
        }

        File.SetAttributes(file.Path, FileAttributes.Normal);
    }

    [Fact]
    public void Behind_a_link_the_target_is_replaced_and_the_link_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var target = _folder.File("that.yaml", "a"u8.ToArray());
        File.CreateSymbolicLink(_folder.File("link.yaml"), "that.yaml");
        Read(_folder.File("link.yaml")).Write("b", _diagnostics).ShouldNotBeNull();
        File.ReadAllText(target).ShouldBe("b");
        new FileInfo(_folder.File("link.yaml")).LinkTarget.ShouldBe("that.yaml");
    }

    [Fact]
    public void A_new_file_is_made_where_there_is_none()
    {
        var path = _folder.File("moi.yaml");
        AtomicTextFile.Create(path, "tên: mới\n", _diagnostics).ShouldNotBeNull().Text.ShouldBe("tên: mới\n");
        File.ReadAllBytes(path).ShouldBe(Encoding.UTF8.GetBytes("tên: mới\n"));
        AtomicTextFile.Create(path, "khác", _diagnostics).ShouldBeNull();
        AtomicTextFile.Create(_folder.File("khong/co.yaml"), "khác", _diagnostics).ShouldBeNull();
        _diagnostics.Items.Select(item => item.Code).ShouldBe(["TT011", "TT013"]);
        File.ReadAllText(path).ShouldBe("tên: mới\n");
        ShouldHoldOnly("moi.yaml");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_finding()
    {
        AtomicTextFile.Read(_folder.File("khong-co.yaml"), _diagnostics).ShouldBeNull();
        AtomicTextFile.Read(_folder.File("a.yaml", [0xff]), _diagnostics).ShouldBeNull();
        _diagnostics.Items.Select(item => item.Code).ShouldBe(["TT001", "TT005"]);
    }

    public void Dispose() => _folder.Dispose();

    private AtomicTextFile Existing(string text) => Read(_folder.File("dossier.yaml", Encoding.UTF8.GetBytes(text)));

    private AtomicTextFile Read(string path, Action? beforeRename = null)
    {
        var file = AtomicTextFile.Read(path, _diagnostics).ShouldNotBeNull();
        file.BeforeRename = beforeRename ?? file.BeforeRename;
        return file;
    }

    private void ShouldFail(AtomicTextFile file, string text, string code)
    {
        file.Write(text, _diagnostics).ShouldBeNull();
        _diagnostics.Items.ShouldHaveSingleItem().Code.ShouldBe(code);
        ShouldHoldOnly("dossier.yaml");
    }

    private void ShouldHoldOnly(string name) => _folder.Names.ShouldBe([name]);
}
