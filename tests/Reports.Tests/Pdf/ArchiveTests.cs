using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EmrSec.Reports.Tests.Outside;
using EmrSec.Reports.Tests.Papers;

namespace EmrSec.Reports.Tests.Pdf;

/// <summary>What ISO 19005-2 asks at level A beyond what PDFBox judges by part 1.</summary>
public sealed partial class ArchiveTests
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace PdfUa = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace Adobe = "http://ns.adobe.com/pdf/1.3/";

    // 6.6.2, 6.6.4
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void The_metadata_declare_part_2_level_A_and_agree_with_the_information_dictionary(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var pdf = new ParsedPdf(written.Path);
        var info = pdf.Get(pdf.Trailer, "/Info");
        var stream = pdf.Get(pdf.Catalog, "/Metadata");
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(pdf.Data(pdf.Catalog, "/Metadata")));

        stream.TryGetProperty("/Filter", out _).ShouldBeFalse("metadata are not filtered");
        xmp.Descendants(PdfA + "part").Single().Value.ShouldBe("2");
        xmp.Descendants(PdfA + "conformance").Single().Value.ShouldBe("A");
        xmp.Descendants(PdfUa + "part").Single().Value.ShouldBe("1");
        Item(xmp, Dc + "title").ShouldBe(pdf.Text(info, "/Title"));
        Item(xmp, Dc + "creator").ShouldBe(pdf.Text(info, "/Author"));
        Item(xmp, Dc + "language").ShouldBe("vi-VN");
        Item(xmp, Dc + "description").ShouldBe(pdf.Text(info, "/Subject"));
        xmp.Descendants(Adobe + "Keywords").SingleOrDefault()?.Value.ShouldBe(pdf.Text(info, "/Keywords"));
        xmp.Descendants(Adobe + "Producer").Single().Value.ShouldBe(pdf.Text(info, "/Producer"));
        xmp.Descendants(Xmp + "CreateDate").Single().Value.ShouldBe("2025-11-05T08:30:00+07:00");
        pdf.Text(info, "/CreationDate").ShouldBe("D:20251105083000+07'00'");
        xmp.Descendants(Xmp + "ModifyDate").Single().Value.ShouldBe("2025-11-05T08:30:00+07:00");
        pdf.Text(info, "/ModDate").ShouldBe("D:20251105083000+07'00'");
    }

    // 6.2.3: a display or output profile of at most version 4, its header whole.
    [Fact]
    public void The_output_intent_holds_an_sRGB_profile()
    {
        using var written = new Written(SamplePapers.All["letter"]);
        var pdf = new ParsedPdf(written.Path);
        var intent = pdf.Resolve(pdf.Get(pdf.Catalog, "/OutputIntents")[0]);
        var profile = pdf.Data(intent, "/DestOutputProfile");

        intent.GetProperty("/S").GetString().ShouldBe("/GTS_PDFA1");
        pdf.Text(intent, "/OutputConditionIdentifier").ShouldBe("sRGB IEC61966-2.1");
        pdf.Get(intent, "/DestOutputProfile").GetProperty("/N").GetInt32().ShouldBe(3);
        BinaryPrimitives.ReadInt32BigEndian(profile).ShouldBe(profile.Length);
        profile[8].ShouldBe((byte)2);
        Encoding.ASCII.GetString(profile, 12, 12).ShouldBe("mntrRGB XYZ ");
        Encoding.ASCII.GetString(profile, 36, 4).ShouldBe("acsp");
        Primaries(profile).ShouldBe((0.4361, 0.2225, 0.3851, 0.7169, 0.1431, 0.0606));
    }

    // 6.1.2, 6.1.3, 6.1.7, 6.1.12, 6.4, 6.5, 6.9: what may not be there.
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void Nothing_forbidden_is_in_the_file(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var pdf = new ParsedPdf(written.Path);

        written.Bytes.AsSpan(0, 9).ToArray().ShouldBe("%PDF-1.7\n"u8.ToArray());
        written.Bytes[9..14].ShouldBe([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3]);
        written.Bytes.AsSpan(^6..).ToArray().ShouldBe("%%EOF\n"u8.ToArray());
        pdf.Trailer.TryGetProperty("/Encrypt", out _).ShouldBeFalse();
        foreach (var key in new[] { "/JS", "/AA", "/OpenAction", "/Names", "/OCProperties", "/XFA", "/NeedAppearances", "/PresSteps", "/Perms", "/Alternates", "/OPI", "/Ref", "/F" })
        {
            // On annotations F holds flags; elsewhere it would name a file outside.
            pdf.Dictionaries.Count(each => each.TryGetProperty(key, out var value) && value.ValueKind != System.Text.Json.JsonValueKind.Number).ShouldBe(0, $"{key} is in the file");
        }

        // From the bytes: qpdf decodes what it hands over and leaves the filter out.
        var filters = Filter().Matches(Encoding.Latin1.GetString(written.Bytes)).Select(match => match.Groups[1].Value).ToList();
        filters.Count.ShouldBeGreaterThan(5);
        filters.ShouldAllBe(filter => filter == "FlateDecode");
    }

    // 6.3.2, 6.3.3
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void Annotations_are_printed_and_fields_have_an_appearance(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var pdf = new ParsedPdf(written.Path);

        foreach (var annotation in pdf.Annotations)
        {
            annotation.GetProperty("/F").GetInt32().ShouldBe(4);
            annotation.TryGetProperty("/StructParent", out _).ShouldBeTrue();
            if (annotation.GetProperty("/Subtype").GetString() == "/Widget")
            {
                pdf.Get(pdf.Get(annotation, "/AP"), "/N").GetProperty("/Subtype").GetString().ShouldBe("/Form");
            }
        }
    }

    // 6.2.11.5: the widths that the file tells are those of the program; 6.2.11.7.2: every glyph shown has its Unicode.
    [Theory]
    [ClassData(typeof(PaperNames))]
    public void Embedded_fonts_agree_with_what_is_said_of_them(string paper)
    {
        using var written = new Written(PaperNames.Paper(paper));
        var pdf = new ParsedPdf(written.Path);
        var fonts = pdf.Get(pdf.Get(pdf.Pages[0].Page, "/Resources"), "/Font").EnumerateObject().ToDictionary(entry => entry.Name, entry => new EmbeddedFont(pdf, pdf.Resolve(entry.Value)));

        foreach (var font in fonts.Values)
        {
            font.Checksum.ShouldBe(0xB1B0AFBA);
            font.Tables.ShouldBe(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
            font.Descriptor.GetProperty("/FontFile2").ShouldNotBe(default);
            for (var glyph = 0; glyph < font.Widths.Count; glyph++)
            {
                font.Widths[glyph].ShouldBe(font.ProgramWidth(glyph), 0.001);
            }
        }

        foreach (var page in pdf.Pages)
        {
            foreach (var (font, code, _) in ContentReader.Read(pdf.Data(page.Page, "/Contents")).Shown)
            {
                fonts[font].Unicode.ShouldContainKey(code);
                code.ShouldBeInRange(1, fonts[font].GlyphCount - 1);
            }
        }
    }

    [GeneratedRegex("/Filter[ []*/([A-Za-z0-9]+)", RegexOptions.None, 10_000)]
    private static partial Regex Filter();

    private static string? Item(XDocument xmp, XName name) => xmp.Descendants(name).SingleOrDefault()?.Descendants(Rdf + "li").Single().Value;

    // Red, green and blue as X and Y, adapted to D50 (ICC, sRGB profile).
    private static (double, double, double, double, double, double) Primaries(byte[] profile)
    {
        double Value(string tag, int part)
        {
            for (var i = 0; i < BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(128)); i++)
            {
                var entry = profile.AsSpan(132 + (i * 12));
                if (Encoding.ASCII.GetString(entry[..4]) == tag)
                {
                    return Math.Round(BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(BinaryPrimitives.ReadInt32BigEndian(entry[4..]) + 8 + (part * 4))) / 65536.0, 4);
                }
            }

            throw new InvalidOperationException($"no tag {tag}");
        }

        return (Value("rXYZ", 0), Value("rXYZ", 1), Value("gXYZ", 0), Value("gXYZ", 1), Value("bXYZ", 0), Value("bXYZ", 1));
    }
}
