
namespace EmrSec.Reports.Signing.Reading;

/// <summary>Objects packed into one stream (ISO 32000-1, 7.5.7).</summary>
internal sealed class ObjectStream
{
    private readonly ByteSource _source;
    private readonly List<(int Number, long Offset)> _index;

    private ObjectStream(ByteSource source, List<(int Number, long Offset)> index) => (_source, _index) = (source, index);

    /// <summary>Reads the stream's index.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="data">Its decoded bytes.</param>
    public static ObjectStream Read(PdfStream stream, byte[] data)
    {
        if (stream.Dictionary["Type"] is not PdfName { Value: "ObjStm" }
            || stream.Dictionary["N"] is not PdfInteger { Value: >= 0 } count
            || stream.Dictionary["First"] is not PdfInteger { Value: >= 0 } first
            || first.Value > data.Length
            || count.Value > first.Value / 2)
        {
            throw new PdfFormatException("Luồng đối tượng không hợp lệ", stream.Offset);
        }

        var source = ByteSource.Of(data);
        var lexer = new PdfLexer(source.Truncate(first.Value));
        var index = new List<(int, long)>((int)count.Value);
        var numbers = new HashSet<int>();
        for (var i = 0; i < count.Value; i++)
        {
            var (number, offset) = (lexer.Next(), lexer.Next());
            if (number is not { Kind: TokenKind.Integer, Number: > 0 and <= PdfLimits.ObjectNumber }
                || offset is not { Kind: TokenKind.Integer, Number: >= 0 }
                || offset.Number >= data.Length - first.Value
                || !numbers.Add((int)number.Number))
            {
                throw new PdfFormatException("Mục lục của luồng đối tượng không hợp lệ", stream.Offset);
            }

            index.Add(((int)number.Number, first.Value + offset.Number));
        }

        return new ObjectStream(source, index);
    }

    /// <summary>Reads one of its objects.</summary>
    /// <param name="number">The object's number.</param>
    /// <param name="place">Its place in the index, as the cross-reference says.</param>
    public PdfValue Load(int number, int place)
    {
        if (place >= _index.Count || _index[place].Number != number)
        {
            throw new PdfFormatException($"Đối tượng {number.ToString(CultureInfo.InvariantCulture)} không có trong luồng đối tượng");
        }

        return Unplaced(new ValueParser(new PdfLexer(_source) { Position = _index[place].Offset }).Read());
    }

    // Offsets within a decoded stream must never be taken for offsets in the file.
    private static PdfValue Unplaced(PdfValue value) => value switch
    {
        PdfString text => new PdfString(text.Bytes) { IsHex = text.IsHex },
        PdfArray array => new PdfArray([.. array.Items.Select(Unplaced)]),
        PdfDictionary dictionary => new PdfDictionary(new OrderedDictionary<string, PdfValue>(dictionary.Entries.Select(entry => KeyValuePair.Create(entry.Key, Unplaced(entry.Value))), StringComparer.Ordinal)),
        _ => value,
    };
}
