using System.Text;
using System.Text.Json;

namespace EmrSec.Reports.Tests.Outside;

/// <summary>A file's objects as qpdf reads them: a parser that is not the writer's.</summary>
internal sealed class ParsedPdf
{
    private readonly Dictionary<string, JsonElement> _objects = [];

    public ParsedPdf(string path)
    {
        var json = JsonDocument.Parse(Tool.Qpdf("--json=2", "--json-stream-data=inline", "--decode-level=generalized", path));
        foreach (var entry in json.RootElement.GetProperty("qpdf")[1].EnumerateObject())
        {
            _objects[entry.Name.Replace("obj:", "", StringComparison.Ordinal)] = entry.Value;
        }

        Trailer = _objects["trailer"].GetProperty("value");
        Catalog = Get(Trailer, "/Root");
        Pages = [.. Kids(Get(Catalog, "/Pages"))];
    }

    public JsonElement Trailer { get; }

    public JsonElement Catalog { get; }

    /// <summary>The pages: reference and dictionary.</summary>
    public IReadOnlyList<(string Reference, JsonElement Page)> Pages { get; }

    /// <summary>Every dictionary of the file, those of streams too.</summary>
    public IEnumerable<JsonElement> Dictionaries => _objects.Values
        .Select(each => each.TryGetProperty("stream", out var stream) ? stream.GetProperty("dict") : each.GetProperty("value"))
        .Where(each => each.ValueKind == JsonValueKind.Object);

    public JsonElement Get(JsonElement dictionary, string key) => Resolve(dictionary.GetProperty(key));

    public JsonElement? Find(JsonElement dictionary, string key) => dictionary.TryGetProperty(key, out var value) ? Resolve(value) : null;

    /// <summary>What a reference stands for; a stream's dictionary.</summary>
    public JsonElement Resolve(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && _objects.TryGetValue(text, out var target))
        {
            return target.TryGetProperty("stream", out var stream) ? stream.GetProperty("dict") : target.GetProperty("value");
        }

        return value;
    }

    /// <summary>A stream's bytes, decoded by qpdf.</summary>
    public byte[] Data(JsonElement dictionary, string key) =>
        Convert.FromBase64String(_objects[dictionary.GetProperty(key).GetString()!].GetProperty("stream").GetProperty("data").GetString()!);

    /// <summary>A text string.</summary>
    public string? Text(JsonElement dictionary, string key) => Find(dictionary, key)?.GetString() is { } text
        ? text.StartsWith("b:", StringComparison.Ordinal) ? Encoding.Latin1.GetString(Convert.FromHexString(text[2..])) : text[2..]
        : null;

    /// <summary>The annotations of all pages.</summary>
    public IEnumerable<JsonElement> Annotations => Pages
        .SelectMany(page => Find(page.Page, "/Annots")?.EnumerateArray().ToArray() ?? [])
        .Select(Resolve);

    private IEnumerable<(string, JsonElement)> Kids(JsonElement node) =>
        Get(node, "/Kids").EnumerateArray().Select(kid => (kid.GetString()!, Resolve(kid)));
}
