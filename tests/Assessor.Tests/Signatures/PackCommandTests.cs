using System.IO.Compression;

namespace EmrSec.Assessor.Tests.Signatures;

/// <summary><c>emrsec pack sign</c> and <c>verify</c> through the program's own door.</summary>
public sealed class PackCommandTests : IDisposable
{
    private readonly SigningDesk _desk = new();
    private readonly string _signed;

    public PackCommandTests()
    {
        ProgramRun.Call("report", ProgramRun.Sample("bac-ninh-hospital"), "--kind", "pack", "--out", _desk.Path("p.zip"), "--as-of", "2026-11-21").ExitCode.ShouldBe(1);
        _signed = _desk.Path("s.zip");
        var outcome = Sign("p.zip", _signed);
        outcome.ExitCode.ShouldBe(0, outcome.Errors);
        outcome.Output.ShouldEndWith($"Đã ký {_signed}\n");
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_signed_pack_holds()
    {
        var outcome = Verify(_signed);
        outcome.ExitCode.ShouldBe(0, outcome.Output);
        outcome.Output.ShouldContain("Chữ ký trên manifest.json: HỢP LỆ (PASSED)");
        outcome.Output.ShouldContain("Mọi tệp đúng như manifest.json.");

        var signature = Verify(_signed, "--format", "json").Json.GetProperty("signature");
        signature.GetProperty("indication").GetString().ShouldBe("PASSED");
        signature.GetProperty("timeOrigin").GetString().ShouldBe("claimed");
    }

    [Fact]
    public void Without_the_root_nothing_is_concluded() => ProgramRun.Call("pack", "verify", _signed, "--trust", _desk.Path("letter.pdf")).ExitCode.ShouldBe(2);

    [Fact]
    public void An_unsigned_pack_fails_where_a_signature_is_asked_for()
    {
        Verify(_desk.Path("p.zip")).ExitCode.ShouldBe(0);
        Verify(_desk.Path("p.zip"), "--signed").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_manifest_changed_with_its_file_is_found_by_the_signature()
    {
        using (var zip = ZipFile.Open(_signed, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry("manifest.json")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("manifest.json").Open());
            writer.Write(text.Replace("nd85-2016", "nd331-2026", StringComparison.Ordinal));
        }

        var outcome = Verify(_signed);
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("HASH_FAILURE");
    }

    [Fact]
    public void A_pack_is_signed_once_and_only_when_it_is_whole()
    {
        var again = Sign("s.zip", _desk.Path("t.zip"));
        again.ExitCode.ShouldBe(2);
        again.Errors.ShouldContain("lỗi: gói này đã được ký");

        using (var zip = ZipFile.Open(_desk.Path("p.zip"), ZipArchiveMode.Update))
        {
            zip.GetEntry("02-gap.pdf")!.Delete();
        }

        var broken = Sign("p.zip", _desk.Path("t.zip"));
        broken.ExitCode.ShouldBe(2);
        broken.Errors.ShouldContain("lỗi: không ký gói không đúng như manifest.json của nó");
        File.Exists(_desk.Path("t.zip")).ShouldBeFalse();
    }

    [Fact]
    public void A_time_stamp_is_not_left_out_silently()
    {
        var outcome = Sign("p.zip", _desk.Path("t.zip"), "--level", "b-t");
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("lỗi: --level b-t cần --tsa");
        File.Exists(_desk.Path("t.zip")).ShouldBeFalse();
    }

    private Outcome Sign(string pack, string output, params string[] more) => ProgramRun.CallWith(
        SigningDesk.Password + "\n", ["pack", "sign", _desk.Path(pack), "--out", output, "--p12", _desk.Path("head.p12"), "--trust", _desk.Path("root.pem"), .. more]);

    private Outcome Verify(string pack, params string[] more) => ProgramRun.Call(["pack", "verify", pack, "--trust", _desk.Path("root.pem"), .. more]);
}
