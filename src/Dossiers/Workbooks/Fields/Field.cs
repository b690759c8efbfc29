using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Fields;

/// <summary>What came of reading a cell: a value, nothing, or why it is not taken.</summary>
/// <param name="Value">The value; null = nothing.</param>
/// <param name="Code">The code of what is wrong; null where nothing is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What to do.</param>
internal sealed record FieldReading(YamlNode? Value, string? Code = null, string? Message = null, string? Help = null)
{
    public static FieldReading Wrong(string code, string message, string? help) => new(null, code, message, help);
}

/// <summary>One thing that cells are filled in with: how its value shows, what a cell takes, how a cell is read.</summary>
/// <param name="label">What it is, in Vietnamese.</param>
/// <param name="help">How to find the answer, in Vietnamese.</param>
internal abstract class Field(string label, string help)
{
    public string Label { get; } = label;

    public string Help { get; } = help;

    /// <summary>How the cell looks.</summary>
    public abstract CellLook Look { get; }

    /// <summary>What the cell shows.</summary>
    /// <param name="value">The value; null = nothing.</param>
    public abstract CellValue Show(YamlNode? value);

    /// <summary>What the cell takes.</summary>
    /// <param name="lists">Keeps the lists of choices.</param>
    /// <param name="cell">The cell, for a rule that names it.</param>
    public abstract CellRule? Rule(ChoiceLists lists, CellAddress cell);

    /// <summary>Reads a cell that holds something, no formula and no error.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="from1904">Days count from 1904.</param>
    public abstract FieldReading Read(ReadCell cell, bool from1904);

    /// <summary>Whether the cell shows what the value shows: then the value stays as it is written, to the last blank.</summary>
    public bool Shows(YamlNode? value, ReadCell? cell, bool from1904)
    {
        var shown = Show(value);
        if (cell is null || cell.IsBlank)
        {
            return shown.IsEmpty || string.IsNullOrWhiteSpace(shown.Text) && shown.Number is null;
        }

        return cell is { IsFormula: false, Kind: ReadKind.Text }
            && shown.Text is { } text
            && string.Equals(text.ReplaceLineEndings("\n").Normalize().Trim(), cell.Text.Trim(), StringComparison.Ordinal);
    }

    /// <summary>A message of a cell: its label is the title.</summary>
    protected CellRule Message(RuleKind kind, string? first, string? second, string how, string? error) =>
        new(kind, first, second, Label, Help.Length == 0 ? how : $"{how} {Help}", error);
}
