using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmrSec.Dossiers.Store;
using EmrSec.Dossiers.Workflow;

namespace EmrSec.Assessor.Stores;

/// <summary>Stores as JSON.</summary>
internal static class StoreJson
{
    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>An entry of the audit trail on one line. What was there before and after is written as it is kept, byte for byte.</summary>
    public static byte[] Write(AuditEntry entry) => Bytes(Line, writer =>
    {
        writer.WriteNumber("number", entry.Number);
        writer.WriteString("at", entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteString("account", entry.Account);
        writer.WriteString("role", CaseWords.Word(entry.Role));
        writer.WriteString("action", entry.Action);
        writer.WriteString("subject", entry.Subject);
        Raw(writer, "before", entry.Before);
        Raw(writer, "after", entry.After);
        writer.WriteString("reason", entry.Reason);
        writer.WriteString("previous", entry.Previous);
        writer.WriteString("hash", entry.Hash);
    });

    public static string Write(StoreCheckResult result, int? swept) => Text(writer =>
    {
        writer.WriteString("schema", "emrsec.store-check/1");
        writer.WriteBoolean("sound", result.IsSound);
        writer.WriteString("head", result.Head.ToString());
        writer.WriteNumber("rows", result.Rows);
        writer.WriteNumber("files", result.Files);
        writer.WriteNumber("fileBytes", result.FileBytes);
        if (swept is { } taken)
        {
            writer.WriteNumber("swept", taken);
        }

        writer.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("severity", finding.IsError ? "error" : "note");
            writer.WriteString("message", finding.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("dropped", result.Dropped);
    });

    public static string Write(StoreStatistics statistics) => Text(writer =>
    {
        writer.WriteString("schema", "emrsec.store-stats/1");
        writer.WriteString("engine", statistics.Info.Engine);
        writer.WriteString("place", statistics.Info.Place);
        writer.WriteNumber("version", statistics.Info.SchemaVersion);
        writer.WriteString("store", statistics.Id);
        writer.WriteString("head", statistics.Head.ToString());
        writer.WriteNumber("databaseBytes", statistics.DatabaseBytes);
        writer.WriteNumber("files", statistics.Files);
        writer.WriteNumber("fileBytes", statistics.FileBytes);
        writer.WriteStartObject("states");
        foreach (var (state, count) in statistics.States)
        {
            writer.WriteNumber(CaseWords.Word(state), count);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("rows");
        foreach (var (table, count) in statistics.Rows)
        {
            writer.WriteNumber(table, count);
        }

        writer.WriteEndObject();
    });

    public static string Write(IReadOnlyList<StoreUser> users) => Text(writer =>
    {
        writer.WriteString("schema", "emrsec.store-users/1");
        writer.WriteStartArray("users");
        foreach (var user in users)
        {
            writer.WriteStartObject();
            writer.WriteString("account", user.Account);
            writer.WriteString("name", user.FullName);
            writer.WriteStartArray("roles");
            foreach (var role in user.Roles)
            {
                writer.WriteStringValue(CaseWords.Word(role));
            }

            writer.WriteEndArray();
            writer.WriteString("body", user.Body);
            writer.WriteString("email", user.Email);
            writer.WriteBoolean("active", user.IsActive);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void Raw(Utf8JsonWriter writer, string name, string? json)
    {
        if (json is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WritePropertyName(name);
        writer.WriteRawValue(json);
    }

    private static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(Indented, write));

    private static byte[] Bytes(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
