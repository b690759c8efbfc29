namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>What a cell that was read holds.</summary>
internal enum ReadKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number, its digits as the file has them.</summary>
    Number,

    /// <summary>A truth value: <c>1</c> or <c>0</c>.</summary>
    Boolean,

    /// <summary>An error of the spreadsheet, such as <c>#REF!</c>.</summary>
    Error,
}

/// <summary>A cell that was read.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">It, in NFC, line breaks as line feeds.</param>
/// <param name="IsFormula">A formula gave it.</param>
/// <param name="IsDay">A number that is shown as a day.</param>
internal sealed record ReadCell(ReadKind Kind, string Text, bool IsFormula, bool IsDay)
{
    /// <summary>Nothing but blanks.</summary>
    public bool IsBlank => !IsFormula && Kind == ReadKind.Text && string.IsNullOrWhiteSpace(Text);
}

/// <summary>A sheet that was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">The cells that hold anything.</param>
internal sealed record ReadSheet(string Name, IReadOnlyDictionary<CellAddress, ReadCell> Cells)
{
    public ReadCell? At(int row, int column) => Cells.GetValueOrDefault(new CellAddress(row, column));
}

/// <summary>A workbook that was read.</summary>
/// <param name="Sheets">Its sheets, hidden ones too.</param>
/// <param name="From1904">Its days count from 01/01/1904.</param>
internal sealed record ReadBook(IReadOnlyList<ReadSheet> Sheets, bool From1904);
