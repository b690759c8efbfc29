using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using EmrSec.Reports.Exchange;

namespace EmrSec.Reports.Tests.Exchange;

/// <summary>Packages made to do harm, each made here: found before anything of them is unpacked.</summary>
public sealed class HostilePackageTests
{
    private static readonly byte[] Evidence = Encoding.UTF8.GetBytes("minh chứng");

    [Fact]
    public void A_package_as_it_is_written_is_intact_and_the_same_each_time()
    {
        var bytes = Good();
        using var package = ExchangePackage.Open(new MemoryStream(bytes));
        package.Problems.ShouldBeEmpty();
        package.IsIntact.ShouldBeTrue();
        package.Signature.ShouldBeNull();
        package.Small("content").ShouldBe("{}"u8.ToArray());
        bytes.ShouldBe(Good());
    }

    [Fact]
    public void The_signature_is_over_the_manifest_as_it_stands()
    {
        using var output = new MemoryStream();
        byte[]? seen = null;
        Write(output, manifest => (seen = manifest)[..10]);
        using var package = ExchangePackage.Open(output);
        package.ManifestBytes.ToArray().ShouldBe(seen);
        package.Signature!.Value.ToArray().ShouldBe(seen![..10]);
    }

    public static TheoryData<string> Names =>
    [
        "../a.txt", "a/../../b.txt", "/etc/passwd", "\\windows\\a", "C:/a.txt", "C:a.txt", "a:b", "minh-chung/", "a//b", "./a", "a/.", "a/b.", "a/b ", " a", "CON", "minh-chung/nul.txt", "com1.pdf",
        "a\u202egpj.exe", "a\0b", "a|b", new string('a', 130) + ".txt", "a/b/c/d/e/f/g/h/i/j", string.Join('/', Enumerable.Repeat(new string('b', 100), 4)), "Thuye\u0302\u0301t.pdf",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_that_leads_elsewhere_or_is_not_alike_everywhere_is_refused(string name)
    {
        Codes(With(zip => Add(zip, name, Evidence))).ShouldContain("TD003");
        ExchangeNames.IsSafe(name).ShouldBeFalse();
    }

    [Theory]
    [InlineData("minh-chung/A.TXT")]
    [InlineData("MINH-CHUNG/a.txt")]
    [InlineData("minh-chung/a.txt")]
    [InlineData("minh-chung/ａ.txt")]
    public void Two_files_of_one_name_however_written_are_refused(string name) => Codes(With(zip => Add(zip, name, Evidence))).ShouldContain("TD004");

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_refused() => Codes(With(zip => Add(zip, "minh-chung", Evidence))).ShouldContain("TD004");

    [Theory]
    [InlineData(0xA1FF)]
    [InlineData(0x41ED)]
    [InlineData(0x1180)]
    [InlineData(0x6180)]
    public void Links_folders_pipes_and_devices_are_refused(int mode) => Codes(With(zip => Add(zip, "lien-ket", Evidence).ExternalAttributes = mode << 16)).ShouldContain("TD005");

    [Fact]
    public void A_file_that_the_manifest_does_not_name_is_refused() => Codes(With(zip => Add(zip, "them.exe", Evidence))).ShouldBe(["TD009"]);

    [Fact]
    public void A_file_that_is_missing_is_found() => Codes(With(zip => zip.GetEntry("minh-chung/a.txt")!.Delete())).ShouldBe(["TD008"]);

    [Fact]
    public void A_file_that_was_changed_is_found() => Codes(With(zip => Replace(zip, "minh-chung/a.txt", [.. Evidence[..^1], (byte)'X']))).ShouldBe(["TD011"]);

    [Fact]
    public void A_file_that_grew_is_found_without_reading_it_all() => Codes(With(zip => Replace(zip, "minh-chung/a.txt", new byte[300_000_000]))).ShouldBe(["TD010"]);

    [Fact]
    public void A_bomb_that_its_manifest_admits_is_refused()
    {
        using var output = new MemoryStream();
        var zeros = new byte[20_000_000];
        Write(output, null, writer => writer.Add(new ExchangeFile("bom.bin", "evidence", "application/octet-stream", 0, ""), new MemoryStream(zeros)));
        Codes(output.ToArray()).ShouldBe(["TD006"]);
    }

    [Fact]
    public void Too_many_files_are_refused() => Codes(With(zip =>
    {
        for (var i = 0; i <= ExchangePackage.MaxFiles; i++)
        {
            zip.CreateEntry($"t/{i}", CompressionLevel.NoCompression);
        }
    })).ShouldBe(["TD006"]);

    [Fact]
    public void A_manifest_too_large_is_refused() => Codes(With(zip => Replace(zip, ExchangeManifest.FileName, new byte[ExchangePackage.MaxSmall + 1]))).ShouldContain("TD006");

    [Fact]
    public void An_encrypted_file_is_refused()
    {
        var bytes = Good();
        var patched = 0;
        for (var at = 0; at + 12 < bytes.Length; at++)
        {
            // APPNOTE 4.4.4: bit 0 of the flags, in the local and in the central header.
            var flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) switch { 0x04034b50 => at + 6, 0x02014b50 => at + 8, _ => -1 };
            if (flags > 0)
            {
                bytes[flags] |= 1;
                patched++;
            }
        }

        patched.ShouldBeGreaterThan(4);
        Codes(bytes).ShouldAllBe(code => code == "TD007");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("không phải JSON")]
    [InlineData("""{"schema":"emrsec.exchange/9"}""")]
    [InlineData("""{"schema":"emrsec.pack/1","files":[]}""")]
    public void A_manifest_of_another_kind_is_refused(string json) => Codes(With(zip => Replace(zip, ExchangeManifest.FileName, Encoding.UTF8.GetBytes(json)))).ShouldBe(["TD002"]);

