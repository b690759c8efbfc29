using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace EmrSec.Reports.Pdf.Syntax;

/// <summary>
/// Grows a buffer of PDF syntax. Numbers are written with at most three decimals, never with an exponent. Disposing gives the
/// buffer back, so that writing many files makes little garbage.
/// </summary>
internal sealed class ByteWriter(int capacity = 4096) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, Length) = ([], 0);
    }

    public ByteWriter Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public ByteWriter Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    /// <summary>Text known to be ASCII.</summary>
    public ByteWriter Ascii(string text)
    {
        Length += Encoding.ASCII.GetBytes(text, Room(text.Length));
        return this;
    }

    public ByteWriter Int(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
        return this;
    }

    public ByteWriter Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0)
        {
            Byte((byte)'-');
            thousandths = -thousandths;
        }

        Int(thousandths / 1000);
        var rest = (int)(thousandths % 1000);
        if (rest != 0)
        {
            Byte((byte)'.').Digit(rest / 100);
            if (rest % 100 != 0)
            {
                Digit(rest / 10 % 10);
                if (rest % 10 != 0)
                {
                    Digit(rest % 10);
                }
            }
        }

        return this;
    }

    /// <summary>Numbers with a space after each, as operands are.</summary>
    public ByteWriter Operands(params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            Number(value).Byte((byte)' ');
        }

        return this;
    }

    public ByteWriter Reference(int id) => Int(id).Raw(" 0 R"u8);

    /// <summary>A text string (ISO 32000-1, 7.9.2.2): UTF-16BE with a byte-order mark, in hexadecimal.</summary>
    public ByteWriter TextString(string text)
    {
        Raw("<FEFF"u8);
        foreach (var unit in text)
        {
            Hex16(unit);
        }

        return Byte((byte)'>');
    }

    public ByteWriter Hex16(int value)
    {
        Utf8Formatter.TryFormat((ushort)value, Room(4), out var written, new StandardFormat('X', 4));
        Length += written;
        return this;
    }

    private void Digit(int digit) => Byte((byte)('0' + digit));

    private Span<byte> Room(int size)
    {
        if (_buffer.Length - Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(Length);
    }
}
