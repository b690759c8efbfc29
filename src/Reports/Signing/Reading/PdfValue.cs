namespace EmrSec.Reports.Signing.Reading;

/// <summary>A value of PDF's object model (ISO 32000-1, 7.3). Immutable once read.</summary>
internal abstract class PdfValue;

/// <summary>Nothing; what a reference to an object that is not there also means.</summary>
internal sealed class PdfNull : PdfValue
{
    public static PdfNull Value { get; } = new();
}

internal sealed class PdfBoolean(bool value) : PdfValue
{
    public bool Value { get; } = value;
}

internal sealed class PdfInteger(long value) : PdfValue
{
    public long Value { get; } = value;
}

/// <summary>A number with a decimal point.</summary>
internal sealed class PdfReal(decimal value) : PdfValue
{
    public decimal Value { get; } = value;
}

/// <summary>A name, its #-escapes resolved, one character a byte.</summary>
internal sealed class PdfName(string value) : PdfValue
{
    public string Value { get; } = value;
}

/// <summary>A string, and how it stood in the file.</summary>
internal sealed class PdfString(byte[] bytes) : PdfValue
{
    public byte[] Bytes { get; } = bytes;

    /// <summary>Where its opening delimiter stands; -1 for a string out of an object stream or made here.</summary>
    public long Offset { get; init; } = -1;

    /// <summary>Right behind its closing delimiter.</summary>
    public long End { get; init; } = -1;

    /// <summary>Written in hexadecimal digits, an even number of them and nothing else.</summary>
    public bool IsPlainHex { get; init; }

    /// <summary>Written so.</summary>
    public bool IsHex { get; init; }
}

internal sealed class PdfReference(int number, int generation) : PdfValue
{
    public int Number { get; } = number;

    public int Generation { get; } = generation;
}

internal sealed class PdfArray(List<PdfValue> items) : PdfValue
{
    public IReadOnlyList<PdfValue> Items => items;
}

/// <summary>A dictionary, in the order of the file. A key that occurs twice is an error: readers disagree which one counts.</summary>
internal sealed class PdfDictionary(OrderedDictionary<string, PdfValue> entries) : PdfValue
{
    public PdfDictionary()
        : this(new OrderedDictionary<string, PdfValue>(StringComparer.Ordinal))
    {
    }

    public IReadOnlyDictionary<string, PdfValue> Entries => entries;

    /// <summary>What a key has; null where it is absent or null.</summary>
    public PdfValue? this[string key] => entries.TryGetValue(key, out var value) && value is not PdfNull ? value : null;

    /// <summary>A copy with one entry set or, with null, removed.</summary>
    public PdfDictionary With(string key, PdfValue? value)
    {
        var copy = new OrderedDictionary<string, PdfValue>(entries, StringComparer.Ordinal);
        if (value is null)
        {
            copy.Remove(key);
        }
        else
        {
            copy[key] = value;
        }

        return new PdfDictionary(copy);
    }
}

/// <summary>A stream: its dictionary, and where its encoded bytes are.</summary>
internal sealed class PdfStream(PdfDictionary dictionary, long offset, long length) : PdfValue
{
    public PdfDictionary Dictionary { get; } = dictionary;

    public long Offset { get; } = offset;

    public long Length { get; } = length;
}
