
namespace EmrSec.Reports.Signing.Reading;

/// <summary>Builds values out of words, within bounds.</summary>
/// <param name="lexer">Where the words come from.</param>
internal sealed class ValueParser(PdfLexer lexer)
{
    private int _left = PdfLimits.ValuesInObject;

    /// <summary>Reads one value.</summary>
    public PdfValue Read()
    {
        _left = PdfLimits.ValuesInObject;
        return Read(lexer.Next(), 0);
    }

    /// <summary>Reads one value, whose first word was taken already.</summary>
    public PdfValue Read(Token first)
    {
        _left = PdfLimits.ValuesInObject;
        return Read(first, 0);
    }

    private PdfValue Read(Token token, int depth)
    {
        if (--_left < 0 || depth > PdfLimits.Depth)
        {
            throw new PdfFormatException("Đối tượng lồng quá sâu hoặc quá lớn", token.Offset);
        }

        return token.Kind switch
        {
            TokenKind.Integer => ReadIntegerOrReference(token),
            TokenKind.Real => new PdfReal(decimal.Parse(token.Text!, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)),
            TokenKind.Name => new PdfName(token.Text!),
            TokenKind.String => token.Value!,
            TokenKind.ArrayOpen => ReadArray(depth),
            TokenKind.DictionaryOpen => ReadDictionary(depth),
            TokenKind.Keyword when token.Is("true") => new PdfBoolean(true),
            TokenKind.Keyword when token.Is("false") => new PdfBoolean(false),
            TokenKind.Keyword when token.Is("null") => PdfNull.Value,
            TokenKind.End => throw new PdfFormatException("Tệp hết giữa chừng", token.Offset),
            _ => throw new PdfFormatException($"Không đọc được «{token.Text}»", token.Offset),
        };
    }

    private PdfValue ReadIntegerOrReference(Token token)
    {
        var after = lexer.Position;
        if (token.Number is >= 0 and <= PdfLimits.ObjectNumber)
        {
            lexer.SkipSpace();
            if (lexer.PeekByte() is >= '0' and <= '9')
            {
                var generation = lexer.Next();
                if (generation is { Kind: TokenKind.Integer, Number: >= 0 and <= 65535 })
                {
                    lexer.SkipSpace();
                    if (lexer.PeekByte() == 'R' && lexer.Next().Is("R"))
                    {
                        return token.Number == 0
                            ? throw new PdfFormatException("Tham chiếu đến đối tượng 0", token.Offset)
                            : new PdfReference((int)token.Number, (int)generation.Number);
                    }
                }
            }
        }

        lexer.Position = after;
        return new PdfInteger(token.Number);
    }

    private PdfArray ReadArray(int depth)
    {
        var items = new List<PdfValue>();
        for (var token = lexer.Next(); token.Kind != TokenKind.ArrayClose; token = lexer.Next())
        {
            items.Add(Read(token, depth + 1));
        }

        return new PdfArray(items);
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        var entries = new OrderedDictionary<string, PdfValue>(StringComparer.Ordinal);
        for (var token = lexer.Next(); token.Kind != TokenKind.DictionaryClose; token = lexer.Next())
        {
            if (token.Kind != TokenKind.Name)
            {
                throw new PdfFormatException("Từ điển có khoá không phải là tên", token.Offset);
            }

            if (!entries.TryAdd(token.Text!, Read(lexer.Next(), depth + 1)))
            {
                throw new PdfFormatException($"Khoá «{token.Text}» xuất hiện hai lần trong một từ điển", token.Offset);
            }
        }

        return new PdfDictionary(entries);
    }
}
