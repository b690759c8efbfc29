using System.IO.Compression;

namespace EmrSec.Reports.Signing.Reading;

/// <summary>Decodes the streams that the structure of a file is made of: no filter, or Flate with or without predictor. Bounded.</summary>
internal static class StreamDecoder
{
    /// <summary>Decodes a stream.</summary>
    /// <param name="source">The file.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="budget">How many bytes may still be made out of this file; is reduced.</param>
    public static byte[] Decode(ByteSource source, PdfStream stream, ref long budget)
    {
        if (stream.Length > PdfLimits.DecodedStream)
        {
            throw new PdfFormatException("Luồng quá lớn", stream.Offset);
        }

        var encoded = source.ReadBytes(stream.Offset, (int)stream.Length);
        var filters = Listed(stream.Dictionary["Filter"]);
        var parameters = Listed(stream.Dictionary["DecodeParms"]);
        if (filters.Count == 0)
        {
            Spend(ref budget, encoded.Length, stream);
            return encoded;
        }

        if (filters is not [PdfName { Value: "FlateDecode" }] || parameters.Count > 1)
        {
            throw new PdfFormatException("Luồng cấu trúc dùng bộ lọc không được hỗ trợ", stream.Offset);
        }

        var inflated = Inflate(encoded, stream, ref budget);
        return parameters is [PdfDictionary dictionary] ? Predictor.Undo(inflated, dictionary, stream.Offset) : inflated;
    }

    private static IReadOnlyList<PdfValue> Listed(PdfValue? value) => value switch
    {
        null => [],
        PdfArray array => array.Items,
        _ => [value],
    };

    private static byte[] Inflate(byte[] encoded, PdfStream stream, ref long budget)
    {
        using var packed = new MemoryStream(encoded, writable: false);
        using var inflater = new ZLibStream(packed, CompressionMode.Decompress);
        using var result = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (var count = inflater.Read(buffer); count > 0; count = inflater.Read(buffer))
            {
                Spend(ref budget, count, stream);
                if (result.Length + count > PdfLimits.DecodedStream)
                {
                    throw new PdfFormatException("Luồng nở ra quá lớn", stream.Offset);
                }

                result.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException e)
        {
            throw new PdfFormatException("Luồng nén bị hỏng", e);
        }

        return result.ToArray();
    }

    private static void Spend(ref long budget, int count, PdfStream stream)
    {
        budget -= count;
        if (budget < 0)
        {
            throw new PdfFormatException("Các luồng nở ra quá lớn", stream.Offset);
        }
    }
}
