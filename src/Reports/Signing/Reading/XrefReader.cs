
namespace EmrSec.Reports.Signing.Reading;

/// <summary>
/// Reads the chain of cross-reference sections, newest first (ISO 32000-1, 7.5.4, 7.5.8). Nothing is guessed: a file whose chain is broken,
/// circular or says two things about one object is refused.
/// </summary>
internal sealed class XrefReader(ByteSource source)
{
    private const int EntryLength = 20;
    private const int TailLength = 2048;

    private readonly Dictionary<long, XrefSection> _read = [];

    /// <summary>The newest section's offset, as the end of the file says.</summary>
    /// <param name="source">The file.</param>
    /// <param name="allowTrailingSpace">White space behind the last %%EOF is let pass.</param>
    public static long FindStart(ByteSource source, bool allowTrailingSpace)
    {
        var count = (int)Math.Min(TailLength, source.Length);
        var origin = source.Length - count;
        var tail = source.ReadBytes(origin, count).AsSpan();
        var mark = tail.LastIndexOf("%%EOF"u8);
        if (mark < 0)
        {
            throw new PdfFormatException("Không có dấu %%EOF ở cuối tệp", origin);
        }

        var rest = tail[(mark + 5)..];
        if (!(rest.IsEmpty || rest.SequenceEqual("\n"u8) || rest.SequenceEqual("\r"u8) || rest.SequenceEqual("\r\n"u8))
            && !(allowTrailingSpace && rest.IndexOfAnyExcept(" \r\n\t\0"u8) < 0))
        {
            throw new PdfFormatException("Có dữ liệu sau dấu %%EOF cuối cùng", origin + mark + 5);
        }

        var keyword = tail[..mark].LastIndexOf("startxref"u8);
        if (keyword < 0)
        {
            throw new PdfFormatException("Không có startxref trước dấu %%EOF cuối cùng", origin + mark);
        }

        var between = tail[(keyword + 9)..mark].Trim(" \r\n\t"u8);
        return long.TryParse(between, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset < source.Length
            ? offset
            : throw new PdfFormatException("startxref không chỉ vào trong tệp", origin + keyword);
    }

    /// <summary>Reads the sections from one offset backwards.</summary>
    /// <param name="start">The newest.</param>
    /// <returns>The sections that count, in the order in which they are asked: newest first.</returns>
    public IReadOnlyList<XrefSection> ReadChain(long start)
    {
        var chain = new List<XrefSection>();
        for (long? next = start; next is { } offset; next = Previous(chain[^1]))
        {
            if (_read.ContainsKey(offset))
            {
                throw new PdfFormatException("Các bảng tham chiếu trỏ vòng tròn", offset);
            }

            if (chain.Count >= PdfLimits.Sections)
            {
                throw new PdfFormatException("Quá nhiều bảng tham chiếu", offset);
            }

            var section = ReadSection(offset);
            chain.Add(section);
            _read.Add(offset, section);
            CheckHybrid(section, chain);
        }

        return chain;
    }

    private static long? Previous(XrefSection section) => section.Trailer["Prev"] switch
    {
        null => null,
        PdfInteger { Value: >= 0 } previous => previous.Value,
        _ => throw new PdfFormatException("/Prev không phải là một vị trí", section.Offset),
    };

    // A hybrid file (7.5.8.4) says where the objects are that its table calls free; readers that know nothing of it see none of them.
    // Where table and stream both know an object, they have to agree, or two readers show two documents.
    private void CheckHybrid(XrefSection section, List<XrefSection> chain)
    {
        if (section.Trailer["XRefStm"] is not { } value)
        {
            return;
        }

        if (section.IsStream || value is not PdfInteger { Value: >= 0 } offset || _read.ContainsKey(offset.Value))
        {
            throw new PdfFormatException("/XRefStm không hợp lệ", section.Offset);
        }

        var hidden = ReadSection(offset.Value);
        if (!hidden.IsStream)
        {
            throw new PdfFormatException("/XRefStm không chỉ vào luồng tham chiếu", offset.Value);
        }

        foreach (var (number, entry) in hidden.Entries)
        {
            if (section.Entries.TryGetValue(number, out var open) && open.Kind != EntryKind.Free && open != entry)
            {
                throw new PdfFormatException($"Hai bảng tham chiếu (lai) nói khác nhau về đối tượng {number.ToString(CultureInfo.InvariantCulture)}", section.Offset);
            }
        }

        _read.Add(offset.Value, hidden);
        chain[^1] = new XrefSection
        {
            Offset = section.Offset,
            End = section.End,
            IsStream = false,
            Trailer = section.Trailer,
            Entries = Overlay(section.Entries, hidden.Entries),
        };
    }

    private static Dictionary<int, XrefEntry> Overlay(IReadOnlyDictionary<int, XrefEntry> table, IReadOnlyDictionary<int, XrefEntry> hidden)
    {
        var all = new Dictionary<int, XrefEntry>(table);
        foreach (var (number, entry) in hidden)
        {
            if (!all.TryGetValue(number, out var open) || open.Kind == EntryKind.Free)
            {
                all[number] = entry;
            }
        }

        return all;
    }

    private XrefSection ReadSection(long offset)
    {
        if (offset >= source.Length)
        {
            throw new PdfFormatException("Bảng tham chiếu nằm ngoài tệp", offset);
        }

        var lexer = new PdfLexer(source) { Position = offset };
        return lexer.PeekByte() == 'x' ? ReadTable(lexer, offset) : XrefStreamReader.Read(source, offset);
    }

    private XrefSection ReadTable(PdfLexer lexer, long offset)
    {
        if (!lexer.Next().Is("xref"))
        {
            throw new PdfFormatException("Không có bảng tham chiếu ở đây", offset);
        }

        var entries = new Dictionary<int, XrefEntry>();
        var token = lexer.Next();
        for (; !token.Is("trailer"); token = lexer.Next())
        {
            var first = ReadCount(token);
            var count = ReadCount(lexer.Next());
            if (first + count > PdfLimits.ObjectNumber + 1 || count > (source.Length - lexer.Position) / EntryLength)
            {
                throw new PdfFormatException("Bảng tham chiếu dài hơn tệp", token.Offset);
            }

            SkipLine(lexer);
            ReadEntries(lexer, (int)first, (int)count, entries);
        }

        return new ValueParser(lexer).Read() is PdfDictionary trailer
            ? new XrefSection { Offset = offset, End = lexer.Position, IsStream = false, Trailer = trailer, Entries = entries }
            : throw new PdfFormatException("Sau trailer không có từ điển", token.Offset);
    }

    private static long ReadCount(Token token) => token is { Kind: TokenKind.Integer, Number: >= 0 and <= PdfLimits.ObjectNumber + 1 }
        ? token.Number
        : throw new PdfFormatException("Bảng tham chiếu không hợp lệ", token.Offset);

    private static void SkipLine(PdfLexer lexer)
    {
        while (lexer.PeekByte() is ' ' or '\r')
        {
            lexer.ReadByte();
        }

        if (lexer.PeekByte() == '\n')
        {
            lexer.ReadByte();
        }
    }

    private void ReadEntries(PdfLexer lexer, int first, int count, Dictionary<int, XrefEntry> entries)
    {
        entries.EnsureCapacity(Math.Min(entries.Count + count, 1 << 20));
        Span<byte> line = stackalloc byte[EntryLength];
        var offset = lexer.Position;
        for (var i = 0; i < count; i++, offset += EntryLength)
        {
            source.ReadExactly(offset, line);
            if (!TryReadEntry(line, out var entry) || (entry.Kind == EntryKind.InFile && entry.Place >= source.Length))
            {
                throw new PdfFormatException("Dòng của bảng tham chiếu không hợp lệ", offset);
            }

            if (!entries.TryAdd(first + i, entry) && entries[first + i] != entry)
            {
                throw new PdfFormatException($"Bảng tham chiếu ghi đối tượng {(first + i).ToString(CultureInfo.InvariantCulture)} hai lần", offset);
            }
        }

        lexer.Position = offset;
    }

    // nnnnnnnnnn ggggg n, then a line end of two bytes.
    private static bool TryReadEntry(ReadOnlySpan<byte> line, out XrefEntry entry)
    {
        entry = default;
        if (!TryDigits(line[..10], out var place) || line[10] != ' ' || !TryDigits(line[11..16], out var generation) || line[16] != ' ' || generation > 65535)
        {
            return false;
        }

        if (line[17] is not ((byte)'n' or (byte)'f') || line[18] is not ((byte)' ' or (byte)'\r' or (byte)'\n') || line[19] is not ((byte)'\r' or (byte)'\n' or (byte)' '))
        {
            return false;
        }

        entry = line[17] == 'n' ? new XrefEntry(EntryKind.InFile, place, (int)generation) : default;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> digits, out long value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
