using System.Globalization;
using System.Text.Json;
using EmrSec.Assessor.Signatures;
using EmrSec.Reports.Packing;
using EmrSec.Reports.Signing.Verifying;

namespace EmrSec.Assessor.Json;

/// <summary>What came of looking at a pack, as the one JSON object <c>emrsec.pack-verification/1</c>.</summary>
internal static class PackJson
{
    /// <summary>The object as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(string path, PackVerification verification, DetachedReport? signature)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AssessmentJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "emrsec.pack-verification/1");
            json.WriteString("file", Path.GetFileName(path));
            json.WriteBoolean("intact", verification.IsIntact);
            json.WriteBoolean("signed", verification.Signature is not null);
            if (signature is not null)
            {
                json.WriteStartObject("signature");
                json.WriteString("indication", signature.Verdict.Indication.Contract());
                json.WriteString("subIndication", signature.Verdict.SubIndication.Contract());
                json.WriteString("problem", signature.Verdict.Problem.Contract());
                json.WriteString("explanation", signature.Verdict.Explanation);
                json.WriteString("signer", signature.Signer);
                json.WriteString("body", signature.Body);
                json.WriteString("time", signature.Time is { } time ? time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : null);
                json.WriteString("timeOrigin", signature.TimeOrigin.Contract());
                json.WriteEndObject();
            }

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
