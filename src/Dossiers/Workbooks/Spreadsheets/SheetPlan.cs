namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>How a cell looks and whether it can be written to; the order is that of the styles in the file.</summary>
internal enum CellLook
{
    /// <summary>An empty cell of no look.</summary>
    Plain,

    /// <summary>The title of a sheet.</summary>
    Title,

    /// <summary>A line of explanation.</summary>
    Note,

    /// <summary>The heading of a column.</summary>
    Heading,

    /// <summary>The heading of a group of rows.</summary>
    Section,

    /// <summary>What a row or an item is.</summary>
    Label,

    /// <summary>How to find the answer.</summary>
    Help,

    /// <summary>A value that is not to be changed here.</summary>
    Locked,

    /// <summary>A text to be filled in.</summary>
    Text,

    /// <summary>A choice to be made.</summary>
    Choice,

    /// <summary>A whole number to be filled in.</summary>
    Number,

    /// <summary>A day to be filled in.</summary>
    Day,

    /// <summary>A key, for the import only.</summary>
    Key,
}

/// <summary>What a cell holds: a text, a number (a day is its serial number), or nothing.</summary>
/// <param name="Text">The text, or null.</param>
/// <param name="Number">The number, or null.</param>
internal readonly record struct CellValue(string? Text, long? Number)
{
    /// <summary>The most characters of a cell (ECMA-376 leaves it open; Excel's limit).</summary>
    public const int MaxText = 32_767;

    public static CellValue Empty => default;

    public static CellValue Of(string? text) => new(string.IsNullOrEmpty(text) ? null : text, null);

    public static CellValue Of(long number) => new(null, number);

    public bool IsEmpty => Text is null && Number is null;
}

/// <summary>A cell of a sheet that is to be written.</summary>
internal sealed record PlannedCell(CellLook Look, CellValue Value)
{
    public static PlannedCell Of(CellLook look, string? text = null) => new(look, CellValue.Of(text));
}

/// <summary>What a cell takes.</summary>
internal enum RuleKind
{
    /// <summary>Anything; only the message is shown.</summary>
    Any,

    /// <summary>One of a list.</summary>
    List,

    /// <summary>A whole number between two bounds.</summary>
    Whole,

    /// <summary>A day between two days.</summary>
    Day,

    /// <summary>What a formula allows.</summary>
    Formula,
}

/// <summary>What cells take, and what is shown when one is chosen.</summary>
/// <param name="Kind">What they take.</param>
/// <param name="First">The list's range, the lower bound or the formula, as the file has it.</param>
/// <param name="Second">The upper bound.</param>
/// <param name="Title">The message's title.</param>
/// <param name="Message">The message.</param>
/// <param name="Error">What is said of a value that is not taken; null = it is let in.</param>
internal sealed record CellRule(RuleKind Kind, string? First, string? Second, string Title, string Message, string? Error);

/// <summary>A row of a sheet that is to be written.</summary>
internal sealed record PlannedRow(IReadOnlyList<PlannedCell?> Cells)
{
    /// <summary>Its height in points, whatever it holds; null = as its text needs.</summary>
    public double? Height { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>How many columns, from the second on, the first text spreads over; 0 = none.</summary>
    public int Spread { get; init; }
}

/// <summary>A sheet that is to be written.</summary>
internal sealed class SheetPlan(string name)
{
    /// <summary>Its name: at most 31 characters, without []:*?/\.</summary>
    public string Name { get; } = name;

    public List<PlannedRow> Rows { get; } = [];

    /// <summary>The widths of the columns in characters; 0 = hidden.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    public int FrozenRows { get; init; }

    public int FrozenColumns { get; init; }

    /// <summary>The row of headings that is repeated on each printed page and can be filtered by, from 1; 0 = none.</summary>
    public int HeadingRow { get; init; }

    public bool HasFilter { get; init; }

    /// <summary>Printed on one page, not only as wide as one.</summary>
    public bool IsOnePage { get; init; }

    /// <summary>The colour of its tab, RRGGBB; null = none.</summary>
    public string? Tab { get; init; }

    /// <summary>Shown, hidden, or hidden so that only a program shows it.</summary>
    public string Visibility { get; init; } = "visible";

    /// <summary>What its cells take.</summary>
    public List<(CellRule Rule, List<CellAddress> Cells)> Rules { get; } = [];

    private readonly Dictionary<CellRule, List<CellAddress>> _rules = [];

    /// <summary>Has a cell take what a rule allows; cells of one rule share it in the file.</summary>
    public void Allow(CellRule rule, CellAddress cell)
    {
        if (!_rules.TryGetValue(rule, out var cells))
        {
            _rules.Add(rule, cells = []);
            Rules.Add((rule, cells));
        }

        cells.Add(cell);
    }
}
