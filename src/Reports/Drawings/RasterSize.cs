using System.Buffers.Binary;

namespace EmrSec.Reports.Drawings;

/// <summary>What a picture's header says.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Extension">«png» or «jpeg».</param>
internal readonly record struct RasterSize(int Width, int Height, string Extension)
{
    /// <summary>Reads the header of a PNG or JPEG file.</summary>
    /// <param name="data">The file.</param>
    /// <exception cref="InvalidDataException">It is neither.</exception>
    public static RasterSize Read(ReadOnlySpan<byte> data)
    {
        if (data.Length > 24 && data[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return Checked(BinaryPrimitives.ReadInt32BigEndian(data[16..]), BinaryPrimitives.ReadInt32BigEndian(data[20..]), "png");
        }

        for (var at = 2; data.Length > 4 && data[0] == 0xFF && data[1] == 0xD8 && at + 9 < data.Length && data[at] == 0xFF;)
        {
            // Start of frame: C0 to CF save the tables C4, C8, CC.
            if (data[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Checked(BinaryPrimitives.ReadUInt16BigEndian(data[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(data[(at + 5)..]), "jpeg");
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
        }

        throw new InvalidDataException("The picture is neither PNG nor JPEG.");
    }

    private static RasterSize Checked(int width, int height, string extension) => width > 0 && height > 0
        ? new RasterSize(width, height, extension)
        : throw new InvalidDataException("The picture has no size.");
}
