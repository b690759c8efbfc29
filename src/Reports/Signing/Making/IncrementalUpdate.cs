using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using EmrSec.Reports.Signing.Reading;
using static EmrSec.Reports.Signing.Making.PdfBuilding;

namespace EmrSec.Reports.Signing.Making;

/// <summary>What is appended to a file.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentsStart">Where in them the hexadecimal string of a signature begins; -1 where there is none.</param>
/// <param name="ContentsEnd">Right behind it.</param>
internal sealed record UpdateBytes(byte[] Bytes, int ContentsStart, int ContentsEnd);

/// <summary>Collects new and changed objects and writes them as one incremental update (ISO 32000-1, 7.5.6), with a cross-reference section of the same kind as the file's newest.</summary>
internal sealed class IncrementalUpdate(PdfDocument document)
{
    // [0 a b c] with room for files of up to 10^12 bytes.
    private const int ByteRangeRoom = 48;

    private readonly SortedDictionary<int, (int Generation, PdfValue Value, byte[]? Data)> _objects = [];
    private readonly SortedDictionary<int, (long Offset, int Generation)> _places = [];
    private readonly ArrayBufferWriter<byte> _output = new(16 * 1024);
    private int _next = document.Size;
    private int _signature;
    private int _contentsLength;
    private int _contentsStart = -1;
    private int _byteRange;

    /// <summary>Adds an object.</summary>
    public PdfReference Add(PdfValue value)
    {
        var reference = new PdfReference(_next++, 0);
        _objects.Add(reference.Number, (0, value, null));
        return reference;
    }

    /// <summary>Adds a stream.</summary>
    /// <param name="dictionary">Its dictionary, without length.</param>
    /// <param name="data">Its bytes, encoded as the dictionary says.</param>
    public PdfReference Add(PdfDictionary dictionary, byte[] data)
    {
        var reference = new PdfReference(_next++, 0);
        _objects.Add(reference.Number, (0, dictionary.With("Length", Number(data.Length)), data));
        return reference;
    }

    /// <summary>Adds the signature dictionary; ByteRange and Contents are put in when the bytes are there.</summary>
    /// <param name="dictionary">The dictionary without these two.</param>
    /// <param name="contentsLength">Bytes reserved for the signature.</param>
    public PdfReference AddSignature(PdfDictionary dictionary, int contentsLength)
    {
        var reference = Add(dictionary);
        (_signature, _contentsLength) = (reference.Number, contentsLength);
        return reference;
    }

    /// <summary>Changes an object of the file, or one that was added.</summary>
    public void Replace(PdfReference reference, PdfValue value) => _objects[reference.Number] = (reference.Generation, value, null);

    /// <summary>Sets an entry of the catalogue.</summary>
    public void ChangeCatalog(string key, PdfValue value)
    {
        var reference = document.CatalogReference;
        var catalog = _objects.TryGetValue(reference.Number, out var changed) ? (PdfDictionary)changed.Value : document.Catalog;
        Replace(reference, catalog.With(key, value));
    }

    /// <summary>Writes the update.</summary>
    /// <param name="time">Makes the second half of the file's identifier new.</param>
    public UpdateBytes Build(DateTimeOffset time)
    {
        var start = document.Source.Length;
        if (document.Source.ReadBytes(start - 1, 1)[0] is not ((byte)'\n' or (byte)'\r'))
        {
            _output.Write("\n"u8);
        }

        foreach (var (number, item) in _objects)
        {
            WriteObject(start, number, item.Generation, item.Value, item.Data);
        }

        var trailer = Dictionary(("Root", document.Trailer["Root"]), ("Info", document.Trailer["Info"]), ("ID", Identifier(start, time)), ("Prev", Number(document.StartXref)));
        var xref = start + _output.WrittenCount;
        if (document.Sections[0].IsStream)
        {
            WriteXrefStream(xref, trailer);
        }
        else
        {
            WriteXrefTable(trailer);
        }

        ObjectWriter.Ascii(_output, string.Create(CultureInfo.InvariantCulture, $"startxref\n{xref}\n%%EOF\n"));
        return Finish(start);
    }

