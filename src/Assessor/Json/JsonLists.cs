using System.Text.Json;

namespace EmrSec.Assessor.Json;

/// <summary>Lists in JSON.</summary>
internal static class JsonLists
{
    /// <summary>A list of objects.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="name">The list's name.</param>
    /// <param name="items">What it lists.</param>
    /// <param name="write">Writes what is in the object of one.</param>
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
