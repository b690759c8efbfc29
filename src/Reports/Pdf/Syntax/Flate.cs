using System.IO.Compression;

namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>Compresses streams (FlateDecode).</summary>
internal static class Flate
{
    public static byte[] Compress(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream((data.Length / 2) + 64);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }
}
