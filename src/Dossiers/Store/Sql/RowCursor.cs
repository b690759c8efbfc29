using System.Data.Common;

namespace EmrSec.Dossiers.Store.Sql;

/// <summary>Takes the values of a row one after the other, in the order in which they were selected.</summary>
/// <param name="reader">Stands on the row.</param>
internal sealed class RowCursor(DbDataReader reader)
{
    private int _next;

    /// <summary>Begins again, on the next row.</summary>
    public void Rewind() => _next = 0;

    public string Text() => reader.GetString(_next++);

    public string? TextOrNull() => Skip() ? null : Text();

    public long Long() => reader.GetInt64(_next++);

    public int Int() => checked((int)Long());

    public int? IntOrNull() => Skip() ? null : Int();

    public bool Flag() => Long() != 0;

    public byte[] Bytes() => (byte[])reader.GetValue(_next++);

    /// <summary>Packed bytes; their length unpacked is the next column.</summary>
    public byte[] Packed()
    {
        var kept = Bytes();
        return Packing.Unpack(kept, Skip() ? null : Long());
    }

    public DateTimeOffset Moment() => SqlValue.ToMoment(Text());

    public DateTimeOffset? MomentOrNull() => Skip() ? null : Moment();

    public DateOnly Day() => SqlValue.ToDay(Text());

    public DateOnly? DayOrNull() => Skip() ? null : Day();

    public IReadOnlyList<string> List() => SqlValue.ToList(Text());

    public CaseId Case() => new(Text(), Int());

    /// <summary>The values of a table's row, as they are.</summary>
    /// <param name="table">The table.</param>
    public object?[] Row(Table table)
    {
        var row = new object?[table.Columns.Count];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = Skip() ? null : table.Columns[i].Kind switch
            {
                ColumnKind.Text => Text(),
                ColumnKind.Integer => Long(),
                ColumnKind.Packed => Packed(),
                _ => Bytes(),
            };
        }

        return row;
    }

    private bool Skip()
    {
        var isNull = reader.IsDBNull(_next);
        _next += isNull ? 1 : 0;
        return isNull;
    }
}
