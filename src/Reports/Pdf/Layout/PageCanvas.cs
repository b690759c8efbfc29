using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>
/// One page being drawn. Lengths are points, heights count from the top edge down. Everything belongs to an element of the
/// structure or is an artifact (ISO 32000-1, 14.8.2.2): lines, page numbers, the watermark, repeated headers.
/// </summary>
internal sealed class PageCanvas(int index, double width, double height) : IDisposable
{
    private readonly ByteWriter _content = new(16 * 1024);
    private readonly List<StructElement> _marks = [];
    private StructElement? _open;
    private bool _artifact;
    private bool _header;

    public int Index { get; } = index;

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>The elements by the numbers of their marks.</summary>
    public IReadOnlyList<StructElement> Marks => _marks;

    public List<Annotation> Annotations { get; } = [];

    /// <summary>While true, what is drawn as an element's is an artifact: a header row that stood on an earlier page already.</summary>
    public bool IsRepeating { get; set; }

    public ReadOnlySpan<byte> Content
    {
        get
        {
            Close();
            return _content.Written;
        }
    }

    public void Dispose() => _content.Dispose();

    /// <summary>What follows is the element's; an artifact where there is none.</summary>
    public void Mark(StructElement? element)
    {
        if (element is null || IsRepeating)
        {
            if (!_artifact || _header != IsRepeating)
            {
                Close();
                _header = IsRepeating;
                _content.Raw(IsRepeating ? "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"u8 : "/Artifact BMC\n"u8);
                _artifact = true;
            }
        }
        else if (!ReferenceEquals(element, _open))
        {
            Close();
            element.Add(new StructKid(null, Index, _marks.Count, 0));
            _content.Byte((byte)'/').Ascii(element.Type).Raw("<</MCID "u8).Int(_marks.Count).Raw(">>BDC\n"u8);
            _marks.Add(element);
            _open = element;
        }
    }

    /// <summary>Ends what belongs together, so that the next element starts a mark of its own.</summary>
    public void Close()
    {
        if (_open is not null || _artifact)
        {
            _content.Raw("EMC\n"u8);
            (_open, _artifact) = (null, false);
        }
    }

    /// <summary>The glyphs of one format from a line of text.</summary>
    /// <param name="glyphs">The glyphs.</param>
    /// <param name="format">How they look.</param>
    /// <param name="x">Where they begin.</param>
    /// <param name="baseline">The base line.</param>
    /// <param name="stretch">How much wider each space is.</param>
    public void Glyphs(ReadOnlySpan<Glyph> glyphs, TextFormat format, double x, double baseline, double stretch)
    {
        _content.Raw("BT/F"u8).Int(format.Face.Index).Byte((byte)' ').Number(format.Size).Raw(" Tf "u8)
            .Operands(x, Height - baseline).Raw("Td["u8);
        Strings(glyphs, stretch * 1000 / format.Size);
        _content.Raw("]TJ ET\n"u8);
    }

    /// <summary>Turned text, for the watermark.</summary>
    public void Turned(ReadOnlySpan<Glyph> glyphs, TextFormat format, double cosine, double sine, double x, double y)
    {
        _content.Raw("BT/F"u8).Int(format.Face.Index).Byte((byte)' ').Number(format.Size).Raw(" Tf "u8)
            .Operands(cosine, sine, -sine, cosine, x, y).Raw("Tm["u8);
        Strings(glyphs, 0);
        _content.Raw("]TJ ET\n"u8);
    }

    public void Line(double x1, double y1, double x2, double y2, double thickness) =>
        _content.Operands(thickness).Raw("w "u8).Operands(x1, Height - y1).Raw("m "u8).Operands(x2, Height - y2).Raw("l S\n"u8);

    public void Fill(double x, double y, double width, double height) =>
        _content.Operands(x, Height - y - height, width, height).Raw("re f\n"u8);

    public void Frame(double x, double y, double width, double height, double thickness) =>
        _content.Operands(thickness).Raw("w "u8).Operands(x, Height - y - height, width, height).Raw("re S\n"u8);

    /// <summary>The grey that is filled with; 0 is black.</summary>
    public void Grey(double level) => _content.Operands(level).Raw("g\n"u8);

    public void Save() => _content.Raw("q\n"u8);

    public void Restore() => _content.Raw("Q\n"u8);

    /// <summary>Operators of a path; its heights still count from the page's bottom: <see cref="Height"/> minus the height from the top.</summary>
    public ByteWriter Path => _content;

    public void Image(int number, double x, double y, double width, double height) =>
        _content.Raw("q "u8).Operands(width, 0, 0, height, x, Height - y - height).Raw("cm/I"u8).Int(number).Raw(" Do Q\n"u8);

    // Two bytes a glyph, in a literal string: shorter than hexadecimal, and it compresses better.
    private void Strings(ReadOnlySpan<Glyph> glyphs, double thousandths)
    {
        var open = false;
        foreach (var glyph in glyphs)
        {
            if (!open)
            {
                _content.Byte((byte)'(');
                open = true;
            }

            Escaped((byte)(glyph.Code >> 8));
            Escaped((byte)glyph.Code);
            if (glyph.Kind == GlyphKind.Space && thousandths != 0)
            {
                _content.Byte((byte)')').Number(-thousandths);
                open = false;
            }
        }

        if (open)
        {
            _content.Byte((byte)')');
        }
    }

    private void Escaped(byte value)
    {
        if (value is (byte)'(' or (byte)')' or (byte)'\\')
        {
            _content.Byte((byte)'\\').Byte(value);
        }
        else if (value == (byte)'\r')
        {
            _content.Raw("\\r"u8);
        }
        else
        {
            _content.Byte(value);
        }
    }
}

/// <summary>What stands on a page and can be acted on: a link or a signature field. The rectangle counts from the page's bottom.</summary>
/// <param name="Left">Left side.</param>
/// <param name="Bottom">Lower side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Top">Upper side.</param>
/// <param name="Target">Where a link leads, or the field's name.</param>
/// <param name="Label">What it is called to who cannot see it.</param>
/// <param name="IsField">Whether it is a signature field.</param>
/// <param name="Element">The element it is in.</param>
internal sealed record Annotation(double Left, double Bottom, double Right, double Top, string Target, string Label, bool IsField, StructElement Element);
