using EmrSec.Assessor.Tests.Signatures;

namespace EmrSec.Assessor.Tests.Exchange;

/// <summary>A dossier that is only a file is exported, unpacked elsewhere, and says the same.</summary>
public sealed class FileExportTests : IDisposable
{
    private const string Text =
        """
        schema: emrsec.dossier/1
        # chú thích
        facility: { code: "0270", name: Trạm y tế }
        systems:
          - { id: emr, name: Bệnh án, function: internal, information: [private] }
        answers:
          tt12.m.1.1.1: { status: met, evidence: [chung-cu/quy-che.pdf, thieu.pdf], validUntil: 2027-01-31 }
        """;

    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    private Outcome Export(params string[] more) => ProgramRun.CallWith(SigningDesk.Password + "\n", ["dossier", "export", _desk.Path("ho-so.yaml"), "--out", _desk.Path("x.emrsec"), .. more]);

    private string[] Key => ["--p12", _desk.Path("head.p12"), "--trust", _desk.Path("root.pem")];

    [Fact]
    public void Signed_unpacked_and_exported_again()
    {
        File.WriteAllText(_desk.Path("ho-so.yaml"), Text);
        _desk.Add("chung-cu/quy-che.pdf", "%PDF-1.4 quy chế"u8.ToArray());
        var exported = Export([.. Key, "--paper", _desk.Path("letter.pdf")]);
        exported.ExitCode.ShouldBe(1, exported.Errors);
        exported.Errors.ShouldContain("thiếu 1 tệp");
        exported.Output.ShouldContain("1 tài liệu và minh chứng, 1 văn bản; đã ký số");

        var unpacked = ProgramRun.Call("dossier", "import", _desk.Path("x.emrsec"), "--trust", _desk.Path("root.pem"), "--out-dir", _desk.Path("ra"));
        unpacked.ExitCode.ShouldBe(0, unpacked.Errors);
        File.ReadAllText(Path.Combine(_desk.Path("ra"), "ho-so.yaml")).ShouldBe(Text);
        File.Exists(Path.Combine(_desk.Path("ra"), "chung-cu", "quy-che.pdf")).ShouldBeTrue();
        File.Exists(Path.Combine(_desk.Path("ra"), "van-ban", "letter.pdf")).ShouldBeTrue();
        ProgramRun.Call("dossier", "import", _desk.Path("x.emrsec"), "--trust", _desk.Path("root.pem"), "--out-dir", _desk.Path("ra")).Errors.ShouldContain("lỗi TT011");
    }

    [Fact]
    public void Without_a_key_it_is_refused_unless_that_is_said()
    {
        File.WriteAllText(_desk.Path("ho-so.yaml"), Text);
        Export().ExitCode.ShouldBe(2);
        File.Exists(_desk.Path("x.emrsec")).ShouldBeFalse();
        Export("--unsigned").Errors.ShouldContain("KHÔNG KÝ SỐ");
        File.Exists(_desk.Path("x.emrsec")).ShouldBeTrue();
        Export("--unsigned").Errors.ShouldContain("lỗi TT011");
    }

    [Fact]
    public void A_dossier_whose_two_forms_differ_is_not_taken_in()
    {
        File.WriteAllText(_desk.Path("ho-so.yaml"), Text);
        Export("--unsigned").ExitCode.ShouldBe(1);
        using (var zip = System.IO.Compression.ZipFile.Open(_desk.Path("x.emrsec"), System.IO.Compression.ZipArchiveMode.Update))
        {
            Swap(zip);
        }

        using var places = new TwoPlaces();
        var outcome = TwoPlaces.Import(places.Department, TwoPlaces.Clerk, _desk.Path("x.emrsec"), "--unsigned");
        outcome.ExitCode.ShouldBe(2);
        outcome.Errors.ShouldContain("lỗi TD014");
    }

    [Fact]
    public void A_changed_package_is_told_file_by_file_and_nothing_is_unpacked()
    {
        File.WriteAllText(_desk.Path("ho-so.yaml"), Text);
        Export(Key).ExitCode.ShouldBe(1);
        using (var zip = System.IO.Compression.ZipFile.Open(_desk.Path("x.emrsec"), System.IO.Compression.ZipArchiveMode.Update))
        {
            zip.GetEntry("ho-so.yaml")!.Delete();
        }

        var outcome = ProgramRun.Call("dossier", "import", _desk.Path("x.emrsec"), "--trust", _desk.Path("root.pem"), "--out-dir", _desk.Path("ra"));
        outcome.ExitCode.ShouldBe(1);
        outcome.Errors.ShouldContain("x.emrsec: ho-so.yaml: lỗi TD008");
        Directory.Exists(_desk.Path("ra")).ShouldBeFalse();
    }

    // Another text for people, with its hash in the manifest: whoever can sign could do that.
    private static void Swap(System.IO.Compression.ZipArchive zip)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Text.Replace("[private]", "[public]", StringComparison.Ordinal));
        string manifest;
        using (var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open()))
        {
            manifest = reader.ReadToEnd();
        }

        var node = System.Text.Json.Nodes.JsonNode.Parse(manifest)!;
        var file = node["files"]!.AsArray().Single(each => each!["name"]!.GetValue<string>() == "ho-so.yaml")!;
        file["size"] = bytes.Length;
        file["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Put(zip, "ho-so.yaml", bytes);
        Put(zip, "manifest.json", System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));
    }

    private static void Put(System.IO.Compression.ZipArchive zip, string name, byte[] bytes)
    {
        zip.GetEntry(name)!.Delete();
        using var target = zip.CreateEntry(name).Open();
        target.Write(bytes);
    }
}
