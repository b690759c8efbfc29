using System.Buffers.Binary;
using System.IO.Compression;

namespace EmrSec.Signing.Tests;

/// <summary>Small PNG pictures with transparency: a stroke of handwriting, a seal.</summary>
internal static class TestPicture
{
    /// <summary>A blue stroke from corner to corner.</summary>
    public static byte[] Handwriting { get; } = Make(90, 45, (x, y) => Math.Abs(x - (2 * y)) < 6, 0x1030C0);

    /// <summary>A red ring.</summary>
    public static byte[] Seal { get; } = Make(72, 72, (x, y) => Math.Abs(((x - 36) * (x - 36)) + ((y - 36) * (y - 36)) - 1100) < 160, 0xD01010);

    private static byte[] Make(int width, int height, Func<int, int, bool> inked, int color)
    {
        var rows = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < width; x++)
            {
                rows.Write([(byte)(color >> 16), (byte)(color >> 8), (byte)color, inked(x, y) ? (byte)230 : (byte)0]);
            }
        }

        var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflater.Write(rows.ToArray());
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
