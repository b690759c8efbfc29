using System.Xml.Linq;
using EmrSec.Reports.Checking;
using EmrSec.Reports.Documents;
using EmrSec.Reports.Drawings;
using QRCoder;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>Writes pictures, QR codes and charts, each with its alternative text.</summary>
/// <param name="package">Gets the pictures.</param>
internal sealed class FigureWriter(WordPackage package)
{
    private const decimal QrWidth = 30;
    private const decimal WidestQr = 60;
    private int _count;

    /// <summary>What stands in the figure's run; for a chart, which needs a frame of its size, its height in millimetres too.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="available">The width of the text, in millimetres.</param>
    public (XElement Content, decimal? Height) Write(Figure figure, decimal available)
    {
        var isQr = figure.Content is QrCode;
        var width = Math.Min(isQr ? Math.Min(available, WidestQr) : available, figure.Width ?? (isQr ? QrWidth : available));
        if (ChartDrawer.Draw(figure.Content, width) is { } drawing)
        {
            // Readers older than Word 2010 show the alternative text.
            var content = new XElement(
                Mc + "AlternateContent",
                new XElement(Mc + "Choice", new XAttribute("Requires", "wpg"), Anchored(drawing, available, figure.AlternativeText)),
                new XElement(Mc + "Fallback", El("t", PlainText.Of(figure.AlternativeText))));
            return (content, drawing.Height);
        }

        var data = figure.Content switch
        {
            RasterImage image => image.Data,
            QrCode code => Png(code.Text),
            _ => throw new NotSupportedException($"A {figure.Content.GetType().Name} cannot be written as DOCX."),
        };
        var size = RasterSize.Read(data.Span);
        var height = width * size.Height / size.Width;
        var id = package.AddImage(data, size.Extension);
        return (Inline(width, height, figure.AlternativeText, Picture(id, width, height)), null);
    }

    private static byte[] Png(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(8);
    }

    private XElement Inline(decimal width, decimal height, string alternative, XElement content)
    {
        _count++;
        return El("drawing", new XElement(Wp + "inline", Distances(), Extent(width, height), Described(alternative, content)));
    }

    // LibreOffice leaves out the texts of a group that stands in the line, and misplaces those of one that text flows around.
    private XElement Anchored(Drawing drawing, decimal available, string alternative)
    {
        _count++;
        return El("drawing", new XElement(
            Wp + "anchor",
            Distances(),
            new XAttribute("simplePos", 0),
            new XAttribute("relativeHeight", _count),
            new XAttribute("behindDoc", 0),
            new XAttribute("locked", 0),
            new XAttribute("layoutInCell", 1),
            new XAttribute("allowOverlap", 1),
            new XElement(Wp + "simplePos", new XAttribute("x", 0), new XAttribute("y", 0)),
            new XElement(Wp + "positionH", new XAttribute("relativeFrom", "column"), new XElement(Wp + "posOffset", Emu((available - drawing.Width) / 2))),
            new XElement(Wp + "positionV", new XAttribute("relativeFrom", "paragraph"), new XElement(Wp + "posOffset", 0)),
            Extent(drawing.Width, drawing.Height),
            new XElement(Wp + "wrapNone"),
            Described(alternative, DrawingWriter.Write(drawing))));
    }

    private static XAttribute[] Distances() => [new("distT", 0), new("distB", 0), new("distL", 0), new("distR", 0)];

    private static XElement[] Extent(decimal width, decimal height) =>
    [
        new(Wp + "extent", new XAttribute("cx", Emu(width)), new XAttribute("cy", Emu(height))),
        new(Wp + "effectExtent", new XAttribute("l", 0), new XAttribute("t", 0), new XAttribute("r", 0), new XAttribute("b", 0)),
    ];

    private XElement[] Described(string alternative, XElement content) =>
    [
        new(Wp + "docPr", new XAttribute("id", _count), new XAttribute("name", string.Create(CultureInfo.InvariantCulture, $"Hình {_count}")), new XAttribute("descr", PlainText.Of(alternative))),
        new(Wp + "cNvGraphicFramePr"),
        new(A + "graphic", content),
    ];

    private static XElement Picture(string id, decimal width, decimal height) => new(
        A + "graphicData",
        new XAttribute("uri", Pic.NamespaceName),
        new XElement(
            Pic + "pic",
            new XElement(Pic + "nvPicPr", new XElement(Pic + "cNvPr", new XAttribute("id", 0), new XAttribute("name", "")), new XElement(Pic + "cNvPicPr")),
            new XElement(Pic + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", id)), new XElement(A + "stretch", new XElement(A + "fillRect"))),
            new XElement(
                Pic + "spPr",
                new XElement(A + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", new XAttribute("cx", Emu(width)), new XAttribute("cy", Emu(height)))),
                new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")))));
}
