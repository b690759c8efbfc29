namespace EmrSec.Reports.Pdf.Fonts;

/// <summary>
/// The characters of one face that a file uses. Each character gets a code of its own, also where two share a glyph
/// (space and no-break space): so what is copied out is what went in.
/// </summary>
internal sealed class UsedFace
{
    // Latin, the Vietnamese letters with tones, punctuation: nearly all there is, found without looking up.
    private const int Latin = 0x200;
    private const int Tones = 0x1EA0, TonesEnd = 0x1F00;
    private const int Marks = 0x2010, MarksEnd = 0x2040;

    private readonly ushort[] _codes = new ushort[Latin + (TonesEnd - Tones) + (MarksEnd - Marks)];
    private readonly Dictionary<int, ushort> _others = [];
    private readonly List<int> _characters = new(96) { 0 };
    private readonly List<int> _glyphs = new(96) { 0 };
    private readonly List<double> _widths;

    public UsedFace(int index, TrueTypeFont font)
    {
        (Index, Font) = (index, font);
        _widths = [Width(0)];
    }

    public int Index { get; }

    public TrueTypeFont Font { get; }

    /// <summary>The characters in the order of their codes; the first entry stands for «no character».</summary>
    public IReadOnlyList<int> Characters => _characters;

    /// <summary>The font's glyphs in the order of the codes.</summary>
    public IReadOnlyList<int> Glyphs => _glyphs;

    /// <summary>The widths in thousandths of the type size.</summary>
    public IReadOnlyList<double> Widths => _widths;

    /// <summary>The character's code, from 1; 0 where the font lacks it.</summary>
    public ushort Code(int character)
    {
        var direct = character switch
        {
            < Latin => character,
            >= Tones and < TonesEnd => Latin + character - Tones,
            >= Marks and < MarksEnd => Latin + (TonesEnd - Tones) + character - Marks,
            _ => -1,
        };
        if (direct >= 0)
        {
            ref var code = ref _codes[direct];
            return code != 0 ? code : code = Add(character);
        }

        if (!_others.TryGetValue(character, out var other))
        {
            other = Add(character);
            _others.Add(character, other);
        }

        return other;
    }

    private ushort Add(int character)
    {
        var glyph = Font.Glyph(character);
        if (glyph == 0)
        {
            return 0;
        }

        _characters.Add(character);
        _glyphs.Add(glyph);
        _widths.Add(Width(glyph));
        return (ushort)(_glyphs.Count - 1);
    }

    // To a thousandth, as it is written: what is laid out is what the reader's program advances by.
    private double Width(int glyph) => Math.Round(Font.Advance(glyph) * 1000.0 / Font.UnitsPerEm, 3);
}
