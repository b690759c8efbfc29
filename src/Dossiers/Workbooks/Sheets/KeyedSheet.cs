using EmrSec.Dossiers.Workbooks.Spreadsheets;

namespace EmrSec.Dossiers.Workbooks.Sheets;

/// <summary>A sheet that was read, by its hidden keys.</summary>
internal sealed class KeyedSheet
{
    // The corner is searched no further: somebody put rows or columns before it, not a thousand.
    private const int Searched = 60;

    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<(string Key, int Row)> _doubled = [];
    private readonly HashSet<int> _known = [];
    private readonly int _headRow;
    private readonly int _keyColumn;

    private KeyedSheet(ReadSheet sheet, string key, CellAddress corner)
    {
        Sheet = sheet;
        Key = key;
        _headRow = corner.Row;
        _keyColumn = corner.Column;
        foreach (var (at, cell) in sheet.Cells.Where(pair => pair.Value.Kind == ReadKind.Text).OrderBy(pair => pair.Key.Row).ThenBy(pair => pair.Key.Column))
        {
            if (at.Row == corner.Row && at.Column > corner.Column)
            {
                _columns.TryAdd(cell.Text, at.Column);
            }
            else if (at.Column == corner.Column && at.Row > corner.Row)
            {
                _known.Add(at.Row);
                if (!_rows.TryAdd(cell.Text, at.Row) && !SheetKeys.IsShownOnly(cell.Text))
                {
                    _doubled.Add((cell.Text, at.Row));
                }
            }
        }
    }

    public ReadSheet Sheet { get; }

    /// <summary>Which sheet it is.</summary>
    public string Key { get; }

    /// <summary>The keys of its rows that can be filled in, from the top.</summary>
    public IEnumerable<string> RowKeys => _rows.OrderBy(pair => pair.Value).Select(pair => pair.Key).Where(key => !SheetKeys.IsShownOnly(key));

    /// <summary>The keys of its columns that can be filled in, from the left.</summary>
    public IEnumerable<string> ColumnKeys => _columns.OrderBy(pair => pair.Value).Select(pair => pair.Key).Where(key => !SheetKeys.IsShownOnly(key));

    /// <summary>Rows with the key of a row above: copies.</summary>
    public IReadOnlyList<(string Key, int Row)> Doubled => _doubled;

    /// <summary>The sheet by its keys; null where it has none.</summary>
    public static KeyedSheet? Of(ReadSheet sheet)
    {
        foreach (var (at, cell) in sheet.Cells)
        {
            if (at is { Row: <= Searched, Column: <= Searched } && cell.Kind == ReadKind.Text && cell.Text.StartsWith(SheetKeys.Corner, StringComparison.Ordinal))
            {
                return new KeyedSheet(sheet, cell.Text[SheetKeys.Corner.Length..], at);
            }
        }

        return null;
    }

    public bool HasRow(string key) => _rows.ContainsKey(key);

    public bool HasColumn(string key) => _columns.ContainsKey(key);

    /// <summary>The row of a key.</summary>
    public int Row(string key) => _rows[key];

    /// <summary>Where a cell is; null where its row or column is gone.</summary>
    public CellAddress? At(string row, string column) => _rows.TryGetValue(row, out var r) ? At(r, column) : null;

    /// <summary>Where a cell is; null where its column is gone.</summary>
    public CellAddress? At(int row, string column) => _columns.TryGetValue(column, out var c) ? new CellAddress(row, c) : null;

    public ReadCell? Cell(CellAddress at) => Sheet.Cells.GetValueOrDefault(at);

    /// <summary>The rows below the headings that have no key and hold something in a column that has one.</summary>
    public IEnumerable<int> RowsWithoutKey()
    {
        var columns = ColumnKeys.Select(key => _columns[key]).ToHashSet();
        return Sheet.Cells.Keys.Where(at => at.Row > _headRow && !_known.Contains(at.Row) && columns.Contains(at.Column)).Select(at => at.Row).Distinct().Order();
    }

    /// <summary>The cells that hold something where no key leads: what is written there would be read by nobody.</summary>
    public IEnumerable<CellAddress> Strays(bool rowsToo)
    {
        var columns = _columns.Values.ToHashSet();
        return Sheet.Cells.Keys
            .Where(at => at.Row > _headRow && at.Column != _keyColumn && (!columns.Contains(at.Column) || (rowsToo && !_known.Contains(at.Row))) && !IsSpread(at))
            .OrderBy(at => at.Row).ThenBy(at => at.Column);
    }

    private bool IsSpread(CellAddress at) => _rows.Any(pair => pair.Value == at.Row && SheetKeys.IsShownOnly(pair.Key));
}