    private UpdateBytes Finish(long start)
    {
        var bytes = _output.WrittenSpan.ToArray();
        if (_contentsStart < 0)
        {
            return new UpdateBytes(bytes, -1, -1);
        }

        var end = _contentsStart + (2 * _contentsLength) + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {start + _contentsStart} {start + end} {bytes.Length - end}]");
        System.Text.Encoding.ASCII.GetBytes(range, bytes.AsSpan(_byteRange));
        return new UpdateBytes(bytes, _contentsStart, end);
    }

    private void WriteObject(long start, int number, int generation, PdfValue value, byte[]? data)
    {
        _places.Add(number, (start + _output.WrittenCount, generation));
        ObjectWriter.Number(_output, number);
        _output.Write(" "u8);
        ObjectWriter.Number(_output, generation);
        _output.Write(" obj\n"u8);
        if (number == _signature && value is PdfDictionary signature)
        {
            WriteSignature(signature);
        }
        else
        {
            ObjectWriter.Write(_output, value);
        }

        if (data is not null)
        {
            _output.Write("\nstream\n"u8);
            _output.Write(data);
            _output.Write("\nendstream"u8);
        }

        _output.Write("\nendobj\n"u8);
    }

    private void WriteSignature(PdfDictionary signature)
    {
        _output.Write("<<"u8);
        foreach (var (key, value) in signature.Entries)
        {
            ObjectWriter.Name(_output, key);
            _output.Write(" "u8);
            ObjectWriter.Write(_output, value);
        }

        _output.Write("/ByteRange "u8);
        _byteRange = _output.WrittenCount;
        Fill((byte)' ', ByteRangeRoom);
        _output.Write("/Contents "u8);
        _contentsStart = _output.WrittenCount;
        _output.Write("<"u8);
        Fill((byte)'0', 2 * _contentsLength);
        _output.Write(">>>"u8);
    }

    private void Fill(byte value, int count)
    {
        _output.GetSpan(count)[..count].Fill(value);
        _output.Advance(count);
    }

    private PdfArray Identifier(long start, DateTimeOffset time)
    {
        var old = document.Array(document.Trailer["ID"]) is { Items: [PdfString, PdfString] items } ? items : null;
        var seed = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(seed, start);
        BinaryPrimitives.WriteInt64LittleEndian(seed.AsSpan(8), time.UtcTicks);
        var fresh = new PdfString(SHA256.HashData([.. ((PdfString?)old?[1])?.Bytes ?? [], .. seed])[..16]);
        return Array(old?[0] ?? fresh, fresh);
    }

    private void WriteXrefTable(PdfDictionary trailer)
    {
        _output.Write("xref\n"u8);
        foreach (var (first, entries) in Runs())
        {
            ObjectWriter.Ascii(_output, string.Create(CultureInfo.InvariantCulture, $"{first} {entries.Count}\n"));
            foreach (var (offset, generation) in entries)
            {
                ObjectWriter.Ascii(_output, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} {generation:D5} n\r\n"));
            }
        }

        _output.Write("trailer\n"u8);
        ObjectWriter.Write(_output, trailer.With("Size", Number(_next)));
        _output.Write("\n"u8);
    }

    private void WriteXrefStream(long xref, PdfDictionary trailer)
    {
        var number = _next++;
        _places.Add(number, (xref, 0));
        var data = new ArrayBufferWriter<byte>();
        var index = new List<PdfValue>();
        foreach (var (first, entries) in Runs())
        {
            index.AddRange([Number(first), Number(entries.Count)]);
            foreach (var (offset, generation) in entries)
            {
                var record = data.GetSpan(11)[..11];
                record[0] = 1;
                BinaryPrimitives.WriteInt64BigEndian(record[1..], offset);
                BinaryPrimitives.WriteUInt16BigEndian(record[9..], (ushort)generation);
                data.Advance(11);
            }
        }

        var dictionary = trailer.With("Type", Name("XRef")).With("Size", Number(_next)).With("W", Array(Number(1), Number(8), Number(2))).With("Index", new PdfArray(index)).With("Length", Number(data.WrittenCount));
        ObjectWriter.Ascii(_output, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        ObjectWriter.Write(_output, dictionary);
        _output.Write("\nstream\n"u8);
        _output.Write(data.WrittenSpan);
        _output.Write("\nendstream\nendobj\n"u8);
    }

    private List<(int First, List<(long Offset, int Generation)> Entries)> Runs()
    {
        var runs = new List<(int First, List<(long, int)> Entries)>();
        foreach (var (number, place) in _places)
        {
            if (runs.Count == 0 || runs[^1].First + runs[^1].Entries.Count != number)
            {
                runs.Add((number, []));
            }

            runs[^1].Entries.Add(place);
        }

        return runs;
    }
}
