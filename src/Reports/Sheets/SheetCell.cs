namespace EmrSec.Reports.Sheets;

/// <summary>A cell of a table: a text, a number or a day; nothing where all are null.</summary>
/// <param name="Text">A text; never taken for a formula, whatever it begins with.</param>
/// <param name="Number">A whole number.</param>
/// <param name="Day">A day.</param>
public sealed record SheetCell(string? Text = null, long? Number = null, DateOnly? Day = null)
{
    /// <summary>An empty cell.</summary>
    public static SheetCell Empty { get; } = new();

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator SheetCell(string? text) => text is null ? Empty : new(Text: text);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator SheetCell(long number) => new(Number: number);

    /// <summary>A day.</summary>
    /// <param name="day">The day.</param>
    public static implicit operator SheetCell(DateOnly? day) => day is null ? Empty : new(Day: day);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static SheetCell Of(string? text) => text;

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static SheetCell Of(long number) => number;

    /// <summary>A day.</summary>
    /// <param name="day">The day.</param>
    public static SheetCell Of(DateOnly? day) => day;
}

/// <summary>A table of any length, row after row.</summary>
/// <param name="Name">Its name, at most 31 characters, none of : \ / ? * [ ].</param>
/// <param name="Header">The titles of its columns.</param>
/// <param name="Rows">Its rows, read once.</param>
public sealed record SheetTable(string Name, IReadOnlyList<string> Header, IEnumerable<IReadOnlyList<SheetCell>> Rows);