    [Fact]
    public void Unknown_or_doubled_keys_in_the_manifest_are_refused()
    {
        Codes(With(zip => Edit(zip, text => text.Insert(1, "\"la\": 1,")))).ShouldBe(["TD002"]);
        Codes(With(zip => Edit(zip, text => text.Insert(1, "\"kind\": \"decision\",")))).ShouldBe(["TD002"]);
    }

    [Fact]
    public void A_file_listed_twice_is_refused() => Codes(With(zip => Edit(zip, text =>
    {
        var at = text.IndexOf("\"files\": [", StringComparison.Ordinal) + "\"files\": [".Length;
        var first = text[at..(text.IndexOf('}', at) + 1)];
        return text.Insert(at, first + ",");
    }))).ShouldContain("TD004");

    [Fact]
    public void What_is_no_zip_or_half_of_one_is_refused()
    {
        Codes(Encoding.UTF8.GetBytes("không phải gói")).ShouldBe(["TD001"]);
        Codes([]).ShouldBe(["TD001"]);
        Codes(Good()[..300]).ShouldBe(["TD001"]);
    }

    [Fact]
    public void Damage_anywhere_is_found_and_never_an_exception()
    {
        var random = new Random(7);
        var good = Good();
        var hash = SHA256.HashData(good);
        for (var i = 0; i < 600; i++)
        {
            var bytes = (byte[])good.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            using var package = ExchangePackage.Open(new MemoryStream(bytes));
            if (package.IsIntact)
            {
                // A bit that no reader looks at, such as a time: what is read is what was written.
                package.ManifestBytes.Length.ShouldBeGreaterThan(0);
                foreach (var file in package.Manifest!.Files)
                {
                    using var content = package.Open(file);
                    Convert.ToHexStringLower(SHA256.HashData(content)).ShouldBe(file.Sha256);
                }
            }
        }

        SHA256.HashData(good).ShouldBe(hash);
    }

    [Fact]
    public void It_is_unpacked_whole_with_evidence_where_the_dossier_looks_for_it()
    {
        var folder = Directory.CreateTempSubdirectory("emrsec-").FullName;
        try
        {
            using var package = ExchangePackage.Open(new MemoryStream(Good()));
            ExchangeUnpacker.Unpack(package, Path.Combine(folder, "ra"));
            File.ReadAllBytes(Path.Combine(folder, "ra", "thu muc", "a.txt")).ShouldBe(Evidence);
            Directory.GetFiles(Path.Combine(folder, "ra"), "*", SearchOption.AllDirectories).Length.ShouldBe(4);
            Should.Throw<IOException>(() => ExchangeUnpacker.Unpack(package, Path.Combine(folder, "ra")));
            Directory.GetFileSystemEntries(folder).Length.ShouldBe(1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Good()
    {
        using var output = new MemoryStream();
        Write(output, null);
        return output.ToArray();
    }

    private static void Write(Stream output, Func<byte[], byte[]>? sign, Action<ExchangeWriter>? more = null)
    {
        using var writer = new ExchangeWriter(output);
        writer.Add(new ExchangeFile(ExchangeManifest.DossierName, "dossier", "application/yaml", 0, ""), new MemoryStream("a: 1"u8.ToArray()));
        writer.Add(new ExchangeFile(ExchangeManifest.ContentName, "content", "application/json", 0, ""), new MemoryStream("{}"u8.ToArray()));
        writer.Add(new ExchangeFile("minh-chung/a.txt", "evidence", "text/plain", 0, "") { Title = "thu muc/a.txt" }, new MemoryStream(Evidence));
        more?.Invoke(writer);
        writer.Finish(files => new ExchangeManifest { Kind = "submission", FacilityCode = "27-001", Created = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7)), Files = files }, sign);
    }

    private static IEnumerable<string> Codes(byte[] bytes)
    {
        using var package = ExchangePackage.Open(new MemoryStream(bytes));
        package.IsIntact.ShouldBeFalse();
        return package.Problems.Select(problem => problem.Code);
    }

    private static byte[] With(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Good());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return stream.ToArray();
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        using var target = entry.Open();
        target.Write(content);
        return entry;
    }

    private static void Replace(ZipArchive zip, string name, byte[] content)
    {
        zip.GetEntry(name)!.Delete();
        Add(zip, name, content);
    }

    private static void Edit(ZipArchive zip, Func<string, string> edit)
    {
        string text;
        using (var reader = new StreamReader(zip.GetEntry(ExchangeManifest.FileName)!.Open()))
        {
            text = reader.ReadToEnd();
        }

        Replace(zip, ExchangeManifest.FileName, Encoding.UTF8.GetBytes(edit(text)));
    }
}
