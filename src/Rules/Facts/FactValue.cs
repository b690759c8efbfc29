namespace EmrSec.Rules.Facts;

/// <summary>
/// A declared value of a fact, in the one form the engine computes with: 0 is reserved for «not declared», so a value is never 0.
/// Enum and boolean: index + 1 (false, true = 1, 2). Set: item bits shifted left by one, plus 1.
/// Integer and date (as day number): value × 2 + 1; <c>none</c> is the greatest of them. Text has no code.
/// </summary>
public readonly record struct FactValue
{
    /// <summary>Numbers beyond this bound are not accepted.</summary>
    public const long NumberLimit = 1L << 40;

    private const long NoneNumber = 1L << 60;

    private FactValue(long code, string? text = null)
    {
        Code = code;
        Text = text;
    }

    /// <summary><c>none</c>: declared not to exist or not to be done.</summary>
    public static FactValue None { get; } = new((NoneNumber << 1) | 1);

    /// <summary>The code described at the type; 0 for text.</summary>
    public long Code { get; }

    /// <summary>The text of a text fact, else null.</summary>
    public string? Text { get; }

    /// <summary>Whether this is <c>none</c> of a number or date.</summary>
    public bool IsNone => Code == None.Code;

    /// <summary>The number of an integer fact.</summary>
    public long Number => Code >> 1;

    /// <summary>The day of a date fact.</summary>
    public DateOnly Date => DateOnly.FromDayNumber((int)(Code >> 1));

    /// <summary>The truth of a boolean fact.</summary>
    public bool IsTrue => Code == 2;

    /// <summary>The index of an enum fact's value.</summary>
    public int Index => (int)Code - 1;

    /// <summary>The item bits of a set fact.</summary>
    public long Items => Code >> 1;

    /// <summary>A truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static FactValue Of(bool value) => new(value ? 2 : 1);

    /// <summary>A number.</summary>
    /// <param name="value">At most <see cref="NumberLimit"/> in either direction.</param>
    public static FactValue Of(long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, NumberLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -NumberLimit);
        return new FactValue((value << 1) | 1);
    }

    /// <summary>A day.</summary>
    /// <param name="value">The day.</param>
    public static FactValue Of(DateOnly value) => new(((long)value.DayNumber << 1) | 1);

    /// <summary>A text.</summary>
    /// <param name="value">The text.</param>
    public static FactValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new FactValue(0, value);
    }

    /// <summary>The value of an enum by its index.</summary>
    /// <param name="index">Index into the fact's options.</param>
    public static FactValue OfOption(int index) => new(index + 1L);

    /// <summary>A set by its item bits.</summary>
    /// <param name="items">Bit i = item i of the fact's options.</param>
    public static FactValue OfItems(long items) => new((items << 1) | 1);

    /// <summary>Its text or its code; what it means only its fact can tell (<see cref="FactText"/>).</summary>
    public override string ToString() => Text ?? Code.ToString(CultureInfo.InvariantCulture);

    internal static FactValue FromCode(long code) => new(code);
}
