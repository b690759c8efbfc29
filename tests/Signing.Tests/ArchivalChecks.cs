using System.Text;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Signing.Tests;

/// <summary>What PDF/A-2b asks of that which signing adds (ISO 19005-2).</summary>
internal static class ArchivalChecks
{
    private const int Print = 4;
    private const int Forbidden = 1 | 2 | 32 | 256;

    public static void ShouldKeepMetadataAndOutputIntent(byte[] unsigned, byte[] signed)
    {
        using var first = ByteSource.Of(unsigned);
        using var second = ByteSource.Of(signed);
        var (before, after) = (PdfDocument.Open(first), PdfDocument.Open(second));
        ((PdfReference)after.Catalog["Metadata"]!).Number.ShouldBe(((PdfReference)before.Catalog["Metadata"]!).Number);
        Stream(after, after.Catalog["Metadata"]).ShouldBe(Stream(before, before.Catalog["Metadata"]));
        Encoding.UTF8.GetString(Stream(after, after.Catalog["Metadata"])).ShouldContain("pdfaid:part");
        Profile(after).ShouldBe(Profile(before));
        Profile(after).AsSpan(16, 4).SequenceEqual("RGB "u8).ShouldBeTrue();
        (after.Array(after.Trailer["ID"])?.Items.Count).ShouldBe(2);
    }

    /// <summary>6.3: flags and appearances of annotations; 6.2: what appearances draw with; 6.4.3: signatures.</summary>
    public static void ShouldConform(byte[] pdf)
    {
        using var source = ByteSource.Of(pdf);
        var document = PdfDocument.Open(source);
        var fields = FormFields.Read(document);
        fields.ShouldNotBeEmpty();
        foreach (var widget in fields.Select(field => field.Dictionary))
        {
            var flags = (int)((PdfInteger)document.Resolve(widget["F"])).Value;
            (flags & Print).ShouldBe(Print);
            (flags & Forbidden).ShouldBe(0);
            var area = document.Array(widget["Rect"])!.Items.Select(item => document.Resolve(item)).ToList();
            if (!area.TrueForAll(item => item is PdfInteger { Value: 0 }))
            {
                var states = document.Dictionary(widget["AP"]).ShouldNotBeNull();
                states.Entries.Keys.ShouldBe(["N"]);
                CheckForm(document, document.Resolve(states["N"]).ShouldBeOfType<PdfStream>());
            }

            if (document.Dictionary(widget["V"]) is { } signature && document.Array(signature["Reference"]) is { Items: [var only] })
            {
                document.Dictionary(only)!.Entries.Keys.ShouldNotContain("DigestMethod");
            }
        }
    }

    private static void CheckForm(PdfDocument document, PdfStream form)
    {
        document.Name(form.Dictionary["Subtype"]).ShouldBe("Form");
        form.Dictionary["BBox"].ShouldNotBeNull();
        form.Dictionary.Entries.Keys.ShouldBeSubsetOf(["Type", "Subtype", "BBox", "Resources", "Length", "Filter", "Matrix"]);
        var resources = document.Dictionary(form.Dictionary["Resources"]).ShouldNotBeNull();
        resources.Entries.Keys.ShouldBeSubsetOf(["XObject"]);
        var images = document.Dictionary(resources["XObject"])?.Entries ?? new Dictionary<string, PdfValue>();
        foreach (var word in Encoding.ASCII.GetString(document.Decode(form)).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            (word is "q" or "Q" or "cm" or "Do" || decimal.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out _) || (word[0] == '/' && images.ContainsKey(word[1..]))).ShouldBeTrue(word);
        }

        foreach (var image in images.Values)
        {
            CheckImage(document, document.Resolve(image).ShouldBeOfType<PdfStream>(), "DeviceRGB");
        }
    }

    private static void CheckImage(PdfDocument document, PdfStream image, string colors)
    {
        image.Dictionary.Entries.Keys.ShouldBeSubsetOf(["Type", "Subtype", "Width", "Height", "ColorSpace", "BitsPerComponent", "Filter", "Length", "SMask"]);
        document.Name(image.Dictionary["ColorSpace"]).ShouldBe(colors);
        document.Name(image.Dictionary["Filter"]).ShouldBe("FlateDecode");
        if (image.Dictionary["SMask"] is { } mask)
        {
            colors.ShouldBe("DeviceRGB", "a soft mask has none itself");
            CheckImage(document, document.Resolve(mask).ShouldBeOfType<PdfStream>(), "DeviceGray");
        }
    }

    private static byte[] Stream(PdfDocument document, PdfValue? value) => document.Decode(document.Resolve(value).ShouldBeOfType<PdfStream>());

    private static byte[] Profile(PdfDocument document)
    {
        var intent = document.Dictionary(document.Array(document.Catalog["OutputIntents"]).ShouldNotBeNull().Items[0]).ShouldNotBeNull();
        return Stream(document, intent["DestOutputProfile"]);
    }
}
