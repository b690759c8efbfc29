using System.Runtime.InteropServices;
using EmrSec.Reports.Pdf.Fonts;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>What a glyph means to the breaking of lines.</summary>
internal enum GlyphKind : byte
{
    /// <summary>Part of a word.</summary>
    Letter,

    /// <summary>A space: a line may end here, and it stretches.</summary>
    Space,

    /// <summary>A line ends here.</summary>
    Break,
}

/// <summary>A glyph of a text.</summary>
/// <param name="Code">Its code in the face.</param>
/// <param name="Kind">What it means to the breaking of lines.</param>
/// <param name="Format">Which of the text's formats it has.</param>
/// <param name="Advance">Its width, in points.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Glyph(ushort Code, GlyphKind Kind, ushort Format, float Advance);

/// <summary>How glyphs look, and whose they are.</summary>
/// <param name="Face">Their face.</param>
/// <param name="Size">Type size, in points.</param>
/// <param name="Underline">Whether they are underlined.</param>
/// <param name="Missing">Whether they stand for a missing value.</param>
/// <param name="Link">Where they lead; null for none.</param>
/// <param name="Element">The element whose content they are; null for an artifact.</param>
internal sealed record TextFormat(UsedFace Face, double Size, bool Underline, bool Missing, string? Link, StructElement? Element);

/// <summary>Text turned into glyphs, not yet broken into lines.</summary>
internal sealed class ShapedText(double size)
{
    private readonly List<Glyph> _glyphs = new(128);
    private readonly List<TextFormat> _formats = new(2);

    /// <summary>The type size that its lines are spaced for.</summary>
    public double Size { get; } = size;

    public ReadOnlySpan<Glyph> Glyphs => CollectionsMarshal.AsSpan(_glyphs);

    public IReadOnlyList<TextFormat> Formats => _formats;

    /// <summary>Begins a format.</summary>
    /// <returns>Its number.</returns>
    public ushort Begin(TextFormat format)
    {
        _formats.Add(format);
        return checked((ushort)(_formats.Count - 1));
    }

    public void Add(Glyph glyph) => _glyphs.Add(glyph);

    /// <summary>The width of glyphs on one line.</summary>
    public double Width(int start, int end)
    {
        var width = 0.0;
        foreach (var glyph in Glyphs[start..end])
        {
            width += glyph.Advance;
        }

        return width;
    }

    public double Width() => Width(0, _glyphs.Count);
}
