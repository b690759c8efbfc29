using System.Buffers.Binary;
using System.IO.Compression;
using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Making;

/// <summary>A PNG image of 8 bits a channel, its colours and its transparency apart, as PDF wants them.</summary>
internal sealed class PngImage
{
    /// <summary>A signature or a seal needs no more; more would only swell every file.</summary>
    private const int LargestSide = 4096;

    private PngImage(int width, int height, byte[] colors, byte[]? alpha) => (Width, Height, Colors, Alpha) = (width, height, colors, alpha);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green, blue of each pixel, row by row.</summary>
    public byte[] Colors { get; }

    /// <summary>The opacity of each pixel; null where all are opaque.</summary>
    public byte[]? Alpha { get; }

    /// <summary>Reads an image.</summary>
    /// <param name="file">The bytes of a PNG file.</param>
    /// <exception cref="SigningException">It is no PNG of a supported kind.</exception>
    public static PngImage Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 33 || !file[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            throw Unsupported("tệp ảnh không phải PNG");
        }

        var header = Chunk(file[8..], out var type, out _);
        if (type is not "IHDR" || header.Length != 13)
        {
            throw Unsupported("tệp PNG hỏng");
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var channels = header[9] switch
        {
            0 => 1,
            2 => 3,
            3 => 1,
            4 => 2,
            6 => 4,
            _ => 0,
        };
        if (width is < 1 or > LargestSide || height is < 1 or > LargestSide || header[8] != 8 || channels == 0 || header[10] != 0 || header[11] != 0 || header[12] != 0)
        {
            throw Unsupported($"ảnh PNG phải có 8 bit mỗi kênh, không đan dòng, cạnh không quá {LargestSide} điểm ảnh");
        }

        var (palette, transparency, packed) = ReadChunks(file[8..]);
        var pixels = Predictor.UndoPng(Inflate(packed, ((long)width * channels * height) + height), width * channels, channels);
        return pixels is not null && pixels.Length == width * channels * height
            ? Split(width, height, header[9], pixels, palette, transparency)
            : throw Unsupported("tệp PNG hỏng");
    }

    private static (byte[] Palette, byte[] Transparency, byte[] Packed) ReadChunks(ReadOnlySpan<byte> chunks)
    {
        byte[] palette = [], transparency = [];
        using var packed = new MemoryStream();
        while (!chunks.IsEmpty)
        {
            var data = Chunk(chunks, out var type, out var length);
            switch (type)
            {
                case "PLTE":
                    palette = data.ToArray();
                    break;
                case "tRNS":
                    transparency = data.ToArray();
                    break;
                case "IDAT":
                    packed.Write(data);
                    break;
            }

            chunks = chunks[length..];
        }

        return (palette, transparency, packed.ToArray());
    }

    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> chunks, out string type, out int length)
    {
        if (chunks.Length < 12 || BinaryPrimitives.ReadInt32BigEndian(chunks) is var size && (size < 0 || size > chunks.Length - 12))
        {
            throw Unsupported("tệp PNG hỏng");
        }

        size = BinaryPrimitives.ReadInt32BigEndian(chunks);
        type = System.Text.Encoding.ASCII.GetString(chunks.Slice(4, 4));
        length = size + 12;
        return chunks.Slice(8, size);
    }

    private static byte[] Inflate(byte[] packed, long length)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var data = new byte[length];
            stream.ReadExactly(data);
            return data;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Unsupported("tệp PNG hỏng");
        }
    }

    private static PngImage Split(int width, int height, byte kind, byte[] pixels, byte[] palette, byte[] transparency)
    {
        var count = width * height;
        var (colors, alpha) = (new byte[count * 3], new byte[count]);
        alpha.AsSpan().Fill(255);
        for (var i = 0; i < count; i++)
        {
            var color = colors.AsSpan(i * 3, 3);
            switch (kind)
            {
                case 0 or 4:
                    var step = kind == 0 ? 1 : 2;
                    color.Fill(pixels[i * step]);
                    alpha[i] = kind == 4 ? pixels[(i * 2) + 1] : (byte)255;
                    break;
                case 3:
                    var index = pixels[i];
                    if ((index * 3) + 3 > palette.Length)
                    {
                        throw Unsupported("tệp PNG hỏng");
                    }

                    palette.AsSpan(index * 3, 3).CopyTo(color);
                    alpha[i] = index < transparency.Length ? transparency[index] : (byte)255;
                    break;
                default:
                    var width1 = kind == 2 ? 3 : 4;
                    pixels.AsSpan(i * width1, 3).CopyTo(color);
                    alpha[i] = kind == 6 ? pixels[(i * 4) + 3] : (byte)255;
                    break;
            }
        }

        return new PngImage(width, height, colors, alpha.AsSpan().ContainsAnyExcept((byte)255) ? alpha : null);
    }

    private static SigningException Unsupported(string message) => new("KY040", message, "lưu lại ảnh ở dạng PNG 8 bit, nền trong suốt");
}
