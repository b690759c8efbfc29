using System.Diagnostics;
using System.Text;

namespace EmrSec.Dossiers.Tests.Intake;

/// <summary>Files as people hand them over: in other encodings, of other kinds, or not there.</summary>
public sealed class FileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Encodings => new("utf-8", "utf-8 with mark", "utf-16 little-endian", "utf-16 big-endian");

    public static Encoding Named(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        "utf-8 with mark" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        "utf-16 little-endian" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        _ => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_Notepad_writes_is_read(string encoding)
    {
        var path = _folder.File("dossier.yaml");
        File.WriteAllText(path, Reading.Begin, Named(encoding));
        Read(path).Dossier.ShouldNotBeNull().FacilityName.ShouldBe("Bệnh viện mẫu");
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_an_error_on_their_line()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("schema: emrsec.dossier/1\nfacility:\n  name: B"), 0xEA, (byte)'\n'];
        Single(_folder.File("dossier.yaml", bytes)).ShouldBeAt("TT005", 3, 1);
    }

    [Fact]
    public void UTF16_without_a_mark_is_an_error() =>
        Single(_folder.File("dossier.yaml", Encoding.Unicode.GetBytes(Reading.Begin)[..48])).ShouldBeAt("YM003", 1, 2);

    [Theory]
    [InlineData("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "PDF")]
    [InlineData("PK\u0003\u0004\u0014\u0000", "Excel (.docx, .xlsx)")]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1", "đời cũ")]
    public void Another_kind_of_file_is_called_by_its_name(string head, string kind)
    {
        var error = Single(_folder.File("dossier.yaml", Encoding.Latin1.GetBytes(head)));
        error.ShouldBeAt("TT007", 0, 0);
        error.Message.ShouldContain(kind);
    }

    [Fact]
    public void An_empty_file_is_an_error() => Single(_folder.File("dossier.yaml", [])).ShouldBeAt("YM004", 0, 0);

    [Fact]
    public void A_file_of_50_MB_is_refused_before_it_is_read()
    {
        var path = _folder.File("dossier.yaml");
        using (var file = File.Create(path))
        {
            file.SetLength(50L * 1024 * 1024);
        }

        var watch = Stopwatch.StartNew();
        Single(path).ShouldBeAt("TT006", 0, 0);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error()
    {
        Single(_folder.File("khong-co.yaml")).ShouldBeAt("TT001", 0, 0);
        Single(_folder.File("khong-co/dossier.yaml")).ShouldBeAt("TT001", 0, 0);
    }

    [Fact]
    public void A_folder_is_an_error()
    {
        var error = Single(_folder.Path);
        error.ShouldBeAt("TT002", 0, 0);
        error.ToString().ShouldStartWith($"{_folder.Path}: lỗi TT002: ");
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_an_error()
    {
        var path = _folder.File("dossier.yaml", Encoding.UTF8.GetBytes(Reading.Begin));
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(path, UnixFileMode.None);
        if (Environment.IsPrivilegedProcess)
        {
            // Root reads what it likes.
            Read(path).Dossier.ShouldNotBeNull();
        }
        else
        {
            Single(path).ShouldBeAt("TT003", 0, 0);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_is_none_is_an_error(string path) => Single(path).Code.ShouldBe("TT004");

    public void Dispose() => _folder.Dispose();

    private static DossierReadResult Read(string path) => new DossierReader(TestFacts.Catalogue).ReadFile(path);

    private static Diagnostic Single(string path)
    {
        var result = Read(path);
        result.Dossier.ShouldBeNull();
        return result.Diagnostics.Items.ShouldHaveSingleItem();
    }
}
