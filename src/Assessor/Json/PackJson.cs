using System.Text.Json;
using EmrSec.Reports.Packing;

namespace EmrSec.Assessor.Json;

/// <summary>What came of looking at a pack, as the one JSON object <c>emrsec.pack-verification/1</c>.</summary>
internal static class PackJson
{
    /// <summary>The object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(string path, PackVerification verification)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AssessmentJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "emrsec.pack-verification/1");
            json.WriteString("file", Path.GetFileName(path));
            json.WriteBoolean("intact", verification.IsIntact);
            json.WriteBoolean("signed", verification.Signature is not null);
            json.WriteStartArray("problems");
            foreach (var problem in verification.Problems)
            {
                json.WriteStartObject();
                json.WriteString("code", problem.Code);
                json.WriteString("name", problem.Name);
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("absent");
            foreach (var absent in verification.Manifest?.Absent ?? [])
            {
                json.WriteStringValue(absent);
            }

            json.WriteEndArray();
            json.WriteNumber("files", verification.Manifest?.Files.Count ?? 0);
            json.WriteEndObject();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
