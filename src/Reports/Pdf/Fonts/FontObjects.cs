using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Fonts;

/// <summary>Writes a face as a composite font (ISO 32000-1, 9.7): subset, widths and the map back to Unicode.</summary>
internal static class FontObjects
{
    // ISO 32000-1, table 123: serif 2, symbolic 4 (its own encoding), italic 64.
    private const int SerifSymbolic = 6;
    private const int Italic = 64;

    public static void Write(PdfFile file, int id, UsedFace face)
    {
        var (descendant, descriptor, program, unicode) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var name = Tag(face.Characters) + "+" + face.Font.Name;
        file.Begin(id).Raw("<</Type/Font/Subtype/Type0/BaseFont/"u8).Ascii(name).Raw("/Encoding/Identity-H/DescendantFonts["u8)
            .Reference(descendant).Raw("]/ToUnicode "u8).Reference(unicode).Raw(">>"u8);
        file.End();

        var writer = file.Begin(descendant).Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Ascii(name)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "u8).Reference(descriptor).Raw("/W[0["u8);
        foreach (var width in face.Widths)
        {
            writer.Number(width).Byte((byte)' ');
        }

        writer.Raw("]]>>"u8);
        file.End();
        WriteDescriptor(file, descriptor, program, name, face.Font);
        using var subset = FontSubset.Write(face.Font, face.Glyphs);
        file.Stream(program, new ByteWriter(32).Raw("/Length1 "u8).Int(subset.Length).Written, subset.Written);
        using var map = UnicodeMap(face.Characters);
        file.Stream(unicode, [], map.Written);
    }

    private static void WriteDescriptor(PdfFile file, int id, int program, string name, TrueTypeFont font)
    {
        double Scaled(int units) => Math.Round(units * 1000.0 / font.UnitsPerEm);
        var writer = file.Begin(id).Raw("<</Type/FontDescriptor/FontName/"u8).Ascii(name)
            .Raw("/Flags "u8).Int(SerifSymbolic + (font.ItalicAngle != 0 ? Italic : 0)).Raw("/FontBBox["u8);
        foreach (var side in font.Box)
        {
            writer.Number(Scaled(side)).Byte((byte)' ');
        }

        writer.Raw("]/ItalicAngle "u8).Number(font.ItalicAngle).Raw("/Ascent "u8).Number(Scaled(font.Ascent)).Raw("/Descent "u8).Number(Scaled(font.Descent))
            .Raw("/CapHeight "u8).Number(Scaled(font.CapHeight)).Raw("/StemV "u8).Int(font.Name.Contains("Bold", StringComparison.Ordinal) ? 140 : 80)
            .Raw("/FontFile2 "u8).Reference(program).Raw(">>"u8);
        file.End();
    }

    private static ByteWriter UnicodeMap(IReadOnlyList<int> characters)
    {
        const int PerBlock = 100;
        var map = new ByteWriter(2048).Raw("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n"u8);
        for (var first = 1; first < characters.Count; first += PerBlock)
        {
            var end = Math.Min(first + PerBlock, characters.Count);
            map.Int(end - first).Raw(" beginbfchar\n"u8);
            for (var code = first; code < end; code++)
            {
                map.Byte((byte)'<').Hex16(code).Raw("><"u8).Hex16(characters[code]).Raw(">\n"u8);
            }

            map.Raw("endbfchar\n"u8);
        }

        return map.Raw("endcmap CMapName currentdict/CMap defineresource pop end end"u8);
    }

    // ISO 32000-1, 9.6.4: six capitals; other characters, other tag.
    private static string Tag(IReadOnlyList<int> characters)
    {
        var hash = 14695981039346656037;
        foreach (var character in characters)
        {
            hash = (hash ^ (uint)character) * 1099511628211;
        }

        return string.Create(6, hash, static (letters, rest) =>
        {
            foreach (ref var letter in letters)
            {
                letter = (char)('A' + (rest % 26));
                rest /= 26;
            }
        });
    }
}
