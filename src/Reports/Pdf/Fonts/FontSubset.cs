using System.Buffers.Binary;
using EmrSec.Reports.Pdf.Syntax;

namespace EmrSec.Reports.Pdf.Fonts;

/// <summary>
/// Makes a TrueType font of some of another's glyphs, numbered anew and without hinting: instructions only move outlines to the
/// pixels of coarse screens, and are half of the bytes to write and compress.
/// </summary>
internal static class FontSubset
{
    private const int MoreComponents = 0x20;
    private const int HasInstructions = 0x100;

    /// <summary>Writes the font; whoever asked disposes of it.</summary>
    /// <param name="font">The font to take from.</param>
    /// <param name="glyphs">Its glyphs in their new order, .notdef first; parts of composite glyphs are added after them.</param>
    public static ByteWriter Write(TrueTypeFont font, IReadOnlyList<int> glyphs)
    {
        var order = new List<int>(glyphs);
        var added = new Dictionary<int, int>();
        using var outlines = new ByteWriter(32 * 1024);
        var offsets = new List<int>(order.Count + 32) { 0 };
        for (var i = 0; i < order.Count; i++)
        {
            AddOutline(outlines, font.Outline(order[i]), order, added);
            Pad(outlines);
            offsets.Add(outlines.Length);
        }

        // Entries in words while they fit (loca, format 0).
        var isLong = outlines.Length > 0x1FFFE;
        (string Tag, byte[] Data)[] tables =
        [
            ("glyf", outlines.Written.ToArray()),
            ("head", Head(font, isLong)),
            ("hhea", Counted(font.Table("hhea"), 34, order.Count)),
            ("hmtx", Metrics(font, order)),
            ("loca", Locations(offsets, isLong)),
            ("maxp", Counted(font.Table("maxp"), 4, order.Count)),
        ];
        return Assemble(tables);
    }

    private static void AddOutline(ByteWriter outlines, ReadOnlySpan<byte> outline, List<int> order, Dictionary<int, int> added)
    {
        const int Header = 10;
        if (outline.Length <= Header)
        {
            return;
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours < 0)
        {
            outlines.Raw(Renumbered(outline, order, added));
            return;
        }

        var instructions = Header + (contours * 2);
        outlines.Raw(outline[..instructions]).Raw([0, 0]).Raw(outline[(instructions + 2 + BinaryPrimitives.ReadUInt16BigEndian(outline[instructions..]))..]);
    }

    // A composite glyph names its parts by number (glyf, «Composite glyph description»).
    private static ReadOnlySpan<byte> Renumbered(ReadOnlySpan<byte> outline, List<int> order, Dictionary<int, int> added)
    {
        var copy = outline.ToArray();
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            int part = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2));
            if (!added.TryGetValue(part, out var number))
            {
                number = order.Count;
                order.Add(part);
                added.Add(part, number);
            }

            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~HasInstructions));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & 0x01) != 0 ? 4 : 2) + ((flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
        while ((flags & MoreComponents) != 0);
        return copy.AsSpan(0, at);
    }

    private static byte[] Head(TrueTypeFont font, bool isLong)
    {
        var head = Counted(font.Table("head"), 50, isLong ? 1 : 0);
        head.AsSpan(8, 4).Clear();
        return head;
    }

    private static byte[] Counted(ReadOnlySpan<byte> table, int at, int value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)value);
        return copy;
    }

    private static byte[] Metrics(TrueTypeFont font, List<int> order)
    {
        var data = new byte[order.Count * 4];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(i * 4), (ushort)font.Advance(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(data.AsSpan((i * 4) + 2), (short)font.LeftSideBearing(order[i]));
        }

        return data;
    }

    private static byte[] Locations(List<int> offsets, bool isLong)
    {
        var data = new byte[offsets.Count * (isLong ? 4 : 2)];
        for (var i = 0; i < offsets.Count; i++)
        {
            if (isLong)
            {
                BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(i * 4), offsets[i]);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(i * 2), (ushort)(offsets[i] / 2));
            }
        }

        return data;
    }

    private static ByteWriter Assemble((string Tag, byte[] Data)[] tables)
    {
        var power = (int)Math.Log2(tables.Length);
        var file = new ByteWriter(64 * 1024);
        Span<byte> number = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(number, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(number[4..], (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(number[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(number[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(number[10..], (ushort)((tables.Length - (1 << power)) * 16));
        file.Raw(number[..12]);
        var offset = 12 + (tables.Length * 16);
        var sum = 0u;
        foreach (var (tag, data) in tables)
        {
            var check = Checksum(data);
            sum += check;
            file.Ascii(tag);
            BinaryPrimitives.WriteUInt32BigEndian(number, check);
            BinaryPrimitives.WriteInt32BigEndian(number[4..], offset);
            BinaryPrimitives.WriteInt32BigEndian(number[8..], data.Length);
            file.Raw(number[..12]);
            offset += (data.Length + 3) & ~3;
        }

        sum += Checksum(file.Written);
        foreach (var (tag, data) in tables)
        {
            // head: checkSumAdjustment makes the whole file's sum a constant.
            if (string.Equals(tag, "head", StringComparison.Ordinal))
            {
                BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(8), 0xB1B0AFBA - sum);
            }

            file.Raw(data);
            Pad(file);
        }

        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (; data.Length >= 4; data = data[4..])
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(data);
        }

        for (var i = 0; i < data.Length; i++)
        {
            sum += (uint)data[i] << (24 - (8 * i));
        }

        return sum;
    }

    private static void Pad(ByteWriter writer)
    {
        while (writer.Length % 4 != 0)
        {
            writer.Byte(0);
        }
    }
}
