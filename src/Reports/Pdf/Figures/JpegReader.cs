using System.Buffers.Binary;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>Reads a JPEG's frame header (ITU-T T.81, B.2.2); the picture goes into the file as it is.</summary>
internal static class JpegReader
{
    public static StoredImage Read(ReadOnlyMemory<byte> file, int number)
    {
        var data = file.Span;
        if (data.Length < 4 || data[0] != 0xFF || data[1] != 0xD8)
        {
            throw new InvalidDataException("không phải PNG, cũng không phải JPEG");
        }

        for (var at = 2; at + 9 < data.Length;)
        {
            if (data[at] != 0xFF)
            {
                throw new InvalidDataException("JPEG hỏng");
            }

            int marker = data[at + 1];
            if (marker is 0xFF)
            {
                at++;
            }
            else if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                return Frame(file, data[(at + 4)..], number);
            }
            else if (marker is 0xD9 or 0xDA or (>= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)))
            {
                break;
            }
            else
            {
                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
            }
        }

        throw new InvalidDataException("JPEG hỏng hoặc thuộc loại không dùng được");
    }

    private static StoredImage Frame(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> frame, int number)
    {
        var (height, width, components) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), frame[5]);
        if (frame[0] != 8 || height == 0 || width == 0 || components is not (1 or 3))
        {
            throw new InvalidDataException("JPEG phải có 8 bit mỗi màu, đơn sắc hoặc ba màu");
        }

        return new StoredImage(number, width, height, components == 1, file, [], Alpha: null);
    }
}
