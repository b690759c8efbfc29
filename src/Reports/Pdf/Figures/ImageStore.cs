using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>A picture as the file stores it.</summary>
/// <param name="Number">Its number in the file, from 0.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="IsGrey">Whether it has one colour component instead of three.</param>
/// <param name="Jpeg">The whole JPEG file; null for pixels.</param>
/// <param name="Pixels">Eight bits a component; empty for a JPEG.</param>
/// <param name="Alpha">Eight bits of opacity a pixel; null where it is opaque.</param>
internal sealed record StoredImage(int Number, int Width, int Height, bool IsGrey, ReadOnlyMemory<byte>? Jpeg, byte[] Pixels, byte[]? Alpha);

/// <summary>The pictures of a file.</summary>
internal sealed class ImageStore
{
    private readonly List<StoredImage> _images = [];

    public int Count => _images.Count;

    /// <summary>Reads a picture; null, with a finding, where it is none that can be read.</summary>
    public StoredImage? Add(RasterImage image, Place place)
    {
        try
        {
            var stored = image.Data.Span.StartsWith(PngReader.Signature)
                ? PngReader.Read(image.Data.Span, _images.Count)
                : JpegReader.Read(image.Data, _images.Count);
            _images.Add(stored);
            return stored;
        }
        catch (InvalidDataException problem)
        {
            place.Error("VB005", "không đọc được hình: " + problem.Message, "dùng tệp PNG hoặc JPEG (RGB hoặc đơn sắc) còn nguyên vẹn");
            return null;
        }
    }

    /// <summary>Writes the pictures.</summary>
    /// <returns>Their object numbers.</returns>
    public IReadOnlyList<int> Write(PdfFile file) => [.. _images.Select(image => Write(file, image))];

    private static int Write(PdfFile file, StoredImage image)
    {
        var id = file.Reserve();
        var entries = Entries(image.Width, image.Height, image.IsGrey);
        if (image.Alpha is { } alpha)
        {
            var mask = file.Reserve();
            file.Stream(mask, Entries(image.Width, image.Height, isGrey: true).Written, alpha);
            entries.Raw("/SMask "u8).Reference(mask);
        }

        if (image.Jpeg is { } jpeg)
        {
            file.Encoded(id, entries.Written, "/DCTDecode"u8, jpeg.Span);
        }
        else
        {
            file.Stream(id, entries.Written, image.Pixels);
        }

        return id;
    }

    private static ByteWriter Entries(int width, int height, bool isGrey) => new ByteWriter(160)
        .Raw("/Type/XObject/Subtype/Image/Width "u8).Int(width).Raw("/Height "u8).Int(height)
        .Raw(isGrey ? "/ColorSpace/DeviceGray/BitsPerComponent 8"u8 : "/ColorSpace/DeviceRGB/BitsPerComponent 8"u8);
}

/// <summary>A picture on the page.</summary>
internal sealed class ImageDrawing : FigureDrawing
{
    private readonly int _number;

    public ImageDrawing(StoredImage image, double width) =>
        (_number, Width, Height) = (image.Number, width, width * image.Height / image.Width);

    public override void Draw(PageCanvas page, double x, double y) => page.Image(_number, x, y, Width, Height);
}
