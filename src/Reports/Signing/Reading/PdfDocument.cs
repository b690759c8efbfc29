
namespace EmrSec.Reports.Signing.Reading;

/// <summary>A PDF file, or its first bytes as they were at one revision: objects by number, read when asked for.</summary>
internal sealed class PdfDocument
{
    private const int KeptObjects = 20_000;
    private const int KeptContainers = 8;

    private readonly Dictionary<int, PdfValue> _loaded = [];
    private readonly Dictionary<int, ObjectStream> _containers = [];
    private readonly HashSet<int> _loading = [];
    private long _budget = PdfLimits.DecodedFile;

    private PdfDocument(ByteSource source, long start, IReadOnlyList<XrefSection> sections)
    {
        (Source, StartXref, Sections) = (source, start, sections);
        Size = Trailer["Size"] is PdfInteger { Value: > 0 and <= PdfLimits.ObjectNumber + 1 } size
            ? (int)size.Value
            : throw new PdfFormatException("Trailer thiếu /Size", sections[0].Offset);
    }

    public ByteSource Source { get; }

    /// <summary>What the last startxref says.</summary>
    public long StartXref { get; }

    /// <summary>The cross-reference sections, newest first.</summary>
    public IReadOnlyList<XrefSection> Sections { get; }

    /// <summary>The newest trailer.</summary>
    public PdfDictionary Trailer => Sections[0].Trailer;

    /// <summary>One more than the highest object number.</summary>
    public int Size { get; }

    /// <summary>Strings and streams are encrypted.</summary>
    public bool IsEncrypted => Sections.Any(section => section.Trailer["Encrypt"] is not null);

    /// <summary>The document catalogue.</summary>
    public PdfDictionary Catalog => CatalogReference is { } reference && Resolve(reference) is PdfDictionary catalog && catalog["Type"] is PdfName { Value: "Catalog" }
        ? catalog
        : throw new PdfFormatException("Không có danh mục (Catalog)", Sections[0].Offset);

    /// <summary>The reference to the catalogue.</summary>
    public PdfReference CatalogReference => Trailer["Root"] as PdfReference ?? throw new PdfFormatException("Trailer thiếu /Root", Sections[0].Offset);

    /// <summary>Opens a file.</summary>
    /// <param name="source">The file, or its first bytes.</param>
    /// <param name="allowTrailingSpace">White space behind the last %%EOF is let pass.</param>
    /// <exception cref="PdfFormatException">It is not the PDF that ISO 32000 describes.</exception>
    public static PdfDocument Open(ByteSource source, bool allowTrailingSpace = false)
    {
        if (source.Length < 16 || !source.ReadBytes(0, 5).AsSpan().SequenceEqual("%PDF-"u8))
        {
            throw new PdfFormatException("Không phải tệp PDF: không bắt đầu bằng %PDF-", 0);
        }

        var start = XrefReader.FindStart(source, allowTrailingSpace);
        return new PdfDocument(source, start, new XrefReader(source).ReadChain(start));
    }

    /// <summary>Where an object is; <see cref="EntryKind.Free"/> where there is none.</summary>
    public XrefEntry Locate(int number)
    {
        foreach (var section in Sections)
        {
            if (section.Entries.TryGetValue(number, out var entry))
            {
                return entry.Kind == EntryKind.Free || number < Size
                    ? entry
                    : throw new PdfFormatException($"Đối tượng {Text(number)} nằm ngoài /Size", section.Offset);
            }
        }

        return default;
    }

    /// <summary>Every object number that any section knows.</summary>
    public IEnumerable<int> Numbers() => Sections.Count == 1 ? Sections[0].Entries.Keys : Sections.SelectMany(section => section.Entries.Keys).Distinct();

    /// <summary>Follows references.</summary>
    /// <param name="value">A value, or a reference to one.</param>
    public PdfValue Resolve(PdfValue? value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            if (steps == PdfLimits.ReferenceChain)
            {
                throw new PdfFormatException("Tham chiếu nối tham chiếu quá dài");
            }

            value = Load(reference);
        }

        return value ?? PdfNull.Value;
    }

    /// <summary>Follows references to a dictionary; null where there is something else, or nothing.</summary>
    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary;

    /// <summary>Follows references to an array; null where there is something else, or nothing.</summary>
    public PdfArray? Array(PdfValue? value) => Resolve(value) as PdfArray;

    /// <summary>The name that a value is or refers to; null where it is none.</summary>
    public string? Name(PdfValue? value) => (Resolve(value) as PdfName)?.Value;

    /// <summary>The decoded bytes of a stream of structure.</summary>
    public byte[] Decode(PdfStream stream) => StreamDecoder.Decode(Source, stream, ref _budget);

    /// <summary>Reads an object by its number without keeping it; null value where there is none.</summary>
    public PdfValue Load(int number, int generation)
    {
        var entry = Locate(number);
        if (entry.Kind == EntryKind.Free)
        {
            return PdfNull.Value;
        }

        if (generation != (entry.Kind == EntryKind.InFile ? entry.Generation : 0))
        {
            throw new PdfFormatException($"Tham chiếu đến đối tượng {Text(number)} với số thế hệ sai");
        }

        if (!_loading.Add(number))
        {
            throw new PdfFormatException($"Đối tượng {Text(number)} phụ thuộc vào chính nó");
        }

        try
        {
            return entry.Kind == EntryKind.InFile ? ReadInFile(number, entry) : ReadInStream(number, entry);
        }
        finally
        {
            _loading.Remove(number);
        }
    }

    /// <summary>Reads an object that stands in the file itself, and where it ends.</summary>
    public (PdfValue Value, long End) ReadAt(int number, XrefEntry entry)
    {
        var (written, generation, value, end) = IndirectObjectReader.Read(Source, entry.Place, LengthOf);
        return written == number && generation == entry.Generation
            ? (value, end)
            : throw new PdfFormatException($"Bảng tham chiếu nói đối tượng {Text(number)}, ở đó lại là {Text(written)}", entry.Place);
    }

    private PdfValue Load(PdfReference reference)
    {
        if (_loaded.TryGetValue(reference.Number, out var known))
        {
            return known;
        }

        var value = Load(reference.Number, reference.Generation);
        if (_loaded.Count < KeptObjects)
        {
            _loaded.Add(reference.Number, value);
        }

        return value;
    }

    private PdfValue ReadInFile(int number, XrefEntry entry) => ReadAt(number, entry).Value;

    private PdfValue ReadInStream(int number, XrefEntry entry)
    {
        var container = (int)entry.Place;
        if (!_containers.TryGetValue(container, out var objects))
        {
            var place = Locate(container);
            if (place.Kind != EntryKind.InFile || Load(container, place.Generation) is not PdfStream stream)
            {
                throw new PdfFormatException($"Luồng đối tượng {Text(container)} không có");
            }

            objects = ObjectStream.Read(stream, Decode(stream));
            if (_containers.Count >= KeptContainers)
            {
                _containers.Clear();
            }

            _containers.Add(container, objects);
        }

        return objects.Load(number, entry.Generation);
    }

    private long LengthOf(PdfReference reference) => Resolve(reference) is PdfInteger length ? length.Value : throw new PdfFormatException("/Length gián tiếp không phải là số");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
