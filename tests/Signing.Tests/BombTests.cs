using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Signing.Tests;

/// <summary>Files made to hang, crash or exhaust a reader: each ends soon, in little memory, and is told to be malformed.</summary>
public class BombTests
{
    private const long MostAllocated = 400L * 1024 * 1024;

    private static readonly Dictionary<string, Func<byte[]>> Bombs = new(StringComparer.Ordinal)
    {
        ["arrays-in-arrays"] = () => WithCatalog($"<</Type/Catalog/Pages 2 0 R/AcroForm {new string('[', 200_000)}>>"),
        ["dictionaries-in-dictionaries"] = () => WithCatalog($"<</Type/Catalog/Pages 2 0 R/AcroForm {string.Concat(Enumerable.Repeat("<</A", 100_000))}>>"),
        ["million-values"] = () => WithCatalog($"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[{string.Concat(Enumerable.Repeat("0 ", 3_000_000))}]>>>>"),
        ["reference-to-itself"] = () => WithCatalog("<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>", (5, "5 0 R")),
        ["references-in-a-circle"] = () => WithCatalog("<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>", (5, "6 0 R"), (6, "5 0 R")),
        ["fields-in-a-circle"] = () => WithCatalog("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>", (5, "<</FT/Sig/T(a)/Kids[6 0 R]>>"), (6, "<</T(b)/Parent 5 0 R/Kids[5 0 R]>>")),
        ["length-of-itself"] = () => WithCatalog("<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>", (5, "<</Length 5 0 R>>\nstream\nq\nendstream")),
        ["sections-in-a-circle"] = () => Encoding.Latin1.GetBytes("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n"),
        ["huge-section"] = () => Encoding.Latin1.GetBytes("%PDF-1.7\nxref\n0 8388607\n0000000000 65535 f \ntrailer\n<</Size 8388607/Root 1 0 R>>\nstartxref\n9\n%%EOF\n"),
        ["xref-stream-of-zeros"] = () => XrefStream("", Zeros(300)),
        ["xref-stream-packed-twice"] = () => XrefStream("", Pack(Zeros(300)), "[/FlateDecode/FlateDecode]"),
        ["xref-stream-packed-many-times"] = () => XrefStream("", Zeros(1), $"[{string.Concat(Enumerable.Repeat("/FlateDecode", 5000))}]"),
        ["predictor-of-million-columns"] = () => XrefStream("/DecodeParms<</Predictor 15/Columns 1000000000>>", Zeros(1)),
        ["predictor-that-overflows"] = () => XrefStream("/DecodeParms<</Predictor 15/Colors 32/BitsPerComponent 16/Columns 1048576>>", Zeros(60)),
        ["object-stream-in-itself"] = ObjectStreamInItself,
        ["signature-of-nested-asn1"] = () => SignatureOf(string.Concat(Enumerable.Repeat("3080", 20_000))),
        ["signature-of-long-length"] = () => SignatureOf("30847fffffff3080" + new string('0', 64)),
        ["many-updates"] = ManyUpdates,
    };

    public static TheoryData<string> Names => [.. Bombs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_ends_soon_in_little_memory_and_fails(string name)
    {
        var bomb = Bombs[name]();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var report = Verifying.Verify(bomb);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostAllocated);
        report.Verdict.Indication.ShouldBe(Indication.Failed, report.Verdict.Explanation);
    }

    private static byte[] WithCatalog(string catalog, params (int Number, string Body)[] more)
    {
        var bodies = new SortedDictionary<int, string> { [1] = catalog, [2] = "<</Type/Pages/Count 0/Kids[]>>" };
        foreach (var (number, body) in more)
        {
            bodies[number] = body;
        }

        return TinyPdf.Assemble(bodies);
    }

    private static byte[] XrefStream(string more, byte[] data, string filter = "/FlateDecode")
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 10000000/W[1 4 2]/Root 1 0 R/Filter{filter}{more}/Length {data.Length}>>\nstream\n");
        return [.. Encoding.Latin1.GetBytes(head), .. data, .. "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"u8];
    }

    private static byte[] ObjectStreamInItself()
    {
        // Object 2 is said to be in the object stream 3, and 3 in 2.
        byte[] table = [0, 0, 0, 0, 0, 0, 0xFF, 1, 0, 0, 0, 9, 0, 0, 2, 0, 0, 0, 3, 0, 0, 2, 0, 0, 0, 2, 0, 0];
        var head = $"%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 4/W[1 4 2]/Root 2 0 R/Length {table.Length}>>\nstream\n";
        return [.. Encoding.Latin1.GetBytes(head), .. table, .. "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"u8];
    }

    private static byte[] SignatureOf(string hex)
    {
        var signed = Signing.Sign(TinyPdf.Make("head"), TestAuthority.Head, "head");
        var text = RawUpdate.Text(signed);
        var start = text.IndexOf("/Contents <", StringComparison.Ordinal) + 11;
        var length = text.IndexOf('>', start) - start;
        return RawUpdate.Bytes(text[..start] + (hex.Length > length ? hex[..length] : hex.PadRight(length, '0')) + text[(start + length)..]);
    }

    private static byte[] ManyUpdates()
    {
        var pdf = Signing.Sign(TinyPdf.Make("head"), TestAuthority.Head, "head");
        var file = new StringBuilder(RawUpdate.Text(pdf));
        var previous = RawUpdate.StartXref(pdf);
        for (var i = 0; i < 3000; i++)
        {
            var place = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"xref\n0 0\ntrailer\n<</Size 40/Root 1 0 R/Prev {previous}>>\nstartxref\n{place}\n%%EOF\n");
            previous = place;
        }

        return RawUpdate.Bytes(file.ToString());
    }

    private static byte[] Zeros(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var block = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
            {
                deflater.Write(block);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Pack(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflater.Write(data);
        }

        return packed.ToArray();
    }
}
