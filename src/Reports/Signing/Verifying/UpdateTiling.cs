using EmrSec.Reports.Signing.Reading;

namespace EmrSec.Reports.Signing.Verifying;

/// <summary>
/// Checks that what was appended after a signature is nothing but well-formed updates: every byte belongs to an object that a new cross-reference
/// section lists there, to such a section, or to white space between them.
/// </summary>
internal static class UpdateTiling
{
    /// <summary>The cross-reference sections that were appended, newest first.</summary>
    /// <exception cref="PdfFormatException">The appended bytes are something else.</exception>
    public static IReadOnlyList<XrefSection> Check(PdfDocument old, PdfDocument now)
    {
        var start = old.Source.Length;
        var fresh = now.Sections.TakeWhile(section => section.Offset >= start).ToList();
        if (fresh.Count == 0 || fresh.Count == now.Sections.Count || now.Sections[fresh.Count].Offset != old.StartXref)
        {
            throw new PdfFormatException("phần thêm sau chữ ký không nối tiếp bảng tham chiếu của bản đã ký", start);
        }

        if (fresh.Find(section => section.Trailer["XRefStm"] is not null) is { } hybrid)
        {
            throw new PdfFormatException("phần thêm sau chữ ký dùng bảng tham chiếu lai", hybrid.Offset);
        }

        var spans = new SortedDictionary<long, long>();
        foreach (var section in fresh)
        {
            spans[section.Offset] = ReadTail(now.Source, section);
        }

        foreach (var section in fresh)
        {
            AddObjects(old, now, section, start, spans);
        }

        CheckTiles(now.Source, start, spans);
        return fresh;
    }

    private static void AddObjects(PdfDocument old, PdfDocument now, XrefSection section, long start, SortedDictionary<long, long> spans)
    {
        foreach (var (number, entry) in section.Entries)
        {
            if (entry.Kind != EntryKind.InFile || spans.ContainsKey(entry.Place))
            {
                continue;
            }

            if (entry.Place < start)
            {
                // Naming again what already was there changes nothing; anything else brings hidden objects to light (shadow attacks).
                if (old.Locate(number) != entry)
                {
                    throw new PdfFormatException("bảng tham chiếu mới trỏ vào dữ liệu ẩn trong phần đã ký", entry.Place);
                }

                continue;
            }

            spans.Add(entry.Place, now.ReadAt(number, entry).End);
        }
    }

    private static void CheckTiles(ByteSource source, long start, SortedDictionary<long, long> spans)
    {
        var position = start;
        foreach (var (offset, end) in spans)
        {
            CheckSpace(source, position, offset);
            position = end;
        }

        CheckSpace(source, position, source.Length);
    }

    private static void CheckSpace(ByteSource source, long from, long to)
    {
        if (to < from)
        {
            throw new PdfFormatException("các đối tượng thêm sau chữ ký chồng lên nhau", to);
        }

        for (var position = from; position < to;)
        {
            var bytes = source.ReadBytes(position, (int)Math.Min(4096, to - position));
            var other = bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8);
            if (other >= 0)
            {
                throw new PdfFormatException("có dữ liệu thêm sau chữ ký không thuộc đối tượng nào", position + other);
            }

            position += bytes.Length;
        }
    }

    // startxref, the section's own offset, %%EOF.
    private static long ReadTail(ByteSource source, XrefSection section)
    {
        var tail = source.ReadBytes(section.End, (int)Math.Min(128, source.Length - section.End)).AsSpan();
        var rest = Skip(tail);
        if (!rest.StartsWith("startxref"u8))
        {
            throw new PdfFormatException("sau bảng tham chiếu không có startxref", section.End);
        }

        rest = Skip(rest[9..]);
        var digits = rest[..Math.Max(0, rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9'))];
        rest = Skip(rest[digits.Length..]);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset == section.Offset && rest.StartsWith("%%EOF"u8)
            ? section.End + (tail.Length - rest.Length) + 5
            : throw new PdfFormatException("startxref không chỉ vào bảng tham chiếu đứng trước nó", section.End);
    }

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8);
}
