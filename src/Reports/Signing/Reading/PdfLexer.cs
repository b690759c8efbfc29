using System.Buffers;
using System.Text;

namespace EmrSec.Reports.Signing.Reading;

internal enum TokenKind
{
    End,
    Integer,
    Real,
    Name,
    String,
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
    Keyword,
}

/// <summary>One word of PDF.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Number">The value of an integer.</param>
/// <param name="Text">The text of a keyword or name, the digits of a real.</param>
/// <param name="Value">The string.</param>
internal readonly record struct Token(TokenKind Kind, long Offset, long Number = 0, string? Text = null, PdfString? Value = null)
{
    public bool Is(string keyword) => Kind == TokenKind.Keyword && string.Equals(Text, keyword, StringComparison.Ordinal);
}

/// <summary>Cuts bytes into PDF's words (ISO 32000-1, 7.2 and 7.3).</summary>
internal sealed class PdfLexer(ByteSource source)
{
    private const int LongestNumber = 64;
    private const int LongestName = 4096;

    private static readonly SearchValues<char> NumberStart = SearchValues.Create("0123456789+-.");

    private readonly ByteCursor _cursor = new(source);

    public long Position
    {
        get => _cursor.Position;
        set => _cursor.Seek(value);
    }

    public static bool IsSpace(int value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(int value) => value is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    /// <summary>The next byte; -1 at the end.</summary>
    public int ReadByte() => _cursor.Read();

    /// <summary>The next byte without taking it; -1 at the end.</summary>
    public int PeekByte() => _cursor.Peek();

    /// <summary>Skips white space, and comments.</summary>
    public void SkipSpace()
    {
        while (true)
        {
            var next = _cursor.Peek();
            if (IsSpace(next))
            {
                _cursor.Read();
            }
            else if (next == '%')
            {
                while (_cursor.Peek() is not (-1 or 10 or 13))
                {
                    _cursor.Read();
                }
            }
            else
            {
                return;
            }
        }
    }

    public Token Next()
    {
        SkipSpace();
        var offset = Position;
        var first = _cursor.Peek();
        switch (first)
        {
            case -1:
                return new Token(TokenKind.End, offset);
            case '/':
                _cursor.Read();
                return new Token(TokenKind.Name, offset, Text: ReadName(offset));
            case '(':
                _cursor.Read();
                return new Token(TokenKind.String, offset, Value: ReadLiteral(offset));
            case '[':
                _cursor.Read();
                return new Token(TokenKind.ArrayOpen, offset);
            case ']':
                _cursor.Read();
                return new Token(TokenKind.ArrayClose, offset);
            case '<':
                _cursor.Read();
                return _cursor.Peek() == '<' ? Take(TokenKind.DictionaryOpen, offset) : new Token(TokenKind.String, offset, Value: ReadHex(offset));
            case '>':
                _cursor.Read();
                return _cursor.Peek() == '>' ? Take(TokenKind.DictionaryClose, offset) : throw new PdfFormatException("Dấu > đứng một mình", offset);
            case ')' or '{' or '}':
                throw new PdfFormatException($"Ký tự «{(char)first}» không đúng chỗ", offset);
            default:
                return ReadWord(offset);
        }
    }

    private Token Take(TokenKind kind, long offset)
    {
        _cursor.Read();
        return new Token(kind, offset);
    }

    private Token ReadWord(long offset)
    {
        Span<char> text = stackalloc char[LongestNumber];
        var length = 0;
        for (var next = _cursor.Peek(); next >= 0 && !IsSpace(next) && !IsDelimiter(next); next = _cursor.Peek())
        {
            if (length == text.Length)
            {
                throw new PdfFormatException("Từ quá dài", offset);
            }

            text[length++] = (char)_cursor.Read();
        }

        var word = text[..length];
        return NumberStart.Contains(word[0]) ? ReadNumber(word, offset) : new Token(TokenKind.Keyword, offset, Text: Known(word));
    }

    // The words that occur in every file need no new string each time.
    private static string Known(ReadOnlySpan<char> word) => word switch
    {
        "R" => "R",
        "obj" => "obj",
        "endobj" => "endobj",
        "stream" => "stream",
        "endstream" => "endstream",
        "true" => "true",
        "false" => "false",
        "null" => "null",
        _ => word.ToString(),
    };

    private static Token ReadNumber(ReadOnlySpan<char> word, long offset)
    {
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return new Token(TokenKind.Integer, offset, number);
        }

        return word.Contains('.') && decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? new Token(TokenKind.Real, offset, Text: word.ToString())
            : throw new PdfFormatException($"Số không hợp lệ «{word}»", offset);
    }

