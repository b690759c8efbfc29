namespace EmrSec.Reports.Signing.Reading;

/// <summary>Reads one cross-reference stream (ISO 32000-1, 7.5.8).</summary>
internal static class XrefStreamReader
{
    public static XrefSection Read(ByteSource source, long offset)
    {
        var (number, _, value, end) = IndirectObjectReader.Read(source, offset, NoLength);
        if (value is not PdfStream stream || stream.Dictionary["Type"] is not PdfName { Value: "XRef" })
        {
            throw new PdfFormatException("Không có bảng tham chiếu ở đây", offset);
        }

        var dictionary = stream.Dictionary;
        if (dictionary["Size"] is not PdfInteger { Value: >= 0 and <= PdfLimits.ObjectNumber + 1 } size)
        {
            throw new PdfFormatException("Luồng tham chiếu thiếu /Size", offset);
        }

        var budget = PdfLimits.DecodedFile;
        return new XrefSection
        {
            Offset = offset,
            End = end,
            IsStream = true,
            Number = number,
            Trailer = dictionary,
            Entries = ReadEntries(StreamDecoder.Decode(source, stream, ref budget), Widths(dictionary, offset), Ranges(dictionary, size.Value, offset), source.Length, offset),
        };
    }

    private static long NoLength(PdfReference reference) => throw new PdfFormatException("Luồng tham chiếu có /Length gián tiếp");

    private static int[] Widths(PdfDictionary dictionary, long offset)
    {
        if (dictionary["W"] is not PdfArray { Items.Count: 3 } array)
        {
            throw new PdfFormatException("Luồng tham chiếu có /W không hợp lệ", offset);
        }

        var widths = array.Items.Select(item => item is PdfInteger { Value: >= 0 and <= 8 } width ? (int)width.Value : throw new PdfFormatException("Luồng tham chiếu có /W không hợp lệ", offset)).ToArray();
        return widths[1] > 0 ? widths : throw new PdfFormatException("Luồng tham chiếu có /W không hợp lệ", offset);
    }

    private static List<(int First, int Count)> Ranges(PdfDictionary dictionary, long size, long offset)
    {
        if (dictionary["Index"] is not { } value)
        {
            return [(0, (int)size)];
        }

        if (value is not PdfArray array || array.Items.Count % 2 != 0)
        {
            throw new PdfFormatException("Luồng tham chiếu có /Index không hợp lệ", offset);
        }

        var ranges = new List<(int, int)>();
        for (var i = 0; i < array.Items.Count; i += 2)
        {
            if (array.Items[i] is not PdfInteger { Value: >= 0 and <= PdfLimits.ObjectNumber } first
                || array.Items[i + 1] is not PdfInteger { Value: >= 0 and <= PdfLimits.ObjectNumber } count
                || first.Value + count.Value > PdfLimits.ObjectNumber + 1)
            {
                throw new PdfFormatException("Luồng tham chiếu có /Index không hợp lệ", offset);
            }

            ranges.Add(((int)first.Value, (int)count.Value));
        }

        return ranges;
    }

    private static Dictionary<int, XrefEntry> ReadEntries(ReadOnlySpan<byte> data, int[] widths, List<(int First, int Count)> ranges, long fileLength, long offset)
    {
        var entries = new Dictionary<int, XrefEntry>();
        var width = widths.Sum();
        foreach (var (first, count) in ranges)
        {
            if ((long)count * width > data.Length)
            {
                throw new PdfFormatException("Luồng tham chiếu ngắn hơn /Index", offset);
            }

            for (var i = 0; i < count; i++, data = data[width..])
            {
                var entry = ReadEntry(data[..width], widths, fileLength, offset);
                if (!entries.TryAdd(first + i, entry) && entries[first + i] != entry)
                {
                    throw new PdfFormatException("Luồng tham chiếu ghi một đối tượng hai lần", offset);
                }
            }
        }

        return entries;
    }

    private static XrefEntry ReadEntry(ReadOnlySpan<byte> record, int[] widths, long fileLength, long offset)
    {
        var kind = widths[0] == 0 ? 1 : Field(record[..widths[0]]);
        var place = Field(record.Slice(widths[0], widths[1]));
        var third = Field(record[(widths[0] + widths[1])..]);
        return kind switch
        {
            0 => default,
            1 when place < (ulong)fileLength && third <= 65535 => new XrefEntry(EntryKind.InFile, (long)place, (int)third),
            2 when place is > 0 and <= PdfLimits.ObjectNumber && third <= PdfLimits.ObjectNumber => new XrefEntry(EntryKind.InStream, (long)place, (int)third),
            _ => throw new PdfFormatException("Luồng tham chiếu có dòng không hợp lệ", offset),
        };
    }

    private static ulong Field(ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        foreach (var item in bytes)
        {
            value = (value << 8) | item;
        }

        return value;
    }
}
