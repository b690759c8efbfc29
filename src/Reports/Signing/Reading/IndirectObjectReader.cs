
namespace EmrSec.Reports.Signing.Reading;

/// <summary>Reads one indirect object at its place (ISO 32000-1, 7.3.8, 7.3.10).</summary>
internal static class IndirectObjectReader
{
    /// <summary>Reads <c>n g obj … endobj</c>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="offset">Where the object begins.</param>
    /// <param name="lengthOf">Gives the length of a stream that refers to it.</param>
    /// <returns>Number and generation as written there, the value, and the place right behind <c>endobj</c>.</returns>
    public static (int Number, int Generation, PdfValue Value, long End) Read(ByteSource source, long offset, Func<PdfReference, long> lengthOf)
    {
        var lexer = new PdfLexer(source) { Position = offset };
        if (PdfLexer.IsSpace(lexer.PeekByte()) || lexer.PeekByte() == '%')
        {
            throw new PdfFormatException("Bảng tham chiếu không chỉ đúng đầu đối tượng", offset);
        }

        var (number, generation) = (lexer.Next(), lexer.Next());
        if (number is not { Kind: TokenKind.Integer, Number: > 0 and <= PdfLimits.ObjectNumber }
            || generation is not { Kind: TokenKind.Integer, Number: >= 0 and <= 65535 }
            || !lexer.Next().Is("obj"))
        {
            throw new PdfFormatException("Không có đối tượng ở đây", offset);
        }

        var value = new ValueParser(lexer).Read();
        var token = lexer.Next();
        if (value is PdfDictionary dictionary && token.Is("stream"))
        {
            value = ReadStream(source, lexer, dictionary, lengthOf);
            token = lexer.Next();
        }

        return token.Is("endobj")
            ? ((int)number.Number, (int)generation.Number, value, lexer.Position)
            : throw new PdfFormatException($"Đối tượng {number.Number.ToString(CultureInfo.InvariantCulture)} không kết thúc bằng endobj", token.Offset);
    }

    private static PdfStream ReadStream(ByteSource source, PdfLexer lexer, PdfDictionary dictionary, Func<PdfReference, long> lengthOf)
    {
        // stream is followed by CR LF or LF, never by CR alone (7.3.8.1).
        var keywordEnd = lexer.Position;
        var next = lexer.ReadByte();
        if (next == '\r')
        {
            next = lexer.ReadByte();
        }

        if (next != '\n')
        {
            throw new PdfFormatException("Sau stream không có dấu xuống dòng", keywordEnd);
        }

        var offset = lexer.Position;
        var length = dictionary["Length"] switch
        {
            PdfInteger direct => direct.Value,
            PdfReference reference => lengthOf(reference),
            _ => -1,
        };
        if (length < 0 || length > source.Length - offset)
        {
            throw new PdfFormatException("/Length của luồng không hợp lệ", offset);
        }

        lexer.Position = offset + length;
        if (lexer.PeekByte() == '\r')
        {
            lexer.ReadByte();
        }

        if (lexer.PeekByte() == '\n')
        {
            lexer.ReadByte();
        }

        var end = lexer.Position;
        return lexer.PeekByte() == 'e' && lexer.Next().Is("endstream")
            ? new PdfStream(dictionary, offset, length)
            : throw new PdfFormatException("/Length của luồng không khớp với endstream", end);
    }
}
