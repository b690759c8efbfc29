using HandlebarsDotNet;

namespace EmrSec.Reports.Templates.Filling;

/// <summary>One call of a function with its arguments; what they lack is noted when they are asked for.</summary>
internal sealed class HelperCall
{
    private readonly object?[] _arguments;

    /// <summary>A call as Handlebars hands it over: the number of its site, then its arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    public HelperCall(Arguments arguments)
    {
        Site = SiteOf(arguments);
        _arguments = [.. arguments.Skip(1)];
    }

    /// <summary>The number of the call's site.</summary>
    public int Site { get; }

    /// <summary>Stands for the first argument found missing; null where none was.</summary>
    public Gap? Gap { get; private set; }

    /// <summary>How many arguments there are.</summary>
    public int Count => _arguments.Length;

    /// <summary>All arguments as given, names checked.</summary>
    public IEnumerable<object?> All => Enumerable.Range(0, Count).Select(Given);

    /// <summary>The number of a call's site.</summary>
    /// <param name="arguments">The call's arguments.</param>
    public static int SiteOf(Arguments arguments) => Convert.ToInt32(arguments[0], CultureInfo.InvariantCulture);

    /// <summary>How a value is printed.</summary>
    /// <param name="value">Text, a number, a date.</param>
    public static string? Printed(object? value) => value switch
    {
        string text => text,
        DateOnly date => VietnameseText.Date(date),
        decimal number => VietnameseText.Number(number),
        int number => VietnameseText.Number(number),
        _ => null,
    };

    /// <summary>An argument as the template writes it.</summary>
    /// <param name="index">Which.</param>
    public string Written(int index) => FillState.Current.Written(Site, index);

    /// <summary>An argument that may be absent; a name nobody gave is an error.</summary>
    /// <param name="index">Which.</param>
    public object? Given(int index)
    {
        var value = index < Count ? _arguments[index] : Wrong<object>("thêm một giá trị");
        if (value is UndefinedBindingResult)
        {
            FillState.Current.NoteUnknown(Site, index);
            return null;
        }

        return value is int whole ? (decimal)whole : value;
    }

    /// <summary>Text; numbers and dates are written out.</summary>
    /// <param name="index">Which argument.</param>
    public string? Text(int index)
    {
        var value = Present(index);
        return value is null ? null : Printed(value) ?? Wrong<string>("chữ, số hoặc ngày");
    }

    /// <summary>A date.</summary>
    /// <param name="index">Which argument.</param>
    public DateOnly? Date(int index) => Present(index) switch
    {
        null => null,
        DateOnly date => date,
        _ => Wrong<DateOnly?>("một ngày"),
    };

    /// <summary>A number.</summary>
    /// <param name="index">Which argument.</param>
    public decimal? Number(int index) => Present(index) switch
    {
        null => null,
        decimal number => number,
        string text when decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var literal) => literal,
        _ => Wrong<decimal?>("một số"),
    };

    /// <summary>A list.</summary>
    /// <param name="index">Which argument.</param>
    public object[]? List(int index) => Present(index) switch
    {
        null => null,
        object[] items => items,
        _ => Wrong<object[]>("một danh sách"),
    };

    /// <summary>Whether two values relate so; false where one is missing, which is noted.</summary>
    /// <param name="relation">The relation.</param>
    public object Compare(Func<object, object, bool> relation) =>
        Present(0) is { } a && Present(1) is { } b ? relation(Comparable(a, b), Comparable(b, a)) : (object?)Gap ?? false;

    /// <summary>Whether two values stand in this order; false where one is missing, which is noted.</summary>
    /// <param name="test">What the comparison's sign must be.</param>
    public object Order(Func<int, bool> test) => (Present(0), Present(1)) switch
    {
        (DateOnly a, DateOnly b) => test(a.CompareTo(b)),
        (not null, not null) => Number(0) is { } a && Number(1) is { } b && test(a.CompareTo(b)),
        _ => (object?)Gap ?? false,
    };

    /// <summary>Notes that the arguments are of a wrong kind.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="needed">What is needed, in Vietnamese.</param>
    /// <returns>The default value.</returns>
    public T? Wrong<T>(string needed)
    {
        FillState.Current.Error("MA013", Site, "giá trị ở đây không dùng được như mẫu viết", "chỗ này cần " + needed);
        return default;
    }

    // A number written in the template comes as text.
    private static object Comparable(object value, object other) =>
        value is string text && other is decimal && decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : value;

    private object? Present(int index)
    {
        var value = Given(index);
        switch (value)
        {
            case Gap gap:
                Gap ??= gap;
                return null;
            case AbsentNode node:
                Gap ??= FillState.Current.NoteMissing(Site, index, node.Absent);
                return null;
            case string text when string.IsNullOrWhiteSpace(text) && !Written(index).StartsWith('"') && !Written(index).StartsWith('\'') && Written(index).Length > 0:
                Gap ??= FillState.Current.NoteMissing(Site, index, new AbsentValue());
                return null;
            default:
                return value;
        }
    }
}
