namespace EmrSec.Dossiers.Store.Sql;

/// <summary>What a column holds. Both engines keep nothing else, so that a row is the same in each.</summary>
internal enum ColumnKind
{
    /// <summary>A string; also moments, days and lists.</summary>
    Text,

    /// <summary>A <see cref="long"/>.</summary>
    Integer,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Bytes that are kept packed; a column «packing» after all others says how long they are unpacked.</summary>
    Packed,
}

/// <summary>A column.</summary>
/// <param name="Name">Its name, which is also what the row's digest calls it.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record Column(string Name, ColumnKind Kind);
