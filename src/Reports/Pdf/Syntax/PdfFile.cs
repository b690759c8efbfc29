using System.Security.Cryptography;

namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>
/// The file's objects one after the other, then a classic cross-reference table: what ISO 19005-2, 6.1 asks of their spelling
/// is kept here, and a signature can be appended by any tool.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private readonly ByteWriter _out = new(96 * 1024);
    private readonly List<int> _offsets = [0];

    public PdfFile() => _out.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    public void Dispose() => _out.Dispose();

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count - 1;
    }

    /// <summary>Begins an object; whoever began it writes it and then calls <see cref="End"/>.</summary>
    public ByteWriter Begin(int id)
    {
        _offsets[id] = _out.Length;
        return _out.Int(id).Raw(" 0 obj\n"u8);
    }

    public void End() => _out.Raw("\nendobj\n"u8);

    /// <summary>A stream, compressed here.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="entries">Further entries of its dictionary.</param>
    /// <param name="data">Its bytes.</param>
    public void Stream(int id, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data)
    {
        using var packed = Flate.Compress(data);
        Encoded(id, entries, "/FlateDecode"u8, packed.Written);
    }

    /// <summary>A stream whose bytes are encoded already.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="entries">Further entries of its dictionary.</param>
    /// <param name="filter">The filter they are encoded for; empty for none.</param>
    /// <param name="data">Its bytes.</param>
    public void Encoded(int id, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> filter, ReadOnlySpan<byte> data)
    {
        Begin(id).Raw("<<"u8).Raw(entries).Raw("/Length "u8).Int(data.Length);
        if (!filter.IsEmpty)
        {
            _out.Raw("/Filter"u8).Raw(filter);
        }

        _out.Raw(">>\nstream\n"u8).Raw(data).Raw("\nendstream"u8);
        End();
    }

    /// <summary>Writes the cross-reference table and the trailer. The file's identifier is a hash of all that stands before it.</summary>
    public ReadOnlyMemory<byte> Finish(int catalog, int info)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_out.Written, hash);
        var identifier = Convert.ToHexString(hash[..16]);
        var table = _out.Length;
        _out.Raw("xref\n0 "u8).Int(_offsets.Count).Raw("\n0000000000 65535 f \n"u8);
        Span<byte> entry = stackalloc byte[20];
        "0000000000 00000 n \n"u8.CopyTo(entry);
        for (var id = 1; id < _offsets.Count; id++)
        {
            var rest = _offsets[id];
            for (var place = 9; place >= 0; place--, rest /= 10)
            {
                entry[place] = (byte)('0' + (rest % 10));
            }

            _out.Raw(entry);
        }

        _out.Raw("trailer\n<</Size "u8).Int(_offsets.Count).Raw("/Root "u8).Reference(catalog).Raw("/Info "u8).Reference(info)
            .Raw("/ID[<"u8).Ascii(identifier).Raw("><"u8).Ascii(identifier).Raw(">]>>\nstartxref\n"u8).Int(table).Raw("\n%%EOF\n"u8);
        return _out.Memory;
    }
}
