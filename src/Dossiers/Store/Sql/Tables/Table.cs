namespace EmrSec.Dossiers.Store.Sql;

/// <summary>A table: its columns in the order in which rows carry their values, the key first.</summary>
internal sealed class Table
{
    /// <summary>No dossier comes near this many bytes; so a backup's lines have an end that readers can count on.</summary>
    public const int LongestValue = 32 << 20;

    /// <param name="name">Its name.</param>
    /// <param name="keyCount">How many columns, from the first, are its key.</param>
    /// <param name="columns">Its columns, «name» for text, «name:i» for integers, «name:b» for bytes, «name:p» for packed bytes (the last only).</param>
    public Table(string name, int keyCount, string columns)
    {
        Name = name;
        KeyCount = keyCount;
        Columns = [.. columns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ColumnOf)];
        string[] kept = [.. Columns.Select(column => column.Name), .. Columns[^1].Kind == ColumnKind.Packed ? ["packing"] : Array.Empty<string>()];
        var names = string.Join(", ", kept);
        Key = string.Join(", ", Columns.Take(keyCount).Select(column => column.Name));
        Select = $"SELECT {names} FROM {name}";
        SelectOne = $"{Select} WHERE {Equal(0, keyCount)}";
        Insert = $"INSERT INTO {name} ({names}) VALUES ({string.Join(", ", kept.Select((_, i) => Parameter(i)))})";
        Put = $"{Insert} ON CONFLICT ({Key}) DO UPDATE SET {string.Join(", ", kept.Skip(keyCount).Select(name => $"{name} = excluded.{name}"))}";
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How many columns, from the first, are its key.</summary>
    public int KeyCount { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The key's columns, with commas between.</summary>
    public string Key { get; }

    /// <summary>Reads every row.</summary>
    public string Select { get; }

    /// <summary>Reads the row of a key.</summary>
    public string SelectOne { get; }

    /// <summary>Adds a row (see <see cref="Kept"/>).</summary>
    public string Insert { get; }

    /// <summary>Adds a row, or puts it in the place of the one with its key.</summary>
    public string Put { get; }

    /// <summary>The name of a parameter.</summary>
    public static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    /// <summary>Compares the first columns with parameters.</summary>
    /// <param name="first">The first parameter.</param>
    /// <param name="count">How many columns.</param>
    public string Equal(int first, int count) => string.Join(" AND ", Columns.Take(count).Select((column, i) => $"{column.Name} = {Parameter(first + i)}"));

    /// <summary>What <see cref="Insert"/> and <see cref="Put"/> are given for a row.</summary>
    /// <param name="row">Its values.</param>
    /// <exception cref="StoreException">A value is longer than <see cref="LongestValue"/>.</exception>
    public object?[] Kept(object?[] row)
    {
        if (Array.Exists(row, value => value is byte[] { Length: > LongestValue } or string { Length: > LongestValue / 4 }))
        {
            throw StoreErrors.TooLong(LongestValue);
        }

        if (Columns[^1].Kind != ColumnKind.Packed)
        {
            return row;
        }

        var (kept, length) = Packing.Pack((byte[])row[^1]!);
        return [.. row[..^1], kept, length];
    }

    private static Column ColumnOf(string written) => written.Split(':') switch
    {
        [var name, "i"] => new Column(name, ColumnKind.Integer),
        [var name, "p"] => new Column(name, ColumnKind.Packed),
        [var name, "b"] => new Column(name, ColumnKind.Bytes),
        _ => new Column(written, ColumnKind.Text),
    };
}
