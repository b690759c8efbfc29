using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>A column of a sheet: its key, its heading, its width in characters.</summary>
internal sealed record SheetColumn(string Key, string Heading, double Width);

/// <summary>Builds a sheet that can be read back: hidden keys, a title, what to do, headings, rows.</summary>
internal sealed class SheetBuilder
{
    private const double LineHeight = 15, TitleHeight = 30, SectionHeight = 24;

    private readonly ChoiceLists _lists;
    private readonly IReadOnlyList<SheetColumn> _columns;

    /// <summary>Begins a sheet.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its title.</param>
    /// <param name="note">What to do.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="frozen">How many of them stay in view.</param>
    /// <param name="tab">The colour of its tab.</param>
    /// <param name="lists">Keeps the lists of choices.</param>
    /// <param name="hasFilter">Whether rows can be filtered.</param>
    public SheetBuilder(string key, string name, string title, string note, IReadOnlyList<SheetColumn> columns, int frozen, string tab, ChoiceLists lists, bool hasFilter = false)
    {
        _lists = lists;
        _columns = columns;
        Plan = new SheetPlan(name)
        {
            Widths = [0, .. columns.Select(column => column.Width)],
            FrozenRows = 4,
            FrozenColumns = frozen + 1,
            HeadingRow = 4,
            HasFilter = hasFilter,
            Tab = tab,
        };
        Plan.Rows.Add(new PlannedRow([PlannedCell.Of(CellLook.Key, SheetKeys.Corner + key), .. columns.Select(column => PlannedCell.Of(CellLook.Key, column.Key))]) { IsHidden = true });
        var width = columns.Sum(column => column.Width);
        Plan.Rows.Add(new PlannedRow([PlannedCell.Of(CellLook.Key, "#title"), PlannedCell.Of(CellLook.Title, title)]) { Height = TitleHeight, Spread = columns.Count });
        Plan.Rows.Add(new PlannedRow([PlannedCell.Of(CellLook.Key, "#note"), PlannedCell.Of(CellLook.Note, note)]) { Height = Height(note, Math.Min(width, 180)), Spread = columns.Count });
        Plan.Rows.Add(new PlannedRow([PlannedCell.Of(CellLook.Key, "#heading"), .. columns.Select(column => PlannedCell.Of(CellLook.Heading, column.Heading))]));
    }

    public SheetPlan Plan { get; }

    /// <summary>The row that comes next, from 1.</summary>
    public int NextRow => Plan.Rows.Count + 1;

    /// <summary>A heading across the columns, or over the first with a note beside it.</summary>
    public void Section(string text, string? note = null) => Plan.Rows.Add(new PlannedRow(
        [PlannedCell.Of(CellLook.Key, "#section"), PlannedCell.Of(CellLook.Section, text), .. _columns.Skip(1).Select((_, i) => note is not null && i == 0 ? PlannedCell.Of(CellLook.Help, note) : PlannedCell.Of(CellLook.Section))])
    {
        Spread = note is null ? _columns.Count : 0,
        Height = note is null ? SectionHeight : null,
    });

    /// <summary>A row; a cell for each column.</summary>
    /// <param name="key">Its key; empty for a row of a new item.</param>
    /// <param name="cells">The cells: a shown text, a field with its value, or nothing.</param>
    public void Row(string key, IReadOnlyList<SheetCell?> cells)
    {
        var row = NextRow;
        var planned = new List<PlannedCell?> { PlannedCell.Of(CellLook.Key, key) };
        for (var i = 0; i < cells.Count; i++)
        {
            planned.Add(Cell(cells[i], new CellAddress(row, i + 2)));
        }

        Plan.Rows.Add(new PlannedRow(planned));
    }

    private PlannedCell? Cell(SheetCell? cell, CellAddress at)
    {
        if (cell?.Field is not { } field)
        {
            return cell is null ? null : PlannedCell.Of(cell.Look, cell.Text);
        }

        if (field.Rule(_lists, at) is { } rule)
        {
            Plan.Allow(cell.TakesAnything ? rule with { Error = null } : rule, at);
        }

        return new PlannedCell(field.Look, field.Show(cell.Value));
    }

    // Merged cells grow with their text in no spreadsheet program.
    private static double Height(string text, double width) =>
        LineHeight * text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length * 1.02 / width))) + 3;
}

/// <summary>A cell of a row: something shown, or a field to be filled in.</summary>
internal sealed record SheetCell(CellLook Look, string? Text, Field? Field, YamlNode? Value)
{
    /// <summary>The list is a help, not a bound.</summary>
    public bool TakesAnything { get; init; }

    public static SheetCell Label(string? text) => new(CellLook.Label, text, null, null);

    public static SheetCell Help(string? text) => new(CellLook.Help, text, null, null);

    public static SheetCell Locked(string? text) => new(CellLook.Locked, text, null, null);

    public static SheetCell Of(Field field, YamlNode? value) => new(field.Look, null, field, value);
}
