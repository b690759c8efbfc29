using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmrSec.Dossiers.Store.Sql;

namespace EmrSec.Dossiers.Store.Trail;

/// <summary>
/// The rows that one entry of the audit trail is about. They are written as they are added; the entry says of each what its digest is, and of
/// those that change over time also what they were and what they are.
/// </summary>
/// <param name="session">The store.</param>
internal sealed class ChangeSet(Session session)
{
    /// <summary>The key in an entry's JSON under which the rows' digests stand.</summary>
    public const string RowsKey = "rows";

    // Kept as they are now only: without their values in the entries nobody could tell what they had been.
    private static readonly Table[] Changing = [StoreTables.Cases, StoreTables.Comments, StoreTables.Users, StoreTables.Runs];

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(Table Table, object?[]? Before, object?[] After)> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">Its values.</param>
    public ChangeSet Add(Table table, object?[] row)
    {
        session.Execute(table.Insert, table.Kept(row));
        _rows.Add((table, null, row));
        return this;
    }

    /// <summary>Puts a row in the place of the one with its key, or adds it where there is none.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">Its values.</param>
    public ChangeSet Put(Table table, object?[] row)
    {
        var before = session.One(table.SelectOne, cursor => cursor.Row(table), row[..table.KeyCount]);
        session.Execute(table.Put, table.Kept(row));
        _rows.Add((table, before, row));
        return this;
    }

    /// <summary>What was there before, as JSON; null where nothing was.</summary>
    public string? Before() => _rows.Exists(row => row.Before is not null && Changing.Contains(row.Table)) ? Json(writer => Told(writer, isBefore: true)) : null;

    /// <summary>What is there now, as JSON.</summary>
    public string After() => Json(writer =>
    {
        writer.WriteStartArray(RowsKey);
        foreach (var (table, _, after) in _rows)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(table.Name);
            for (var i = 0; i < table.KeyCount; i++)
            {
                WriteValue(writer, after[i]);
            }

            writer.WriteStringValue(RowDigest.Of(table, after));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        Told(writer, isBefore: false);
    });

    private void Told(Utf8JsonWriter writer, bool isBefore)
    {
        foreach (var (table, before, after) in _rows.Where(row => Changing.Contains(row.Table) && !(isBefore && row.Before is null)))
        {
            writer.WriteStartObject(table.Name);
            for (var i = 0; i < after.Length; i++)
            {
                if (!Equals(before?[i], after[i]))
                {
                    writer.WritePropertyName(table.Columns[i].Name);
                    WriteValue(writer, isBefore ? before![i] : after[i]);
                }
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
