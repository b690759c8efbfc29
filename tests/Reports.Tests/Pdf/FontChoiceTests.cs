using EmrSec.Reports.Pdf;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>The machine's own Times New Roman: stood in for by the faces of the assembly under its files' names.</summary>
public sealed class FontChoiceTests : IDisposable
{
    private static readonly string[] Faces = ["Regular", "Bold", "Italic", "BoldItalic"];
    private static readonly string[] Windows = ["times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"];
    private static readonly string[] Mac = ["Times New Roman.ttf", "Times New Roman Bold.ttf", "Times New Roman Italic.ttf", "Times New Roman Bold Italic.ttf"];
    private readonly string _folder = Directory.CreateTempSubdirectory("emrsec-fonts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_faces_are_embedded_in_their_places(bool mac)
    {
        for (var face = 0; face < Faces.Length; face++)
        {
            Install((mac ? Mac : Windows)[face], Font(face));
        }

        var load = FontFamily.LoadTimesNewRoman(_folder);
        load.Diagnostics.ShouldBeEmpty();
        using var own = new Written(SamplePapers.All["letter"], load.Fonts);
        using var carried = new Written(SamplePapers.All["letter"]);

        own.Bytes.ShouldBe(carried.Bytes);
    }

    [Fact]
    public void Another_font_is_used_and_named()
    {
        // A face under another's name shows that what is installed is what is embedded.
        foreach (var name in Windows)
        {
            Install(name, Font(3));
        }

        using var written = new Written(SamplePapers.All["letter"], FontFamily.LoadTimesNewRoman(_folder).Fonts);

        Tool.Poppler("pdffonts", written.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..].ShouldAllBe(line => line.Contains("+LiberationSerif-BoldItalic ", StringComparison.Ordinal));
        Written.Flat(written.Text).ShouldContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    }

    [Fact]
    public void A_missing_face_is_named_with_what_to_do()
    {
        Install(Windows[0], Font(0));
        Install(Windows[1], Font(1));
        Install(Windows[2], Font(2));

        var load = FontFamily.LoadTimesNewRoman(_folder);

        load.Fonts.ShouldBeNull();
        var found = load.Diagnostics.Single();
        found.Code.ShouldBe("VB014");
        found.Position.File.ShouldBe(Path.Combine(_folder, "timesbi.ttf"));
        found.Help.ShouldNotBeNull();
    }

    [Fact]
    public void Damaged_files_and_fonts_not_to_be_embedded_are_refused()
    {
        var restricted = Font(1);
        restricted[Table(restricted, "OS/2") + 9] = 2;
        Install(Windows[0], "not a font at all, only some text"u8.ToArray());
        Install(Windows[1], restricted);
        Install(Windows[2], Font(2)[..5000]);
        Install(Windows[3], []);

        var load = FontFamily.LoadTimesNewRoman(_folder);

        load.Fonts.ShouldBeNull();
        load.Diagnostics.Select(found => found.Code).ShouldBe(["VB014", "VB014", "VB014", "VB014"]);
        load.Diagnostics[1].Message.ShouldBe("phông chữ này không cho phép nhúng vào tệp PDF");
        load.Diagnostics[2].Message.ShouldBe("tệp phông chữ hỏng, hoặc không phải TrueType");
    }

    [Fact]
    public void A_font_without_vietnamese_is_refused()
    {
        // The last Vietnamese letters taken off the character map: its segment is made to end before ỹ.
        for (var face = 0; face < Faces.Length; face++)
        {
            var font = Font(face);
            Cut(font, 0x1EF9);
            Install(Windows[face], font);
        }

        var load = FontFamily.LoadTimesNewRoman(_folder);

        load.Diagnostics.Count.ShouldBe(4);
        load.Diagnostics.ShouldAllBe(found => found.Message == "phông chữ này không đủ chữ tiếng Việt: thiếu «ỹ»");
    }

    private void Install(string name, byte[] data) => File.WriteAllBytes(Path.Combine(_folder, name), data);

    private static byte[] Font(int face)
    {
        using var stream = typeof(PdfWriter).Assembly.GetManifestResourceStream($"fonts/LiberationSerif-{Faces[face]}.ttf")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }

    private static int U16(byte[] font, int at) => (font[at] << 8) | font[at + 1];

    private static int Table(byte[] font, string tag)
    {
        for (var entry = 12; entry < 12 + (U16(font, 4) * 16); entry += 16)
        {
            if (System.Text.Encoding.ASCII.GetString(font, entry, 4) == tag)
            {
                return (U16(font, entry + 8) << 16) | U16(font, entry + 10);
            }
        }

        throw new InvalidOperationException($"no table {tag}");
    }

    // Makes the segment of format 4 that holds a character end before it, in every subtable of that format.
    private static void Cut(byte[] font, int character)
    {
        var map = Table(font, "cmap");
        for (var i = 0; i < U16(font, map + 2); i++)
        {
            var table = map + (U16(font, map + 8 + (i * 8)) << 16) + U16(font, map + 10 + (i * 8));
            for (var end = table + 14; U16(font, table) == 4 && end < table + 14 + U16(font, table + 6); end += 2)
            {
                var start = U16(font, end + U16(font, table + 6) + 2);
                if (start <= character && character <= U16(font, end))
                {
                    (font[end], font[end + 1]) = ((byte)((character - 1) >> 8), (byte)(character - 1));
                }
            }
        }
    }
}
