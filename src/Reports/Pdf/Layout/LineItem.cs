using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>A line of text.</summary>
internal sealed class LineItem : FlowItem
{
    // Wider gaps than this look like mistakes: such a line stays ragged.
    private const double MostStretch = 2;

    private readonly TextLine _line;
    private readonly double _offset;
    private readonly double _width;
    private readonly TextAlignment _alignment;
    private readonly double _ascent;

    /// <summary>Makes a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="offset">How far right of the column's left side its margin is.</param>
    /// <param name="width">From margin to margin.</param>
    /// <param name="alignment">How it stands between them.</param>
    /// <param name="height">From line to line.</param>
    public LineItem(TextLine line, double offset, double width, TextAlignment alignment, double height)
    {
        (_line, _offset, _width, _alignment) = (line, offset, width, alignment);
        Height = height;
        var font = line.Text.Formats[0].Face.Font;
        _ascent = line.Text.Size * font.Ascent / font.UnitsPerEm;
    }

    /// <summary>The bookmark and target of links that this line is; null for none.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>How wide its text is.</summary>
    public double TextWidth => _line.Width;

    public override void Draw(PageCanvas page, double x, double y)
    {
        Anchor?.Set(page, y);
        var text = _line.Text;
        var glyphs = text.Glyphs;

        // The space that the line was broken at goes with it, so that the words read apart.
        var end = _line.End < glyphs.Length && glyphs[_line.End].Kind == GlyphKind.Space ? _line.End + 1 : _line.End;
        var stretch = Stretch();
        var left = x + _offset + Shift();
        for (var start = _line.Start; start < end;)
        {
            var stop = start + 1;
            while (stop < end && glyphs[stop].Format == glyphs[start].Format)
            {
                stop++;
            }

            left += DrawPart(page, text.Formats[glyphs[start].Format], glyphs[start..stop], left, y, stretch, stop > _line.End);
            start = stop;
        }
    }

    private double Stretch()
    {
        if (_alignment != TextAlignment.Justified || _line.EndsParagraph || _line.Spaces == 0)
        {
            return 0;
        }

        var stretch = (_width - _line.Indent - _line.Width) / _line.Spaces;
        return stretch > MostStretch * _line.Text.Size ? 0 : Math.Max(0, stretch);
    }

    private double Shift() => _alignment switch
    {
        TextAlignment.Centre => (_width - _line.Width) / 2,
        TextAlignment.Right => _width - _line.Width,
        _ => _line.Indent,
    };

    private double DrawPart(PageCanvas page, TextFormat format, ReadOnlySpan<Glyph> glyphs, double x, double y, double stretch, bool endsWithBreakingSpace)
    {
        var (width, seen) = (0.0, 0.0);
        for (var i = 0; i < glyphs.Length; i++)
        {
            width += glyphs[i].Advance + (glyphs[i].Kind == GlyphKind.Space ? stretch : 0);
            seen = endsWithBreakingSpace && i == glyphs.Length - 1 ? seen : width;
        }

        page.Mark(format.Element);
        if (format.Missing && seen > 0)
        {
            page.Grey(0.85);
            page.Fill(x, y, seen, Height);
            page.Grey(0);
            page.Frame(x, y, seen, Height, 0.5);
        }

        page.Glyphs(glyphs, format, x, y + _ascent, stretch);
        if (format.Underline && seen > 0)
        {
            page.Fill(x, y + _ascent + (format.Size * 0.09), seen, format.Size * 0.05);
        }

        if (format is { Link: { } link, Element: { } element } && seen > 0 && !page.IsRepeating)
        {
            page.Annotations.Add(new Annotation(x, page.Height - y - Height, x + seen, page.Height - y, link, "Liên kết: " + link, IsField: false, element));
        }

        return width;
    }
}

/// <summary>A place that a bookmark or a link leads to; known once it is drawn.</summary>
/// <param name="title">What the bookmark says.</param>
/// <param name="level">How deep it is in the outline, from 1.</param>
/// <param name="id">What links call it; null for none.</param>
internal sealed class Anchor(string title, int level, string? id)
{
    public string Title { get; } = title;

    public int Level { get; } = level;

    public string? Id { get; } = id;

    /// <summary>The page's index; -1 while it is not drawn.</summary>
    public int Page { get; private set; } = -1;

    /// <summary>Its height from the page's bottom.</summary>
    public double Top { get; private set; }

    public void Set(PageCanvas page, double y) => (Page, Top) = (page.Index, page.Height - y);
}
