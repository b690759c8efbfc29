using System.Buffers.Binary;
using System.IO.Compression;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>Pictures keep their pixels: read back by qpdf and drawn by poppler.</summary>
public sealed class ImageTests
{
    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    public void A_picture_made_by_poppler_is_shown_as_it_is(string format)
    {
        using var source = new Written(SamplePapers.All["letter"]);
        var picture = source.Picture(format, resolution: 60);
        using var written = new Written(SamplePapers.Of(new Figure(new RasterImage(picture), "Trang công văn") { Width = 100 }));
        var pdf = new ParsedPdf(written.Path);
        var image = Image(pdf);

        image.GetProperty("/Width").GetInt32().ShouldBe(497);
        image.GetProperty("/Height").GetInt32().ShouldBe(702);
        Convert.ToHexString(written.Bytes).Contains(Convert.ToHexString(picture), StringComparison.Ordinal).ShouldBe(format == "jpeg", "a JPEG goes in as it is");
        ReadElement.Read(written.Path).Of("Figure").Single().Attributes.ShouldContain(each => each.StartsWith("/BBox", StringComparison.Ordinal));

        // The letterhead's half of the picture has ink, its margin none.
        var left = 30 + ((160 - 100) / 2.0);
        Ink.Of(written, 1, left + 10, 28, left + 90, 65).ShouldBeGreaterThan(0.01);
        Ink.Of(written, 1, left + 1, 25, left + 13, 150).ShouldBeLessThan(0.005);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(4, 8)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void Every_filter_and_colour_type_gives_back_its_pixels(int colourType, int depth)
    {
        const int Width = 7, Height = 10;
        var channels = colourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        byte Sample(int x, int y, int channel) => (byte)((x * 31) + (y * 17) + (channel * 59));
        var png = Png.Make(Width, Height, colourType, depth, Sample);
        using var written = new Written(SamplePapers.Of(new Figure(new RasterImage(png), "x") { Width = 50 }));
        var pdf = new ParsedPdf(written.Path);
        var colours = channels is 1 or 2 ? 1 : 3;

        IEnumerable<byte> Pixels(Func<int, int, IEnumerable<byte>> of) => Enumerable.Range(0, Height).SelectMany(y => Enumerable.Range(0, Width).SelectMany(x => of(x, y)));
        Data(pdf, Image(pdf)).ShouldBe(Pixels((x, y) => Enumerable.Range(0, colours).Select(channel => Sample(x, y, channel))));
        if (colourType is 4 or 6)
        {
            var mask = pdf.Get(Image(pdf), "/SMask");
            mask.GetProperty("/ColorSpace").GetString().ShouldBe("/DeviceGray");
            pdf.Data(Image(pdf), "/SMask").ShouldBe(Pixels((x, y) => [Sample(x, y, colours)]));
        }
    }

    // The picture of a seal: red on nothing. What is under it shows through; part 2 of PDF/A allows it.
    [Fact]
    public void What_is_transparent_stays_transparent()
    {
        var seal = Png.Make(10, 10, 6, 8, (x, _, channel) => channel switch { 0 => 255, 3 => (byte)(x < 5 ? 0 : 255), _ => 0 });
        using var written = new Written(SamplePapers.Of(new Figure(new RasterImage(seal), "Dấu") { Width = 40 }));

        Ink.Of(written, 1, 92, 22, 108, 55).ShouldBe(0, 0.001);
        Ink.Of(written, 1, 112, 22, 128, 55).ShouldBe(1 - 0.299, 0.05);
    }

    public static TheoryData<string, byte[]> Damaged
    {
        get
        {
            var png = Png.Make(4, 4, 2, 8, (x, y, c) => (byte)(x + y + c));
            byte[] With(int at, byte value) => [.. png[..at], value, .. png[(at + 1)..]];
            return new TheoryData<string, byte[]>
            {
                { "nothing", [] },
                { "text", "GIF89a nothing of the kind"u8.ToArray() },
                { "a PNG's signature alone", png[..8] },
                { "a PNG cut short", png[..60] },
                { "no such colour type", With(25, 5) },
                { "no such depth", With(24, 3) },
                { "no width", With(19, 0) },
                { "wider than its data", With(19, 200) },
                { "larger than 50 million pixels", With(16, 0x7F) },
                { "rubbish for pixels", With(45, 0xFF) },
                { "a JPEG's beginning alone", [0xFF, 0xD8, 0xFF, 0xE0] },
                { "a JPEG without a frame", [0xFF, 0xD8, 0xFF, 0xD9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
                { "a JPEG cut in its frame", [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 4, 0, 4] },
                { "a JPEG of four colours", [0xFF, 0xD8, 0xFF, 0xC0, 0, 20, 8, 0, 4, 0, 4, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0, 0xFF, 0xD9] },
                { "a JPEG segment longer than the file", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public void What_is_no_picture_is_refused(string what, byte[] data) =>
        Written.Refused(SamplePapers.Of(new Figure(new RasterImage(data), "x"))).Single().ShouldSatisfyAllConditions(
            found => found.Code.ShouldBe("VB005", what), found => found.Position.File.ShouldBe("hình"));

    [Fact]
    public void A_picture_higher_than_a_page_is_made_smaller()
    {
        var tower = Png.Make(4, 400, 0, 8, (_, _, _) => 0);
        using var written = new Written(SamplePapers.Of(new Figure(new RasterImage(tower), "x")));

        written.Result.Pages.ShouldBe(1);
        Ink.Of(written, 1, 105, 278, 115, 296).ShouldBe(0);
        Ink.Of(written, 1, 109.5, 30, 110.5, 200).ShouldBe(1, 0.01);
    }

    private static System.Text.Json.JsonElement Image(ParsedPdf pdf) =>
        pdf.Get(pdf.Get(pdf.Get(pdf.Pages[0].Page, "/Resources"), "/XObject"), "/I0");

    private static byte[] Data(ParsedPdf pdf, System.Text.Json.JsonElement image)
    {
        image.GetProperty("/BitsPerComponent").GetInt32().ShouldBe(8);
        return pdf.Data(pdf.Get(pdf.Get(pdf.Pages[0].Page, "/Resources"), "/XObject"), "/I0");
    }
}

/// <summary>Makes PNG files whose rows use each filter in turn.</summary>
internal static class Png
{
    public static byte[] Make(int width, int height, int colourType, int depth, Func<int, int, int, byte> sample)
    {
        var channels = colourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var step = channels * depth / 8;
        var above = new byte[width * step];
        using var rows = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            // In 16 bits the upper byte counts.
            var row = Enumerable.Range(0, width).SelectMany(x => Enumerable.Range(0, channels).SelectMany(channel => depth == 16 ? [sample(x, y, channel), (byte)0x5A] : new[] { sample(x, y, channel) })).ToArray();
            rows.WriteByte((byte)(y % 5));
            rows.Write([.. row.Select((value, i) => (byte)(value - Predicted(y % 5, i < step ? 0 : row[i - step], above[i], i < step ? 0 : above[i - step])))]);
            above = row;
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, (byte)colourType);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(rows.ToArray());
        }

        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static int Predicted(int filter, int left, int up, int corner)
    {
        var estimate = left + up - corner;
        int[] nearest = [left, up, corner];
        return filter switch
        {
            1 => left,
            2 => up,
            3 => (left + up) / 2,
            4 => nearest.MinBy(each => Math.Abs(estimate - each)),
            _ => 0,
        };
    }

    // The check sums are left zero: the writer does not read them.
    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. System.Text.Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }
}
