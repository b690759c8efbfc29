using System.Buffers.Binary;
using System.IO.Compression;

namespace EmrSec.Reports.Pdf.Figures;

/// <summary>Reads PNG pictures (ISO/IEC 15948) into eight bits a component, opacity apart.</summary>
internal static class PngReader
{
    private const long MostPixels = 50_000_000;

    // Where the pixels of each pass begin and how far apart they are: the whole picture, or the seven passes of Adam7.
    private static readonly (int X, int Y, int StepX, int StepY)[] Whole = [(0, 0, 1, 1)];
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static StoredImage Read(ReadOnlySpan<byte> file, int number)
    {
        PngHeader? header = null;
        byte[] palette = [], transparency = [];
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || at + 12L + length > file.Length)
            {
                break;
            }

            var type = file.Slice(at + 4, 4);
            var data = file.Slice(at + 8, length);
            if (type.SequenceEqual("IHDR"u8))
            {
                header = PngHeader.Read(data);
            }
            else if (type.SequenceEqual("PLTE"u8))
            {
                palette = data.ToArray();
            }
            else if (type.SequenceEqual("tRNS"u8))
            {
                transparency = data.ToArray();
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            at += 12 + length;
        }

        if (header is not { } known || (long)known.Width * known.Height > MostPixels)
        {
            throw new InvalidDataException("PNG hỏng, hoặc lớn hơn 50 triệu điểm ảnh");
        }

        packed.Position = 0;
        return new PngPixels(known, palette, transparency).Read(Unpacked(packed, known), known.IsInterlaced ? Adam7 : Whole, number);
    }

    private static byte[] Unpacked(MemoryStream packed, PngHeader header)
    {
        var size = (header.IsInterlaced ? Adam7 : Whole).Sum(pass => (long)header.RowBytes(pass) * header.Rows(pass));
        var data = new byte[size];
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        try
        {
            zlib.ReadExactly(data);
        }
        catch (EndOfStreamException problem)
        {
            throw new InvalidDataException("PNG hỏng: thiếu dữ liệu", problem);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException("PNG hỏng: dữ liệu nén sai", problem);
        }

        return data;
    }
}

/// <summary>What a PNG's header says.</summary>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int ColourType, bool IsInterlaced)
{
    public int Channels => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 13)
        {
            throw new InvalidDataException("PNG hỏng");
        }

        var header = new PngHeader(BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]), data[8], data[9], data[12] == 1);
        var depthFits = header.ColourType switch
        {
            0 => header.Depth is 1 or 2 or 4 or 8 or 16,
            3 => header.Depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => header.Depth is 8 or 16,
            _ => false,
        };
        return depthFits && header is { Width: > 0, Height: > 0 } ? header : throw new InvalidDataException("PNG hỏng");
    }

    public int Columns((int X, int Y, int StepX, int StepY) pass) => (Width - pass.X + pass.StepX - 1) / pass.StepX;

    /// <summary>The rows of a pass; none where the pass has no columns.</summary>
    public int Rows((int X, int Y, int StepX, int StepY) pass) => Columns(pass) == 0 ? 0 : (Height - pass.Y + pass.StepY - 1) / pass.StepY;

    /// <summary>The bytes of a row of a pass, its filter's byte included.</summary>
    public int RowBytes((int X, int Y, int StepX, int StepY) pass) => 1 + (int)((((long)Columns(pass) * Channels * Depth) + 7) / 8);
}