    private string ReadName(long offset)
    {
        var name = new StringBuilder();
        for (var next = _cursor.Peek(); next >= 0 && !IsSpace(next) && !IsDelimiter(next); next = _cursor.Peek())
        {
            _cursor.Read();
            if (next == '#')
            {
                var (high, low) = (HexDigit(_cursor.Read()), HexDigit(_cursor.Read()));
                if (high < 0 || low < 0 || (high | low) == 0)
                {
                    throw new PdfFormatException("Tên có dấu # không hợp lệ", offset);
                }

                next = (high << 4) | low;
            }

            if (name.Append((char)next).Length > LongestName)
            {
                throw new PdfFormatException("Tên quá dài", offset);
            }
        }

        return name.ToString();
    }

    private PdfString ReadHex(long offset)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var (plain, half) = (true, -1);
        while (true)
        {
            var next = _cursor.Read();
            if (next == '>')
            {
                break;
            }

            if (IsSpace(next))
            {
                plain = false;
                continue;
            }

            var digit = HexDigit(next);
            if (digit < 0)
            {
                throw new PdfFormatException("Chuỗi thập lục phân có ký tự lạ", offset);
            }

            if (half < 0)
            {
                half = digit;
                continue;
            }

            Append(bytes, (byte)((half << 4) | digit), offset);
            half = -1;
        }

        if (half >= 0)
        {
            plain = false;
            Append(bytes, (byte)(half << 4), offset);
        }

        return new PdfString(bytes.WrittenSpan.ToArray()) { Offset = offset, End = Position, IsHex = true, IsPlainHex = plain };
    }

    private PdfString ReadLiteral(long offset)
    {
        var bytes = new ArrayBufferWriter<byte>();
        for (var open = 1; open > 0;)
        {
            var next = _cursor.Read();
            switch (next)
            {
                case -1:
                    throw new PdfFormatException("Chuỗi không đóng ngoặc", offset);
                case '\\':
                    ReadEscape(bytes, offset);
                    continue;
                case '\r':
                    if (_cursor.Peek() == '\n')
                    {
                        _cursor.Read();
                    }

                    next = '\n';
                    break;
                case '(':
                    open++;
                    break;
                case ')':
                    open--;
                    break;
            }

            if (open > 0)
            {
                Append(bytes, (byte)next, offset);
            }
        }

        return new PdfString(bytes.WrittenSpan.ToArray()) { Offset = offset, End = Position };
    }

    private void ReadEscape(ArrayBufferWriter<byte> bytes, long offset)
    {
        var next = _cursor.Read();
        switch (next)
        {
            case -1:
                throw new PdfFormatException("Chuỗi không đóng ngoặc", offset);
            case '\r':
                if (_cursor.Peek() == '\n')
                {
                    _cursor.Read();
                }

                return;
            case '\n':
                return;
            case >= '0' and <= '7':
                var value = next - '0';
                for (var more = 0; more < 2 && _cursor.Peek() is >= '0' and <= '7'; more++)
                {
                    value = (value * 8) + (_cursor.Read() - '0');
                }

                Append(bytes, (byte)value, offset);
                return;
            default:
                Append(bytes, next switch { 'n' => 10, 'r' => 13, 't' => 9, 'b' => 8, 'f' => 12, _ => (byte)next }, offset);
                return;
        }
    }

    private static void Append(ArrayBufferWriter<byte> bytes, byte value, long offset)
    {
        if (bytes.WrittenCount >= PdfLimits.StringLength)
        {
            throw new PdfFormatException("Chuỗi quá dài", offset);
        }

        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }

    private static int HexDigit(int value) => value switch
    {
        >= '0' and <= '9' => value - '0',
        >= 'a' and <= 'f' => value - 'a' + 10,
        >= 'A' and <= 'F' => value - 'A' + 10,
        _ => -1,
    };
}
