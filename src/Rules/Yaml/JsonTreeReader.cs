using System.Text;
using System.Text.Json;

namespace EmrSec.Rules.Yaml;

/// <summary>
/// Reads JSON into the tree that YAML is read into, so that what is stored as <see cref="CanonicalJson"/> goes through the same checks as what
/// a person wrote. Positions are of the JSON: line and byte.
/// </summary>
public static class JsonTreeReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="json">UTF-8 without byte-order mark.</param>
    /// <param name="file">Where it is from, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <returns>The root, or null where this is no such JSON.</returns>
    public static YamlNode? Read(ReadOnlySpan<byte> json, string file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = YamlReader.MaxDepth });
        try
        {
            reader.Read();
            var nodes = 0;
            var root = Node(ref reader, file, diagnostics, ref nodes);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            var at = new SourcePosition(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            diagnostics.Error("TT008", at, "đây không phải là JSON mà EmrSec đọc được", "tệp bị hỏng hoặc bị sửa: lấy lại tệp gốc");
        }
        catch (InvalidOperationException)
        {
            diagnostics.Error("TT008", SourcePosition.Whole(file), "chữ trong JSON không phải là UTF-8 hợp lệ", "tệp bị hỏng hoặc bị sửa: lấy lại tệp gốc");
        }

        return null;
    }

    // Recursive, no deeper than the reader's own limit.
    private static YamlNode Node(ref Utf8JsonReader reader, string file, DiagnosticBag diagnostics, ref int nodes)
    {
        if (++nodes > YamlReader.MaxNodes)
        {
            throw new JsonException("too many nodes");
        }

        var start = (int)reader.TokenStartIndex;
        var at = new SourcePosition(file, 1, start + 1);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Mapping(ref reader, at, file, diagnostics, ref nodes);
            case JsonTokenType.StartArray:
                var items = new List<YamlNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Node(ref reader, file, diagnostics, ref nodes));
                }

                return new YamlSequence(at, start, (int)reader.BytesConsumed, items, IsFlow: true);
            case JsonTokenType.String:
                var text = Text(ref reader);
                return new YamlScalar(at, start, (int)reader.BytesConsumed, text, IsPlain: !IsNullWord(text) && !CanonicalJson.IsTyped(text));
            case JsonTokenType.Null:
                return new YamlScalar(at, start, (int)reader.BytesConsumed, "", IsPlain: true);
            default:
                return new YamlScalar(at, start, (int)reader.BytesConsumed, Encoding.UTF8.GetString(reader.ValueSpan), IsPlain: true);
        }
    }

    private static YamlMapping Mapping(ref Utf8JsonReader reader, SourcePosition at, string file, DiagnosticBag diagnostics, ref int nodes)
    {
        var start = (int)reader.TokenStartIndex;
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (keyStart, key) = ((int)reader.TokenStartIndex, Text(ref reader));
            var name = new YamlScalar(new SourcePosition(file, 1, keyStart + 1), keyStart, (int)reader.BytesConsumed, key, IsPlain: true);
            if (!seen.Add(key))
            {
                diagnostics.Error("YM011", name.Position, $"mục «{YamlObject.Quote(key)}» viết hai lần", "giữ lại một");
            }

            reader.Read();
            entries.Add(new YamlEntry(name, Node(ref reader, file, diagnostics, ref nodes)));
        }

        return new YamlMapping(at, start, (int)reader.BytesConsumed, entries, IsFlow: true);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        var text = reader.GetString()!;
        if (YamlCharacters.FindBad(text) >= 0)
        {
            throw new JsonException("a character that no text may hold");
        }

        return YamlCharacters.Nfc(text);
    }

    // Written in quotes, or it would not be here; so it is with a text of digits, «true» and «false».
    private static bool IsNullWord(string text) => text is "" or "~" or "null" or "Null" or "NULL";
}
