namespace EmrSec.Dossiers.Workbooks.Spreadsheets;

/// <summary>A cell by row and column, both from 1.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct CellAddress(int Row, int Column)
{
    /// <summary>The last row and column that Excel has.</summary>
    public const int LastRow = 1_048_576, LastColumn = 16_384;

    /// <summary>The letters of a column.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>Reads «C7»; null where it is none.</summary>
    public static CellAddress? Read(string written)
    {
        var column = 0;
        var at = 0;
        for (; at < written.Length && char.IsAsciiLetter(written[at]) && at < 3; at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(written[at]) - 'A' + 1);
        }

        return at > 0 && column <= LastColumn && int.TryParse(written.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= LastRow
            ? new CellAddress(row, column)
            : null;
    }

    /// <summary>Such as «C7».</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters(Column)}{Row}");
}
