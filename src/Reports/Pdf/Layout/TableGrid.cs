using EmrSec.Reports.Documents;

namespace EmrSec.Reports.Pdf.Layout;

/// <summary>A cell and where it is.</summary>
internal readonly record struct GridCell(TableCell Cell, int Row, int Column);

/// <summary>Which cell is where, spans reckoned in; a table whose cells do not fill its grid is refused.</summary>
internal sealed class TableGrid
{
    private readonly List<GridCell>[] _rows;
    private readonly Table _table;

    private TableGrid(Table table)
    {
        _table = table;
        _rows = [.. table.Rows.Select(_ => new List<GridCell>())];
    }

    /// <summary>How many groups of rows are headers.</summary>
    public int HeaderGroups => Groups().Count(group => group.First < _table.HeaderRows);

    /// <summary>Reads a table; null, with findings, where it has no grid.</summary>
    public static TableGrid? Read(Table table, Place place)
    {
        var grid = new TableGrid(table);
        if (table.Columns.Count == 0 || table.Columns.Any(column => column.Width.Value <= 0))
        {
            place.Error("VB004", "bảng không có cột, hoặc có cột không có chiều rộng", "khai chiều rộng lớn hơn 0 cho từng cột");
            return null;
        }

        if (table.HeaderRows < 0 || table.HeaderRows > table.Rows.Count)
        {
            place.Error("VB004", "số hàng tiêu đề nhiều hơn số hàng của bảng", "sửa số hàng tiêu đề");
            return null;
        }

        return grid.Fill(place) ? grid : null;
    }

    public IReadOnlyList<GridCell> Cells(int row) => _rows[row];

    /// <summary>Rows that cells tie together, the first and the one after the last; all header rows are one group.</summary>
    public IEnumerable<(int First, int End)> Groups()
    {
        for (var first = 0; first < _rows.Length;)
        {
            var end = Math.Max(first + 1, first < _table.HeaderRows ? _table.HeaderRows : 0);
            for (var row = first; row < end; row++)
            {
                foreach (var cell in _rows[row])
                {
                    end = Math.Max(end, row + cell.Cell.RowSpan);
                }
            }

            yield return (first, end);
            first = end;
        }
    }

    private bool Fill(Place place)
    {
        var columns = _table.Columns.Count;
        var takenUntil = new int[columns];
        for (var row = 0; row < _rows.Length; row++)
        {
            var column = 0;
            foreach (var cell in _table.Rows[row].Cells)
            {
                while (column < columns && takenUntil[column] > row)
                {
                    column++;
                }

                if (!Fits(cell, row, column, takenUntil))
                {
                    return Refuse(place, row, column);
                }

                takenUntil.AsSpan(column, cell.ColumnSpan).Fill(row + cell.RowSpan);
                _rows[row].Add(new GridCell(cell, row, column));
                column += cell.ColumnSpan;
            }

            var empty = Array.FindIndex(takenUntil, until => until <= row);
            if (empty >= 0)
            {
                return Refuse(place, row, empty);
            }
        }

        return true;
    }

    private bool Fits(TableCell cell, int row, int column, int[] takenUntil)
    {
        if (cell.ColumnSpan < 1 || cell.RowSpan < 1 || column + cell.ColumnSpan > takenUntil.Length || row + cell.RowSpan > _rows.Length)
        {
            return false;
        }

        // A cell may not reach from the header into the body.
        return (row >= _table.HeaderRows || row + cell.RowSpan <= _table.HeaderRows)
            && !takenUntil.AsSpan(column, cell.ColumnSpan).ContainsAnyExceptInRange(int.MinValue, row);
    }

    private static bool Refuse(Place place, int row, int column)
    {
        (place.Row, place.Column) = (row + 1, column + 1);
        place.Error("VB004", "các ô không lấp vừa đúng lưới của bảng", "kiểm tra số ô của hàng và số cột, số hàng mà mỗi ô chiếm");
        return false;
    }
}
