using EmrSec.Reports.Documents;
using EmrSec.Reports.Pdf.Layout;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>A figure, ready to be drawn. Lengths are points.</summary>
internal abstract class FigureDrawing
{
    public double Width { get; protected init; }

    public double Height { get; protected init; }

    public abstract void Draw(PageCanvas page, double x, double y);
}

/// <summary>Writes text in figures.</summary>
internal sealed class FigurePen(TextShaper shaper, double size, StructElement element)
{
    public double Size { get; } = size;

    public double LineHeight => Size * 1.15;

    public ShapedText Shape(string text, RunStyle style = RunStyle.None)
    {
        var shaped = new ShapedText(Size);
        shaper.Append(shaped, text, style, element);
        return shaped;
    }

    /// <summary>Breaks text into lines.</summary>
    public IReadOnlyList<FlowItem> Lines(string text, double width, TextAlignment alignment, RunStyle style = RunStyle.None) =>
        [.. LineBreaker.Break(Shape(text + OpeningFlow.Apart, style), Math.Max(width, Size), 0).Select(line => new LineItem(line, 0, width, alignment, LineHeight))];

    /// <summary>A value as Vietnamese writes it: a full stop between thousands, a comma before decimals.</summary>
    public static string Number(decimal value, string? unit)
    {
        var text = value.ToString("#,0.##", CultureInfo.InvariantCulture);
        return string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = from[i] switch { ',' => '.', '.' => ',', var other => other };
            }
        }) + unit;
    }
}

/// <summary>Fillings that can be told apart without colour.</summary>
internal static class Hatching
{
    private const int Kinds = 6;

    /// <summary>Fills a path and draws its outline.</summary>
    /// <param name="page">The page.</param>
    /// <param name="kind">Which filling, from 0; they come round again after six.</param>
    /// <param name="box">Left, top, width and height of what the path takes up.</param>
    /// <param name="path">Writes the path's operators.</param>
    public static void Fill(PageCanvas page, int kind, (double X, double Y, double Width, double Height) box, Action<ByteWriter> path)
    {
        page.Save();
        path(page.Path);
        page.Path.Raw("W n\n"u8);
        switch (kind % Kinds)
        {
            case 0:
                page.Grey(0.35);
                page.Fill(box.X, box.Y, box.Width, box.Height);
                break;
            case 1:
                Slanted(page, box, 5, rising: true);
                break;
            case 2:
                page.Grey(0.85);
                page.Fill(box.X, box.Y, box.Width, box.Height);
                break;
            case 3:
                Slanted(page, box, 5, rising: true);
                Slanted(page, box, 5, rising: false);
                break;
            case 4:
                Level(page, box, 3.5);
                break;
            default:
                break;
        }

        page.Restore();
        page.Path.Raw("0.6 w "u8);
        path(page.Path);
        page.Path.Raw("S\n"u8);
    }

    /// <summary>Fills a rectangle.</summary>
    public static void Fill(PageCanvas page, int kind, double x, double y, double width, double height)
    {
        if (width > 0 && height > 0)
        {
            Fill(page, kind, (x, y, width, height), path => path.Operands(x, page.Height - y - height, width, height).Raw("re "u8));
        }
    }

    private static void Slanted(PageCanvas page, (double X, double Y, double Width, double Height) box, double step, bool rising)
    {
        // From multiples of the step, so that neighbouring fields join.
        for (var at = -box.Height; at < box.Width; at += step)
        {
            var (top, bottom) = rising ? (at + box.Height, at) : (at, at + box.Height);
            page.Line(box.X + top, box.Y, box.X + bottom, box.Y + box.Height, 0.6);
        }
    }

    private static void Level(PageCanvas page, (double X, double Y, double Width, double Height) box, double step)
    {
        for (var at = step / 2; at < box.Height; at += step)
        {
            page.Line(box.X, box.Y + at, box.X + box.Width, box.Y + at, 0.6);
        }
    }
}
