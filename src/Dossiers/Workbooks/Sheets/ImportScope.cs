using EmrSec.Dossiers.Trees;
using EmrSec.Dossiers.Workbooks.Fields;
using EmrSec.Dossiers.Workbooks.Spreadsheets;
using EmrSec.Rules.Yaml;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>What the sheets of a workbook are read against and into.</summary>
/// <param name="file">The workbook's name, for messages.</param>
/// <param name="origin">The dossier that the workbook was made from.</param>
/// <param name="from1904">Its days count from 1904.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class ImportScope(string file, YamlMapping origin, bool from1904, DiagnosticBag diagnostics)
{
    /// <summary>The dossier that the workbook was made from.</summary>
    public YamlMapping Origin { get; } = origin;

    /// <summary>The dossier as the sheets read so far have it.</summary>
    public YamlMapping Draft { get; set; } = origin;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>A cell as messages name it: «so.xlsx: Hệ thống!C7».</summary>
    public SourcePosition Place(KeyedSheet sheet, CellAddress at) => SourcePosition.Whole($"{file}: {sheet.Sheet.Name}!{at}");

    public SourcePosition Place(KeyedSheet sheet) => SourcePosition.Whole($"{file}: {sheet.Sheet.Name}");

    /// <summary>What a cell says: what was there where it shows that still, or is not there at all, or cannot be read (then the error is kept).</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="at">The cell; null where its row or column is gone.</param>
    /// <param name="field">What it is filled in with.</param>
    /// <param name="before">What was there.</param>
    public YamlNode? Take(KeyedSheet sheet, CellAddress? at, Field field, YamlNode? before)
    {
        if (at is not { } place)
        {
            return before;
        }

        var cell = sheet.Cell(place);
        if (field.Shows(before, cell, from1904))
        {
            return before;
        }

        if (cell is null || cell.IsBlank)
        {
            return null;
        }

        if (Refusal(cell) is { } refusal)
        {
            Diagnostics.Error(refusal.Code!, Place(sheet, place), refusal.Message!, refusal.Help);
            return before;
        }

        var read = field.Read(cell, from1904);
        if (read.Code is not null)
        {
            Diagnostics.Error(read.Code, Place(sheet, place), read.Message!, read.Help);
            return before;
        }

        return YamlTree.Same(read.Value, before) ? before : read.Value;
    }

    private static FieldReading? Refusal(ReadCell cell) => cell switch
    {
        { IsFormula: true } => FieldReading.Wrong("BT011", "ô này là công thức; hồ sơ chỉ nhận giá trị đã gõ", "chép ô rồi dán đặc biệt, chọn «Giá trị»"),
        { Kind: ReadKind.Error } => FieldReading.Wrong("BT012", $"ô này báo lỗi {Intake.YamlText.Shorten(cell.Text)}", "gõ lại giá trị"),
        _ => null,
    };
}
