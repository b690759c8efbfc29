using System.Xml.Linq;
using EmrSec.Reports.Checking;
using EmrSec.Reports.Drawings;
using static EmrSec.Reports.Word.Wml;

namespace EmrSec.Reports.Word;

/// <summary>Writes a drawing as a group of DrawingML shapes: sharp at every size, its text selectable.</summary>
internal static class DrawingWriter
{
    private static readonly string[] Insets = ["lIns", "tIns", "rIns", "bIns"];
    private static readonly XElement Ink = new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", "000000")));

    /// <summary>The graphic's data.</summary>
    /// <param name="drawing">The drawing.</param>
    public static XElement Write(Drawing drawing)
    {
        var size = new[] { new XAttribute("cx", Emu(drawing.Width)), new XAttribute("cy", Emu(drawing.Height)) };
        return new XElement(
            A + "graphicData",
            new XAttribute("uri", Wpg.NamespaceName),
            new XElement(
                Wpg + "wgp",
                new XElement(Wpg + "cNvGrpSpPr"),
                new XElement(Wpg + "grpSpPr", new XElement(
                    A + "xfrm",
                    Off("off", 0, 0),
                    new XElement(A + "ext", size),
                    Off("chOff", 0, 0),
                    new XElement(A + "chExt", size))),
                drawing.Shapes.Select((shape, i) => Write(shape, i + 1))));
    }

    private static XElement Write(Shape shape, int id) => shape switch
    {
        Box box => Shape(id, Frame(box.X, box.Y, box.Width, box.Height), Preset("rect"), FillOf(box.Fill), Line(isDashed: false)),
        Area area => Polygon(id, area),
        Segment segment => Shape(id, Frame(segment), Preset("line"), null, Line(segment.IsDashed)),
        Caption caption => Text(id, caption),
        _ => throw new NotSupportedException($"A {shape.GetType().Name} cannot be drawn."),
    };

    private static XElement Shape(int id, params object?[] properties) => new(
        Wps + "wsp",
        new XElement(Wps + "cNvPr", new XAttribute("id", id), new XAttribute("name", "")),
        new XElement(Wps + "cNvSpPr"),
        new XElement(Wps + "spPr", properties),
        new XElement(Wps + "bodyPr"));

    private static XElement Polygon(int id, Area area)
    {
        var (x, y) = (area.Points.Min(point => point.X), area.Points.Min(point => point.Y));
        var (width, height) = (area.Points.Max(point => point.X) - x, area.Points.Max(point => point.Y) - y);
        var points = area.Points.Select(point => new XElement(A + "pt", new XAttribute("x", Emu(point.X - x)), new XAttribute("y", Emu(point.Y - y)))).ToList();
        var path = new XElement(
            A + "path",
            new XAttribute("w", Emu(width)),
            new XAttribute("h", Emu(height)),
            new XElement(A + "moveTo", points[0]),
            points.Skip(1).Select(point => new XElement(A + "lnTo", point)),
            new XElement(A + "close"));
        var geometry = new XElement(
            A + "custGeom",
            new XElement(A + "avLst"),
            new XElement(A + "gdLst"),
            new XElement(A + "ahLst"),
            new XElement(A + "cxnLst"),
            new XElement(A + "rect", new XAttribute("l", "0"), new XAttribute("t", "0"), new XAttribute("r", "r"), new XAttribute("b", "b")),
            new XElement(A + "pathLst", path));
        return Shape(id, Frame(x, y, width, height), geometry, FillOf(area.Fill), Line(isDashed: false));
    }

    private static XElement Text(int id, Caption caption)
    {
        var look = El(
            "rPr",
            caption.IsBold ? El("b") : null,
            caption.IsWhite ? Val("color", "FFFFFF") : null,
            Val("sz", WordStyles.HalfPoints(caption.Size)),
            Val("szCs", WordStyles.HalfPoints(caption.Size)));
        var alignment = caption.Alignment switch
        {
            CaptionAlignment.Centre => "center",
            CaptionAlignment.Right => "right",
            _ => "left",
        };
        var paragraphs = caption.Lines.Select(line => El(
            "p",
            El("pPr", El("spacing", At("before", 0), At("after", 0), At("line", 240), At("lineRule", "auto")), Val("jc", alignment)),
            El("r", new XElement(look), El("t", new XAttribute(XNamespace.Xml + "space", "preserve"), PlainText.Of(line)))));
        var zero = Insets.Select(name => new XAttribute(name, 0));
        return new XElement(
            Wps + "wsp",
            new XElement(Wps + "cNvPr", new XAttribute("id", id), new XAttribute("name", "")),
            new XElement(Wps + "cNvSpPr", new XAttribute("txBox", 1)),
            new XElement(Wps + "spPr", Frame(caption.X, caption.Y, caption.Width, caption.Height), Preset("rect"), new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
            new XElement(Wps + "txbx", El("txbxContent", paragraphs)),
            new XElement(Wps + "bodyPr", new XAttribute("wrap", "none"), zero, new XAttribute("anchor", "ctr"), new XElement(A + "noAutofit")));
    }

    private static XElement Frame(decimal x, decimal y, decimal width, decimal height) => new(
        A + "xfrm",
        Off("off", x, y),
        new XElement(A + "ext", new XAttribute("cx", Emu(width)), new XAttribute("cy", Emu(height))));

    private static XElement Frame(Segment segment)
    {
        var frame = Frame(
            Math.Min(segment.From.X, segment.To.X),
            Math.Min(segment.From.Y, segment.To.Y),
            Math.Abs(segment.To.X - segment.From.X),
            Math.Abs(segment.To.Y - segment.From.Y));
        if ((segment.To.X - segment.From.X) * (segment.To.Y - segment.From.Y) < 0)
        {
            frame.Add(new XAttribute("flipV", 1));
        }

        return frame;
    }

    private static XElement Off(string name, decimal x, decimal y) => new(A + name, new XAttribute("x", Emu(x)), new XAttribute("y", Emu(y)));

    private static XElement Preset(string name) => new(A + "prstGeom", new XAttribute("prst", name), new XElement(A + "avLst"));

    private static XElement Line(bool isDashed) => new(
        A + "ln",
        new XAttribute("w", 6350),
        new XElement(Ink),
        isDashed ? new XElement(A + "prstDash", new XAttribute("val", "dash")) : null);

    private static XElement FillOf(Fill fill)
    {
        var pattern = fill.Pattern switch
        {
            FillPattern.Rising => "wdUpDiag",
            FillPattern.Falling => "wdDnDiag",
            FillPattern.Crossed => "diagCross",
            _ => null,
        };
        if (pattern is not null)
        {
            return new XElement(A + "pattFill", new XAttribute("prst", pattern), new XElement(A + "fgClr", Colour(1)), new XElement(A + "bgClr", Colour(0)));
        }

        return new XElement(A + "solidFill", Colour(fill.Shade));
    }

    private static XElement Colour(decimal shade)
    {
        var grey = (int)Math.Round(255 * (1 - shade), MidpointRounding.AwayFromZero);
        return new XElement(A + "srgbClr", new XAttribute("val", string.Create(CultureInfo.InvariantCulture, $"{grey:X2}{grey:X2}{grey:X2}")));
    }
}
