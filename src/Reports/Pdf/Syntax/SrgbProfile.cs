using System.Buffers.Binary;
using System.Text;

namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>
/// The colour profile of the output intent (ISO 19005-2, 6.2.3), made here: a display profile of version 2.1 with the primaries,
/// adapted to D50, and the tone curve of IEC 61966-2-1 (sRGB).
/// </summary>
internal static class SrgbProfile
{
    private const int Header = 128;
    private const int CurvePoints = 1024;

    private static readonly Lazy<byte[]> Packed = new(() =>
    {
        using var packed = Flate.Compress(Make());
        return packed.Written.ToArray();
    });

    /// <summary>The profile, compressed once for all files.</summary>
    public static byte[] Compressed => Packed.Value;

    internal static byte[] Make()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", [.. "text\0\0\0\0"u8, .. "No copyright, use freely\0"u8]),
            ("wtpt", Xyz(0xF6D6, 0x10000, 0xD32D)),
            ("rXYZ", Xyz(0x6FA2, 0x38F5, 0x0390)),
            ("gXYZ", Xyz(0x6299, 0xB785, 0x18DA)),
            ("bXYZ", Xyz(0x24A0, 0x0F84, 0xB6CF)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        using var profile = new MemoryStream();
        profile.Write(new byte[Header + 4 + (tags.Length * 12)]);
        var table = new byte[4 + (tags.Length * 12)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        var last = (Data: Array.Empty<byte>(), Offset: 0);
        for (var i = 0; i < tags.Length; i++)
        {
            // The three colours share one curve.
            if (!ReferenceEquals(tags[i].Data, last.Data))
            {
                last = (tags[i].Data, (int)profile.Position);
                profile.Write(tags[i].Data);
                profile.Write(new byte[(4 - (tags[i].Data.Length % 4)) % 4]);
            }

            var entry = table.AsSpan(4 + (i * 12));
            Encoding.ASCII.GetBytes(tags[i].Tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], last.Offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Data.Length);
        }

        var bytes = profile.ToArray();
        table.CopyTo(bytes, Header);
        WriteHeader(bytes);
        return bytes;
    }

    private static void WriteHeader(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], 0x02100000);
        "mntrRGB XYZ "u8.CopyTo(bytes[12..]);

        // The day of the standard's publication: a profile must have a date, and no file may carry the clock's.
        BinaryPrimitives.WriteInt16BigEndian(bytes[24..], 1999);
        BinaryPrimitives.WriteInt16BigEndian(bytes[26..], 10);
        BinaryPrimitives.WriteInt16BigEndian(bytes[28..], 18);
        "acsp"u8.CopyTo(bytes[36..]);
        Xyz(0xF6D6, 0x10000, 0xD32D).AsSpan(8).CopyTo(bytes[68..]);
    }

    private static byte[] Xyz(int x, int y, int z)
    {
        var data = new byte[20];
        "XYZ "u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), x);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), y);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(16), z);
        return data;
    }

    // ICC.1:2001, 6.5.17: ASCII, then empty Unicode and ScriptCode parts.
    private static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 8 + 3 + 67];
        "desc"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(12));
        return data;
    }

    private static byte[] Curve()
    {
        var data = new byte[12 + (CurvePoints * 2)];
        "curv"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var value = i / (double)(CurvePoints - 1);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (i * 2)), (ushort)Math.Round(linear * 65535, MidpointRounding.AwayFromZero));
        }

        return data;
    }
}
