using System.IO.Compression;
using System.Text;
using EmrSec.Dossiers;
using EmrSec.Reports.Packing;
using EmrSec.Rules.Diagnostics;

namespace EmrSec.Reports.Tests.Packing;

/// <summary>Packs come back as they went in, and hostile ones are refused with the reason.</summary>
public sealed class PackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-pack-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_pack_is_what_its_manifest_says()
    {
        var verification = Verify(Pack(("a.pdf", "một"), ("minh-chung/Quy chế.pdf", "hai")));

        verification.Problems.ShouldBeEmpty();
        var manifest = verification.Manifest.ShouldNotBeNull();
        manifest.Files.Select(file => file.Name).ShouldBe(["a.pdf", "minh-chung/Quy chế.pdf"]);
        manifest.Files[0].Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("một"))));
        verification.Signature.ShouldBeNull();
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes() => Pack(("a.pdf", "một")).ShouldBe(Pack(("a.pdf", "một")));

    [Fact]
    public void A_thousand_pieces_of_evidence_go_in_and_are_checked()
    {
        var files = Enumerable.Range(0, 1000).Select(i => ($"minh-chung/{i:0000}.pdf", new string('x', i))).ToArray();

        Verify(Pack(files)).Manifest!.Files.Count.ShouldBe(1000);
        Verify(Pack(files)).IsIntact.ShouldBeTrue();
    }

    [Theory]
    [InlineData("../x.pdf")]
    [InlineData("/x.pdf")]
    [InlineData("a/../../x.pdf")]
    [InlineData("C:x.pdf")]
    [InlineData("a\\x.pdf")]
    [InlineData("a//x.pdf")]
    [InlineData("x.pdf.")]
    [InlineData("x\u202efdp.exe")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        Verify(Change(Pack(("a.pdf", "một")), zip => Add(zip, name, "x"))).Problems.ShouldContain(problem => problem.Code == "unsafe-name");
        Should.Throw<ArgumentException>(() => Pack((name, "x")));
    }

    [Fact]
    public void Two_files_of_one_name_are_refused() =>
        Verify(Change(Pack(("a.pdf", "một")), zip => Add(zip, "A.pdf", "x"))).Problems.ShouldContain(problem => problem.Code == "duplicate-name");

    [Fact]
    public void A_link_is_refused() =>
        Verify(Change(Pack(("a.pdf", "một")), zip => Add(zip, "b.pdf", "/etc/passwd").ExternalAttributes = unchecked((int)0xA1FF0000)))
            .Problems.ShouldContain(problem => problem.Code == "link");

    [Fact]
    public void A_file_that_the_manifest_does_not_name_is_told() =>
        Verify(Change(Pack(("a.pdf", "một")), zip => Add(zip, "b.pdf", "x"))).Problems.ShouldHaveSingleItem().Code.ShouldBe("not-listed");

    [Fact]
    public void A_file_that_is_gone_is_told() =>
        Verify(Change(Pack(("a.pdf", "một"), ("b.pdf", "hai")), zip => zip.GetEntry("b.pdf")!.Delete())).Problems.ShouldHaveSingleItem().Code.ShouldBe("missing");

    [Theory]
    [InlineData("mốt", "hash-differs")]
    [InlineData("mộ", "size-differs")]
    [InlineData("một hai", "size-differs")]
    public void A_file_that_was_changed_is_told(string content, string code) =>
        Verify(Change(Pack(("a.pdf", "một")), zip =>
        {
            zip.GetEntry("a.pdf")!.Delete();
            Add(zip, "a.pdf", content);
        })).Problems.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void A_bomb_is_not_unpacked_beyond_what_the_manifest_says()
    {
        var bomb = Change(Pack(("a.pdf", "một")), zip =>
        {
            zip.GetEntry("a.pdf")!.Delete();
            using var stream = zip.CreateEntry("a.pdf", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 256; i++)
            {
                stream.Write(zeros);
            }
        });

        var before = GC.GetAllocatedBytesForCurrentThread();
        Verify(bomb).Problems.ShouldHaveSingleItem().Code.ShouldBe("size-differs");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16 << 20);
    }

    [Theory]
    [InlineData("not a zip")]
    [InlineData("")]
    public void What_is_no_pack_is_told(string content) =>
        Verify(Encoding.UTF8.GetBytes(content)).Problems.ShouldHaveSingleItem().Code.ShouldBe("not-zip");

    [Fact]
    public void A_manifest_with_keys_of_its_own_is_none() =>
        Verify(Change(Pack(("a.pdf", "một")), zip =>
        {
            zip.GetEntry("manifest.json")!.Delete();
            Add(zip, "manifest.json", """{"schema":"emrsec.pack/1","extra":1}""");
        })).Problems.ShouldContain(problem => problem.Code == "no-manifest");

    [Fact]
    public void Evidence_is_found_beside_the_dossier_once_and_nowhere_else()
    {
        File.WriteAllText(Path.Combine(_folder, "a.pdf"), "a");
        var secret = Path.Combine(Path.GetTempPath(), $"emrsec-secret-{Guid.NewGuid():N}.txt");
        File.WriteAllText(secret, "secret");
        try
        {
            File.CreateSymbolicLink(Path.Combine(_folder, "link.pdf"), secret);
            var position = new SourcePosition("d.yaml", 3, 1);
            var dossier = new Dossier
            {
                File = Path.Combine(_folder, "d.yaml"),
                Answers = [new Answer("x", null, AnswerStatus.Met, position) { Evidence = ["a.pdf", "A.PDF", "link.pdf", "../" + Path.GetFileName(secret), secret, "none.pdf"] }],
            };
            var diagnostics = new DiagnosticBag();
            var files = EvidenceFile.Of(dossier, diagnostics);

            files.Where(file => file.Path is not null).Select(file => file.Name).ShouldBe(["a.pdf"]);
            diagnostics.Items.Select(item => item.Code).Order(StringComparer.Ordinal).ShouldBe(["GO001", "GO002", "GO002", "GO003"]);
            diagnostics.HasErrors.ShouldBeFalse();
        }
        finally
        {
            File.Delete(secret);
        }
    }

    private static byte[] Pack(params (string Name, string Content)[] files)
    {
        using var output = new MemoryStream();
        using (var pack = new PackWriter(output))
        {
            foreach (var (name, content) in files)
            {
                using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
                pack.Add(name, "evidence", "Minh chứng", stream);
            }

            pack.Finish(entries => new PackManifest
            {
                AsOf = new DateOnly(2026, 11, 21),
                Created = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7)),
                Regime = "nd85-2016",
                Files = entries,
            });
        }

        return output.ToArray();
    }

    private static byte[] Change(byte[] pack, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(pack);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return stream.ToArray();
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(content);
        return entry;
    }

    private static PackVerification Verify(byte[] pack)
    {
        using var stream = new MemoryStream(pack);
        return PackVerifier.Verify(stream);
    }
}
