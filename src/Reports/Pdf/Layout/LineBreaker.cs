namespace EmrSec.Reports.Pdf.Layout;

/// <summary>A line of a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Start">Its first glyph.</param>
/// <param name="End">After its last glyph; the spaces at its end are left out.</param>
/// <param name="Width">Its width.</param>
/// <param name="Spaces">How many spaces can be stretched.</param>
/// <param name="Indent">How far it is indented.</param>
/// <param name="EndsParagraph">Whether it is the last one, or broken on purpose: such a line is not stretched.</param>
internal readonly record struct TextLine(ShapedText Text, int Start, int End, double Width, int Spaces, double Indent, bool EndsParagraph);

/// <summary>Breaks text into lines: at spaces, and within a word only where the word alone is longer than a line.</summary>
internal static class LineBreaker
{
    private const double Tolerance = 0.01;

    /// <summary>Breaks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width of a line.</param>
    /// <param name="firstIndent">How much shorter the first line is.</param>
    public static List<TextLine> Break(ShapedText text, double width, double firstIndent)
    {
        var lines = new List<TextLine>();
        var glyphs = text.Glyphs;
        var start = 0;
        var indent = firstIndent;
        do
        {
            var next = LineEnd(glyphs, text, start, width - indent, width, out var isBroken);
            lines.Add(Trimmed(text, start, next, indent, isBroken || next >= glyphs.Length));
            start = next;
            indent = 0;
        }
        while (start < glyphs.Length);
        return lines;
    }

    /// <summary>Breaks a heading into no more lines than it needs, of about the same length.</summary>
    public static List<TextLine> Balanced(ShapedText text, double width)
    {
        const double Step = 12;
        var lines = Break(text, width, 0);
        var count = lines.Count;
        for (var narrower = width - Step; count > 1 && narrower > width / 2; narrower -= Step)
        {
            var tried = Break(text, narrower, 0);
            if (tried.Count > count)
            {
                break;
            }

            lines = tried;
        }

        return lines;
    }

    // Where the next line starts.
    private static int LineEnd(ReadOnlySpan<Glyph> glyphs, ShapedText text, int start, double room, double fullLine, out bool isBroken)
    {
        var used = 0.0;
        var wordStart = start;
        var wordUsed = 0.0;
        isBroken = false;
        for (var i = start; i < glyphs.Length; i++)
        {
            switch (glyphs[i].Kind)
            {
                case GlyphKind.Break:
                    isBroken = true;
                    return i + 1;
                case GlyphKind.Space:
                    used += glyphs[i].Advance;
                    (wordStart, wordUsed) = (i + 1, used);
                    break;
                default:
                    used += glyphs[i].Advance;
                    if (used > room + Tolerance)
                    {
                        return wordStart > start && FitsAlone(glyphs, wordStart, fullLine) ? wordStart : WithinWord(glyphs, text, start, wordStart, i, wordUsed);
                    }

                    break;
            }
        }

        return glyphs.Length;
    }

    private static bool FitsAlone(ReadOnlySpan<Glyph> glyphs, int start, double room)
    {
        var used = 0.0;
        for (var i = start; i < glyphs.Length && glyphs[i].Kind == GlyphKind.Letter; i++)
        {
            used += glyphs[i].Advance;
        }

        return used <= room + Tolerance;
    }

    // Rather after a mark that divides (addresses, file names), else wherever the line is full; always at least one glyph.
    private static int WithinWord(ReadOnlySpan<Glyph> glyphs, ShapedText text, int start, int wordStart, int full, double wordUsed)
    {
        for (var i = full - 1; i > Math.Max(wordStart, full - 12); i--)
        {
            var character = text.Formats[glyphs[i - 1].Format].Face.Characters[glyphs[i - 1].Code];
            if (character is '/' or '-' or '_' or '.' or ',' or '@' or '&' or '?' or '=' or ';')
            {
                return i;
            }
        }

        // A sliver of a long word at the end of a line looks like a mistake.
        return full == start ? start + 1 : wordStart > start && full - wordStart < 4 && wordUsed > 0 ? wordStart : full;
    }

    private static TextLine Trimmed(ShapedText text, int start, int next, double indent, bool endsParagraph)
    {
        var glyphs = text.Glyphs;
        var end = next;
        while (end > start && glyphs[end - 1].Kind != GlyphKind.Letter)
        {
            end--;
        }

        var (width, spaces) = (0.0, 0);
        for (var i = start; i < end; i++)
        {
            width += glyphs[i].Advance;
            spaces += glyphs[i].Kind == GlyphKind.Space ? 1 : 0;
        }

        return new TextLine(text, start, end, width, spaces, indent, endsParagraph);
    }
}
