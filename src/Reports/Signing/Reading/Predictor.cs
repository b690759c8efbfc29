namespace EmrSec.Reports.Signing.Reading;

/// <summary>Undoes the PNG predictors (ISO 32000-1, 7.4.4.4; PNG, 9.2).</summary>
internal static class Predictor
{
    /// <summary>Undoes what <c>/DecodeParms</c> says was done.</summary>
    public static byte[] Undo(byte[] data, PdfDictionary parameters, long offset)
    {
        var kind = Number(parameters, "Predictor", 1, offset);
        if (kind == 1)
        {
            return data;
        }

        var (colors, bits, columns) = (Number(parameters, "Colors", 1, offset), Number(parameters, "BitsPerComponent", 8, offset), Number(parameters, "Columns", 1, offset));
        if (kind < 10 || colors is < 1 or > 32 || bits is not (1 or 2 or 4 or 8 or 16) || columns is < 1 or > 1 << 20)
        {
            throw new PdfFormatException("Bộ dự đoán (Predictor) không được hỗ trợ", offset);
        }

        return UndoPng(data, (int)(((colors * bits * columns) + 7) / 8), (int)Math.Max(1, colors * bits / 8))
            ?? throw new PdfFormatException("Luồng nén có độ dài không khớp với Predictor", offset);
    }

    /// <summary>Undoes PNG's filters, each row beginning with the filter's number.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rowLength">Bytes of a row without its filter number.</param>
    /// <param name="pixel">Bytes of a pixel, at least 1.</param>
    /// <returns>The bytes; null where the data is not so.</returns>
    public static byte[]? UndoPng(ReadOnlySpan<byte> data, int rowLength, int pixel)
    {
        if (data.Length % (rowLength + 1) != 0)
        {
            return null;
        }

        var result = new byte[data.Length / (rowLength + 1) * rowLength];
        ReadOnlySpan<byte> above = new byte[rowLength];
        for (var row = 0; row * rowLength < result.Length; row++)
        {
            var line = data.Slice(row * (rowLength + 1), rowLength + 1);
            var target = result.AsSpan(row * rowLength, rowLength);
            if (line[0] > 4)
            {
                return null;
            }

            UndoRow(line[0], line[1..], above, target, pixel);
            above = target;
        }

        return result;
    }

    private static void UndoRow(byte filter, ReadOnlySpan<byte> line, ReadOnlySpan<byte> above, Span<byte> target, int pixel)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var left = i >= pixel ? target[i - pixel] : 0;
            var corner = i >= pixel ? above[i - pixel] : 0;
            var guess = filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => Paeth(left, above[i], corner),
            };
            target[i] = (byte)(line[i] + guess);
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static long Number(PdfDictionary parameters, string key, long otherwise, long offset) => parameters[key] switch
    {
        null => otherwise,
        PdfInteger number => number.Value,
        _ => throw new PdfFormatException("/DecodeParms không hợp lệ", offset),
    };
}
