using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EmrSec.Reports.Tests.Outside;

/// <summary>An embedded font, read from its own bytes and from what the file says of it.</summary>
internal sealed partial class EmbeddedFont
{
    private readonly byte[] _program;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];

    public EmbeddedFont(ParsedPdf pdf, JsonElement font)
    {
        var descendant = pdf.Resolve(pdf.Get(font, "/DescendantFonts")[0]);
        var descriptor = pdf.Get(descendant, "/FontDescriptor");
        (Font, Descendant, Descriptor) = (font, descendant, descriptor);
        _program = pdf.Data(descriptor, "/FontFile2");
        for (var i = 0; i < U16(4); i++)
        {
            _tables[Encoding.ASCII.GetString(_program, 12 + (i * 16), 4)] = ((int)U32(20 + (i * 16)), (int)U32(24 + (i * 16)));
        }

        Widths = [.. pdf.Get(descendant, "/W")[1].EnumerateArray().Select(width => width.GetDouble())];
        foreach (Match entry in Entry().Matches(Encoding.ASCII.GetString(pdf.Data(font, "/ToUnicode"))))
        {
            Unicode.Add(Hex(entry.Groups[1]), (char)Hex(entry.Groups[2]));
        }
    }

    public JsonElement Font { get; }

    public JsonElement Descendant { get; }

    public JsonElement Descriptor { get; }

    public IReadOnlyList<double> Widths { get; }

    public Dictionary<int, char> Unicode { get; } = [];

    public int Length => _program.Length;

    public IEnumerable<string> Tables => _tables.Keys;

    public int GlyphCount => U16(_tables["maxp"].Offset + 4);

    /// <summary>The sum of all words of the program, which a sound one has fixed.</summary>
    public uint Checksum
    {
        get
        {
            var sum = 0u;
            for (var i = 0; i < _program.Length; i += 4)
            {
                sum += U32(i);
            }

            return sum;
        }
    }

    /// <summary>The width of a glyph in the program, in thousandths.</summary>
    public double ProgramWidth(int glyph) => U16(_tables["hmtx"].Offset + (glyph * 4)) * 1000.0 / U16(_tables["head"].Offset + 18);

    /// <summary>The bytes of a glyph's outline.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var isLong = U16(_tables["head"].Offset + 50) == 1;
        var loca = _tables["loca"].Offset;
        var (start, end) = isLong ? ((int)U32(loca + (glyph * 4)), (int)U32(loca + (glyph * 4) + 4)) : (U16(loca + (glyph * 2)) * 2, U16(loca + (glyph * 2) + 2) * 2);
        return _program.AsSpan(_tables["glyf"].Offset + start, end - start);
    }

    private static int Hex(Group group) => int.Parse(group.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_program.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_program.AsSpan(at));

    [GeneratedRegex("<([0-9A-F]{4})><([0-9A-F]{4})>\n", RegexOptions.None, 1000)]
    private static partial Regex Entry();
}
