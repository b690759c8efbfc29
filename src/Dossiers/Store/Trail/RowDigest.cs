using System.Security.Cryptography;
using System.Text;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Trail;

/// <summary>
/// The digest of a row: SHA-256 over «table\n» and, for every column that has a value, «name:kind length:value\n» in the order of the table's
/// columns. Kind is t (UTF-8 text), i (decimal) or b (the SHA-256 of the bytes, in hexadecimal); length is the value's in bytes. A column
/// without a value leaves nothing, so that a column which a later version adds does not change the digest of rows without it.
/// </summary>
internal static class RowDigest
{
    /// <summary>The digest, 64 lower-case hexadecimal digits.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">Its values, in the order of the table's columns.</param>
    public static string Of(Table table, object?[] row) => Convert.ToHexStringLower(Compute(table, row));

    /// <summary>The digest, 32 bytes.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">Its values, in the order of the table's columns.</param>
    public static byte[] Compute(Table table, object?[] row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, table.Name);
        Append(hash, "\n");
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is { } value)
            {
                Append(hash, table.Columns[i], value);
            }
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, Column column, object value)
    {
        var (kind, text) = value switch
        {
            string written => ('t', written),
            long number => ('i', number.ToString(CultureInfo.InvariantCulture)),
            byte[] bytes => ('b', Convert.ToHexStringLower(SHA256.HashData(bytes))),
            _ => throw new ArgumentException($"no column holds a {value.GetType().Name}", nameof(value)),
        };
        Append(hash, string.Create(CultureInfo.InvariantCulture, $"{column.Name}:{kind} {Encoding.UTF8.GetByteCount(text)}:"));
        Append(hash, text);
        Append(hash, "\n");
    }

    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> small = stackalloc byte[256];
        if (Encoding.UTF8.TryGetBytes(text, small, out var written))
        {
            hash.AppendData(small[..written]);
        }
        else
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
    }
}
