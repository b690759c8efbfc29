using System.IO.Compression;
using System.Text;
using EmrSec.Reports.Signing.Reading;
using static EmrSec.Reports.Signing.Making.PdfBuilding;

namespace EmrSec.Reports.Signing.Making;

/// <summary>Draws what a signature shows, as a form of images with soft masks: permitted by PDF/A-2 (ISO 19005-2, 6.2.8).</summary>
internal static class AppearanceBuilder
{
    /// <summary>Adds the appearance stream.</summary>
    /// <param name="update">Where it goes.</param>
    /// <param name="appearance">What to show.</param>
    /// <param name="width">The field's width in points.</param>
    /// <param name="height">Its height.</param>
    public static PdfReference Add(IncrementalUpdate update, SignatureAppearance appearance, decimal width, decimal height)
    {
        var handwriting = appearance.Handwriting is { } file ? PngImage.Read(file.Span) : null;
        var seal = appearance.Seal is { } sealFile ? PngImage.Read(sealFile.Span) : null;
        var (handArea, sealArea) = Arrange(handwriting, seal, appearance.SealWidth, width, height);
        var drawing = new StringBuilder();
        var images = Dictionary();
        if (handwriting is not null)
        {
            Draw(drawing, "Hand", handArea);
            images = images.With("Hand", AddImage(update, handwriting));
        }

        if (seal is not null)
        {
            // The seal goes over the handwriting.
            Draw(drawing, "Seal", sealArea);
            images = images.With("Seal", AddImage(update, seal));
        }

        var form = Dictionary(
            ("Type", Name("XObject")),
            ("Subtype", Name("Form")),
            ("BBox", Numbers(0, 0, width, height)),
            ("Resources", Dictionary(("XObject", images))));
        return update.Add(form, Encoding.ASCII.GetBytes(drawing.ToString()));
    }

    private static (PageArea Hand, PageArea Seal) Arrange(PngImage? hand, PngImage? seal, decimal sealWidth, decimal width, decimal height)
    {
        var (sealW, sealH) = seal is null ? (0m, 0m) : (Math.Min(sealWidth, width), Math.Min(sealWidth, width) * seal.Height / seal.Width);
        if (sealH > height)
        {
            (sealW, sealH) = (sealW * height / sealH, height);
        }

        // Together they take the seal's width and two thirds of the handwriting's.
        var roomForHand = seal is null ? width : Math.Max((width - sealW) * 3 / 2, width / 4);
        var (handW, handH) = hand is null ? (0m, 0m) : (roomForHand, roomForHand * hand.Height / hand.Width);
        if (handH > height)
        {
            (handW, handH) = (handW * height / handH, height);
        }

        var overlap = hand is null || seal is null ? 0 : handW / 3;
        var left = Math.Max(0, (width - (sealW + handW - overlap)) / 2);
        return (new PageArea(left + sealW - overlap, (height - handH) / 2, handW, handH), new PageArea(left, (height - sealH) / 2, sealW, sealH));
    }

    private static void Draw(StringBuilder drawing, string image, PageArea area) =>
        drawing.Append(CultureInfo.InvariantCulture, $"q {Short(area.Width)} 0 0 {Short(area.Height)} {Short(area.Left)} {Short(area.Bottom)} cm /{image} Do Q\n");

    private static string Short(decimal number) => decimal.Round(number, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static PdfReference AddImage(IncrementalUpdate update, PngImage image)
    {
        var mask = image.Alpha is null ? null : update.Add(Image(image, "DeviceGray"), Deflate(image.Alpha));
        return update.Add(Image(image, "DeviceRGB").With("SMask", mask), Deflate(image.Colors));
    }

    private static PdfDictionary Image(PngImage image, string colors) => Dictionary(
        ("Type", Name("XObject")),
        ("Subtype", Name("Image")),
        ("Width", Number(image.Width)),
        ("Height", Number(image.Height)),
        ("ColorSpace", Name(colors)),
        ("BitsPerComponent", Number(8)),
        ("Filter", Name("FlateDecode")));

    private static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            deflater.Write(data);
        }

        return packed.ToArray();
    }
}
