using System.Xml.Linq;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Drawings;
using QRCoder;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>Writes pictures, QR codes and charts, each with its alternative text.</summary>
/// <param name="classes">Gets widths.</param>
internal sealed class FigureWriter(MeasureClasses classes)
{
    private const decimal QrWidth = 30;
    private const decimal WidestQr = 60;
    private int _count;

    /// <summary>A figure with its caption.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="available">The width of the text on paper, in millimetres.</param>
    public XElement Write(Figure figure, decimal available)
    {
        var isQr = figure.Content is QrCode;
        var width = Math.Min(isQr ? Math.Min(available, WidestQr) : available, figure.Width ?? (isQr ? QrWidth : available));
        return El(
            "figure",
            figure.Content is RasterImage image ? Picture(image, width, figure.AlternativeText) : Vector(figure, width),
            figure.Caption is { } caption ? El("figcaption", RunWriter.Write(caption)) : null);
    }

    private XElement Picture(RasterImage image, decimal width, string alternative)
    {
        var size = RasterSize.Read(image.Data.Span);
        return El(
            "img",
            At("src", $"data:image/{size.Extension};base64,{Convert.ToBase64String(image.Data.Span)}"),
            At("alt", alternative),
            At("width", size.Width),
            At("height", size.Height),
            Class(classes.Of("width", width, "mm")));
    }

    private XElement Vector(Figure figure, decimal width)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"hinh.{++_count}");
        var (height, content) = figure.Content is QrCode code
            ? (width, [Modules(code.Text, width)])
            : ChartDrawer.Draw(figure.Content, width) is { } drawing
                ? (drawing.Height, SvgDrawing.Write(drawing, id))
                : throw new NotSupportedException($"A {figure.Content.GetType().Name} cannot be written as HTML.");
        var data = ChartData.Describe(figure.Content);
        return Draw(
            "svg",
            At("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            At("role", "img"),
            At("aria-labelledby", id + ".ten"),
            data is null ? null : At("aria-describedby", id + ".so-lieu"),
            Class(classes.Of("width", width, "mm")),
            Draw("title", At("id", id + ".ten"), Text(figure.AlternativeText)),
            data is null ? null : Draw("desc", At("id", id + ".so-lieu"), Text(data)),
            content);
    }

    // The quiet zone of ISO/IEC 18004 belongs to the matrix; a white ground keeps the code readable on any other.
    private static XElement Modules(string text, decimal width)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var modules = data.ModuleMatrix;
        var path = new List<string>();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                var start = column;
                while (column < modules.Count && modules[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    path.Add(string.Create(CultureInfo.InvariantCulture, $"M{start} {row}h{column - start}v1h-{column - start}z"));
                }
            }
        }

        var scale = (width / modules.Count).ToString("0.######", CultureInfo.InvariantCulture);
        return Draw(
            "g",
            At("transform", $"scale({scale})"),
            At("shape-rendering", "crispEdges"),
            Draw("rect", At("width", modules.Count), At("height", modules.Count), At("fill", "#fff")),
            Draw("path", At("d", string.Concat(path))));
    }
}
