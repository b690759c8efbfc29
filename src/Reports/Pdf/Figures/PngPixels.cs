using System.Buffers.Binary;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>Undoes a PNG's filters and turns its samples into pixels.</summary>
internal sealed class PngPixels(PngHeader header, byte[] palette, byte[] transparency)
{
    private readonly bool _grey = header.ColourType is 0 or 4;
    private readonly bool _hasAlpha = header.ColourType is 4 or 6 || transparency.Length > 0;

    public StoredImage Read(byte[] data, (int X, int Y, int StepX, int StepY)[] passes, int number)
    {
        var pixels = new byte[header.Width * header.Height * (_grey ? 1 : 3)];
        var alpha = _hasAlpha ? new byte[header.Width * header.Height] : null;
        var rest = data.AsSpan();
        foreach (var pass in passes)
        {
            var size = header.RowBytes(pass);
            var above = new byte[size - 1];
            for (var row = 0; row < header.Rows(pass); row++, rest = rest[size..])
            {
                var line = rest[1..size];
                Unfilter(rest[0], line, above, Math.Max(1, header.Channels * header.Depth / 8));
                line.CopyTo(above);
                for (var column = 0; column < header.Columns(pass); column++)
                {
                    Put(line, column, (((pass.Y + (row * pass.StepY)) * header.Width) + pass.X + (column * pass.StepX)), pixels, alpha);
                }
            }
        }

        return new StoredImage(number, header.Width, header.Height, _grey, Jpeg: null, pixels, alpha);
    }

    // ISO/IEC 15948, 9.2.
    private static void Unfilter(byte filter, Span<byte> line, ReadOnlySpan<byte> above, int step)
    {
        for (var i = 0; i < line.Length; i++)
        {
            int left = i >= step ? line[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
            line[i] += filter switch
            {
                0 => (byte)0,
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Paeth(left, up, corner),
                _ => throw new InvalidDataException("PNG hỏng"),
            };
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private void Put(ReadOnlySpan<byte> line, int column, int pixel, byte[] pixels, byte[]? alpha)
    {
        if (header.ColourType == 3)
        {
            var index = Sample(line, column);
            if ((index * 3) + 2 >= palette.Length)
            {
                throw new InvalidDataException("PNG hỏng: màu ngoài bảng màu");
            }

            palette.AsSpan(index * 3, 3).CopyTo(pixels.AsSpan(pixel * 3));
            SetAlpha(alpha, pixel, index < transparency.Length ? transparency[index] : 255);
            return;
        }

        var colours = _grey ? 1 : 3;
        var isKey = transparency.Length >= colours * 2 && header.ColourType is 0 or 2;
        for (var i = 0; i < colours; i++)
        {
            var sample = Sample(line, (column * header.Channels) + i);
            isKey = isKey && sample == BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(i * 2));
            pixels[(pixel * colours) + i] = ToByte(sample);
        }

        SetAlpha(alpha, pixel, header.ColourType is 4 or 6 ? ToByte(Sample(line, (column * header.Channels) + colours)) : isKey ? 0 : 255);
    }

    private static void SetAlpha(byte[]? alpha, int pixel, int value)
    {
        if (alpha is not null)
        {
            alpha[pixel] = (byte)value;
        }
    }

    private int Sample(ReadOnlySpan<byte> line, int index) => header.Depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(line[(index * 2)..]),
        8 => line[index],
        var depth => (line[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
    };

    private byte ToByte(int sample) => header.Depth switch
    {
        16 => (byte)(sample >> 8),
        8 => (byte)sample,
        var depth => (byte)(sample * 255 / ((1 << depth) - 1)),
    };
}
