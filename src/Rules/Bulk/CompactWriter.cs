using System.Buffers;
using System.Text;

namespace EmrSec.Rules.Bulk;

/// <summary>Writes numbers of seven bits a byte, and texts in UTF-8 with their length before them.</summary>
internal sealed class CompactWriter
{
    private readonly ArrayBufferWriter<byte> _output = new(1024);

    public ReadOnlySpan<byte> Written => _output.WrittenSpan;

    public void Clear() => _output.ResetWrittenCount();

    public void Byte(byte value)
    {
        _output.GetSpan(1)[0] = value;
        _output.Advance(1);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _output.Write(bytes);

    /// <summary>A number from 0.</summary>
    public void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Unsigned((ulong)value);
    }

    /// <summary>A number of either sign.</summary>
    public void Signed(long value) => Unsigned((ulong)(value << 1) ^ (ulong)(value >> 63));

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, _output.GetSpan(length));
        _output.Advance(length);
    }

    public void OptionalText(string? text)
    {
        Byte(text is null ? (byte)0 : (byte)1);
        if (text is not null)
        {
            Text(text);
        }
    }

    /// <summary>A day, as its number and one; 0 for none.</summary>
    public void OptionalDay(DateOnly? day) => Number(day is { } known ? known.DayNumber + 1 : 0);

    private void Unsigned(ulong value)
    {
        var span = _output.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        _output.Advance(length);
    }
}
