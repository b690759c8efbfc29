using System.Xml.Linq;
using EmrSec.Reports.Drawings;
using static EmrSec.Reports.Html.Markup;

namespace EmrSec.Reports.Html;

/// <summary>Writes a drawing as SVG shapes, a unit being a millimetre.</summary>
internal static class SvgDrawing
{
    private const decimal MillimetresPerPoint = 25.4m / 72;
    private const decimal Stroke = 0.18m;

    // From the middle of a line of capitals and digits down to its base line, in type sizes.
    private const decimal MiddleToBase = 0.33m;

    /// <summary>The shapes, and before them the patterns they are filled with.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="id">The figure's name within the file.</param>
    public static IEnumerable<XElement> Write(Drawing drawing, string id)
    {
        var patterns = drawing.Shapes.Select(shape => shape switch { Box box => box.Fill.Pattern, Area area => area.Fill.Pattern, _ => FillPattern.Solid })
            .Where(pattern => pattern != FillPattern.Solid).Distinct().Order().ToList();
        if (patterns.Count > 0)
        {
            yield return Draw("defs", patterns.Select(pattern => Pattern(pattern, id)));
        }

        foreach (var shape in drawing.Shapes)
        {
            yield return Write(shape, id);
        }
    }

    private static XElement Write(Shape shape, string id) => shape switch
    {
        Box box => Draw("rect", At("x", box.X), At("y", box.Y), At("width", box.Width), At("height", box.Height), Paint(box.Fill, id), Outline()),
        Area area => Draw("polygon", At("points", string.Join(' ', area.Points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))), Paint(area.Fill, id), Outline()),
        Segment line => Draw("line", At("x1", line.From.X), At("y1", line.From.Y), At("x2", line.To.X), At("y2", line.To.Y), Outline(), line.IsDashed ? At("stroke-dasharray", "1.2 0.8") : null),
        Caption caption => Write(caption),
        _ => throw new NotSupportedException($"A {shape.GetType().Name} cannot be drawn."),
    };

    private static XElement Write(Caption caption)
    {
        var (x, anchor) = caption.Alignment switch
        {
            CaptionAlignment.Centre => (caption.X + (caption.Width / 2), "middle"),
            CaptionAlignment.Right => (caption.X + caption.Width, "end"),
            _ => (caption.X, "start"),
        };
        var size = caption.Size * MillimetresPerPoint;
        var line = TextWrap.LineHeight(caption.Size);
        var first = caption.Y + (caption.Height / 2) - ((caption.Lines.Count - 1) * line / 2) + (size * MiddleToBase);
        return Draw(
            "text",
            At("font-size", size),
            At("text-anchor", anchor),
            caption.IsBold ? At("font-weight", "bold") : null,
            caption.IsWhite ? At("fill", "#fff") : null,
            caption.Lines.Select((text, i) => Draw("tspan", At("x", x), At("y", first + (i * line)), Text(text))));
    }

    private static XAttribute[] Outline() => [At("stroke", "#000"), At("stroke-width", Stroke)];

    private static XAttribute Paint(Fill fill, string id) => fill.Pattern == FillPattern.Solid ? At("fill", Grey(fill.Shade)) : At("fill", $"url(#{PatternId(fill.Pattern, id)})");

    private static string PatternId(FillPattern pattern, string id) => id + pattern switch
    {
        FillPattern.Rising => ".len",
        FillPattern.Falling => ".xuong",
        _ => ".cheo",
    };

    private static string Grey(decimal shade)
    {
        var grey = (int)Math.Round(255 * (1 - Math.Clamp(shade, 0, 1)), MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"#{grey:x2}{grey:x2}{grey:x2}");
    }

    private static XElement Pattern(FillPattern pattern, string id)
    {
        // The corners belong to the neighbours' lines: without them the hatching would have gaps.
        const string Rising = "M0 1.6L1.6 0M-.4 .4L.4 -.4M1.2 2L2 1.2";
        const string Falling = "M0 0L1.6 1.6M-.4 1.2L.4 2M1.2 -.4L2 .4";
        var path = pattern switch
        {
            FillPattern.Rising => Rising,
            FillPattern.Falling => Falling,
            _ => Rising + Falling,
        };
        return Draw(
            "pattern",
            At("id", PatternId(pattern, id)),
            At("width", "1.6"),
            At("height", "1.6"),
            At("patternUnits", "userSpaceOnUse"),
            Draw("rect", At("width", "1.6"), At("height", "1.6"), At("fill", "#fff")),
            Draw("path", At("d", path), At("stroke", "#000"), At("stroke-width", "0.25"), At("fill", "none")));
    }
}
