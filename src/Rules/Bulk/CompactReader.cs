using System.Text;

namespace EmrSec.Rules.Bulk;

/// <summary>Bytes are not what a <see cref="CompactWriter"/> wrote. Never seen outside: the caller gets nothing instead of a value.</summary>
internal sealed class CompactFormatException : Exception
{
    public CompactFormatException()
    {
    }

    public CompactFormatException(string message)
        : base(message)
    {
    }

    public CompactFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public static void ThrowIf(bool wrong)
    {
        if (wrong)
        {
            throw new CompactFormatException();
        }
    }
}

/// <summary>Reads what a <see cref="CompactWriter"/> wrote, within bounds that the caller sets.</summary>
internal ref struct CompactReader(ReadOnlySpan<byte> content)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = content;

    public readonly int Left => _rest.Length;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public byte Byte()
    {
        CompactFormatException.ThrowIf(_rest.IsEmpty);
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    public bool Flag()
    {
        var value = Byte();
        CompactFormatException.ThrowIf(value > 1);
        return value == 1;
    }

    public ReadOnlySpan<byte> Bytes(int length)
    {
        CompactFormatException.ThrowIf(length > _rest.Length);
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    /// <summary>A number from 0 to a bound.</summary>
    public int Count(int most)
    {
        var value = Unsigned();
        CompactFormatException.ThrowIf(most < 0 || value > (ulong)most);
        return (int)value;
    }

    /// <summary>A number of 32 bits.</summary>
    public uint Mark()
    {
        var value = Unsigned();
        CompactFormatException.ThrowIf(value > uint.MaxValue);
        return (uint)value;
    }

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public string Text()
    {
        var bytes = Bytes(Count(_rest.Length));
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new CompactFormatException("not UTF-8", e);
        }
    }

    public string? OptionalText() => Flag() ? Text() : null;

    public DateOnly? OptionalDay() => Count(DateOnly.MaxValue.DayNumber + 1) is not 0 and var number ? DateOnly.FromDayNumber(number - 1) : null;

    private ulong Unsigned()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            CompactFormatException.ThrowIf(shift == 63 && next > 1);
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new CompactFormatException();
    }
}
