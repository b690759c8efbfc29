using System.Buffers.Binary;
using System.Text;

namespace EmrSec.Reports.Pdf.Fonts;

/// <summary>A TrueType font's tables, as far as setting type needs them (ISO/IEC 14496-22).</summary>
internal sealed class TrueTypeFont
{
    private const int NoBreakHyphen = 0x2011;

    private readonly byte[] _data;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly ushort[] _glyphs = new ushort[0x10000];
    private readonly int _longMetrics;
    private readonly bool _longOffsets;

    private TrueTypeFont(byte[] data)
    {
        _data = data;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (i * 16);
            _tables[Encoding.ASCII.GetString(data, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        var head = Offset("head");
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        _longOffsets = U16(head + 50) == 1;
        var metrics = Offset("hhea");
        (Ascent, Descent, LineGap) = (S16(metrics + 4), S16(metrics + 6), S16(metrics + 8));
        _longMetrics = U16(metrics + 34);
        (Permissions, CapHeight) = (U16(Offset("OS/2") + 8), _tables["OS/2"].Length < 90 ? Ascent * 3 / 4 : S16(Offset("OS/2") + 88));
        ItalicAngle = BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(Offset("post") + 4)) / 65536.0;
        (Name, Copyright) = (ReadName(6), ReadName(0));
        ReadCharacters();
    }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    /// <summary>Below the base line: negative.</summary>
    public int Descent { get; }

    public int LineGap { get; }

    /// <summary>The height of capitals; about that where the font is too old to say (OS/2 before version 2).</summary>
    public int CapHeight { get; }

    /// <summary>Whether it may be embedded (OS/2, fsType).</summary>
    public int Permissions { get; }

    public double ItalicAngle { get; }

    public int[] Box { get; }

    public string Name { get; }

    public string Copyright { get; }

    /// <summary>Reads a font.</summary>
    /// <param name="data">The file's bytes, kept.</param>
    public static TrueTypeFont Parse(byte[] data) => new(data);

    /// <summary>The glyph of a character; 0 where there is none.</summary>
    public int Glyph(int codePoint) => codePoint > 0xFFFF ? 0
        : _glyphs[codePoint] is not 0 and var glyph ? glyph

        // A hyphen that lines are not broken at looks like any other.
        : codePoint == NoBreakHyphen ? _glyphs['-']
        : DrawnMarks.Glyph(codePoint);

    /// <summary>A glyph's width, in the font's units.</summary>
    public int Advance(int glyph) => glyph >= DrawnMarks.First
        ? DrawnMarks.Advance(UnitsPerEm)
        : U16(Offset("hmtx") + (Math.Min(glyph, _longMetrics - 1) * 4));

    public int LeftSideBearing(int glyph) => glyph >= DrawnMarks.First
        ? DrawnMarks.LeftSideBearing(glyph, UnitsPerEm)
        : glyph < _longMetrics
            ? S16(Offset("hmtx") + (glyph * 4) + 2)
            : S16(Offset("hmtx") + (_longMetrics * 4) + ((glyph - _longMetrics) * 2));

    public ReadOnlySpan<byte> Outline(int glyph)
    {
        if (glyph >= DrawnMarks.First)
        {
            return DrawnMarks.Outline(glyph, UnitsPerEm);
        }

        var (start, end) = _longOffsets
            ? ((int)U32(Offset("loca") + (glyph * 4)), (int)U32(Offset("loca") + (glyph * 4) + 4))
            : (U16(Offset("loca") + (glyph * 2)) * 2, U16(Offset("loca") + (glyph * 2) + 2) * 2);
        return _data.AsSpan(Offset("glyf") + start, end - start);
    }

    /// <summary>A table's bytes; empty where the font has no such table.</summary>
    public ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var table) ? _data.AsSpan(table.Offset, table.Length) : [];

    // Format 4, platform 3, encoding 1: what every font for Windows has.
    private void ReadCharacters()
    {
        var map = Offset("cmap");
        for (var i = 0; i < U16(map + 2); i++)
        {
            var table = map + (int)U32(map + 8 + (i * 8));
            if (U16(map + 4 + (i * 8)) == 3 && U16(map + 6 + (i * 8)) == 1 && U16(table) == 4)
            {
                ReadSegments(table);
                return;
            }
        }

        throw new FormatException($"Font {Name}: no Unicode character map of format 4.");
    }

    private void ReadSegments(int table)
    {
        var doubled = U16(table + 6);
        for (var i = 0; i < doubled; i += 2)
        {
            var end = U16(table + 14 + i);
            var start = U16(table + 16 + doubled + i);
            var delta = U16(table + 16 + (2 * doubled) + i);
            var rangeAt = table + 16 + (3 * doubled) + i;
            var range = U16(rangeAt);
            for (int code = start; code <= end && code != 0xFFFF; code++)
            {
                var glyph = range == 0 ? code + delta : U16(rangeAt + range + ((code - start) * 2));
                _glyphs[code] = (ushort)(range != 0 && glyph != 0 ? glyph + delta : glyph);
            }
        }
    }

    private string ReadName(int id)
    {
        var table = Offset("name");
        var strings = table + U16(table + 4);
        for (var i = 0; i < U16(table + 2); i++)
        {
            var entry = table + 6 + (i * 12);
            if (U16(entry) == 3 && U16(entry + 6) == id)
            {
                return Encoding.BigEndianUnicode.GetString(_data, strings + U16(entry + 10), U16(entry + 8));
            }
        }

        return "";
    }

    private int Offset(string tag) => _tables.TryGetValue(tag, out var table) ? table.Offset : throw new FormatException($"Font without table {tag}.");

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(at));
}
